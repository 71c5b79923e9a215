"""What a cell of a form or of a table of people says, as an answer.

A cell holds a level with or without its text, an id, a title or a label in either language, several of these, or years
in words. Nothing here reads a file.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from opscareer.errors import UsageError
from opscareer.interview.accepting import accept
from opscareer.interview.answers import SKILL, Value
from opscareer.interview.both import words_of
from opscareer.interview.cell_names import EMPTY, NOBODY, UNPROVED, UNSURE, label_of, names_of
from opscareer.interview.forms import OPPORTUNITY_TEXT, SURE_TEXT
from opscareer.interview.levels_said import level_said
from opscareer.interview.listed import contradicting, is_ranked, parted
from opscareer.interview.posts import post_meant, posts_held
from opscareer.interview.years import years
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.model.question import Question
from opscareer.names import folded
from opscareer.text import Text, clean

Cell = str | int | float | Sequence[str] | None
"""What files have in a cell; of several answers a list, or one text with separators."""
Reading = Callable[[Cell], Value | None]
"""Takes a cell and returns the answer that it gives, None where it is blank. Raises UsageError."""

_IN_BRACKETS = re.compile(r"(.*)\[([^\[\]]+)\]\s*", re.DOTALL)
_SHOWN = 40


def reading_of(kb: KnowledgeBase, question: str) -> Reading:
    """Return what reads the cells of a question or of a skill. Raises UsageError where there is none such."""
    if question not in kb.questions:
        accept(kb, question, NOT_SURE)  # which names the nearest
        return lambda cell: _level(kb, question, _plain(cell))
    asked = kb.questions[question]
    if asked.kind == "years":
        return lambda cell: _years(kb, asked, _plain(cell))
    if asked.kind == "text":
        return lambda cell: _own_words(kb, asked, _plain(cell))
    if asked.kind in ("positions", "choices"):
        return lambda cell: _several(kb, asked, cell)
    return lambda cell: _single(kb, asked, _plain(cell))


def _plain(cell: Cell) -> str:
    """Return a cell as one line of text, whole numbers without a fraction."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, str | int | float):
        return clean(str(cell)).strip()
    return "" if cell is None else "; ".join(clean(part) for part in cell)


def _level(kb: KnowledgeBase, question: str, said: str) -> Value | None:
    if not said:
        return None
    word = folded(said)
    if word in UNSURE or word in UNPROVED:
        return NOT_SURE if word in UNSURE else NO_OPPORTUNITY
    level = level_said(kb.skills[question.removeprefix(SKILL)], said)
    if level is None or level > kb.top:
        unlevelled = f"{SURE_TEXT.zh}、{OPPORTUNITY_TEXT.zh}", f"{SURE_TEXT.en}, {OPPORTUNITY_TEXT.en}"
        raise _wrong(question, said, Text(f"0-{kb.top}、{unlevelled[0]}", f"0-{kb.top}, {unlevelled[1]}"))
    return level


def _years(kb: KnowledgeBase, question: Question, said: str) -> Value | None:
    if not said:
        return None
    if folded(said) in UNSURE and not question.required:
        return NOT_SURE
    told = years(said)
    return accept(kb, question.id, said if told is None else told)


def _own_words(kb: KnowledgeBase, question: Question, said: str) -> Value | None:
    """Return what somebody wrote; words that mean nothing elsewhere are their own here."""
    return accept(kb, question.id, said) if said else None


def _single(kb: KnowledgeBase, question: Question, said: str) -> Value | None:
    """Return the only answer that a cell gives."""
    if not said:
        return None
    names = {} if said == NOT_SURE else names_of(kb, question.id)
    found = names.get(folded(said)) or _bracketed(kb, question, names, said)
    if found is None and folded(said) in UNSURE and not question.required:
        return NOT_SURE
    return found or _looked_for(kb, question, said)


def _several(kb: KnowledgeBase, question: Question, cell: Cell) -> Value | None:
    """Return all answers that a cell gives, each once; a name may hold what stands between two names."""
    said = _lines(cell)
    if not said.strip():
        return () if isinstance(cell, tuple | list) else None
    names = {} if said.strip() in (NOT_SURE, NOBODY) else names_of(kb, question.id)
    word = folded(said)
    if word not in names and word in EMPTY:
        return ()
    if word not in names and word in UNSURE and not question.required:
        return NOT_SURE
    of_posts = question.kind == "positions"
    parts = parted(said, lambda part: folded(part) in names or (of_posts and is_ranked(kb, part)))
    return tuple(dict.fromkeys(one for part in parts for one in _part(kb, question, names, part)))


def _part(kb: KnowledgeBase, question: Question, names: Mapping[str, str], part: str) -> tuple[str, ...]:
    """Return the answers that one of several pieces gives. Raises UsageError where it gives none."""
    if found := names.get(folded(part)) or _bracketed(kb, question, names, part):
        return (found,)
    return posts_held(kb, part) if question.kind == "positions" else (_looked_for(kb, question, part),)


def _lines(cell: Cell) -> str:
    """Return a cell as text of which a line may be an answer."""
    return "\n".join(map(clean, cell.split("\n"))) if isinstance(cell, str) else _plain(cell)


def _bracketed(kb: KnowledgeBase, question: Question, names: Mapping[str, str], said: str) -> str | None:
    """Return the answer whose id stands in brackets after a name. Raises UsageError after another position's."""
    found = _IN_BRACKETS.fullmatch(said)
    if found is None or (answer := names.get(folded(found[2]))) is None:
        return None
    called, own = folded(found[1]), map(folded, words_of(label_of(kb, question.id, answer)))
    if question.kind in ("positions", "position") and names.get(called, answer) != answer and called not in own:
        raise contradicting(found[1], answer)
    return answer


def _looked_for(kb: KnowledgeBase, question: Question, said: str) -> str:
    """Return the position that somebody means by a word. Raises UsageError, with the nearest or with all there are."""
    if question.kind == "position":
        return post_meant(kb, said)
    options = [*(label_of(kb, question.id, id_) for id_ in question.labels), SURE_TEXT]
    zh, en = (label.zh for label in options), (label.en for label in options)
    raise _wrong(question.id, said, Text("；".join(zh), "; ".join(en)))


def _wrong(question: str, said: str, expected: Text) -> UsageError:
    shown = said if len(said) <= _SHOWN else said[:_SHOWN] + "..."
    return UsageError(
        f"{question} 的答案不能是 {shown}",
        f"{question} cannot be {shown}",
        (f"可以是：{expected.zh}", f"it may be: {expected.en}"),
    )
