from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import profiles
from small_kb import SMALL, WRITER

from opscareer.advice import (
    Advice,
    advise,
    effects_of,
    opened,
    prospect_of,
    situation_of,
    steadiness_of,
    suppose,
)
from opscareer.advice.whatif import Effect, Shifted
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

TOLD = replace(WRITER, facts={"metric": "come", "work": "pen"})


def writer(**levels: int) -> Advice:
    """Return the advice for a writer of these levels."""
    return advise(SMALL, replace(TOLD, levels=levels))


def test_effect_by_hand() -> None:
    """One level more of a skill tells how the fit moves and which gate opens; what does nothing is left out."""
    effects = effects_of(SMALL, advise(SMALL, TOLD))
    assert effects == (Effect("people", 3, 0.125, ("people",), "writer/manager"),)


def test_effects_stand_by_gain() -> None:
    """The effect with the largest gain of fit stands first; of equal ones the first by id."""
    effects = effects_of(SMALL, writer(words=2, deals=0, sums=0, people=2))
    assert [(e.skill, e.to, e.fit_gain) for e in effects] == [("people", 3, 0.125), ("words", 3, 0.125)]


def test_effect_that_turns_the_advice() -> None:
    """A skill that does nothing for the suggested role is told where it puts another one first."""
    effects = effects_of(SMALL, writer(words=0, deals=0, sums=0, people=0))
    turned = [e for e in effects if e.next != "writer/manager"]
    assert turned == [Effect("deals", 1, 0.0, (), "seller/specialist")]


def test_effect_of_an_unknown_skill() -> None:
    """A skill that is not known is supposed at the level above what is believed, and then is known."""
    advice = writer(words=4, deals=0, sums=2)
    effects = {e.skill: e for e in effects_of(SMALL, advice)}
    assert effects["people"].to == 3  # believed about 2
    assert effects["people"].opens == ("people",)


def test_no_level_above_the_highest() -> None:
    """Nothing is above level 5: whoever has all of it has nothing to suppose."""
    assert effects_of(SMALL, writer(words=5, deals=5, sums=5, people=5)) == ()


def test_top_has_no_effects() -> None:
    """At the top of the ladder there is no role whose fit could move."""
    assert effects_of(SMALL, advise(SMALL, Profile(("first/chief",)))) == ()


def test_opened_gates() -> None:
    """Opened are the skills whose gates the second prospect no longer has; time opens for no skill."""
    newcomer = replace(TOLD, years=0, levels={"words": 4, "deals": 0, "sums": 2, "people": 0})
    before = situation_of(SMALL, newcomer)
    candidate = before.scales[0].candidate
    closed = prospect_of(SMALL, before, candidate)
    assert [gate.kind for gate in closed.gates] == ["skill", "time"]
    for level, opens in ((1, ()), (3, ("people",))):
        assert opened(closed, prospect_of(SMALL, suppose(before, {"people": level}), candidate)) == opens


def test_steady_advice() -> None:
    """The advice is steady where it names the same role with every answer a level lower and a level higher."""
    steadiness = steadiness_of(SMALL, advise(SMALL, TOLD))
    assert steadiness.stable
    assert steadiness.lower == Shifted("writer/manager", "build-first")  # words 3, people 1: fit .5
    assert steadiness.higher == Shifted("writer/manager", "ready")  # words 5, people 3: fit .875, no gate


@pytest.mark.parametrize(
    ("current", "levels", "lower", "here", "higher"),
    [
        ("writer/specialist", (0, 0, 2, 0), "writer/manager", "writer/manager", "counter/specialist"),
        ("seller/specialist", (0, 1, 0, 0), "writer/specialist", "seller/manager", "seller/manager"),
    ],
)
def test_unsteady_advice(current: str, levels: tuple[int, ...], lower: str, here: str, higher: str) -> None:
    """The advice is not steady where a level more or a level less of everything would change it."""
    advice = advise(SMALL, replace(TOLD, current=(current,), levels=dict(zip(SMALL.skills, levels, strict=True))))
    steadiness = steadiness_of(SMALL, advice)
    assert advice.next is not None
    assert (steadiness.lower.position, advice.next.position, steadiness.higher.position) == (lower, here, higher)
    assert not steadiness.stable


def test_top_is_steady() -> None:
    """At the top no answer could name a next role."""
    steadiness = steadiness_of(SMALL, advise(SMALL, Profile(("first/chief",), levels={"people": 3})))
    assert steadiness.lower == steadiness.higher == Shifted(None, None)
    assert steadiness.stable


@settings(max_examples=20)
@given(data=st.data())
def test_effects_equal_a_new_advice(kb: KnowledgeBase, data: st.DataObject) -> None:
    """With all levels known, what is told of one level more is what a new advice with that level says."""
    profile = data.draw(profiles(kb, all_known=True))
    before = advise(kb, profile)
    if before.next is None:
        return
    effects = {effect.skill: effect for effect in effects_of(kb, before)}
    for skill in data.draw(st.lists(st.sampled_from(list(kb.skills)), min_size=1, max_size=3)):
        raised = replace(profile, levels={**profile.levels, skill: min(5, profile.levels[skill] + 1)})
        after = advise(kb, raised)
        same = next(p for p in [after.next, *after.alternatives] if p.position == before.next.position)
        opens = tuple(g.skill for g in before.next.gates if g.skill not in {gate.skill for gate in same.gates})
        gain = same.fit - before.next.fit
        if skill in effects:
            assert effects[skill].fit_gain == pytest.approx(gain, abs=1e-12)
            assert (effects[skill].opens, effects[skill].next) == (opens, after.next.position)
            assert effects[skill].to == raised.levels[skill]
        else:
            assert (opens, after.next.position) == ((), before.next.position)
            assert gain == pytest.approx(0, abs=1e-9)


@given(data=st.data())
def test_steadiness_is_the_advice_for_shifted_answers(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Steadiness tells what the advice says with every answer shifted by one, kept within 0 and 5."""
    profile = data.draw(profiles(kb))
    steadiness = steadiness_of(kb, advise(kb, profile))
    for by, told in ((-1, steadiness.lower), (1, steadiness.higher)):
        levels = {skill: min(5, max(0, level + by)) for skill, level in profile.levels.items()}
        best = advise(kb, replace(profile, levels=levels)).next
        assert told == (Shifted(best.position, best.verdict) if best else Shifted(None, None))
