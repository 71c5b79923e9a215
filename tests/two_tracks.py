"""The small knowledge base with a senior rung and two tracks above it, diagonal moves, and a skill of leading people.

Writers rise to lead or by their craft; sellers and counters only to lead. Counters reach their director by a diagonal.
"""

from dataclasses import replace
from typing import Any

from small_kb import RUNGS, SMALL, asked, both, move, moves, position, question

from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Ladder, Post, Rung
from opscareer.model.rules import Leading, Playbook, SituationRule, Test
from opscareer.model.skill import Group

PROMOTIONS = (
    ("writer/specialist", "writer/senior"),
    ("writer/specialist", "writer/manager"),
    ("writer/senior", "writer/manager"),
    ("writer/senior", "writer/expert"),
    ("seller/specialist", "seller/manager"),
    ("counter/specialist", "counter/manager"),
    ("writer/manager", "head/director"),
    ("writer/expert", "head/director"),
    ("seller/manager", "head/director"),
    ("head/director", "top/chief"),
    ("top/chief", "first/chief"),
)
LATERALS = (
    ("writer/specialist", "seller/specialist"),
    ("seller/specialist", "writer/specialist"),
    ("writer/manager", "writer/expert"),
    ("writer/manager", "counter/manager"),
    ("seller/manager", "counter/manager"),
)
DIAGONALS = (
    ("writer/specialist", "seller/manager"),
    ("seller/specialist", "counter/manager"),
    ("writer/senior", "seller/manager"),
    ("counter/manager", "head/director"),
)
SENIOR = position("writer", "senior", "Senior Writer", asked("words", 4, 0.75, must=True), asked("sums", 2, 0.25))
EXPERT = position("writer", "expert", "Expert Writer", asked("words", 5, 0.75, must=True), asked("sums", 2, 0.25))
POSITIONS = {**SMALL.positions, SENIOR.id: SENIOR, EXPERT.id: EXPERT}


def _rung(id_: str, order: int, track: Any) -> Rung:
    like = next((rung for rung in RUNGS if rung.id == id_), RUNGS[1])
    return like._replace(id=id_, order=order, track=track, name=both(id_))


LADDER_RUNGS = (
    _rung("specialist", 1, None),
    _rung("senior", 2, None),
    _rung("manager", 3, "lead"),
    _rung("expert", 3, "craft"),
    _rung("director", 4, "lead"),
    _rung("chief", 5, "lead"),
)


def situation(id_: str, step: str, *when: Test, reach: float | None = None) -> SituationRule:
    """Return a rule of a situation."""
    book = Playbook((both("find out"),), (both("ask for"),), both("by when"), both("else"))
    return SituationRule(id_, when, step, reach, both(f"because {id_}"), book, ("judgement",))


SITUATIONS = (
    situation("away", "lower", Test("reason", ("out-of-work",)), Test("away", ("long",))),
    situation("between", "again", Test("reason", ("out-of-work",))),
    situation("offered", "offer", Test("reason", ("offered",)), reach=0.45),
    situation("elsewhere", "other", Test("reason", ("another-line",))),
    situation("new", "own", Test("years", below=1)),
)
GROUPS = {"words": "all", "deals": "all", "sums": "figures", "people": "lead"}

QUESTIONS = (
    question("reason", "choice", "stuck", "offered", "another-line", "out-of-work"),
    question("away", "choice", "short", "long"),
    question("offer", "position"),
    question("lead", "choice", "yes", "no", "unsure"),
    question("acting", "choice", "yes", "no"),
    question("avoid", "choices", "pen", "phone"),
)

TWO_TRACKS: KnowledgeBase = replace(
    SMALL,
    groups=tuple(Group(id_, both(id_)) for id_ in ("all", "figures", "lead")),
    skills={id_: replace(skill, group=GROUPS[id_]) for id_, skill in SMALL.skills.items()},
    questions={**SMALL.questions, **{q.id: q for q in QUESTIONS}},
    positions=POSITIONS,
    ladder=Ladder(
        LADDER_RUNGS,
        tuple(Post(p.id, p.role, p.rung, p.title) for p in POSITIONS.values()),
        (*moves(PROMOTIONS, LATERALS), *(move("diagonal", *ends) for ends in DIAGONALS)),
    ),
    rules=replace(SMALL.rules, situations=SITUATIONS, leading=Leading("people", 2, ("lead", "figures"))),
)


def with_more(*extra: tuple[str, str, str]) -> KnowledgeBase:
    """Return the knowledge base of two tracks with more moves, each a kind and its ends."""
    return replace(TWO_TRACKS, ladder=TWO_TRACKS.ladder._replace(moves=(*TWO_TRACKS.ladder.moves, *_made(extra))))


def without(*ends: tuple[str, str]) -> KnowledgeBase:
    """Return the knowledge base of two tracks without some moves."""
    left = tuple(m for m in TWO_TRACKS.ladder.moves if (m.start, m.end) not in ends)
    return replace(TWO_TRACKS, ladder=TWO_TRACKS.ladder._replace(moves=left))


def _made(extra: tuple[tuple[str, str, str], ...]) -> list[Any]:
    return [move(*one) for one in extra]
