"""Random knowledge bases for properties: the skills of the small one, and a few positions on three to five rungs.

Rungs may stand on two tracks. Months, needs, requirements, years, moves and the constants of the search are any that a
knowledge base may have.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hypothesis import strategies as st
from small_kb import RUNGS, SKILLS, SMALL, asked, both, move, position, role

from opscareer.advice import Situation
from opscareer.advice.gates import months_due
from opscareer.advice.ways.leg import Place, step_on
from opscareer.model.constants import Constants
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Ladder, Move, Post, Rung
from opscareer.model.role import Position, Requirement
from opscareer.model.rules import SituationRule
from opscareer.model.skill import Need, Skill
from opscareer.model.step import StepKind

ROLES = ("east", "north", "west")
MONTHS = st.sampled_from([(1.0,) * 5, (0.5, 1.0, 2.0, 3.5, 6.0), (9.0, 2.0, 1.0, 0.5, 0.25), (3.0, 3.0, 1.0, 1.0, 9.0)])
LADDER = (RUNGS[0], RUNGS[1]._replace(track="lead"), RUNGS[1]._replace(id="expert", track="craft"), *RUNGS[2:])
"""The rungs of the small knowledge base, and beside the manager's the expert's."""
SIDEWAYS = ("lateral", "diagonal")
OFFERED = SituationRule("offered", (), "offer", 0.3, both("an offer"), None, ("judgement",))
"""Whoever is offered a post is advised on it first."""


def with_skills(
    kb: KnowledgeBase, needs: Mapping[str, tuple[Need, ...]], months: Mapping[str, tuple[float, ...]] | None = None
) -> KnowledgeBase:
    """Return a knowledge base in which some skills need others first, and take other months to the levels 1-5."""
    changed = {
        skill.id: replace(
            skill,
            needs=needs.get(skill.id, ()),
            months={str(n): m for n, m in enumerate((months or {}).get(skill.id, skill.months.values()), 1)},
        )
        for skill in kb.skills.values()
    }
    return replace(kb, skills=changed)


@st.composite
def random_kbs(draw: st.DrawFn) -> KnowledgeBase:
    """Return a knowledge base of up to fifteen positions."""
    rungs = [_rung(draw, rung) for rung in draw(st.sampled_from([RUNGS[:3], RUNGS, LADDER[:3], LADDER]))]
    positions = {p.id: p for rung in rungs for p in draw(_positions(rung.id))}
    posts = tuple(Post(p.id, p.role, p.rung, p.title) for p in positions.values())
    return replace(
        SMALL,
        skills=draw(_skills()),
        roles={id_: role(id_, (), work) for id_, work in zip(ROLES, (("pen",), ("phone",), ()), strict=True)},
        positions=positions,
        ladder=Ladder(tuple(rungs), posts, draw(_moves(list(positions.values()), rungs))),
        rules=replace(
            SMALL.rules,
            constants=_constants(draw),
            situations=draw(st.sampled_from([(), (OFFERED,)])),
        ),
    )


@st.composite
def _skills(draw: st.DrawFn) -> dict[str, Skill]:
    """Return the skills; none waits for one that waits for it, since what comes first is always less far on."""
    far = {skill: draw(st.integers(0, 3)) for skill in SKILLS}
    free = [
        (skill, Need(level, other, first))
        for skill in SKILLS
        for other in SKILLS
        for level in range(1, 6)
        for first in range(1, 6)
        if skill != other and level + far[skill] > first + far[other]
    ]
    needs = draw(st.lists(st.sampled_from(free), max_size=5, unique=True))
    by_skill = {skill: tuple(need for owner, need in needs if owner == skill) for skill in SKILLS}
    return dict(with_skills(SMALL, by_skill, {skill: draw(MONTHS) for skill in SKILLS}).skills)


@st.composite
def _positions(draw: st.DrawFn, rung: str) -> list[Position]:
    """Return one to three positions of a rung."""
    held = draw(st.lists(st.sampled_from(ROLES), min_size=1, unique=True))
    drawn = [position(name, rung, f"{name} {rung}", *draw(_requirements())) for name in held]
    return [replace(one, years=draw(st.sampled_from([None, None, (0.5, 1.0), (3.0, 4.0)]))) for one in drawn]


@st.composite
def _requirements(draw: st.DrawFn) -> list[Requirement]:
    """Return what a position asks, the weights adding up to 1."""
    one = st.tuples(st.integers(1, 5), st.integers(1, 5), st.booleans())
    parts = draw(st.dictionaries(st.sampled_from(list(SKILLS)), one, min_size=1, max_size=3))
    whole = sum(weight for _, weight, _ in parts.values())
    return [asked(skill, level, weight / whole, must=must) for skill, (level, weight, must) in parts.items()]


@st.composite
def _moves(draw: st.DrawFn, positions: list[Position], rungs: list[Rung]) -> tuple[Move, ...]:
    """Return moves of all kinds, at most one between two positions.

    Promotions also rise by more than one, and from one top position to a later one.
    """
    order = {rung.id: rung.order for rung in rungs}
    free = [
        (kind, start.id, end.id)
        for number, start in enumerate(positions)
        for end in positions
        if start != end
        for kind in _kinds(order[end.rung] - order[start.rung], order[end.rung] == rungs[-1].order, start, end)
        if kind != "promotion" or order[end.rung] > order[start.rung] or end in positions[number:]
    ]
    drawn = draw(st.lists(st.sampled_from(free), max_size=16, unique_by=lambda one: one[1:])) if free else []
    return tuple(move(*one) for one in drawn)


def _kinds(rise: int, top: bool, start: Position, end: Position) -> list[str]:
    """Return what kinds of move may join two positions."""
    if rise > 0:
        return ["promotion", "diagonal"] if rise == 1 and start.role != end.role else ["promotion"]
    return [] if rise else ["lateral", "promotion"] if top else ["lateral"]


def _rung(draw: st.DrawFn, rung: Rung) -> Rung:
    return rung._replace(years_min=draw(st.sampled_from([0.0, 0.25, 0.5, 1.0, 2.0])))


def _constants(draw: st.DrawFn) -> Constants:
    return replace(
        SMALL.rules.constants,
        ready=draw(st.sampled_from([0.5, 0.7, 0.85, 1.0])),
        plan_parallel=draw(st.integers(1, 3)),
        path_sideways=draw(st.sampled_from([0, 1, 2, 2, 2])),
        path_entries=draw(st.integers(1, 3)),
    )


def every_way(
    kb: KnowledgeBase, situation: Situation, goals: frozenset[str], sideways: int, without: frozenset[str] = frozenset()
) -> list[tuple[Place, ...]]:
    """Return all ways to the goals, each as the places on it: no position twice, so many steps sideways at most.

    They set out by the moves from the highest positions held, or by giving a title its substance, to which nothing else
    leads, or by the entries that suit best, or by a post on offer, or by a goal that one begins by and no move reaches;
    without: positions that none leads through.
    """
    standing, offered = situation.standing, situation.offered
    due = months_due(kb, standing, situation.profile)
    goals = goals - {*standing.positions}
    highest = [held for held in standing.positions if kb.order(held) == kb.rungs[standing.rung].order] or [""]
    ways: list[tuple[Place, ...]] = []
    for start in (Place(held, situation.beliefs, due, (*standing.positions, *without)) for held in highest):
        first: list[tuple[StepKind, str, Move | None]] = [
            (move.kind, move.end, move)
            for move in kb.ladder.moves
            if move.start == start.position and move.end not in standing.in_name
        ]
        first += [("stay", title, None) for title, real in standing.in_name.items() if real == start.position]
        if offered and offered.start == start.position and not offered.move:
            first.append((offered.kind, offered.position, None))
        begun = [step for step in situation.steps.values() if step.kind == "lateral" and not step.move]
        new = [step for step in begun if not offered or step.position != offered.position]
        first += [(step.kind, step.position, None) for step in new if step.start == start.position]
        ways += [way for step in first for way in _by(kb, start, step, goals, sideways)]
        if standing.outside:
            entries = [_by(kb, start, ("entry", scale.line.key, None), goals, sideways) for scale in situation.scales]
            suiting = [found for found in entries if found][: kb.rules.constants.path_entries]
            ways += [way for found in suiting for way in found]
    ways = [way for way in ways if not any(place.position in standing.in_name for place in way[2:])]
    return list({(way[0].position, way[-1].way): way for way in ways}.values())


def _by(
    kb: KnowledgeBase, start: Place, step: tuple[StepKind, str, Move | None], goals: frozenset[str], sideways: int
) -> list[tuple[Place, ...]]:
    """Return the ways by a first step."""
    kind, end, move_ = step
    left = sideways - (kind in SIDEWAYS)
    allowed = end not in start.passed and left >= 0
    return list(_onward(kb, (start, step_on(kb, start, kind, end, move_)), goals, left)) if allowed else []


def _onward(
    kb: KnowledgeBase, way: tuple[Place, ...], goals: frozenset[str], sideways: int
) -> Iterator[tuple[Place, ...]]:
    here = way[-1]
    if here.position in goals:
        yield way
        return
    for onward in kb.ladder.moves:
        left = sideways - (onward.kind in SIDEWAYS)
        if onward.start == here.position and onward.end not in here.passed and left >= 0:
            yield from _onward(kb, (*way, step_on(kb, here, onward.kind, onward.end, onward)), goals, left)
