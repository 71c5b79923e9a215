"""Answers: what is a valid answer to which question, and the profile that valid answers make.

State is a plain mapping from question ids to values, in the order in which they were given; all else follows from it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeVar
from unicodedata import normalize

from opscareer.advice.conditions import Known, holds
from opscareer.advice.standing import answered, standing_of
from opscareer.errors import UsageError
from opscareer.interview.posts import post_meant, posts_held
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE, Profile
from opscareer.model.question import OFFER, OFFERED, REASON, Question
from opscareer.names import nearest
from opscareer.text import NOTHING, Text, clean

Value = str | int | float | tuple[str, ...]
Answers = Mapping[str, Value]
T = TypeVar("T")

_SHOWN = 40
_LONGEST = 80  # letters of an answer in one's own words
SKILL = "skill."
MORE = "more"
YES, NO = "yes", "no"


def accept(kb: KnowledgeBase, question: str, value: object) -> Value:
    """Return the answer as it is kept, with ids written out.

    Raises UsageError that names the question, the value and what was expected.
    """
    if question.startswith(SKILL):
        return _level(kb, question, value)
    if question == MORE:
        return _one_of(question, value, (YES, NO))
    if question not in kb.questions:
        known = [*kb.questions, *(SKILL + skill for skill in kb.skills)]
        near = nearest(question, known)
        raise UsageError(f"没有问题 {clean(question)}", f"there is no question {clean(question)}", _near(near))
    return _fact(kb, kb.questions[question], value)


def named_now(kb: KnowledgeBase, question: str, told: Collection[str] = ()) -> tuple[str, ...]:
    """Return the questions that an answer is to.

    Of a skill that has another id now, or was divided, those that took its place, but for any that was told itself.
    """
    skill = question.removeprefix(SKILL)
    former = question.startswith(SKILL) and skill not in kb.skills and skill in kb.formerly
    if not former:
        return (question,)
    return tuple(now for now in (SKILL + one for one in kb.formerly[skill]) if now not in told)


def give(kb: KnowledgeBase, answers: Answers, question: str, value: object) -> Answers:
    """Return the answers with one more, or one changed in its place; what was settled opens again with a changed fact.

    Raises UsageError, and nothing has changed, where it is not valid.
    """
    accepted = accept(kb, question, value)
    if not question.startswith(SKILL) and answers.get(question, accepted) != accepted:
        answers = {id_: kept for id_, kept in answers.items() if id_ != MORE or question == MORE}
    return {**answers, question: accepted}


def back(answers: Answers) -> tuple[Answers, str]:
    """Return the answers without the last one given, and its question. Raises IndexError where there is none."""
    last = list(answers)[-1]
    return {question: value for question, value in answers.items() if question != last}, last


def profile_of(kb: KnowledgeBase, answers: Answers) -> Profile:
    """Return what is known of the person; answers to questions that no longer apply do not count."""
    answers = _with_reason(kb, answers)
    asked = {q.id for q in applying(kb, answers)}
    facts = {
        id_: str(value)
        for id_, value in answers.items()
        if id_ in asked and kb.questions[id_].kind == "choice" and value != NOT_SURE
    }
    skills = {id_.removeprefix(SKILL): value for id_, value in answers.items() if id_.startswith(SKILL)}
    return Profile(
        current=_positions(answers),
        years=_number(answers, "years", asked),
        years_total=_number(answers, "years_total", asked),
        goal=str(answers["goal"]) if "goal" in asked and answers.get("goal", NOT_SURE) != NOT_SURE else None,
        offer=str(answers["offer"]) if "offer" in asked and answers.get("offer", NOT_SURE) != NOT_SURE else None,
        avoid=_several(answers, "avoid", asked),
        facts=facts,
        notes=_notes(kb, answers, asked),
        levels={skill: value for skill, value in skills.items() if isinstance(value, int)},
        unsure=frozenset(skill for skill, value in skills.items() if value == NOT_SURE),
        no_opportunity=frozenset(skill for skill, value in skills.items() if value == NO_OPPORTUNITY),
    )


def applying(kb: KnowledgeBase, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that apply, in their order; one may depend on the answers to those before it.

    How many posts are offered is known once that was asked.
    """
    return tuple(question for question, applies, _ in _judged(kb, answers) if applies)


def idle(kb: KnowledgeBase, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that were answered and do not apply, so that the answers do not count."""
    told = {question for question, value in answers.items() if value != NOT_SURE}
    return tuple(question for question, applies, _ in _judged(kb, answers) if question.id in told and not applies)


def pending(kb: KnowledgeBase, answers: Answers) -> tuple[Question, ...]:
    """Return the unanswered questions that apply, or may yet: what they depend on has not been asked so far."""
    return tuple(question for question, _, may in _judged(kb, answers) if may and question.id not in answers)


def _judged(kb: KnowledgeBase, answers: Answers) -> Iterator[tuple[Question, bool, bool]]:
    """Yield every question, whether it applies, and whether it may, as far as is known."""
    answers = _with_reason(kb, answers)
    known = dict(_standing(kb, answers))
    open_ = set() if "current" in answers else {"posts", "rung"}
    for question in kb.questions.values():
        applies = holds(question.when, known)
        may = applies or all(test.name in open_ or holds((test,), known) for test in question.when)
        yield question, applies, may
        answer = answers.get(question.id)
        if may and answer is None:
            open_ |= {question.id, "offers"} if question.id == OFFER else {question.id}
        elif applies and isinstance(answer, str | int | float) and answer != NOT_SURE:
            known[question.id] = answer
            known |= {"offers": 1.0} if question.id == OFFER else {}


def _with_reason(kb: KnowledgeBase, answers: Answers) -> Answers:
    """Return the answers; of who told which post is offered, and not what brings them, that it is this."""
    offer, reason = (answers.get(question, NOT_SURE) for question in (OFFER, REASON))
    known = REASON in kb.questions and OFFERED in kb.questions[REASON].labels
    return {**answers, REASON: OFFERED} if known and offer != NOT_SURE and reason == NOT_SURE else answers


def _standing(kb: KnowledgeBase, answers: Answers) -> Known:
    """Return what tests of a question may ask about the ladder: the rung by title, and how many posts are held."""
    profile = Profile(current=_positions(answers))
    standing = standing_of(kb, profile)
    return {**answered(profile, standing), **({} if standing.outside else {"rung": standing.rung})}


def _positions(answers: Answers) -> tuple[str, ...]:
    current = answers.get("current", ())
    return current if isinstance(current, tuple) else ()


def _several(answers: Answers, question: str, asked: set[str]) -> frozenset[str]:
    value = answers.get(question)
    return frozenset(value) if question in asked and isinstance(value, tuple) else frozenset()


def _notes(kb: KnowledgeBase, answers: Answers, asked: set[str]) -> Mapping[str, str]:
    own = [q.id for q in kb.questions.values() if q.kind == "text" and q.id in asked]
    return {id_: str(answers[id_]) for id_ in own if answers.get(id_, NOT_SURE) != NOT_SURE}


def _number(answers: Answers, question: str, asked: set[str]) -> float | None:
    value = answers.get(question)
    return float(value) if question in asked and isinstance(value, int | float) else None


def _level(kb: KnowledgeBase, question: str, value: object) -> Value:
    skill = question.removeprefix(SKILL)
    if skill not in kb.skills:
        raise UsageError(
            f"没有能力 {clean(skill)}", f"there is no skill {clean(skill)}", _near(nearest(skill, kb.skills))
        )
    if isinstance(value, str) and value in (NOT_SURE, NO_OPPORTUNITY):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and value in range(kb.top + 1):
        return int(value)
    _refuse_quoted(question, value)
    expected = f"0-{kb.top}, {NOT_SURE}, {NO_OPPORTUNITY}"
    raise UsageError(
        f"{question} 的答案不能是 {_shown(value)}",
        f"{question} cannot be {_shown(value)}",
        (f"可以是：{expected}", f"it may be: {expected}"),
    )


def _fact(kb: KnowledgeBase, question: Question, value: object) -> Value:
    if value == NOT_SURE and not question.required:
        return NOT_SURE
    if question.kind == "positions":
        return _held(kb, question.id, value)
    if question.kind == "position":
        return _named(kb, question.id, value, post_meant)
    if question.kind == "years":
        return _years(question.id, value)
    if question.kind == "text":
        return _own_words(question.id, value)
    if question.kind == "choices":
        words = value if isinstance(value, list | tuple) else [value]
        return tuple(dict.fromkeys(_one_of(question.id, word, tuple(question.labels)) for word in words))
    return _one_of(question.id, value, tuple(question.labels) if question.required else (*question.labels, NOT_SURE))


def _held(kb: KnowledgeBase, question: str, value: object) -> tuple[str, ...]:
    words = [value] if isinstance(value, str) else value
    if not isinstance(words, list | tuple):
        expected = Text(
            f"写成列表，如 [{_example(kb)}]；还没入行就写 []",
            f"write a list, as [{_example(kb)}]; [] if not in the trade yet",
        )
        raise UsageError(f"{question} 不能是 {_shown(value)}", f"{question} cannot be {_shown(value)}", expected)
    return tuple(dict.fromkeys(post for word in words for post in _named(kb, question, word, posts_held)))


def _years(question: str, value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 60:
        return value
    _refuse_quoted(question, value)
    raise UsageError(
        f"{question} 不能是 {_shown(value)}",
        f"{question} cannot be {_shown(value)}",
        ("写年数，0 到 60，如 2.5", "write years from 0 to 60, as 2.5"),
    )


def _own_words(question: str, value: object) -> str:
    told = clean(str(value)).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    if told and len(told) <= _LONGEST and len(told.splitlines()) == 1:
        return told
    raise UsageError(
        f"{question} 不能是 {_shown(value)}",
        f"{question} cannot be {_shown(value)}",
        (f"写一行字，最多 {_LONGEST} 个", f"write a line of at most {_LONGEST} characters"),
    )


def _refuse_quoted(question: str, value: object) -> None:
    """Raise UsageError that tells how to write a number that was written as text."""
    if isinstance(value, str) and re.fullmatch(r"\d{1,2}(?:\.\d+)?", number := normalize("NFKC", value.strip())):
        raise UsageError(
            f"{question} 的答案写成了文字 '{value.strip()}'",
            f"{question} is the text '{value.strip()}'",
            (f"去掉引号，写 {number}", f"write {number}, without quotes"),
        )


def _one_of(question: str, value: object, options: tuple[str, ...]) -> str:
    if isinstance(value, str) and value in options:
        return value
    listed = ", ".join(options)
    raise UsageError(
        f"{question} 不能是 {_shown(value)}",
        f"{question} cannot be {_shown(value)}",
        (f"可以是：{listed}", f"it may be: {listed}"),
    )


def _named(kb: KnowledgeBase, question: str, value: object, read: Callable[[KnowledgeBase, str], T]) -> T:
    """Return the position, or those, that a word names. Raises UsageError that names question and value."""
    zh, en = f"{question} 不能是 {_shown(value)}", f"{question} cannot be {_shown(value)}"
    if not isinstance(value, str):
        expected = f"写岗位的编号，如 {_example(kb)}", f"write the id of a position, as {_example(kb)}"
        raise UsageError(zh, en, expected)
    try:
        return read(kb, value)
    except UsageError as wrong:
        raise UsageError(f"{zh}：{wrong.message.zh}", f"{en}: {wrong.message.en}", wrong.hint) from None


def _near(near: Iterable[str]) -> Text:
    listed = list(near)
    return Text("最接近的：" + "、".join(listed), "nearest: " + ", ".join(listed)) if listed else NOTHING


def _shown(value: object) -> str:
    text = clean(_spelt(value))
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "..."


def _spelt(value: object) -> str:
    """Return a value as files spell it."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_spelt(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_spelt, value))}]"
    return str(value)


def _example(kb: KnowledgeBase) -> str:
    return next(iter(kb.positions))
