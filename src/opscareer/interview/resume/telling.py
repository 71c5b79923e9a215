"""What a résumé proposes, in words: each answer beside what it rests on, so that nobody confirms blindly."""

from collections.abc import Iterator, Mapping, Sequence

from opscareer.interview.answers import SKILL
from opscareer.interview.resume.proposals import Proposed
from opscareer.interview.review import told as answer
from opscareer.model.kb import KnowledgeBase
from opscareer.model.nouns import PRESENT_POST
from opscareer.text import Text, capital, first_of, joined

_HEAD = Text(
    "简历里读出来的，到了那一题会摆出来，你认可了才算数：",
    "Read in the résumé; each is put beside its question and counts only when you confirm it:",
)
_NOTHING = Text(
    "简历读过了，没有哪一句能用来提议答案。", "The résumé was read; nothing in it leads to an answer to propose."
)
_LINE = Text("{name}：{value}（{words}）", "{name}: {value} ({words})")
_OUTSIDE = Text("现在的这份工作不在这一行：{words}", "This present post is outside the trade: {words}")
_UNCLEAR = Text(
    "光看“{words}”定不了是哪个岗位，是下面的就选它：{positions}",
    '"{words}" alone does not tell the position; choose it if it is one of these: {positions}',
)
_RANK_ALONE = Text(
    "光看“{words}”看不出是哪一行的什么岗位，要你来说",
    '"{words}" alone tells neither the trade nor the position: you say which one it is',
)
_BACKWARD = Text(
    "结束比开始还早，年数没有算它：{words}", "It ends before it begins, and is not counted in the years: {words}"
)
_UNDATED = Text(
    "起止时间没读懂，年数没有算它：{words}", "Its dates were not understood, and it is not counted: {words}"
)
_UNTITLED = Text("这一段没读出是什么职位：{words}", "No title of a post was read here: {words}")
_LEFT = Text("没读出现在在岗的职位，要你来说。", "No position held now was read: you say which one it is.")
_NAMES = {
    "current": capital(PRESENT_POST),
    "years": Text("在这一级的年数", "Years at this level"),
    "years_total": Text("在这一行的年数", "Years in the trade"),
    "education": Text("学历", "Education"),
}
_WORDS, _POSTS = 3, 5


def told(kb: KnowledgeBase, proposed: Proposed) -> tuple[Text, ...]:
    """Return what is proposed and why, a line each, under a heading; and what of the present was not understood."""
    lines = [*_answers(kb, proposed), *_present(kb, proposed)]
    return (_HEAD, *lines) if proposed.answers else (_NOTHING, *lines)


def grounds(proposed: Proposed) -> Mapping[str, Text]:
    """Return for each question that something is proposed for the words of the résumé that it rests on."""
    return {question: _quoted(words) for question, words in proposed.words.items() if words}


def _quoted(words: Sequence[str]) -> Text:
    return first_of([Text(f"“{word}”", f'"{word}"') for word in words], _WORDS)


def _answers(kb: KnowledgeBase, proposed: Proposed) -> Iterator[Text]:
    for question, value in proposed.answers.items():
        if value == ():
            continue  # what is none of the trade is told as that
        quoted = _quoted(proposed.words[question])
        name = kb.skills[question.removeprefix(SKILL)].name if question.startswith(SKILL) else _NAMES[question]
        shown = Text(f"{value} 级", f"level {value}") if question.startswith(SKILL) else answer(kb, question, value)
        yield _LINE.fill(name=name, value=shown, words=quoted)


def _present(kb: KnowledgeBase, proposed: Proposed) -> Iterator[Text]:
    for words in proposed.outside:
        yield _OUTSIDE.fill(words=words)
    for words, positions in proposed.unclear.items():
        told = _UNCLEAR if positions else _RANK_ALONE
        yield told.fill(words=words, positions=joined(kb.positions[id_].title for id_ in positions))
    for why, posts in ((_BACKWARD, proposed.backward), (_UNDATED, proposed.undated), (_UNTITLED, proposed.untitled)):
        if posts:
            yield why.fill(words=first_of([Text(f"“{words}”", f'"{words}"') for words in posts], _POSTS))
    if not (proposed.outside or proposed.unclear or "current" in proposed.answers):
        yield _LEFT
