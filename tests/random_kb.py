"""Random knowledge bases for properties: the skills of the small one, and a few positions on three or four rungs.

Months, needs, requirements, years, moves and the constants of the search are any that a knowledge base may have.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hypothesis import strategies as st
from small_kb import RUNGS, SKILLS, SMALL, asked, both, moves, position, role

from opscareer.advice import Situation
from opscareer.advice.ways.leg import Place, step_on
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Ladder, Post, Rung
from opscareer.model.role import Position, Requirement
from opscareer.model.rules import Constant
from opscareer.model.skill import Need, Skill

ROLES = ("east", "north", "west")
MONTHS = st.sampled_from([(1.0,) * 5, (0.5, 1.0, 2.0, 3.5, 6.0), (9.0, 2.0, 1.0, 0.5, 0.25), (3.0, 3.0, 1.0, 1.0, 9.0)])
Pair = tuple[str, str]


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
    """Return a knowledge base of up to twelve positions."""
    rungs = [_rung(draw, rung) for rung in RUNGS[: draw(st.integers(3, 4))]]
    positions = {p.id: p for rung in rungs for p in draw(_positions(rung.id))}
    posts = tuple(Post(p.id, p.role, p.rung, p.title) for p in positions.values())
    return replace(
        SMALL,
        skills=draw(_skills()),
        roles={id_: role(id_, (), ()) for id_ in ROLES},
        positions=positions,
        ladder=Ladder(tuple(rungs), posts, moves(*draw(_ends(list(positions.values()))))),
        rules=replace(SMALL.rules, constants=SMALL.rules.constants | _constants(draw)),
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
    return [position(name, rung, f"{name} {rung}", *draw(_requirements())) for name in held]


@st.composite
def _requirements(draw: st.DrawFn) -> list[Requirement]:
    """Return what a position asks, the weights adding up to 1."""
    one = st.tuples(st.integers(1, 5), st.integers(1, 5), st.booleans())
    parts = draw(st.dictionaries(st.sampled_from(list(SKILLS)), one, min_size=1, max_size=3))
    whole = sum(weight for _, weight, _ in parts.values())
    return [asked(skill, level, weight / whole, must=must) for skill, (level, weight, must) in parts.items()]


@st.composite
def _ends(draw: st.DrawFn, positions: list[Position]) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Return promotions (also over a rung, and from one top position to a later one) and sideways moves."""
    top, up = positions[-1].rung, []
    for number, start in enumerate(positions):
        higher = [p.id for p in positions[number + 1 :] if p.rung != start.rung or p.rung == top][:5]
        ends = st.lists(st.sampled_from(higher), max_size=2, unique=True) if higher else st.just([])
        up += [(start.id, end) for end in draw(ends)]
    beside = [(a.id, b.id) for a in positions for b in positions if a.rung == b.rung and a != b]
    side = draw(st.lists(st.sampled_from(beside), max_size=5, unique=True)) if beside else []
    return tuple(up), tuple(pair for pair in side if pair not in up)


def _rung(draw: st.DrawFn, rung: Rung) -> Rung:
    return rung._replace(years_min=draw(st.sampled_from([0.0, 0.25, 0.5, 1.0, 2.0])))


def _constants(draw: st.DrawFn) -> dict[str, Constant]:
    values = {
        "ready": draw(st.sampled_from([0.5, 0.7, 0.85, 1.0])),
        "plan_parallel": draw(st.integers(1, 3)),
        "path_sideways": draw(st.sampled_from([0, 1, 2, 2, 2])),
        "path_entries": draw(st.integers(1, 3)),
    }
    return {name: Constant(value, both(name)) for name, value in values.items()}


def every_way(kb: KnowledgeBase, situation: Situation, goals: frozenset[str], sideways: int) -> list[tuple[Place, ...]]:
    """Return all ways to the goals, each as the places on it: no position twice, so many steps sideways at most."""
    standing, served = situation.standing, 12 * (situation.profile.years or 0.0)
    highest = [held for held in standing.positions if kb.order(held) == kb.rungs[standing.rung].order]
    places = [Place(held, situation.beliefs, served, standing.positions) for held in highest]
    ways = [way for place in places for way in _onward(kb, (place,), goals - {*standing.positions}, sideways)]
    if standing.outside:
        outside = Place("", situation.beliefs, served, ())
        suiting = [s.candidate.position for s in situation.scales if goals & _ahead(kb, s.candidate.position)]
        for entry in suiting[: int(kb.rules["path_entries"])]:
            entered = step_on(kb, outside, "entry", entry, None)
            ways += _onward(kb, (outside, entered), goals, sideways)
    return ways


def _ahead(kb: KnowledgeBase, position: str) -> set[str]:
    """Return all positions that any moves lead to from one, itself among them."""
    ahead = {position}
    for _ in kb.positions:
        ahead |= {move.end for move in kb.ladder.moves if move.start in ahead}
    return ahead


def _onward(
    kb: KnowledgeBase, way: tuple[Place, ...], goals: frozenset[str], sideways: int
) -> Iterator[tuple[Place, ...]]:
    here = way[-1]
    if here.position in goals:
        yield way
        return
    for move in kb.ladder.moves:
        left = sideways - (move.kind == "lateral")
        if move.start == here.position and move.end not in here.passed and left >= 0:
            yield from _onward(kb, (*way, step_on(kb, here, move.kind, move.end, move)), goals, left)
