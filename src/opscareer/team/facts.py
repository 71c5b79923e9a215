"""What counts of people's answers: those to questions that apply, as in an interview of each."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np

from opscareer.advice.standing import Standing, standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.question import OFFER, OFFERED, REASON, Question
from opscareer.records import dataclass
from opscareer.team.arrays import NONE, Bools, Floats, Ints, alike
from opscareer.team.coded import Column, Known, Numbers, Words, held
from opscareer.team.people import People


@dataclass(frozen=True)
class Facts:
    """Answers that count: choices by question (-1 unknown), goal and offer as positions (-1 none), years.

    avoid: which work is; it has a last column of its own, always false: of work that no option names.
    """

    words: Mapping[str, Ints]
    years: Floats
    years_total: Floats
    goal: Ints
    offer: Ints
    avoid: Bools

    def said(self, kb: KnowledgeBase, question: str, option: str) -> Bools:
        """Return who gave this answer."""
        codes = self.words.get(question)
        labels = list(kb.questions[question].labels) if codes is not None else []
        if codes is None or option not in labels:
            return np.zeros(len(self.years), dtype=bool)
        found: Bools = codes == labels.index(option)
        return found


def facts_of(kb: KnowledgeBase, people: People) -> Facts:
    """Return what counts of the answers."""
    people = _with_reason(kb, people)
    known: dict[str, Column] = dict(_by_title(kb, people))
    applies: dict[str, Bools] = {}
    for question in kb.questions.values():
        applies[question.id] = _applies(question, known, len(people))
        if (column := _answers(kb, people, question, applies[question.id])) is not None:
            known[question.id] = column
        if question.id == OFFER and isinstance(column, Words):
            known["offers"] = Numbers(np.where(column.codes == NONE, np.nan, 1.0))
    return _counting(kb, people, known, applies)


def _applies(question: Question, known: Known, count: int) -> Bools:
    """Return to whom of so many a question is put."""
    asked = held(question.when, known, count)
    return asked & ~held(question.unless, known, count) if question.unless else asked


def _with_reason(kb: KnowledgeBase, people: People) -> People:
    """Return people; of who told which post is offered, and not what brings them, that it is this."""
    labels = list(kb.questions[REASON].labels) if REASON in kb.questions else []
    reason, offer = people.words.get(REASON), people.words.get(OFFER)
    if reason is None or offer is None or OFFERED not in labels:
        return people
    told = np.where((reason == NONE) & (offer != NONE), labels.index(OFFERED), reason)
    return replace(people, words={**people.words, REASON: told})


def _counting(kb: KnowledgeBase, people: People, known: Known, applies: Mapping[str, Bools]) -> Facts:
    chosen = {q.id: known[q.id] for q in kb.questions.values() if q.kind == "choice"}
    nothing = np.zeros((len(people), 1), dtype=bool)
    avoid = people.several["avoid"] & applies["avoid"][:, None] if "avoid" in people.several else nothing[:, :0]
    return Facts(
        words={name: column.codes for name, column in chosen.items() if isinstance(column, Words)},
        years=_years(known, "years", len(people)),
        years_total=_years(known, "years_total", len(people)),
        goal=_position(known, "goal", len(people)),
        offer=_position(known, "offer", len(people)),
        avoid=np.hstack([avoid, nothing]),
    )


def _answers(kb: KnowledgeBase, people: People, question: Question, applies: Bools) -> Column | None:
    """Return the answers to a question by those to whom it applies; None where no rule can read them."""
    if question.kind == "years":
        return Numbers(np.where(applies, people.numbers[question.id], np.nan))
    if question.id not in people.words:
        return None
    labels = tuple(kb.positions) if question.kind == "position" else tuple(question.labels)
    return Words(np.where(applies, people.words[question.id], NONE), labels)


def _by_title(kb: KnowledgeBase, people: People) -> Known:
    """Return what tests of a question may ask about the ladder: the rung by title, and how many posts are held."""
    first, which = alike(list(people.posts.T))
    positions, rungs = list(kb.positions), list(kb.rungs)
    held_by = [tuple(positions[p] for p in people.posts[row] if p != NONE) for row in first]
    rung = [rungs.index(standing_by(kb, held).rung) if held else NONE for held in held_by]
    counts = (people.posts != NONE).sum(axis=1)
    return {"rung": Words(np.array(rung, dtype=np.intp)[which], rungs), "posts": Numbers(counts.astype(float))}


@lru_cache(maxsize=65536)  # the same posts come in every batch
def standing_by(kb: KnowledgeBase, posts: tuple[str, ...], facts: tuple[tuple[str, str], ...] = ()) -> Standing:
    """Return where somebody stands who holds some posts, and of whom some facts are known."""
    return standing_of(kb, Profile(current=posts, facts=dict(facts)))


def _position(known: Known, name: str, count: int) -> Ints:
    column = known.get(name)
    return column.codes if isinstance(column, Words) else np.full(count, NONE, dtype=np.intp)


def _years(known: Known, name: str, count: int) -> Floats:
    column = known.get(name)
    return column.values if isinstance(column, Numbers) else np.full(count, np.nan)
