from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import people, profiles
from small_kb import SMALL, WRITER, asked, position, with_positions
from two_tracks import TWO_TRACKS

from opscareer.advice import (
    Advice,
    advise,
    best_of,
    candidate_for,
    effects_of,
    held_against,
    opened,
    prospect_of,
    situation_of,
    steadiness_of,
    suppose,
    supposition_of,
)
from opscareer.advice.fit import fit_of, requirements_of
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


def test_the_larger_gain_stands_first() -> None:
    """Of two skills the one that gains more fit stands first, whatever they are called."""
    heavy = position("writer", "manager", "Head Writer", asked("words", 4, 0.75), asked("people", 4, 0.25, must=True))
    kb = with_positions(heavy)
    effects = effects_of(kb, advise(kb, replace(TOLD, levels={"words": 3, "deals": 0, "sums": 2, "people": 3})))
    assert [(e.skill, e.fit_gain) for e in effects] == [("words", 0.1875), ("people", 0.0625)]


def test_effects_stand_by_gain() -> None:
    """The effect with the largest gain of fit stands first; of equal ones the first by id."""
    effects = effects_of(SMALL, writer(words=2, deals=0, sums=0, people=1))
    assert [(e.skill, e.to, e.fit_gain) for e in effects] == [
        ("people", 2, 0.125),
        ("sums", 1, 0.125),
        ("words", 3, 0.125),
    ]


def test_effect_that_opens_the_way_up() -> None:
    """The level that brings the promotion within reach is told with it: from staying to rising."""
    effects = effects_of(SMALL, writer(words=4, deals=0, sums=2, people=1))  # of the head writer .625
    assert effects == (Effect("people", 2, 0.125, (), "writer/manager"),)


def test_fit_that_moves_is_one_fit() -> None:
    """Where a level more makes the present post real, the fit that is told to move is still that of one position."""
    advice = writer(words=3, deals=0, sums=2, people=1)
    assert advice.next
    assert (advice.next.candidate.kind, advice.next.gaps_of, advice.next.fit) == ("stay", "writer/specialist", 0.75)
    assert {e.skill: e.fit_gain for e in effects_of(SMALL, advice)} == {"people": 0.125, "words": 0.125}
    after = best_of(SMALL, suppose(SMALL, advice.situation, {"words": 4}))
    assert after
    assert (after.gaps_of, after.fit) == ("writer/manager", 0.625)  # and the next thing to work on is another


def test_effect_that_turns_the_advice() -> None:
    """A skill that does nothing for the suggested role is told where it puts another one first."""
    effects = effects_of(SMALL, writer(words=0, deals=0, sums=0, people=0))
    turned = [e for e in effects if e.next != "writer/specialist"]
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
    candidate = candidate_for(SMALL, before.standing, "writer/manager")
    closed = prospect_of(SMALL, before, candidate)
    assert [gate.kind for gate in closed.gates] == ["skill", "time"]
    for level, opens in ((1, ()), (3, ("people",))):
        assert opened(SMALL, closed, suppose(SMALL, before, {"people": level})) == opens


def test_steady_advice() -> None:
    """The advice is steady where it names the same role with every answer a level lower and a level higher."""
    steadiness = steadiness_of(SMALL, writer(words=5, deals=0, sums=2, people=3))
    assert steadiness.stable
    assert steadiness.lower == Shifted("writer/manager", "within-reach")  # words 4, people 2: .75, a must short
    assert steadiness.higher == Shifted("writer/manager", "ready")


@pytest.mark.parametrize(
    ("current", "levels", "lower", "here", "higher"),
    [
        ("writer/specialist", (4, 0, 2, 2), "writer/specialist", "writer/manager", "writer/manager"),
        ("writer/specialist", (3, 0, 2, 1), "writer/specialist", "writer/specialist", "writer/manager"),
        ("writer/specialist", (0, 0, 2, 0), "writer/specialist", "writer/specialist", "counter/specialist"),
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


@pytest.mark.uncounted
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
        after = situation_of(kb, raised)
        if after.options != before.situation.options:  # more of the answers than before seems lenient
            continue
        same = prospect_of(kb, after, before.next.candidate)
        opens = tuple(g.skill for g in before.next.gates if g.skill not in {gate.skill for gate in same.gates})
        entry = not before.next.candidate.start
        gain = fit_of(requirements_of(kb, before.next.gaps_of, entry=entry), after.beliefs) - before.next.fit
        if skill in effects:
            assert effects[skill].fit_gain == pytest.approx(gain, abs=1e-12)
            assert (effects[skill].opens, effects[skill].next) == (opens, after.leader)
            assert effects[skill].to == raised.levels[skill]
        else:
            assert (opens, after.leader) == ((), before.next.position)
            assert gain == pytest.approx(0, abs=1e-9)


@pytest.mark.uncounted
@given(data=st.data())
def test_steadiness_is_the_advice_for_shifted_answers(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Steadiness tells what the advice says with every answer shifted by one, kept within 0 and 5."""
    profile = data.draw(people(kb))
    steadiness = steadiness_of(kb, advise(kb, profile))
    for by, told in ((-1, steadiness.lower), (1, steadiness.higher)):
        levels = {skill: min(5, max(0, level + by)) for skill, level in profile.levels.items()}
        best = advise(kb, replace(profile, levels=levels)).next
        assert told == (Shifted(best.position, best.verdict) if best else Shifted(None, None))


@given(data=st.data())
def test_a_supposition_is_what_would_be_told(data: st.DataObject) -> None:
    """Where all else was told and leans no higher, those levels in the answers bring the same role, fit and verdict."""
    person = data.draw(people(TWO_TRACKS, all_told=True))
    before = advise(TWO_TRACKS, person)
    levels = data.draw(st.dictionaries(st.sampled_from(list(TWO_TRACKS.skills)), st.integers(0, 5)))
    answered = replace(person, levels={**person.levels, **levels}, no_opportunity=person.no_opportunity - levels.keys())
    then = advise(TWO_TRACKS, answered)
    if then.situation.options != before.situation.options:
        return
    after = supposition_of(TWO_TRACKS, before, levels).after
    assert (after is None) is (then.next is None)
    if after and then.next:
        assert (after.position, after.verdict) == (then.next.position, then.next.verdict)
        assert after.fit == pytest.approx(then.next.fit)


@pytest.mark.uncounted
@settings(max_examples=60)
@given(data=st.data())
def test_a_supposition_adds_the_gains(data: st.DataObject) -> None:
    """However little was told, a skill supposed at what a position asks adds to its fit the gain told of its gap."""
    person = data.draw(people(TWO_TRACKS))
    before = advise(TWO_TRACKS, person)
    for held in TWO_TRACKS.positions:
        here = held_against(TWO_TRACKS, before.situation, held)
        for gap in here.gaps:
            then = held_against(TWO_TRACKS, suppose(TWO_TRACKS, before.situation, {gap.skill: gap.need}), held)
            assert then.fit == pytest.approx(here.fit + gap.gain)
            assert {other.skill: other.gain for other in then.gaps} == {
                other.skill: other.gain for other in here.gaps if other.skill != gap.skill
            }


@pytest.mark.uncounted
@settings(max_examples=60)
@given(data=st.data())
def test_effects_are_what_is_supposed(data: st.DataObject) -> None:
    """Whatever was told so far, one level more leads to the next role that supposing it does, and adds as much."""
    before = advise(TWO_TRACKS, data.draw(people(TWO_TRACKS)))
    for effect in effects_of(TWO_TRACKS, before):
        after = supposition_of(TWO_TRACKS, before, {effect.skill: effect.to}).after
        assert effect.next == (after.position if after else "")
        if before.next and after and before.next.gaps_of == after.gaps_of:
            assert effect.fit_gain == pytest.approx(after.fit - before.next.fit)


@pytest.mark.uncounted
@settings(max_examples=60)
@given(data=st.data())
def test_no_effect_exceeds_its_gap(data: st.DataObject) -> None:
    """One level more never lowers the fit, and adds no more than closing the gap does."""
    before = advise(TWO_TRACKS, data.draw(people(TWO_TRACKS)))
    if before.next:
        gains = {gap.skill: gap.gain for gap in before.next.gaps}
        for effect in effects_of(TWO_TRACKS, before):
            assert -1e-12 <= effect.fit_gain <= gains.get(effect.skill, 0.0) + 1e-12
