from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import SMALL, WRITER, asked, position, with_positions
from two_tracks import TWO_TRACKS

from opscareer.advice import (
    Advice,
    Candidate,
    Gate,
    Prospect,
    advise,
    candidate_for,
    prospect_of,
    situation_of,
    standing_of,
)
from opscareer.advice.belief import UNIFORM, UNPROVED, Belief, mean, point
from opscareer.advice.fit import Gap, gaps_of, requirements_of
from opscareer.advice.gates import bars_of, flags_of, gates_of, least_years, skill_gates_of, verdict_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NOT_SURE, Profile
from opscareer.model.role import Position

GATE = Gate("skill", "words", 0, 4)


def gates(profile: Profile, where: str, *, entry: bool = False, kb: KnowledgeBase = SMALL) -> tuple[Gate, ...]:
    """Return the gates between a person and a position."""
    situation = situation_of(kb, profile)
    candidate = Candidate(where, "entry") if entry else candidate_for(kb, situation.standing, where)
    return gates_of(kb, candidate, situation.standing, situation.beliefs, profile)


def prospects(advice: Advice) -> list[Prospect]:
    """Return all positions of an advice, the best first."""
    return [advice.next, *advice.alternatives] if advice.next else []


def without_musts(one: Position) -> Position:
    """Return a position that insists on nothing."""
    return replace(one, requirements=tuple(replace(r, must=False) for r in one.requirements))


@pytest.mark.parametrize(
    ("level", "found"), [(1, (Gate("skill", "people", 1, 4),)), (2, (Gate("skill", "people", 2, 4),)), (3, ()), (5, ())]
)
def test_must_skill_more_than_one_level_short(level: int, found: tuple[Gate, ...]) -> None:
    """A must skill gates when it is more than one level short, and not when it is one."""
    assert gates(replace(WRITER, levels={"people": level, "words": 0}), "writer/manager") == found


def test_unknown_must_skill() -> None:
    """A must skill that is not known gates, and its level is told as unknown."""
    assert gates(replace(WRITER, levels={"words": 4}), "writer/manager") == (Gate("skill", "people", None, 4),)


@pytest.mark.parametrize(("need", "shut"), [(1, False), (2, True), (4, True)])
def test_must_skill_without_opportunity(need: int, shut: bool) -> None:
    """No opportunity for a must skill gates where level 0 would, and nobody is told that they stand at nought."""
    kb = with_positions(position("writer", "manager", "Head", asked("words", need, 1.0, must=True)))
    never = replace(WRITER, levels={}, no_opportunity=frozenset({"words"}))
    assert gates(never, "writer/manager", kb=kb) == ((Gate("skill", "words", None, need),) if shut else ())
    assert bool(gates(replace(WRITER, levels={"words": 0}), "writer/manager", kb=kb)) is shut


LED = {"words": 4, "deals": 4, "sums": 4, "people": 3}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"levels": LED}, ()),
        ({"levels": {**LED, "people": 1}}, (Gate("lead", "people", 1, 2),)),
        ({"levels": LED, "facts": {"acting": "no"}}, ()),
        ({"levels": {**LED, "people": 1}, "facts": {"acting": "yes"}}, ()),
        ({"levels": {"sums": 4}}, (Gate("lead", "people", None, 2),)),
        ({"levels": {"sums": 4}, "no_opportunity": frozenset({"people"})}, (Gate("lead", "people", None, 2),)),
    ],
)
def test_people_never_led(change: dict[str, Any], found: tuple[Gate, ...]) -> None:
    """A post that leads is shut for who has led nobody, or does not say so; who acted for somebody above has led."""
    assert gates(replace(WRITER, **change), "first/chief", kb=TWO_TRACKS) == found


def test_leading_gates_once() -> None:
    """Where leading is a must of the post and shut by that already, it is told once."""
    assert gates(replace(WRITER, levels={"people": 1}), "writer/manager", kb=TWO_TRACKS) == (
        Gate("skill", "people", 1, 4),
    )
    assert gates(replace(WRITER, levels={"words": 5, "people": 0}), "writer/expert", kb=TWO_TRACKS) == ()


@pytest.mark.parametrize(
    ("years", "found"), [(None, (Gate("time", "", None, 2),)), (1.5, (Gate("time", "", 1.5, 2),)), (2, ()), (9, ())]
)
def test_time_on_the_rung(years: float | None, found: tuple[Gate, ...]) -> None:
    """A way up waits for the least years on the present rung, and for years that are not known."""
    person = Profile(("writer/specialist",), years=years, levels={"words": 4, "people": 4})
    assert gates(person, "writer/manager") == found


def test_who_acted_has_served_the_time() -> None:
    """Who has done the work of the post above in fact waits for no years."""
    acting = Profile(("writer/specialist",), years=0, levels={"words": 4, "people": 4}, facts={"acting": "yes"})
    assert gates(acting, "writer/manager") == ()


def test_fastest_of_several_lines_gives_the_years() -> None:
    """A position may set its own years; of several posts on the present rung the fastest counts."""
    kb = with_positions(replace(SMALL.positions["seller/specialist"], years=(1.0, 2.0)))
    levels = {"words": 4, "people": 4}
    posts = ("writer/specialist", "seller/specialist")
    assert gates(Profile(posts, years=1, levels=levels), "writer/manager", kb=kb) == ()
    assert gates(Profile(posts[:1], years=1, levels=levels), "writer/manager", kb=kb) == (Gate("time", "", 1, 2),)
    assert gates(Profile((*posts[1:], "writer/manager"), years=1, levels=levels), "head/director", kb=kb) == (
        Gate("time", "", 1, 3),
    )


def test_from_outside_no_years_are_due() -> None:
    """Who holds no post of the trade waits for no years."""
    assert least_years(SMALL, standing_of(SMALL, Profile())) == 0.0


def test_nobody_waits_to_step_sideways() -> None:
    """Too few years close no lateral move and nothing on a lower rung."""
    newcomer = Profile(("writer/manager",), years=0, levels={"sums": 4, "people": 4, "words": 4})
    assert gates(newcomer, "counter/manager") == ()
    assert gates(newcomer, "writer/specialist") == ()


def test_nobody_rises_from_a_lower_post_besides() -> None:
    """A step sideways from the highest post waits for no years, though a lower one held besides rises there."""
    several = Profile(("writer/senior", "writer/manager"), years=0, levels={"words": 5, "people": 4})
    assert gates(several, "writer/expert", kb=TWO_TRACKS) == ()
    assert gates(several, "head/director", kb=TWO_TRACKS)[-1:] == (Gate("time", "", 0, 3),)


def test_promotion_on_one_rung_waits_too() -> None:
    """A promotion that stays on the rung waits for the years like any other."""
    assert gates(Profile(("top/chief",), years=4), "first/chief") == (Gate("time", "", 4, 5),)


def test_from_outside_no_time_is_due() -> None:
    """From outside skills alone gate: one level lower for an entry, as they stand for a higher position."""
    newcomer = Profile(levels={"words": 1, "people": 0})
    assert gates(newcomer, "writer/specialist", entry=True) == (Gate("skill", "words", 1, 3),)
    assert gates(replace(newcomer, levels={"words": 2}), "writer/specialist", entry=True) == ()
    assert gates(newcomer, "writer/manager") == (Gate("skill", "people", 0, 4),)


def test_skills_stand_before_time() -> None:
    """Gates of skills are told before the gate of time."""
    assert [gate.kind for gate in gates(replace(WRITER, years=0), "writer/manager")] == ["skill", "time"]


@pytest.mark.parametrize(
    ("where", "degree", "told"),
    [
        ("writer/specialist", "low", ["a degree"]),
        ("writer/specialist", "middle", []),
        ("writer/specialist", "high", []),
        ("writer/specialist", None, []),
        ("writer/manager", "low", ["a degree", "a high degree"]),
        ("writer/manager", "middle", ["a high degree"]),
        ("writer/manager", "high", []),
        ("seller/specialist", "low", []),
    ],
)
def test_flags(where: str, degree: str | None, told: list[str]) -> None:
    """A condition of the role is flagged on its rungs where the person's answer stands below it, and only if told."""
    facts = {"degree": degree} if degree else {}
    flags = flags_of(SMALL, where, Profile(facts=facts))
    assert [flag.condition.text.en for flag in flags] == told
    assert all(flag.have == degree for flag in flags)


@pytest.mark.parametrize(
    ("fit", "closed", "verdict"),
    [
        (1, (), "ready"),
        (0.85, (), "ready"),
        (0.85 - 1e-6, (), "within-reach"),
        (1, (GATE,), "within-reach"),
        (0.65, (GATE,), "within-reach"),
        (0.65 - 1e-6, (), "build-first"),
        (0, (GATE,), "build-first"),
    ],
)
def test_verdict(fit: float, closed: tuple[Gate, ...], verdict: str) -> None:
    """Ready from a fit of .85 without a gate, within reach from .65, else to be built first."""
    assert verdict_of(SMALL, fit, closed) == verdict


def gap(belief: Belief, *, told: bool = True) -> Gap:
    """Return a gap to level 2."""
    return Gap("words", None, mean(belief), need=2, weight=0.1, gain=0.05, assumed=not told)


@pytest.mark.parametrize(
    ("short", "verdict"),
    [
        (gap(point(0)), "within-reach"),
        (gap(UNPROVED), "within-reach"),  # as level 0 is
        (gap(point(1)), "ready"),
        (gap((1, 0, 0, 0, 0, 0), told=False), "ready"),  # what is only supposed shuts nothing
        (gap(UNIFORM, told=False), "ready"),
    ],
)
def test_two_levels_short_is_not_ready(short: Gap, verdict: str) -> None:
    """Nobody is ready who lacks two levels of anything, must or not; no opportunity counts as the level that it is."""
    assert verdict_of(SMALL, 0.95, (), (short,)) == verdict
    assert verdict_of(SMALL, 0.5, (), (short,)) == "build-first"


@pytest.mark.parametrize(("weights", "verdict"), [((6, 7, 4, 3), "ready"), ((1, 5, 7, 7), "within-reach")])
def test_bounds_are_met_exactly(weights: tuple[int, ...], verdict: str) -> None:
    """A fit of exactly .85 or .65 reaches the bound, whatever the last digit of the sum."""
    needs = zip(SMALL.skills, (4, 4, 4, 1), weights, strict=True)
    parts = [asked(skill, level, weight / 20) for skill, level, weight in needs]
    kb = with_positions(position("writer", "manager", "Head Writer", *parts))
    told = {"words": 4, "deals": 4, "sums": 4, "people": 0}
    person = Profile(("writer/specialist",), years=9, goal="writer/manager", levels=told)
    advice = advise(kb, person)
    assert advice.next is not None
    assert (advice.next.position, advice.next.verdict) == ("writer/manager", verdict)


@pytest.mark.uncounted
@given(data=st.data())
def test_unknown_must_is_never_ready(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Nobody is called ready for a position of which a must skill is not known."""
    advice = advise(kb, data.draw(people(kb)))
    for prospect in prospects(advice):
        asked = requirements_of(kb, prospect.position, entry=not prospect.candidate.start)
        never = {r.skill for r in asked if r.level == 1} & advice.situation.profile.no_opportunity
        unknown = {r.skill for r in asked if r.must} - set(advice.situation.profile.levels) - never
        assert {gate.skill for gate in prospect.gates if gate.have is None and gate.kind == "skill"} == unknown
        assert not (unknown and prospect.verdict == "ready")


@given(data=st.data())
def test_what_bars_from_being_ready(kb: KnowledgeBase, data: st.DataObject) -> None:
    """What bars from being ready are the skills with a gate, and those told to be more than a step short."""
    beliefs = situation_of(kb, data.draw(people(kb))).beliefs
    asked = requirements_of(kb, data.draw(st.sampled_from(list(kb.positions))), entry=data.draw(st.booleans()))
    gated = {gate.skill for gate in skill_gates_of(kb, asked, beliefs)}
    far = {gap.skill for gap in gaps_of(asked, beliefs) if not gap.assumed and gap.need - round(gap.expected) > kb.step}
    assert bars_of(kb, asked, beliefs) == {r.skill: r.level - kb.step for r in asked if r.skill in gated | far}


@pytest.mark.uncounted
@given(data=st.data(), years=st.none() | st.integers(1, 10))
def test_gates_and_years_change_no_score(kb: KnowledgeBase, data: st.DataObject, years: int | None) -> None:
    """Other years, and skills being musts or not, change gates and verdicts but no fit, no score and no order."""
    profile = replace(data.draw(people(kb)), offer=None)
    profile = profile if profile.years is None or profile.years >= 1 else replace(profile, years=1)
    free = replace(kb, positions={id_: without_musts(one) for id_, one in kb.positions.items()})
    before = prospects(advise(kb, profile))
    after = prospects(advise(free, replace(profile, years=years)))
    assert [(p.position, p.fit, p.score) for p in before] == [(p.position, p.fit, p.score) for p in after]
    assert not any(gate.kind == "skill" for p in after for gate in p.gates)


@pytest.mark.uncounted
@given(data=st.data())
def test_raising_a_level_shuts_nothing(kb: KnowledgeBase, data: st.DataObject) -> None:
    """With something told of every skill, a level more turns no `ready` into less, shuts no gate and lowers no fit."""
    for base in (kb, TWO_TRACKS):
        person = data.draw(people(base, all_told=True))
        skill = data.draw(st.sampled_from(list(base.skills)))
        raised = min(5, person.levels.get(skill, 0) + 1)
        higher = replace(
            person, levels={**person.levels, skill: raised}, no_opportunity=person.no_opportunity - {skill}
        )
        where = data.draw(st.sampled_from(list(base.positions)))
        before, after = (_direct(base, profile, where) for profile in (person, higher))
        assert RISING.index(after.verdict) >= RISING.index(before.verdict)
        assert {gate.skill for gate in after.gates} <= {gate.skill for gate in before.gates}
        if before.gaps_of == after.gaps_of:
            assert after.fit >= before.fit - 1e-12


RISING = ("build-first", "within-reach", "ready")


def _direct(kb: KnowledgeBase, profile: Profile, where: str) -> Prospect:
    """Return a position held against a person, whatever comes first for them."""
    situation = situation_of(kb, profile)
    return prospect_of(kb, situation, candidate_for(kb, situation.standing, where))


def test_not_sure_is_no_flag() -> None:
    """An answer that is no step of the scale raises no flag."""
    assert flags_of(SMALL, "writer/specialist", Profile(facts={"degree": NOT_SURE})) == ()
