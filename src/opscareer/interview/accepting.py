"""What is accepted as an answer to which question, and what is told where it is not."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from unicodedata import normalize

from opscareer.errors import UsageError
from opscareer.interview.answers import MORE, NO, SKILL, YES, Answers, Value
from opscareer.interview.columns import questions_of
from opscareer.interview.posts import post_meant, posts_held
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.model.question import Question
from opscareer.names import nearest
from opscareer.text import NOTHING, Text, clean

T = TypeVar("T")

_SHOWN = 40
_LONGEST = 80  # letters of an answer in one's own words


def accept(kb: KnowledgeBase, question: str, value: object) -> Value:
    """Return the answer as it is kept, with ids written out.

    Raises UsageError that names the question, the value and what was expected.
    """
    if question.startswith(SKILL):
        return _level(kb, question, value)
    if question == MORE:
        return _one_of(question, value, (YES, NO))
    if question not in kb.questions:
        hint = _near(_questions_near(kb, question))
        raise UsageError(f"没有问题 {clean(question)}", f"there is no question {clean(question)}", hint)
    return _fact(kb, kb.questions[question], value)


def _questions_near(kb: KnowledgeBase, said: str) -> list[str]:
    """Return the keys that somebody may have meant: those that a column of this name answers, else the nearest."""
    keys = [*kb.questions, *(SKILL + skill for skill in kb.skills)]
    return [key for key in questions_of(kb, said) if key in keys] or nearest(said, keys)


def _skills_near(kb: KnowledgeBase, said: str) -> list[str]:
    """Return the ids of the skills that somebody may have meant: the one of this name, else the nearest."""
    skills = kb.skills.values()
    named = {name.casefold(): one.id for one in skills for name in (*one.aliases.zh, *one.aliases.en, *one.name)}
    if (found := named.get(said.strip().casefold())) is not None:
        return [found]
    by_name = (named[name] for name in nearest(said.casefold(), named))
    return list(dict.fromkeys([*nearest(said, kb.skills), *by_name]))[:3]


def give(kb: KnowledgeBase, answers: Answers, question: str, value: object) -> Answers:
    """Return the answers with one more, or one changed in its place; what was settled opens again with a changed fact.

    Raises UsageError, and nothing has changed, where it is not valid.
    """
    accepted = accept(kb, question, value)
    if not question.startswith(SKILL) and answers.get(question, accepted) != accepted:
        answers = {id_: kept for id_, kept in answers.items() if id_ != MORE or question == MORE}
    return {**answers, question: accepted}


def _level(kb: KnowledgeBase, question: str, value: object) -> Value:
    skill = question.removeprefix(SKILL)
    if skill not in kb.skills:
        raise UsageError(
            f"没有能力 {clean(skill)}", f"there is no skill {clean(skill)}", _near(_skills_near(kb, skill))
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
