"""All answers in words, for one last look before the advice, and what has none; each question again, to answer it."""

from collections.abc import Callable, Iterator

from opscareer.interview.answers import SKILL, Answers, Value, applying
from opscareer.interview.asking import next_question, unasked
from opscareer.interview.cell_names import NOTHING_CHOSEN, OUTSIDE
from opscareer.interview.choosing import Aim
from opscareer.interview.forms import Ask, Choice, about_person, about_skill
from opscareer.interview.progress import Progress
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NOT_SURE
from opscareer.text import Text, joined

DONE, GO_ON = "done", "go-on"
_USUAL = Aim()
_REVIEW = Text("看一眼你的回答，要改哪一条？", "Look over your answers: is there one to change?")
_HELP = Text(
    "改完再看结果。没有要改的就直接看。没答的也可以在这里补。",
    "Change what you like, then see the advice. What was not answered can be answered here too.",
)
_SHORT = Text("要改哪一条？", "One to change?")
_DONE = Text("没有要改的，看结果", "nothing to change, show the advice")
_ON = Text("接着答题（大约还有 {n} 题）", "go on with the questions (about {n} to go)")
_NOTHING = Text("（跳过）", "(skipped)")
_OPEN = Text("还没答", "not answered")
_OPEN_BECAUSE = Text("还没答。{why}", "not answered. {why}")


def review(
    kb: KnowledgeBase, answers: Answers, aim: Aim = _USUAL, told: Callable[[Progress], Progress] = lambda now: now
) -> Ask:
    """Return the question which answer to change; answers that do not count at present are left out.

    After them stands what was not answered: of the person, then the skills, those first that the next post asks.
    told: how far one is, as it is told at the next question.
    """
    asked = {question.id for question in applying(kb, answers)}
    shown = [id_ for id_ in answers if id_ in asked or id_.startswith(SKILL)]
    lines = tuple(Choice(id_, _line(kb, id_, answers[id_])) for id_ in shown)
    first = (Choice(DONE, _DONE), *_going_on(kb, answers, aim, told))
    choices = (*first, *lines, *_open(kb, answers))
    return Ask("review", "choice", _REVIEW, _HELP, choices, skip=DONE, short=_SHORT)


def again(kb: KnowledgeBase, question: str) -> Ask:
    """Return a question that was answered, or not, to be put again."""
    if question.startswith(SKILL):
        return about_skill(kb, question.removeprefix(SKILL))
    return about_person(kb, kb.questions[question])


def told(kb: KnowledgeBase, question: str, value: Value) -> Text:
    """Return an answer in words."""
    if isinstance(value, tuple):
        options = kb.questions[question].labels
        if not value:
            return OUTSIDE if kb.questions[question].kind == "positions" else NOTHING_CHOSEN
        return joined(options.get(one) or kb.positions[one].title for one in value)
    labels = {choice.value: choice.label for choice in again(kb, question).choices}
    if isinstance(value, str):
        own = question in kb.questions and kb.questions[question].kind == "text" and value != NOT_SURE
        return Text(value, value) if own else labels.get(value, _NOTHING)
    if value in labels:
        return Text(f"{value} {labels[value].zh}", f"{value} {labels[value].en}")
    return Text(f"{value:g} 年", f"{value:g} year" if value == 1 else f"{value:g} years")


def _going_on(kb: KnowledgeBase, answers: Answers, aim: Aim, told: Callable[[Progress], Progress]) -> Iterator[Choice]:
    """Yield the choice to go on with the questions, where they were left before their end."""
    ahead = next_question(kb, answers, aim)
    if ahead is not None and ahead.progress is not None:
        yield Choice(GO_ON, _ON.fill(n=told(ahead.progress).remaining + 1))


def _open(kb: KnowledgeBase, answers: Answers) -> Iterator[Choice]:
    for question in applying(kb, answers):
        if question.id not in answers:
            yield Choice(question.id, _said(question.text, _OPEN), open=True)
    if "current" in answers:
        for skill, why in unasked(kb, answers):
            name = kb.skills[skill].name
            left = _OPEN_BECAUSE.fill(why=why) if why else _OPEN
            yield Choice(SKILL + skill, _said(name, left), open=True)


def _line(kb: KnowledgeBase, question: str, value: Value) -> Text:
    name = kb.skills[question.removeprefix(SKILL)].name if question.startswith(SKILL) else kb.questions[question].text
    return _said(name, told(kb, question, value))


def _said(name: Text, answer: Text) -> Text:
    """Return what was asked with its answer; after a question mark no colon stands."""
    zh, en = "" if name.zh.endswith("？") else "：", " " if name.en.endswith("?") else ": "
    return Text(name.zh + zh + answer.zh, name.en + en + answer.en)
