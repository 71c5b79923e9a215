from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from small_kb import MAX, SMALL, WRITER
from two_tracks import TWO_TRACKS

from opscareer.advice import situation_of
from opscareer.advice.ad_fit import fit_to_ad
from opscareer.model.ad import Asked, Conditions, Mention
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile


def asked(skill: str, level: int, times: int = 1, *, wish: bool = False) -> Asked:
    """Return a skill that an ad asks, mentioned some times."""
    return Asked(skill, level, tuple(Mention(skill, place, place + 1) for place in range(times)), wish)


def fit(*what: Asked, person: Profile = WRITER) -> float:
    """Return the fit of somebody to what an ad asks."""
    found = fit_to_ad(SMALL, what, situation_of(SMALL, person))
    assert found
    return found.fit


@pytest.mark.parametrize(
    ("what", "share"),
    [
        ([asked("words", 4)], 1),
        ([asked("words", 5)], 0.8),
        ([asked("words", 2), asked("deals", 2)], 0.5),
        ([asked("words", 4, 3), asked("deals", 1)], 0.75),
        ([asked("words", 4, 9), asked("deals", 1)], 0.75),
        ([asked("words", 4, 1), asked("deals", 1, 1, wish=True)], 2 / 3),
        ([asked("words", 4, 3, wish=True), asked("deals", 1, 1)], 0.6),
        ([asked("deals", 4, wish=True)], 0),
    ],
)
def test_ad_fit_by_hand(what: list[Asked], share: float) -> None:
    """A skill weighs as often as it is mentioned, three times at the most, and half of that if only wished for."""
    assert fit(*what) == pytest.approx(share)


def test_an_ad_that_names_little_of_its_position() -> None:
    """Such an ad is no nearer than its position, and nobody is held against it where the position is not clear."""
    situation = situation_of(SMALL, WRITER)
    little = [asked("people", 1)]
    for wish in (True, False):
        found = fit_to_ad(SMALL, [asked("people", 1, wish=wish)], situation, likeliest=("top/chief", 0.9))
        assert found
        assert found.usual
        assert (found.usual.position, found.verdict) == ("top/chief", found.usual.verdict)
        assert found.verdict != "ready"
    assert fit_to_ad(SMALL, little, situation, likeliest=("top/chief", 0.4)) is None
    assert fit_to_ad(SMALL, [asked(one, 1) for one in SMALL.skills], situation, likeliest=("top/chief", 0.4))


def test_no_skills() -> None:
    """To an ad that asks no skill nobody has a fit."""
    assert fit_to_ad(SMALL, [], situation_of(SMALL, WRITER)) is None


def test_ad_counts_no_opportunity_as_an_answer() -> None:
    """What there was no opportunity for counts as seldom more than nought, and is not assumed."""
    never = Profile(current=("writer/specialist",), levels={"words": 4}, no_opportunity=frozenset({"deals"}))
    found = fit_to_ad(SMALL, [asked("words", 4, 3), asked("deals", 2)], situation_of(SMALL, never))
    assert found
    assert found.fit == pytest.approx(0.75 + 0.25 * 0.1)
    assert [(gap.skill, gap.have, gap.assumed) for gap in found.gaps] == [("deals", None, False)]
    assert found.verdict == "within-reach"


def test_ad_that_asks_two_levels_more() -> None:
    """Nobody is ready for an ad of which they lack two levels of anything, however little it weighs."""
    person = Profile(current=("writer/specialist",), levels={**MAX, "deals": 0})
    little = [asked("words", 4, 3), asked("sums", 4, 3), asked("people", 4, 3)]
    for level, verdict in ((1, "ready"), (2, "within-reach")):
        found = fit_to_ad(SMALL, [*little, asked("deals", level, wish=True)], situation_of(SMALL, person))
        assert found
        assert found.verdict == verdict


@pytest.mark.parametrize(("level", "verdict"), [(4, "ready"), (3, "within-reach"), (2, "build-first")])
def test_ad_verdicts(level: int, verdict: str) -> None:
    """How near an ad is follows from the fit and the gaps alone: it has no gates."""
    person = Profile(current=("writer/specialist",), years=0, levels={**MAX, "words": level})
    found = fit_to_ad(SMALL, [asked("words", 4)], situation_of(SMALL, person))
    assert found
    assert (found.fit, found.verdict) == (level / 4, verdict)


def test_ad_gaps_stand_by_gain() -> None:
    """The gap whose closing returns most stands first, and a skill that is there is no gap."""
    what = [asked("sums", 4), asked("people", 4, 2), asked("words", 3, 3)]
    found = fit_to_ad(SMALL, what, situation_of(SMALL, WRITER))
    assert found
    assert [gap.skill for gap in found.gaps] == ["people", "sums"]
    assert [gap.gain for gap in found.gaps] == pytest.approx([1 / 6, 1 / 12])


@pytest.mark.uncounted
@given(data=st.data())
def test_gains_of_an_ad_add_up(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Whoever asks and whatever is asked, fit is a share and the gains of the gaps add up to 1 - fit."""
    skills = data.draw(st.lists(st.sampled_from(list(kb.skills)), min_size=1, unique=True))
    what = [
        asked(skill, data.draw(st.integers(1, 5)), data.draw(st.integers(1, 5)), wish=data.draw(st.booleans()))
        for skill in skills
    ]
    found = fit_to_ad(kb, what, situation_of(kb, data.draw(profiles(kb))))
    assert found
    assert -1e-9 <= found.fit <= 1 + 1e-9
    assert sum(gap.gain for gap in found.gaps) == pytest.approx(1 - found.fit, abs=1e-9)
    assert {gap.skill for gap in found.gaps} <= set(skills)


@pytest.mark.parametrize(("years", "verdict"), [(6, "ready"), (7, "within-reach")])
def test_years_missed_by_far(years: int, verdict: str) -> None:
    """Who has less than half of the years asked is not ready, whatever they can."""
    found = fit_to_ad(SMALL, [asked("words", 4)], situation_of(SMALL, WRITER), Conditions(years, None))
    assert found
    assert found.verdict == verdict


def test_a_post_out_of_reach_is_not_applied_for_now() -> None:
    """Nobody is told to apply now for what an ad names of a post, where the post is not within reach."""
    situation = situation_of(SMALL, WRITER)
    what = [asked("words", 3), asked("sums", 2), asked("people", 2), asked("deals", 1, wish=True)]
    alone = fit_to_ad(SMALL, what, situation)
    for likeliest, verdict in ((("head/director", 0.9), "within-reach"), (("head/director", 0.4), "ready")):
        found = fit_to_ad(SMALL, what, situation, likeliest=likeliest)
        assert found
        assert alone
        assert (alone.verdict, found.verdict) == ("ready", verdict)


@pytest.mark.parametrize(
    ("likeliest", "lead", "unwanted"),
    [
        (("writer/manager", 0.9), "no", "lead"),
        (("writer/manager", 0.9), "yes", None),
        (("writer/expert", 0.9), "yes", "craft"),
        (("writer/manager", 0.4), "no", None),
        (("writer/senior", 0.9), "no", None),
        (None, "no", None),
    ],
)
def test_an_ad_for_what_is_not_wanted(likeliest: tuple[str, float] | None, lead: str, unwanted: str | None) -> None:
    """An ad whose position is clear, and on a track that the person does not want, is told to be that."""
    situation = situation_of(TWO_TRACKS, replace(WRITER, facts={"lead": lead}))
    found = fit_to_ad(TWO_TRACKS, [asked(skill, 2) for skill in SMALL.skills], situation, likeliest=likeliest)
    assert found
    assert found.unwanted == unwanted


def test_an_ad_for_work_that_is_shunned() -> None:
    """So is one for a line whose chief work the person will not do any more."""
    situation = situation_of(SMALL, replace(WRITER, avoid=frozenset({"phone"})))
    found = fit_to_ad(SMALL, [asked(skill, 2) for skill in SMALL.skills], situation, likeliest=("seller/manager", 0.9))
    assert found
    assert found.unwanted == "work"
