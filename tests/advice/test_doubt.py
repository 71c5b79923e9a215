from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import SMALL, asked, position, with_positions
from two_tracks import TWO_TRACKS

from opscareer.advice import Situation, situation_of
from opscareer.advice.doubt import doubts_of, leading_decides, led_share, musts_of
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.reach import reach_of_offer
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

WRITER = Profile(("writer/specialist",), years=3, levels={"words": 4, "deals": 0})
SENIOR = Profile(("writer/senior",), years=3, levels={"words": 4, "deals": 0, "sums": 2})


def of(profile: Profile, kb: KnowledgeBase = SMALL) -> Situation:
    """Return the situation of a person."""
    return situation_of(kb, profile)


def doubted(profile: Profile, kb: KnowledgeBase = SMALL) -> list[str]:
    """Return the positions whose reach may turn the step."""
    return [duel.rival for duel in doubts_of(kb, of(profile, kb))]


def test_doubt_by_hand() -> None:
    """What is open of a position brings the variance of its part of the fit, and the doubt is as near as its bar."""
    (duel,) = doubts_of(SMALL, of(WRITER))
    belief = of(WRITER).beliefs.skills["people"]
    parts = [0.5 * min(level / 4, 1) for level in range(6)]
    mean = sum(share * part for share, part in zip(belief, parts, strict=True))
    variance = sum(share * (part - mean) ** 2 for share, part in zip(belief, parts, strict=True))
    assert duel.rival == "writer/manager"
    assert duel.lead == pytest.approx(abs(0.5 + mean - 0.65))
    assert duel.spread == pytest.approx({"skill.people": variance})


@pytest.mark.parametrize(
    "profile",
    [
        replace(WRITER, levels={"words": 0, "deals": 0}),  # half of it at most: never in reach
        replace(WRITER, levels={"words": 4, "deals": 0, "people": 2}),
        replace(WRITER, levels={"words": 4, "deals": 0}, no_opportunity=frozenset({"people"})),
        Profile(levels={"words": 4}),  # an entry hangs on no reach
        Profile(("writer/manager",), facts={"reports": "none"}, levels={"words": 4}),  # a title is made real first
        Profile(("first/chief",)),
    ],
)
def test_nothing_is_in_doubt(profile: Profile) -> None:
    """Where nothing that is open could turn the step, nothing is in doubt."""
    assert doubted(profile) == []


@pytest.mark.parametrize(
    ("profile", "positions"),
    [
        (replace(WRITER, facts={"reason": "another-line"}), []),  # no promotion in one's own line anyway
        (replace(WRITER, facts={"reason": "out-of-work"}), []),  # there is no rung below
        (replace(SENIOR, facts={"reason": "out-of-work"}, levels={}), ["writer/senior"]),
        (replace(SENIOR, facts={"reason": "out-of-work", "away": "long"}, levels={}), ["writer/senior"]),  # or lower
        (Profile(("seller/specialist",), years=3, levels={"words": 0, "deals": 0, "sums": 5}), ["counter/manager"]),
    ],
)
def test_doubt_goes_with_the_situation(profile: Profile, positions: list[str]) -> None:
    """What is in doubt depends on which step the line could mean for this person."""
    assert doubted(profile, TWO_TRACKS) == positions


def test_doubt_of_a_post_offered() -> None:
    """A post offered is in doubt by its own bar, before all lines; one that is not wanted is in none."""
    offered = Profile(("writer/senior",), years=3, offer="writer/manager", facts={"reason": "offered"})
    (duel,) = doubts_of(TWO_TRACKS, of(offered, TWO_TRACKS))
    fit = fit_of(requirements_of(TWO_TRACKS, "writer/manager"), of(offered, TWO_TRACKS).beliefs)
    assert duel.rival == "writer/manager"
    assert duel.lead == pytest.approx(abs(fit - 0.45))
    unwanted = replace(offered, facts={"reason": "offered", "lead": "no"})
    assert "writer/manager" not in doubted(unwanted, TWO_TRACKS)


@pytest.mark.parametrize("reason", ["offered", "stuck", "another-line"])
def test_one_bar_for_a_post_offered(reason: str) -> None:
    """Whatever brings the person, a post offered is in doubt by the bar at which the advice would take it."""
    person = Profile(("writer/senior",), years=3, offer="writer/manager", facts={"reason": reason})
    bars = {duel.rival: duel.lead for duel in doubts_of(TWO_TRACKS, of(person, TWO_TRACKS))}
    fit = fit_of(requirements_of(TWO_TRACKS, "writer/manager"), of(person, TWO_TRACKS).beliefs)
    assert bars["writer/manager"] == pytest.approx(abs(fit - 0.45))


def test_a_higher_post_that_leads_takes_as_much_as_any() -> None:
    """To who leads already, a post that leads higher is in reach by the usual bar, also in doubt."""
    head = Profile(("writer/manager",), years=3, offer="head/director", facts={"reason": "offered", "reports": "some"})
    known = of(head, TWO_TRACKS)
    assert (
        reach_of_offer(TWO_TRACKS, known.standing, "head/director", acted=False)
        == TWO_TRACKS.rules.constants.within_reach
    )
    fit = fit_of(requirements_of(TWO_TRACKS, "head/director"), known.beliefs)
    leads = {duel.rival: duel.lead for duel in doubts_of(TWO_TRACKS, known)}
    assert leads.get("head/director", abs(fit - 0.65)) == pytest.approx(abs(fit - 0.65))


def test_how_well_the_post_left_is_done_decides_of_a_lower_one() -> None:
    """Who is out of work and offered a post two levels down: whether they still do theirs well is in doubt."""
    out = Profile(("head/director",), years=3, offer="writer/specialist", facts={"reason": "out-of-work"})
    known = of(out, TWO_TRACKS)
    fit = fit_of(requirements_of(TWO_TRACKS, "head/director"), known.beliefs)
    leads = {duel.rival: duel.lead for duel in doubts_of(TWO_TRACKS, known)}
    assert leads["head/director"] == pytest.approx(abs(fit - TWO_TRACKS.rules.constants.mastery))


def test_a_post_offered_at_the_top_of_the_lines() -> None:
    """A post may be offered to who has no line to go on in."""
    kb = replace(TWO_TRACKS, ladder=TWO_TRACKS.ladder._replace(moves=()))
    chief = Profile(("first/chief",), years=3, offer="top/chief", facts={"reason": "offered"})
    assert of(chief, kb).scales == ()
    assert set(doubted(chief, kb)) <= {"top/chief"}


@pytest.mark.parametrize(
    ("profile", "position_"),
    [
        (SENIOR, "writer/manager"),
        (replace(SENIOR, facts={"acting": "yes"}), None),  # told
        (replace(SENIOR, levels={**SENIOR.levels, "people": 1}), None),  # told
        (replace(SENIOR, no_opportunity=frozenset({"people"})), None),  # told
        (replace(SENIOR, facts={"lead": "no"}), None),  # whatever it is, they do not want to lead
        (replace(SENIOR, levels={**SENIOR.levels, "words": 0}), None),  # too far away for it to matter
        (Profile(levels={"words": 4}), None),
    ],
)
def test_leading_decides(profile: Profile, position_: str | None) -> None:
    """Having led people decides where a post that leads is open and nothing was told of it."""
    assert leading_decides(TWO_TRACKS, of(profile, TWO_TRACKS)) == position_


def test_leading_decides_of_what_may_yet_be_in_reach() -> None:
    """A post that leads counts also where only what is open besides may bring it in reach."""
    head = position("writer", "manager", "Head Writer", asked("deals", 5, 0.7), asked("people", 1, 0.3))
    kb = replace(TWO_TRACKS, positions={**TWO_TRACKS.positions, head.id: head})
    assert leading_decides(kb, of(replace(SENIOR, levels={"words": 4}), kb)) == "writer/manager"
    assert leading_decides(kb, of(replace(SENIOR, levels={"words": 4, "deals": 0}), kb)) is None


def test_without_a_skill_of_leading() -> None:
    """A knowledge base that names no skill of leading people has nothing decided by it."""
    assert leading_decides(SMALL, of(WRITER)) is None
    assert led_share(SMALL, of(WRITER)) == 1.0


def test_how_likely_somebody_has_led() -> None:
    """How likely a person has led is what is believed of the levels from which somebody has."""
    situation = of(SENIOR, TWO_TRACKS)
    assert led_share(TWO_TRACKS, situation) == pytest.approx(sum(situation.beliefs.skills["people"][2:]))


def test_musts_by_hand() -> None:
    """What the next position cannot do without comes heaviest first; at the top there is none."""
    head = position(
        "writer",
        "manager",
        "Head",
        asked("words", 1, 0.2, must=True),
        asked("people", 1, 0.5, must=True),
        asked("sums", 1, 0.3),
    )
    assert list(musts_of(with_positions(head), of(WRITER, with_positions(head)))) == ["people", "words"]
    top = with_positions(position("first", "chief", "First", asked("people", 4, 0.25), asked("sums", 4, 0.75)))
    assert list(musts_of(top, of(Profile(("first/chief",)), top))) == []


@given(data=st.data())
def test_nothing_is_open_when_all_is_told(kb: KnowledgeBase, data: st.DataObject) -> None:
    """When something is told of every skill, neither a reach nor leading people is in doubt."""
    situation = situation_of(kb, data.draw(people(kb, all_told=True)))
    assert doubts_of(kb, situation) == ()
    assert leading_decides(kb, situation) is None


@given(data=st.data())
def test_doubts_are_open(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Whoever it is, each doubt hangs on something open, is no certainty, and leading is asked of nobody in vain."""
    situation = situation_of(kb, data.draw(people(kb)))
    for duel in doubts_of(kb, situation):
        assert duel.variance > 0
        assert 0 <= duel.flip <= 0.5
        assert not {skill.removeprefix("skill.") for skill in duel.spread} & situation.beliefs.answered
    led = leading_decides(kb, situation)
    assert led is None or (kb.rules.leading and kb.rules.leading.skill not in situation.beliefs.answered)
