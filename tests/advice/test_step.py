from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import MAX, SMALL, WRITER, asked, moves, position
from two_tracks import TWO_TRACKS, situation, with_more, without

from opscareer.advice import advise, situation_of
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.lines import wanted
from opscareer.advice.reach import reach_of_offers
from opscareer.advice.standing import Candidate, standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Test

AWAY = {"reason": "out-of-work", "away": "long"}
BETWEEN = {"reason": "out-of-work"}
OFFERED = {"reason": "offered"}
LEAD, CRAFT = {"lead": "yes"}, {"lead": "no"}
SENIOR = Profile(("writer/senior",), years=3, levels={"words": 5, "deals": 0, "sums": 2, "people": 4})
"""A senior writer with all that both tracks ask one rung up."""
UNLED = {**SENIOR.levels, "people": 1}


def steps(profile: Profile, kb: KnowledgeBase = TWO_TRACKS) -> dict[str, tuple[str, str, str]]:
    """Return for each line the position, the kind and the promotion after it, of the step that it means."""
    return {key: (c.position, c.kind, c.then) for key, c in situation_of(kb, profile).steps.items()}


def own(profile: Profile, kb: KnowledgeBase = TWO_TRACKS) -> tuple[str, str, str]:
    """Return the step that one's own line means, of who holds one post."""
    return steps(profile, kb)[situation_of(kb, profile).standing.positions[0]]


LED = {"words": 4, "deals": 4, "sums": 4, "people": 4}


@pytest.mark.parametrize(
    ("post", "offer", "facts", "step"),
    [
        ("writer/manager", "first/chief", OFFERED, ("writer/manager", "stay")),
        ("writer/expert", "first/chief", OFFERED, ("writer/expert", "stay")),
        ("writer/manager", "head/director", OFFERED, ("head/director", "promotion")),
        ("writer/manager", None, OFFERED, ("head/director", "promotion")),
        ("writer/manager", "first/chief", {"reason": "stuck"}, ("head/director", "promotion")),
        ("writer/senior", "first/chief", OFFERED, ("writer/manager", "promotion")),
        ("writer/senior", "writer/specialist", OFFERED, ("writer/senior", "stay")),
        ("writer/senior", "seller/specialist", OFFERED, ("writer/manager", "promotion")),
        ("writer/senior", "writer/specialist", {"reason": "stuck"}, ("writer/manager", "promotion")),
    ],
)
def test_no_other_post_in_the_place_of_an_offer(
    post: str, offer: str | None, facts: dict[str, str], step: tuple[str, str]
) -> None:
    """Who is on a track and asks about an offer is named no other promotion in their line, nor is who is offered less
    of their own work; all others may be."""
    assert own(Profile((post,), years=5, offer=offer, facts=facts, levels=LED))[:2] == step


def step_of(profile: Profile, kb: KnowledgeBase = TWO_TRACKS) -> str:
    """Return the position that comes next."""
    return situation_of(kb, profile).leader or ""


def offered(profile: Profile, kb: KnowledgeBase = TWO_TRACKS) -> Candidate | None:
    """Return the step to a post offered."""
    return situation_of(kb, profile).offered


def asking(*what: tuple[str, int, float]) -> KnowledgeBase:
    """Return the knowledge base of two tracks, of whose head writer this is asked."""
    head = position("writer", "manager", "Head Writer", *(asked(*one) for one in what))
    return replace(TWO_TRACKS, positions={**TWO_TRACKS.positions, head.id: head})


@pytest.mark.parametrize(
    ("words", "step"),
    [
        (4, ("writer/senior", "promotion", "")),  # .75 + .25
        (2, ("writer/senior", "promotion", "")),  # .375 + .25
        (0, ("writer/specialist", "stay", "writer/senior")),
    ],
)
def test_promotion_only_within_reach(words: int, step: tuple[str, str, str]) -> None:
    """In one's own line the answer is the promotion if it is at least within reach, else to make the post real."""
    assert own(replace(WRITER, levels={**WRITER.levels, "words": words, "people": 0})) == step


def test_the_first_rise_takes_less() -> None:
    """Out of a post that one begins by, one that leads nobody is in reach from nearly half of it; no other is."""
    half = replace(WRITER, levels={**WRITER.levels, "words": 2, "people": 0})
    step = advise(TWO_TRACKS, half).next
    assert step is not None
    assert (step.position, step.verdict) == ("writer/senior", "within-reach")
    assert step.fit == pytest.approx(0.625)
    leading = replace(TWO_TRACKS, ladder=without(("writer/specialist", "writer/senior")).ladder)
    assert own(replace(half, facts={"acting": "yes"}), leading)[1] == "stay"
    untold = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, leading=None))
    assert own(half, untold)[1] == "stay"


def with_reach(**reach: float) -> KnowledgeBase:
    """Return the knowledge base of two tracks with other bounds of what is in reach."""
    constants = replace(TWO_TRACKS.rules.constants, **reach)  # type: ignore[arg-type]
    return replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, constants=constants))


@pytest.mark.parametrize(
    ("post", "reach", "step"),
    [
        ("writer/senior", {}, ("writer/senior", "stay")),
        ("writer/senior", {"lead_rise": 0.5}, ("writer/expert", "promotion")),
        ("writer/specialist", {"lead_rise": 0.9}, ("writer/senior", "promotion")),  # that leads nobody
        ("writer/manager", {"lead_rise": 0.5}, ("head/director", "promotion")),
        ("writer/manager", {"higher_rise": 0.99}, ("writer/manager", "stay")),
        ("writer/expert", {"higher_rise": 0.99}, ("writer/expert", "stay")),
        ("head/director", {"higher_rise": 0.99}, ("top/chief", "promotion")),  # that is no lowest post of a track
    ],
)
def test_what_each_rise_takes(post: str, reach: dict[str, float], step: tuple[str, str]) -> None:
    """The rise onto a track and the one out of its lowest post have bounds of their own; those above take the usual."""
    rising = post in ("writer/senior", "writer/specialist")
    levels = {"words": 3, "sums": 1, "people": 1} if rising else {"words": 1, "deals": 1, "sums": 2, "people": 4}
    assert own(Profile((post,), years=5, levels=levels), with_reach(**reach))[:2] == step


@pytest.mark.parametrize(("reach", "taken"), [(0.65, True), (0.99, False)])
@pytest.mark.parametrize(("post", "offer"), [("writer/manager", "head/director"), ("writer/expert", "head/director")])
def test_a_post_above_the_lowest_of_a_track_is_offered(post: str, offer: str, reach: float, *, taken: bool) -> None:
    """Offered or not, to lead from above the lowest posts of the tracks takes what that rise takes."""
    told = Profile(
        (post,), years=5, offer=offer, facts=OFFERED, levels={"words": 1, "deals": 1, "sums": 2, "people": 4}
    )
    kb = with_reach(higher_rise=reach)
    assert (offered(told, kb) is not None) is taken
    assert offered(replace(told, facts={**OFFERED, "acting": "yes"}), kb) is not None  # they do its work already


@pytest.mark.parametrize(
    ("words", "deals", "reason", "role"),
    [(4, 2, "another-line", "seller"), (4, 2, "stuck", "writer"), (1, 0, "another-line", "writer")],
)
def test_a_goal_to_begin_by_takes_what_beginning_takes(words: int, deals: int, reason: str, role: str) -> None:
    """Who wants another line goes into the post of their goal that one begins it by, from what it takes to begin."""
    levels = {"words": words, "deals": deals, "sums": 0, "people": 0}
    told = Profile(("writer/specialist",), years=3, goal="seller/specialist", facts={"reason": reason}, levels=levels)
    assert step_of(told).startswith(role)


def test_who_wants_any_other_line_takes_the_first_rise() -> None:
    """Where no other line comes first, who names none is told the first rise in their own, the rest is to stay."""
    assert own(replace(WRITER, facts={"reason": "another-line"}))[0] == "writer/senior"
    assert own(replace(SENIOR, facts={"reason": "another-line"}))[:2] == ("writer/senior", "stay")


@pytest.mark.parametrize(
    ("goal", "deals", "kept"),
    [
        ("top/chief", 4, {"near/director"}),
        ("top/chief", 0, {"near/director", "far/director"}),  # the nearer one is out of reach
        ("near/director", 4, {"near/director"}),  # it is the goal itself
    ],
)
def test_no_longer_way_to_the_goal(goal: str, deals: int, kept: set[str]) -> None:
    """Of other lines that lead to the goal none is told by which it is further off than by one in reach."""
    near = position("near", "director", "Near", asked("deals", 4, 1.0))
    far = position("far", "director", "Far", asked("words", 1, 1.0))
    above = position("above", "chief", "Above", asked("words", 1, 1.0))
    roles = {one.role: replace(TWO_TRACKS.roles["head"], id=one.role) for one in (near, far, above)}
    ways = (("near/director", "top/chief"), ("far/director", "above/chief"), ("above/chief", "top/chief"))
    more = moves(ways, tuple(("head/director", one.id) for one in (near, far)))
    kb = replace(
        TWO_TRACKS,
        roles={**TWO_TRACKS.roles, **roles},
        positions={**TWO_TRACKS.positions, near.id: near, far.id: far, above.id: above},
        ladder=TWO_TRACKS.ladder._replace(moves=(*TWO_TRACKS.ladder.moves, *more)),
    )
    told = Profile(("head/director",), years=5, goal=goal, levels={"deals": deals, "words": 2, "people": 1, "sums": 0})
    assert {key for key in steps(told, kb) if key != "head/director"} == kept


@pytest.mark.parametrize(("weights", "kind"), [((1, 5, 7, 7), "promotion"), ((1, 5, 6, 8), "stay")])
def test_reach_is_met_exactly(weights: tuple[int, ...], kind: str) -> None:
    """A fit of exactly .65 is within reach, whatever the last digit of the sum."""
    kb = asking(*((skill, 4, weight / 20) for skill, weight in zip(TWO_TRACKS.skills, weights, strict=True)))
    kb = replace(kb, ladder=without(("writer/specialist", "writer/senior")).ladder)
    person = replace(WRITER, levels={"words": 4, "deals": 4, "sums": 4, "people": 0}, facts={"acting": "yes"})
    assert own(person, kb)[1] == kind


@pytest.mark.parametrize(
    ("levels", "facts", "position"),
    [
        (UNLED, {}, "writer/expert"),  # the gate of leading is shut
        (UNLED, LEAD, "writer/senior"),  # and the other track is not wanted
        (SENIOR.levels, {}, "writer/manager"),
        (SENIOR.levels, LEAD, "writer/manager"),
        (SENIOR.levels, CRAFT, "writer/expert"),
        (SENIOR.levels, {"lead": "unsure"}, "writer/manager"),
    ],
)
def test_promotion_on_a_track_that_is_wanted_and_open(
    levels: dict[str, int], facts: dict[str, str], position: str
) -> None:
    """No promotion leads people where that gate is shut, or to what the person does not want."""
    step = own(replace(SENIOR, levels=levels, facts=facts))
    assert step[:2] == (position, "stay" if position == "writer/senior" else "promotion")


def test_who_led_without_the_title_may_rise_to_it() -> None:
    """Who acted for somebody above is told the post that leads first, but where the level of leading that they told
    says otherwise: then the other one, unless they want to lead."""
    kb = asking(("words", 4, 0.8), ("people", 4, 0.2))
    untold = {skill: level for skill, level in UNLED.items() if skill != "people"}
    acting = {"acting": "yes"}
    assert own(replace(SENIOR, levels=UNLED), kb)[0] == "writer/expert"
    assert own(replace(SENIOR, levels=untold, facts=acting), kb)[0] == "writer/manager"
    assert own(replace(SENIOR, levels=UNLED, facts=acting), kb)[0] == "writer/expert"
    assert own(replace(SENIOR, levels=UNLED, facts={**acting, **LEAD}), kb)[0] == "writer/manager"


@pytest.mark.parametrize(("people", "kind"), [(4, "promotion"), (1, "stay")])
def test_leading_of_which_nothing_was_told(people: int, kind: str) -> None:
    """Where nothing was told of leading it is judged by what the present post leads one to expect of it."""
    kb = asking(("words", 4, 0.5), ("people", people, 0.5))
    kb = replace(kb, ladder=without(("writer/manager", "writer/expert")).ladder)
    assert own(Profile(("writer/manager",), levels={"words": 4, "deals": 2, "sums": 2}), kb)[1] == kind


def test_one_rung_after_another() -> None:
    """Of several promotions in reach the lower comes first, unless the higher is the goal or was led in fact."""
    person = replace(WRITER, levels={**SENIOR.levels, "people": 3})
    kb = with_more(("promotion", "writer/specialist", "writer/expert"))
    assert own(replace(person, facts=CRAFT), kb)[0] == "writer/senior"
    assert own(replace(person, facts=CRAFT, goal="writer/expert"), kb)[0] == "writer/expert"
    assert own(person, kb)[0] == "writer/manager"
    assert own(replace(person, goal="writer/senior"), kb)[0] == "writer/senior"


@pytest.mark.parametrize(
    ("facts", "goal", "then"),
    [
        ({}, None, "writer/manager"),  # the usual one
        (LEAD, None, "writer/manager"),
        (CRAFT, None, "writer/expert"),
        ({}, "writer/expert", "writer/expert"),
    ],
)
def test_what_staying_leads_to(facts: dict[str, str], goal: str | None, then: str) -> None:
    """To stay names the promotion that it leads to: the goal, else the usual one on a track that is wanted."""
    beginner = replace(SENIOR, levels={"words": 1, "deals": 0, "sums": 1, "people": 0}, facts=facts, goal=goal)
    assert own(beginner) == ("writer/senior", "stay", then)


def test_staying_where_nothing_wanted_is_above() -> None:
    """Where nothing that is wanted stands above the present post, staying leads to no other."""
    assert own(Profile(("seller/specialist",), levels=MAX, facts=CRAFT)) == ("seller/specialist", "stay", "")


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        (CRAFT, ("writer/expert", "lateral", "")),
        ({}, ("writer/manager", "stay", "head/director")),
    ],
)
def test_present_post_on_a_track_that_is_not_wanted(facts: dict[str, str], step: tuple[str, str, str]) -> None:
    """Who leads and does not want to is told the craft post of their line on the same height."""
    levels = {"words": 4, "deals": 0, "sums": 2, "people": 1}
    assert own(Profile(("writer/manager",), levels=levels, facts=facts)) == step


def test_no_post_on_the_track_that_is_wanted() -> None:
    """Where one's line has no post on the track that is wanted, the present one stays, and leads to none unwanted."""
    assert own(Profile(("seller/manager",), levels=MAX, facts=CRAFT)) == ("seller/manager", "stay", "")


def test_who_wants_another_line() -> None:
    """Who wants another line is told no promotion in their own, however near."""
    assert own(replace(SENIOR, facts={"reason": "another-line"})) == ("writer/senior", "stay", "writer/manager")


def test_title_without_substance_is_made_real() -> None:
    """Who holds a title without its substance is told to make that title real, and what comes after it."""
    person = replace(SENIOR, current=("writer/manager",), facts={"reports": "none"})
    (line, step) = next(iter(steps(person).items()))
    assert (line, step) == ("writer/specialist", ("writer/manager", "stay", "head/director"))
    assert situation_of(TWO_TRACKS, person).steps[line].start == "writer/specialist"
    top = replace(person, current=("counter/manager",))
    assert steps(top, without(("counter/manager", "head/director")))["counter/specialist"][2] == ""


@pytest.mark.parametrize(
    ("levels", "facts", "step"),
    [
        ({"deals": 4, "people": 4}, {}, ("seller/manager", "diagonal", "")),
        ({"deals": 4, "people": 4}, CRAFT, ("seller/specialist", "lateral", "")),
        ({"deals": 4, "people": 4}, BETWEEN, ("seller/specialist", "lateral", "")),
        ({"deals": 4, "people": 4}, AWAY, ("seller/specialist", "lateral", "")),
        ({"deals": 5, "people": 1}, {}, ("seller/specialist", "lateral", "")),
        ({"deals": 0, "people": 0}, {}, ("seller/specialist", "lateral", "")),
    ],
)
def test_step_into_another_line(levels: dict[str, int], facts: dict[str, str], step: tuple[str, str, str]) -> None:
    """Another line is entered on the same height, unless one up is in reach, wanted, and one is in work."""
    assert steps(replace(WRITER, levels={**WRITER.levels, **levels}, facts=facts))["seller/specialist"] == step


def test_no_step_into_a_line_too_high() -> None:
    """A line that only a diagonal leads into means no step while that is out of reach."""
    seller = Profile(("seller/specialist",), levels={"words": 0, "deals": 4, "sums": 4, "people": 4})
    assert steps(seller)["counter/specialist"] == ("counter/manager", "diagonal", "")
    assert "counter/specialist" not in steps(replace(seller, levels={**seller.levels, "sums": 0}))
    assert "counter/specialist" not in steps(replace(seller, facts=BETWEEN))


@pytest.mark.parametrize(
    ("current", "levels", "facts", "step"),
    [
        ("writer/manager", SENIOR.levels, BETWEEN, ("writer/manager", "entry", "")),
        ("writer/manager", UNLED | {"words": 0}, BETWEEN, ("writer/senior", "down", "")),
        ("writer/manager", {**SENIOR.levels, "people": 2}, AWAY, ("writer/senior", "down", "")),  # .75
        ("writer/senior", {"words": 3, "sums": 1}, AWAY, ("writer/senior", "entry", "")),  # .69, and on no track
        ("writer/senior", {"words": 3, "sums": 0}, AWAY, ("writer/specialist", "down", "")),  # .56
        ("writer/manager", {**SENIOR.levels, "people": 2}, BETWEEN, ("writer/manager", "entry", "")),
        ("writer/manager", SENIOR.levels, AWAY, ("writer/manager", "entry", "")),
        ("writer/specialist", UNLED | {"words": 0}, BETWEEN, ("writer/specialist", "entry", "")),
        ("writer/specialist", SENIOR.levels, AWAY, ("writer/specialist", "entry", "")),
        ("head/director", SENIOR.levels, AWAY, ("writer/manager", "down", "")),  # its line begins with it
    ],
)
def test_way_back_in(current: str, levels: dict[str, int], facts: dict[str, str], step: tuple[str, str, str]) -> None:
    """Out of work the same post comes first; a rung lower after long for who is not ready for it, or out of reach."""
    assert own(Profile((current,), years=3, levels=levels, facts=facts)) == step


def test_one_rung_lower_on_a_track_that_is_wanted() -> None:
    """A rung lower is the highest below, on the track that the person wants where there is one."""
    head = position("writer", "director", "Director of Writing", asked("people", 4, 1.0))
    kb = replace(TWO_TRACKS, positions={**TWO_TRACKS.positions, head.id: head})
    for facts, below in ((LEAD, "writer/manager"), (CRAFT, "writer/expert")):
        assert own(Profile((head.id,), levels={**MAX, "people": 3}, facts=AWAY | facts), kb) == (below, "down", "")
    kb = replace(kb, positions={id_: p for id_, p in kb.positions.items() if id_ in ("writer/manager", head.id)})
    kb = replace(kb, ladder=kb.ladder._replace(moves=()))
    person = Profile((head.id,), levels={**MAX, "people": 3}, facts=AWAY | CRAFT)
    assert own(person, kb) == ("writer/manager", "down", "")


def test_from_outside_each_line_is_an_entry() -> None:
    """From outside each line means to enter it."""
    assert set(steps(Profile(levels=WRITER.levels)).values()) == {
        (id_, "entry", "") for id_ in ("writer/specialist", "seller/specialist", "counter/specialist")
    }


OFFER = replace(WRITER, facts=OFFERED, offer="writer/manager")


def test_offered_post_is_judged_first() -> None:
    """A post offered comes first from a lower bound on, and without having led: that is learnt in it."""
    person = replace(OFFER, current=("writer/senior",), levels={"words": 4, "deals": 0, "sums": 2, "people": 0})
    situation = situation_of(TWO_TRACKS, person)  # fit .5
    assert situation.next == situation.offered
    assert situation.next
    assert (situation.next.position, situation.next.kind, situation.next.start) == (
        "writer/manager",
        "promotion",
        "writer/senior",
    )


@pytest.mark.parametrize(
    ("people", "acting", "advised"),
    [(0, "no", "writer/senior"), (0, "yes", "writer/manager"), (3, "no", "writer/manager")],
)
def test_an_offer_that_passes_a_rung_over(people: int, acting: str, advised: str) -> None:
    """Who is offered a post that leads past the one between them and it takes it from two thirds, or where they act."""
    levels = {"words": 4, "deals": 0, "sums": 2, "people": people}
    offered = situation_of(TWO_TRACKS, replace(OFFER, facts={**OFFERED, "acting": acting}, levels=levels)).offered
    assert offered is not None
    assert offered.position == advised


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"offer": None}, "nothing was offered"),
        ({"facts": {**OFFERED, **CRAFT}}, "to lead is not wanted"),
        ({"avoid": frozenset({"pen"})}, "its chief work is not wanted"),
        ({"levels": {"words": 2, "deals": 5, "sums": 5, "people": 2}}, "a must of the craft is far away"),
        ({"levels": {"deals": 5, "sums": 5, "people": 4}, "no_opportunity": frozenset({"words"})}, "the same"),
        ({"levels": {"words": 3, "deals": 5, "sums": 5, "people": 0}}, "too little is there"),
    ],
)
def test_offered_post_that_a_mentor_would_not_take(change: dict[str, Any], reason: str) -> None:
    """An offer is not told first where it is out of reach, not wanted, or lacks what cannot be learnt in it."""
    head = position("writer", "manager", "Head Writer", asked("words", 4, 0.5, must=True), asked("people", 4, 0.5))
    kb = without(("writer/senior", "writer/manager"))
    kb = replace(kb, positions={**TWO_TRACKS.positions, head.id: head})
    assert offered(replace(OFFER, **change), kb) is None, reason
    assert offered(OFFER, kb)


@pytest.mark.parametrize(
    ("facts", "offer", "taken"),
    [
        ({}, "writer/expert", True),
        ({}, "counter/manager", True),
        ({}, "seller/specialist", False),
        ({"reason": "another-line"}, "seller/specialist", True),
        ({"reason": "out-of-work"}, "seller/specialist", True),
        ({"reason": "out-of-work"}, "head/director", False),
        ({"reason": "out-of-work"}, "counter/manager", True),
    ],
)
def test_an_offer_that_did_not_bring_the_person(facts: dict[str, str], offer: str, *, taken: bool) -> None:
    """A post in sight is judged whatever brings a person: a lower one is for who is out of work or changes line, and
    who is on the way back in does not rise meanwhile."""
    found = offered(Profile(("writer/manager",), levels=MAX, facts=facts, offer=offer))
    assert (found.position if found else None) == (offer if taken else None)


@pytest.mark.parametrize(
    ("held", "facts", "offer", "taken"),
    [
        ("writer/specialist", {"reason": "another-line"}, "seller/specialist", True),
        ("writer/specialist", {"reason": "another-line"}, "counter/specialist", False),  # there is nothing of it
        ("writer/specialist", OFFERED, "seller/specialist", False),
        ("writer/manager", {"reason": "another-line"}, "seller/specialist", False),  # that is a step down
        ("writer/manager", {"reason": "another-line"}, "counter/manager", False),  # and nobody begins by this one
        (None, {"reason": "another-line"}, "seller/specialist", True),
    ],
)
def test_a_post_to_begin_by_in_another_line_that_is_wanted(
    held: str | None, facts: dict[str, str], offer: str, *, taken: bool
) -> None:
    """Who wants another line, and holds no more, is advised to take a post that one begins by in it, where
    enough of it is there, whatever must of it is far away: as much as for a first rise, or for a smaller offer."""
    person = Profile((held,) if held else (), levels=dict.fromkeys(MAX, 0) | {"deals": 3}, facts=facts, offer=offer)
    found = offered(person)
    assert (found.position if found else None) == (offer if taken else None)


@pytest.mark.parametrize(("first_rise", "taken"), [(0.4, True), (0.45, False)])
def test_how_much_it_takes_to_begin_in_another_line(first_rise: float, *, taken: bool) -> None:
    """It takes what the first rise takes, where that is less than a smaller post in place of an offer does."""
    constants = replace(TWO_TRACKS.rules.constants, first_rise=first_rise, smaller_offer=0.5)
    kb = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, constants=constants))
    beginner = position("seller", "specialist", "Seller", asked("deals", 5, 0.42), asked("sums", 3, 0.58, must=True))
    kb = replace(kb, positions={**kb.positions, beginner.id: beginner})
    person = Profile(("writer/specialist",), levels={"deals": 5, "sums": 0}, facts={"reason": "another-line"})
    assert (offered(replace(person, offer="seller/specialist"), kb) is not None) is taken


def asking_much(*, fit: float) -> KnowledgeBase:
    """Return a head of counters whose must is far away for who knows no figures, with so much of the rest there."""
    head = position("counter", "manager", "Head Counter", asked("sums", 4, 1 - fit, must=True), asked("people", 4, fit))
    return replace(TWO_TRACKS, positions={**TWO_TRACKS.positions, head.id: head})


@pytest.mark.parametrize(
    ("held", "facts", "fit", "taken"),
    [
        ("writer/manager", OFFERED, 0.7, True),
        ("writer/manager", OFFERED, 0.5, False),
        ("writer/manager", {"reason": "out-of-work"}, 0.5, True),
        ("writer/manager", {"reason": "out-of-work"}, 0.3, False),
        ("writer/specialist", OFFERED, 0.7, False),
    ],
)
def test_a_must_far_away_on_a_level(held: str, facts: dict[str, str], fit: float, *, taken: bool) -> None:
    """A must that is far away speaks against a higher post; against one on one's level only where the rest is short
    too, and against none that is in reach for who is out of work: one in hand is worth more than none."""
    person = Profile(
        (held,), levels={"sums": 0, "people": 4, "words": 0, "deals": 0}, facts=facts, offer="counter/manager"
    )
    found = offered(person, asking_much(fit=fit))
    assert (found is not None and found.position == "counter/manager") is taken


def test_an_entry_in_hand() -> None:
    """Who is out of work and comes from outside takes any post that one begins by, and no higher one."""
    nothing = Profile((), levels=dict.fromkeys(MAX, 0), facts={"reason": "out-of-work"})
    taken = offered(replace(nothing, offer="seller/specialist"))
    assert taken
    assert (taken.position, taken.kind) == ("seller/specialist", "entry")
    assert offered(replace(nothing, offer="seller/manager")) is None


@pytest.mark.parametrize(("levels", "taken"), [((2, 4, 0, 3), True), ((2, 0, 0, 2), False)])
def test_who_leads_is_offered_to_lead_higher(levels: tuple[int, ...], *, taken: bool) -> None:
    """A post that leads higher than one held that leads is to be in reach: what is missing is not learnt in it."""
    told = dict(zip(MAX, levels, strict=True))
    found = offered(Profile(("writer/manager",), levels=told, facts=OFFERED, offer="head/director"))
    assert (found is not None) is taken


def test_no_smaller_piece_where_the_offer_did_not_bring_the_person() -> None:
    """Only for who was brought by an offer a smaller post in its place is looked for."""
    person = Profile(("writer/senior",), levels={**MAX, "words": 0}, offer="head/director")
    assert offered(person) is None
    assert offered(replace(person, facts=OFFERED))


def test_unknown_must_does_not_shut_an_offer() -> None:
    """A must of which nothing was told is something to find out before a yes, not a reason to decline."""
    head = position("writer", "manager", "Head Writer", asked("words", 4, 0.3, must=True), asked("people", 4, 0.7))
    kb = replace(TWO_TRACKS, positions={**TWO_TRACKS.positions, head.id: head})
    assert offered(replace(OFFER, levels={"deals": 0, "sums": 2, "people": 4}), kb)


def test_offer_that_jumps() -> None:
    """A post that no move of any line reaches from the present rung is too large, however good the fit."""
    assert offered(replace(OFFER, levels=MAX, offer="top/chief")) is None
    director = offered(replace(OFFER, levels=MAX, offer="head/director"))
    assert director
    assert (director.position, director.kind) == ("writer/manager", "promotion")


def test_offer_of_the_same_height_or_lower_is_no_jump() -> None:
    """A post of the same height or a lower one can always be taken."""
    for offer, kind in (("counter/manager", "lateral"), ("seller/specialist", "down"), ("writer/manager", "stay")):
        step = offered(Profile(("writer/manager",), levels=MAX, facts=OFFERED, offer=offer))
        assert step
        assert (step.position, step.kind) == (offer, kind)


@pytest.mark.parametrize(
    ("levels", "facts", "told"),
    [
        ((4, 4, 0, 0), {}, "writer/expert"),  # .6 to .5 of the head writer; the head seller is of another line
        ((2, 4, 0, 3), {}, "writer/manager"),  # .625 to .3
        ((2, 0, 2, 2), {}, "writer/expert"),  # .55
        ((2, 0, 2, 2), LEAD, "writer/manager"),  # .5
        ((0, 0, 0, 0), {}, None),
    ],
)
def test_smaller_piece_of_an_offer(levels: tuple[int, ...], facts: dict[str, str], told: str | None) -> None:
    """Of an offer too large the post on the way to it is told: of one's own line, wanted, and a third of it there."""
    told_levels = dict(zip(MAX, levels, strict=True))
    found = offered(Profile(("writer/senior",), levels=told_levels, facts=OFFERED | facts, offer="head/director"))
    assert (found.position if found else None) == told


def test_smaller_piece_in_another_line() -> None:
    """Where no post on the way to the offer is of one's own line, the nearest of others is told."""
    seller = replace(OFFER, current=("counter/specialist",), offer="head/director")
    found = offered(replace(seller, levels={"words": 0, "deals": 4, "sums": 2, "people": 4}))
    assert found
    assert (found.position, found.kind) == ("seller/manager", "diagonal")


def test_offer_from_outside() -> None:
    """From outside an offered post of the lowest rung is asked a level less, and a higher one as it stands."""
    outsider = Profile(levels={"words": 2, "deals": 0, "sums": 0, "people": 0}, facts=OFFERED)
    entry = offered(replace(outsider, levels={**outsider.levels, "sums": 1}, offer="writer/specialist"))
    assert entry == Candidate("writer/specialist", "entry")  # .5 * 2/3 + .25
    assert offered(replace(outsider, offer="writer/specialist")) is None
    senior = offered(replace(outsider, levels={**outsider.levels, "words": 3}, offer="writer/senior"))
    assert senior == Candidate("writer/senior", "entry")
    assert offered(replace(outsider, offer="writer/senior")) is None


def test_smaller_piece_from_outside() -> None:
    """From outside too a post on the way to one that is too large is told, where it is above an entry."""
    outsider = Profile(levels={"words": 3, "deals": 0, "sums": 0, "people": 0}, facts=OFFERED, offer="writer/manager")
    assert offered(outsider) == Candidate("writer/senior", "entry")


@pytest.mark.uncounted
@given(data=st.data())
def test_a_stay_names_a_post_held(kb: KnowledgeBase, data: st.DataObject) -> None:
    """To stay names a post that is held, by title or in truth, and what it leads to is a promotion of that post."""
    for base in (kb, TWO_TRACKS):
        person = data.draw(people(base))
        for step in situation_of(base, person).steps.values():
            if step.kind == "stay":
                assert step.position in (*person.current, *standing_of(base, person).positions)
                assert not step.then or step.then in base.promotions(step.position)
            else:
                assert not step.then


@given(data=st.data())
def test_steps_are_allowed(data: st.DataObject) -> None:
    """Every step up or sideways follows a move of its kind; those up are wanted, in reach, and not out of work."""
    person = data.draw(people(TWO_TRACKS))
    situation = situation_of(TWO_TRACKS, person)
    for step in situation.steps.values():
        if step.kind in ("promotion", "diagonal", "lateral"):
            assert step.move in TWO_TRACKS.moves_from[step.start]
            assert (step.move.end, step.move.kind) == (step.position, step.kind)
        if step.kind in ("promotion", "diagonal"):
            assert wanted(TWO_TRACKS, person, [step.position])
            fit = fit_of(requirements_of(TWO_TRACKS, step.position), situation.beliefs)
            assert round(fit, 9) >= TWO_TRACKS.rules.constants.within_reach
            assert person.facts.get("reason") != "out-of-work"
        if step.kind == "down":
            assert TWO_TRACKS.order(step.position) < TWO_TRACKS.order(step.start)


@pytest.mark.parametrize(("bound", "told"), [(0.55, "writer/expert"), (0.56, None)])
def test_smallest_piece_of_an_offer(bound: float, told: str | None) -> None:
    """From which fit a smaller piece is worth having stands in the knowledge base."""
    large = replace(SENIOR, offer="head/director", levels={"words": 2, "sums": 2, "people": 2}, facts=OFFERED)
    constants = replace(TWO_TRACKS.rules.constants, smaller_offer=bound)
    found = offered(large, replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, constants=constants)))
    assert (found.position if found else None) == told


def test_small_knowledge_base_without_tracks() -> None:
    """A knowledge base without tracks, situations and a skill of leading is advised by fit alone."""
    advice = advise(SMALL, replace(WRITER, facts=CRAFT | OFFERED, offer="writer/manager"))
    assert advice.next
    assert (advice.next.position, advice.next.candidate.kind) == ("writer/manager", "promotion")
    assert advice.situation.offered is None


@pytest.mark.parametrize(
    ("rules", "reach"),
    [
        ((None, None), 0.5),  # the constant
        ((0.4, 0.3), 0.4),  # the first of them
        ((None, 0.3), 0.3),  # as older files tell it: at one of them
        ((), 0.65),  # as any post
    ],
)
def test_reach_of_offers(rules: tuple[float | None, ...], reach: float) -> None:
    """A post offered is in reach from the constant on, from what a rule of offers says itself, or as any other post."""
    judging = tuple(situation(f"offered-{n}", "offer", reach=own) for n, own in enumerate(rules))
    others = (situation("lost", "again", reach=0.1), *judging)
    assert reach_of_offers(replace(SMALL, rules=replace(SMALL.rules, situations=others))) == reach


def test_no_line_that_leads_comes_before_ones_own() -> None:
    """Who leads and does not want to is not sent to lead elsewhere, whatever the scores; and is told why."""
    levels = {"words": 0, "deals": 0, "sums": 5, "people": 4}  # what a counter asks, and no seller
    seller = Profile(("seller/manager",), years=3, levels=levels)
    assert (found := advise(TWO_TRACKS, seller).next) is not None
    assert found.position == "counter/manager"
    unwilling = advise(TWO_TRACKS, replace(seller, facts={"lead": "no"}))
    assert unwilling.next is not None
    assert (unwilling.next.position, unwilling.next.candidate.kind) == ("seller/manager", "stay")
    assert "counter/manager" in [one.position for one in unwilling.alternatives]
    assert unwilling.tied == ()
    told = " ".join(reason.en for reason in unwilling.next.why)
    assert "By score alone Head Counter would come first" in told
    assert "your line has no post at this level that leads nobody" in told


def test_where_every_step_leads_that_is_told() -> None:
    """Where the own line is not to be gone on with and all others lead people, the best of them is told as that."""
    facts = {"lead": "no"}
    seller = Profile(("seller/manager",), years=3, levels=MAX, facts=facts, avoid=frozenset({"phone"}))
    found = advise(TWO_TRACKS, seller).next
    assert found is not None
    assert (found.position, found.candidate.kind) == ("counter/manager", "lateral")
    assert any("every step aside from here leads people" in reason.en for reason in found.why)


def test_way_back_in_on_the_track_that_is_wanted() -> None:
    """Out of work and unwilling to lead one comes back on the other track, else a rung lower, not to lead again."""
    levels = {**SENIOR.levels, "people": 5}
    facts = {"reason": "out-of-work", **CRAFT}
    assert own(Profile(("writer/manager",), years=3, levels=levels, facts=facts)) == ("writer/expert", "lateral", "")
    assert own(Profile(("seller/manager",), years=3, levels=MAX, facts=facts)) == ("seller/specialist", "down", "")


@given(data=st.data())
def test_the_wish_decides(data: st.DataObject) -> None:
    """No step but to stay is on the track that is not wanted while one's own line or another one means another step."""
    situation = situation_of(TWO_TRACKS, data.draw(people(TWO_TRACKS)))
    if situation.standing.outside or not situation.scales or situation.offered:
        return
    first = situation.scales[0].line
    if first.key in situation.behind:
        assert all(scale.line.key in situation.behind and not scale.line.own for scale in situation.scales)


def test_who_is_new_in_the_post_is_not_promoted_out_of_it() -> None:
    """The first promotion takes less only once a third of the time due is served, or nobody told how much."""
    half = replace(WRITER, levels={**WRITER.levels, "words": 2, "people": 0})
    least = TWO_TRACKS.years("writer/specialist")[0]
    assert own(replace(half, years=least / 3 - 0.1))[1] == "stay"
    assert own(replace(half, years=least / 3))[1] == "promotion"
    assert own(replace(half, years=None))[1] == "promotion"


@pytest.mark.parametrize(("words", "step"), [(5, ("writer/expert", "lateral")), (1, ("writer/senior", "down"))])
def test_who_gives_up_leading(words: int, step: tuple[str, str]) -> None:
    """Who will lead no more goes on by their craft on the same height where that is in reach, else a rung lower."""
    told = Profile(("writer/manager",), years=3, facts=CRAFT, levels={"words": words, "sums": 2, "people": 4})
    assert own(told)[:2] == step


@pytest.mark.parametrize(
    ("facts", "kind"), [({"reason": "another-line"}, "down"), ({"reason": "how-do-i-stand"}, "stay"), ({}, "stay")]
)
def test_who_gives_up_leading_where_nothing_is_beside(kb: KnowledgeBase, facts: dict[str, str], kind: str) -> None:
    """Where the line has no post for the craft alone, who will lead no more and wants other work goes a rung lower."""
    told = Profile(("brand/director",), years=3, facts={**CRAFT, **facts})
    assert own(told, kb)[1] == kind


def test_who_would_lead_is_not_sent_down() -> None:
    """A master who wants to lead, where no move goes to what leads on that height, is not sent a rung lower for it."""
    told = Profile(("writer/expert",), years=3, facts={**LEAD, "reason": "another-line"}, levels=UNLED)
    assert own(told)[1] == "stay"


def test_somebody_out_of_work_is_always_told_a_step(kb: KnowledgeBase) -> None:
    """Who shuns the work of their line, and names a goal into whose line no step is allowed now, is told another."""
    told = Profile(
        ("sales/director",), goal="operations/director", avoid=frozenset({"deals"}), facts={"reason": "out-of-work"}
    )
    found = situation_of(kb, told)
    assert found.leader
    assert kb.positions[found.leader].role not in {"sales", "marketplace"}
    assert situation_of(kb, replace(told, avoid=frozenset(kb.roles["marketing"].work) | told.avoid)).leader


def test_a_master_who_will_not_lead_stays_one(kb: KnowledgeBase) -> None:
    """Where above a post of mastery are only posts that lead, who wants none stays, and is not at the top."""
    told = Profile(("content-ops/expert",), years=5, facts={**CRAFT, "reason": "how-do-i-stand"})
    assert own(told, kb) == ("content-ops/expert", "stay", "")


@pytest.mark.parametrize(("levels", "taken"), [((5, 2, 5), True), ((4, 2, 1), False)])
def test_a_master_is_offered_to_lead_higher(levels: tuple[int, int, int], *, taken: bool) -> None:
    """To lead from a higher post than that of a master takes as much as to rise from one that leads: it is new."""
    told = dict(zip(("words", "sums", "people"), levels, strict=True))
    offer = Profile(("writer/expert",), years=3, offer="head/director", facts=OFFERED, levels=told)
    assert (offered(offer) is not None) is taken


@pytest.mark.parametrize("rung", ["senior", "specialist"])
@pytest.mark.parametrize(("goal", "taken"), [("store-ops/specialist", True), (None, False)])
def test_the_goal_is_offered(kb: KnowledgeBase, goal: str | None, rung: str, *, taken: bool) -> None:
    """Who wants another line takes the post that one begins it by, as high as theirs or a level below, where it is
    their goal."""
    told = Profile(
        (f"customer-service/{rung}",),
        goal=goal,
        offer="store-ops/specialist",
        facts={"reason": "another-line"},
        levels={**dict.fromkeys(kb.needed["store-ops/specialist"], 0), "service-handling": 3},
    )
    assert (offered(told, kb) is not None) is taken


@pytest.mark.parametrize(("words", "kind"), [(3, "entry"), (1, "down")])
def test_who_was_out_of_work_for_months_comes_back_to_their_post(words: int, kind: str) -> None:
    """Into the post held some months ago one comes back unless most of it is missing; else a rung lower."""
    told = Profile(("writer/senior",), years=3, facts=BETWEEN, levels={"words": words, "sums": 0})
    assert own(told)[1] == kind


LEAVING = {"reason": "company-trouble"}
GOING = replace(
    TWO_TRACKS,
    rules=replace(
        TWO_TRACKS.rules, situations=(situation("trouble", "elsewhere", Test("reason", ("company-trouble",))),)
    ),
)


@pytest.mark.parametrize(
    ("post", "levels", "step"),
    [
        ("writer/specialist", {"words": 4, "people": 0}, ("writer/senior", "promotion")),
        ("writer/senior", SENIOR.levels, ("writer/manager", "promotion")),
        ("writer/senior", UNLED | {"words": 1}, ("writer/senior", "stay")),
        ("writer/manager", MAX, ("writer/manager", "stay")),
    ],
)
def test_a_rise_onto_a_track_is_one_elsewhere_too(post: str, levels: dict[str, int], step: tuple[str, str]) -> None:
    """Who has to look elsewhere looks for the next post that is in reach; who is on a track, for the one they have."""
    assert own(Profile((post,), years=3, levels=levels, facts=LEAVING), GOING)[:2] == step


@pytest.mark.parametrize(("words", "reason", "hollow"), [(5, LEAVING, False), (0, {}, False), (0, LEAVING, True)])
def test_a_hollow_title_counts_for_nothing_elsewhere(words: int, reason: dict[str, str], *, hollow: bool) -> None:
    """A title is given its substance; but who has to look elsewhere, and lacks most of it, goes by the work they do."""
    levels = {"words": words, "people": 0, "sums": 0, "deals": 0}
    told = Profile(("writer/manager",), years=3, levels=levels, facts={"reports": "none", **reason})
    (held,) = situation_of(GOING, told).standing.positions
    assert steps(told, GOING)[held][:2] == (held if hollow else "writer/manager", "stay")
    best = advise(GOING, told).next
    assert best is not None
    assert any("will not count" in one.en for one in best.why) is hollow


def test_a_title_is_called_hollow_only_where_it_is() -> None:
    """Who comes back into the work they did is not told that most of what their title asks is missing."""
    told = Profile(("writer/manager",), levels={**MAX, "people": 2}, facts={"reports": "none", **BETWEEN})
    best = advise(TWO_TRACKS, told).next
    assert best is not None
    assert best.why[0].en == "Head Writer in name, Writer in truth"


def test_a_goal_that_one_begins_by_needs_no_move() -> None:
    """A goal on one's height by which anybody begins may be stepped into, be there a move of the ladder or not."""
    goal = "counter/specialist"
    told = replace(WRITER, goal=goal, facts={"reason": "another-line"})
    assert goal not in steps(replace(told, goal=None))
    assert steps(told)[goal] == (goal, "lateral", "")
    assert goal not in steps(replace(told, current=("writer/senior",)))
    assert goal not in steps(replace(told, current=(), goal="writer/manager"))


def test_a_goal_above_where_one_begins_needs_no_move_either() -> None:
    """A goal that a beginner's post of its line rises to is gone for by that post, be there a move or not."""
    told = replace(WRITER, goal="counter/manager", facts={"reason": "another-line"})
    assert steps(told)["counter/specialist"] == ("counter/specialist", "lateral", "")
    assert "writer/specialist" not in steps(told)  # three tenths of what it asks are there
