"""Advice over another number of levels: all that is believed goes up to the highest that there is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_kb import MAX, SMALL, WRITER, asked, both, position

from opscareer.advice import advise, effects_of, steadiness_of
from opscareer.advice.belief import mean, point, uniform, unproved
from opscareer.advice.fit import gaps_of, requirements_of
from opscareer.advice.gates import skill_gates_of, verdict_of
from opscareer.advice.situation import situation_of
from opscareer.advice.ways.plan import plan_of
from opscareer.errors import UsageError
from opscareer.interview import accept, next_question
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile


def with_top(top: int) -> KnowledgeBase:
    """Return the small knowledge base with so many levels; what asks more than the highest asks that."""
    levels = tuple(both(f"level {level}") for level in range(top + 1))
    months = {str(level): float(level) for level in range(1, top + 1)}
    skills = {
        id_: replace(skill, levels=levels, grow=tuple((both("do"),) for _ in range(top)), months=months)
        for id_, skill in SMALL.skills.items()
    }
    positions = {
        p.id: replace(p, requirements=tuple(replace(r, level=min(r.level, top)) for r in p.requirements))
        for p in SMALL.positions.values()
    }
    return replace(SMALL, skills=skills, positions=positions)


@given(st.integers(3, 9))
def test_beliefs(top: int) -> None:
    """A level told, nothing known and no opportunity are shares of all levels that there are."""
    for belief in (point(top, top), uniform(top), unproved(top)):
        assert len(belief) == top + 1
        assert sum(belief) == pytest.approx(1)
    assert (mean(point(top, top)), mean(unproved(top))) == (top, 0.2)
    assert mean(uniform(top)) == pytest.approx(top / 2)


@pytest.mark.parametrize("top", [3, 9])
def test_answers(top: int) -> None:
    """Levels up to the highest are answers, and no higher one; a question offers them all."""
    kb = with_top(top)
    assert accept(kb, "skill.words", top) == top
    with pytest.raises(UsageError) as refused:
        accept(kb, "skill.words", top + 1)
    assert f"0-{top}" in refused.value.hint[1]
    asked = {"current": ("writer/specialist",)} | dict.fromkeys(kb.questions.keys() - {"current"}, "not-sure")
    question = next_question(kb, asked)
    assert question is not None
    assert [choice.value for choice in question.choices if isinstance(choice.value, int)] == list(range(top + 1))


@pytest.mark.parametrize("top", [3, 5, 9])
def test_up_to_the_top(top: int) -> None:
    """Who stands at the top of everything gains nothing by one level more, and is no higher when all is raised."""
    kb = with_top(top)
    best = advise(kb, Profile(current=("writer/specialist",), levels=dict.fromkeys(MAX, top)))
    assert all(effect.to <= top for effect in effects_of(kb, best))
    assert steadiness_of(kb, best).higher.position == (best.next.position if best.next else None)


@given(st.sampled_from([3, 4, 6, 9]))
def test_unknown_levels(top: int) -> None:
    """What is supposed of an unknown skill is spread as wide over more levels."""
    beliefs = situation_of(with_top(top), replace(WRITER, levels={"words": top})).beliefs
    assert all(len(belief) == top + 1 and sum(belief) == pytest.approx(1) for belief in beliefs.skills.values())


@pytest.mark.parametrize(("top", "step"), [(3, 1), (4, 1), (5, 1), (6, 2), (7, 2), (8, 2), (9, 2)])
def test_how_far_is_far(top: int, step: int) -> None:
    """Over more than five levels two are about as much as one of five: so far from a must no gate is shut, and who is
    further from anything is not called ready."""
    kb = with_top(top)
    requirement = asked("words", top, 1.0, must=True)
    for short, far in ((step, False), (step + 1, True)):
        profile = Profile(("writer/specialist",), levels={"words": top - short})
        beliefs = situation_of(kb, profile).beliefs
        assert bool(skill_gates_of(kb, [requirement], beliefs)) is far
        assert verdict_of(kb, 1.0, (), gaps_of([requirement], beliefs)) == ("within-reach" if far else "ready")


@pytest.mark.parametrize(("top", "step"), [(5, 1), (7, 2)])
def test_a_plan_is_ready_where_the_gate_opens(top: int, step: int) -> None:
    """Where the fit is enough, a plan is ready as soon as the last gate opens: a step below what is asked."""
    kb = with_top(top)
    kb = replace(kb, rules=replace(kb.rules, constants=replace(kb.rules.constants, ready=0.0)))
    beliefs = situation_of(kb, Profile(("writer/specialist",), levels={"words": 0})).beliefs
    plan = plan_of(kb, [asked("words", top, 1.0, must=True)], beliefs, 1)
    assert plan.ready == sum(kb.skills["words"].months[str(level)] for level in range(1, top - step + 1))


@pytest.mark.parametrize(("top", "level"), [(5, 2), (6, 1), (9, 1)])
def test_who_enters_is_asked_a_step_less(top: int, level: int) -> None:
    """From outside each level is asked as much lower as one of five, and at least 1."""
    kb = with_top(top)
    post = position("writer", "specialist", "Writer", asked("words", 3, 0.5), asked("sums", 1, 0.5))
    kb = replace(kb, positions={**kb.positions, post.id: post})
    assert [r.level for r in requirements_of(kb, post.id, entry=True)] == [level, 1]
