from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from small_kb import MAX, WRITER
from two_tracks import TWO_TRACKS

from opscareer.advice import advise, situation_of
from opscareer.advice.offers import ANSWERS, answer_to, offer_known, wishes_known
from opscareer.advice.prospect import held_against
from opscareer.advice.why_not import not_as_offered
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

OFFERED = {"reason": "offered"}
CASES = {
    "take": replace(WRITER, levels=MAX, facts=OFFERED, offer="writer/manager"),
    "same": Profile(("writer/manager",), levels=MAX, facts=OFFERED, offer="writer/manager"),
    "piece": replace(WRITER, levels=MAX, facts=OFFERED, offer="head/director"),
    "work": replace(WRITER, levels=MAX, facts=OFFERED, offer="writer/manager", avoid=frozenset({"pen"})),
    "lead": replace(WRITER, levels=MAX, facts={**OFFERED, "lead": "no"}, offer="writer/manager"),
    "craft": replace(WRITER, levels=MAX, facts={**OFFERED, "lead": "yes"}, offer="writer/expert"),
    "higher": Profile(("writer/manager",), levels=MAX, facts={"reason": "out-of-work"}, offer="head/director"),
    "lower": Profile(("writer/manager",), levels=MAX, offer="seller/specialist"),
    "aside": Profile(("writer/senior",), levels=MAX, facts={"reason": "out-of-work"}, offer="seller/specialist"),
    "even": Profile(("writer/specialist",), levels=MAX, facts=OFFERED, offer="writer/specialist"),
    "far": replace(WRITER, levels=dict.fromkeys(MAX, 0), facts=OFFERED, offer="top/chief"),
}


@pytest.mark.parametrize(("answer", "person"), CASES.items())
def test_what_becomes_of_an_offer(answer: str, person: Profile) -> None:
    """A post offered is taken, is what one holds, is aimed at by a piece of it, or is refused for one named reason."""
    assert answer_to(TWO_TRACKS, situation_of(TWO_TRACKS, person)) == answer


OUT = {"reason": "out-of-work"}


@pytest.mark.parametrize(
    ("person", "answer"),
    [
        (Profile(levels=MAX, goal="seller/specialist", offer="writer/specialist"), "aside"),
        (Profile(levels=MAX, goal="seller/specialist", offer="seller/specialist"), "take"),
        (Profile(levels=MAX, goal="seller/manager", offer="writer/specialist"), "take"),  # nobody begins by that goal
        (Profile(levels=MAX, offer="writer/specialist"), "take"),
        (Profile(("writer/senior",), levels=MAX, facts=OUT, offer="writer/senior"), "same"),
        (Profile(("writer/senior",), levels=MAX, facts=OUT, goal="seller/manager", offer="seller/specialist"), "take"),
        (
            Profile(("writer/senior",), levels=MAX, facts=OUT, avoid=frozenset({"pen"}), offer="seller/specialist"),
            "take",
        ),
        (Profile(("writer/manager",), levels=MAX, facts=OUT, offer="counter/manager"), "take"),
        (Profile(("writer/manager",), levels=MAX, facts=OUT, goal="writer/manager", offer="counter/manager"), "aside"),
        (Profile(("writer/specialist",), levels=MAX, facts=OFFERED, offer="seller/specialist"), "take"),
        (replace(WRITER, years=0.1, facts=OFFERED, offer="writer/specialist"), "same"),  # new there
        (replace(WRITER, facts=OFFERED, offer="writer/specialist", goal="writer/specialist"), "same"),
        (replace(WRITER, facts=OUT, offer="writer/specialist"), "same"),  # the way back in
        (Profile(("seller/specialist",), levels=MAX, facts=OFFERED, offer="seller/specialist"), "same"),  # none follows
    ],
)
def test_an_offer_off_ones_course(person: Profile, answer: str) -> None:
    """An offer is no step for who would begin elsewhere, or comes back to work of their own that they have not left."""
    assert answer_to(TWO_TRACKS, situation_of(TWO_TRACKS, person)) == answer


HEAD = Profile(("head/director",), levels={**MAX, "people": 5}, offer="writer/specialist")
NEARLY_NONE = dict.fromkeys(MAX, 0)


@pytest.mark.parametrize(
    ("person", "answer"),
    [
        (replace(HEAD, facts=OFFERED), "lower"),
        (replace(HEAD, facts=OFFERED, levels=NEARLY_NONE), "lower"),
        (replace(HEAD, facts=OUT), "lower"),
        (replace(HEAD, facts=OUT, levels=NEARLY_NONE), "far"),  # what they have of their own post brings nobody back
        (replace(HEAD, facts=OUT, goal="writer/specialist"), "take"),
        (replace(HEAD, facts=OFFERED, offer="writer/manager"), "take"),
    ],
)
def test_a_post_two_levels_down(person: Profile, answer: str) -> None:
    """A post two levels down is too low for who holds one, or still does theirs well; unless it is their goal."""
    assert answer_to(TWO_TRACKS, situation_of(TWO_TRACKS, person)) == answer


def test_an_offer_that_comes_first_in_any_case_is_taken(kb: KnowledgeBase) -> None:
    """A post offered off one's way that the lines name all the same is not told to be off it."""
    shop = {**dict.fromkeys(kb.needed["store-ops/senior"], 0), **kb.needed["category-ops/senior"]}
    back = Profile(("store-ops/senior",), levels=shop, facts={**OUT, "away": "long"}, offer="category-ops/senior")
    situation = situation_of(kb, back)
    assert situation.offered is None
    assert situation.next is not None
    assert situation.next.position == "category-ops/senior"
    assert offer_known(kb, situation)["to_offer"] == "take"
    assert offer_known(kb, situation)["post"] == "offered"


def test_how_low_a_post_is_told_where_nobody_has_to_leave() -> None:
    """Who need not leave is told that a post is two levels down, and nothing of severance."""
    told = [one.en for one in not_as_offered(TWO_TRACKS, situation_of(TWO_TRACKS, replace(HEAD, facts=OFFERED)))]
    assert ["two levels" in one for one in told] == [True]


LEADER = Profile(("writer/manager",), levels=MAX, facts=OFFERED, offer="writer/senior")
"""Somebody who leads writers, and is offered to be one again."""


@pytest.mark.parametrize(
    ("person", "answer"),
    [
        (LEADER, "lower"),
        (replace(LEADER, facts={**OFFERED, "lead": "no"}), "take"),
        (replace(LEADER, goal="writer/senior"), "take"),
        (replace(LEADER, facts=OUT), "take"),
        (replace(LEADER, current=("writer/senior",), offer="seller/specialist"), "take"),
    ],
)
def test_a_post_a_level_down_in_ones_line(person: Profile, answer: str) -> None:
    """The same work a level down is too low for who holds the post above it and wants it still; for all others it is
    judged as any offer."""
    situation = situation_of(TWO_TRACKS, person)
    assert answer_to(TWO_TRACKS, situation) == answer
    told = [one.en for one in not_as_offered(TWO_TRACKS, situation)]
    assert ["the same work a level below yours" in one for one in told] == ([True] if answer == "lower" else [])


HALF = replace(WRITER, current=("writer/senior",), levels={"words": 1, "people": 3, "sums": 2})


def test_a_post_offered_that_could_be_taken_is_within_reach() -> None:
    """A post offered that is advised is told to be within reach, whatever the same post unoffered would need."""
    offered = advise(TWO_TRACKS, replace(HALF, facts=OFFERED, offer="writer/manager")).next
    assert offered is not None
    assert offered.fit == pytest.approx(0.5)
    assert (offered.position, offered.verdict) == ("writer/manager", "within-reach")
    assert held_against(TWO_TRACKS, situation_of(TWO_TRACKS, HALF), "writer/manager").verdict == "build-first"


def test_the_way_back_into_a_post_is_as_wide_as_for_an_offer() -> None:
    """Who comes back into their own post is told that it is within reach from the fit at which that is named."""
    out = Profile(("writer/senior",), levels={"words": 2, "people": 1, "sums": 1}, facts={"reason": "out-of-work"})
    back = advise(TWO_TRACKS, out).next
    assert back is not None
    assert back.fit == pytest.approx(0.5)
    assert (back.candidate.kind, back.verdict) == ("entry", "within-reach")


@pytest.mark.parametrize(("avoid", "known"), [({"pen"}, {"own_work": "avoided"}), ({"phone"}, {}), ((), {})])
def test_own_work_that_is_avoided(avoid: Iterable[str], known: dict[str, str]) -> None:
    """Rules can test that the chief work of what somebody holds is what they will not do any more."""
    assert wishes_known(TWO_TRACKS, situation_of(TWO_TRACKS, replace(WRITER, avoid=frozenset(avoid)))) == known


def test_nobody_has_a_work_of_their_own_from_outside() -> None:
    """Who holds no post has no work of their own to avoid."""
    outside = Profile(levels=WRITER.levels, avoid=frozenset({"pen", "phone"}))
    assert wishes_known(TWO_TRACKS, situation_of(TWO_TRACKS, outside)) == {}


def test_every_answer_has_a_case() -> None:
    """Rules may name each of these answers, and there is a person for each."""
    assert sorted(CASES) == sorted(ANSWERS)


@pytest.mark.parametrize(
    ("person", "known"),
    [
        (WRITER, {}),
        (CASES["piece"], {"post": "offered", "to_offer": "piece", "offer_leads": "yes"}),
        (CASES["lower"], {"post": "declined", "to_offer": "lower", "offer_leads": "no"}),
    ],
)
def test_what_rules_can_test(person: Profile, known: dict[str, Any]) -> None:
    """Without an offer rules know nothing of one; else what becomes of it, whether it is the step, whether it leads."""
    assert offer_known(TWO_TRACKS, situation_of(TWO_TRACKS, person)) == known


def test_a_ladder_that_says_nothing_of_leading() -> None:
    """Where a ladder does not say what leading is, rules cannot test whether a post offered leads."""
    untold = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, leading=None))
    assert "offer_leads" not in offer_known(untold, situation_of(untold, CASES["piece"]))
