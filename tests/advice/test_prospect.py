from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import MAX, SMALL, WRITER, asked
from small_kb import position as post
from two_tracks import TWO_TRACKS, situation

from opscareer.advice import advise, situation_of
from opscareer.advice.fit import fit_of
from opscareer.advice.openings import step_to
from opscareer.advice.prospect import held_against, prospect_of, stands
from opscareer.advice.standing import Candidate, standing_of
from opscareer.model.profile import Profile
from opscareer.model.rules import Test


@pytest.mark.parametrize("position", ["writer/specialist", "writer/manager", "seller/manager", "top/chief"])
def test_any_position_by_what_it_asks_itself(position: str) -> None:
    """Fit and gaps are those of the very position that is asked about, of the present post too; they add up to 1."""
    situation = situation_of(SMALL, WRITER)
    found = held_against(SMALL, situation, position)
    assert (found.position, found.gaps_of) == (position, position)
    assert found.fit == fit_of(SMALL.positions[position].requirements, situation.beliefs)
    assert found.fit + sum(gap.gain for gap in found.gaps) == pytest.approx(1)


@given(data=st.data())
def test_a_position_is_told_alike(data: st.DataObject) -> None:
    """A position that is asked about is the same step, as near, behind the same gates, as where it is advised."""
    advice = advise(TWO_TRACKS, data.draw(people(TWO_TRACKS)))
    for told in (*([advice.next] if advice.next else []), *advice.alternatives):
        found = held_against(TWO_TRACKS, advice.situation, told.position)
        assert (found.candidate.kind, found.gates) == (told.candidate.kind, told.gates)
        if told.gaps_of == told.position:
            assert (found.fit, found.verdict) == (told.fit, told.verdict)


@given(data=st.data())
def test_nobody_is_ready_for_what_they_have(data: st.DataObject) -> None:
    """Of a post that is real already it is told how near the next one is: ready only where that would be named."""
    person = data.draw(people(TWO_TRACKS))
    best = advise(TWO_TRACKS, person).next
    if best and best.gaps_of != best.position and stands(TWO_TRACKS, situation_of(TWO_TRACKS, person), best.candidate):
        assert best.verdict != "ready" or best.anew or best.fit >= TWO_TRACKS.rules.constants.higher_rise


ASKING = replace(WRITER, current=("writer/expert",), facts={"reason": "stuck"})
"""Somebody who asks, and holds the post of an expert."""


@pytest.mark.parametrize(
    ("step", "level", "told"),
    [
        ("build", 3, (0.7, "build-first")),
        ("usual", 3, (0.7, "within-reach")),
        ("build", 4, (0.5, "within-reach")),  # done well: what comes after it decides
    ],
)
def test_a_post_not_done_well_yet_is_built_first(step: str, level: int, told: tuple[float, str]) -> None:
    """Where what brings somebody says so, the present post is built first, until it is done well."""
    rules = replace(TWO_TRACKS.rules, situations=(situation("asks", step, Test("reason", ("stuck",))),))
    best = advise(replace(TWO_TRACKS, rules=rules), replace(ASKING, levels={**WRITER.levels, "words": level})).next
    assert best
    assert (best.candidate.kind, best.fit, best.verdict) == ("stay", *told)


TITLED = replace(WRITER, current=("writer/manager",), years=0, levels=MAX, facts={"reports": "none"})
"""Somebody with all that a title asks, who has it in name only."""


def test_a_title_in_name_is_no_post_in_hand() -> None:
    """A title without its substance is built first by whatever command, waits for no years, and does not stand yet."""
    situation = situation_of(SMALL, TITLED)
    found = held_against(SMALL, situation, "writer/manager")
    assert (found.candidate.kind, found.candidate.start, found.verdict) == ("stay", "writer/specialist", "build-first")
    assert found.gates == ()
    assert not stands(SMALL, situation, found.candidate)
    assert prospect_of(SMALL, situation, found.candidate).gaps_of == "writer/manager"


def test_a_title_that_is_not_wanted() -> None:
    """Who does not want to lead is not told to give such a title its substance, nor led on to what leads."""
    titled = replace(TITLED, years=3, facts={"reports": "none", "lead": "no"})
    senior = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, titles=(SENIOR_IN_TRUTH,)))
    found = advise(senior, titled)
    assert found.next is not None
    assert (found.next.position, found.next.candidate.kind) == ("writer/expert", "promotion")
    assert found.next.why[0].en == (
        "Your title is Head Writer, yet nobody reports to you, and you said you do not want to lead: you are advised "
        "as Senior Writer, and the title need not be given its substance."
    )


SENIOR_IN_TRUTH = replace(SMALL.rules.titles[0], advised_as="senior")


def test_the_post_held_leads_on_to_what_is_wanted() -> None:
    """A post that is held leads on to the first promotion that is wanted."""
    for lead, then in (("no", "writer/expert"), ("yes", "writer/manager"), ("unsure", "writer/manager")):
        held = replace(WRITER, current=("writer/senior",), facts={"lead": lead})
        assert step_to(TWO_TRACKS, held, standing_of(TWO_TRACKS, held), "writer/senior").then == then


def test_the_post_offered_is_marked() -> None:
    """A post offered that is advised is that by whatever command; another one is not."""
    offered = replace(WRITER, levels=MAX, offer="seller/manager", facts={"reason": "offered"})
    situation = situation_of(TWO_TRACKS, offered)
    assert situation.offered is not None
    marked = [held_against(TWO_TRACKS, situation, p).offered for p in ("seller/manager", "writer/manager")]
    assert marked == [True, False]


def test_a_way_back_to_what_is_not_wanted() -> None:
    """Who comes back a rung lower works on the post they held only where they want it."""
    lower = Candidate("seller/specialist", "down", "seller/manager")
    for lead, aim in (("yes", "seller/manager"), ("no", "seller/specialist")):
        situation = situation_of(TWO_TRACKS, replace(WRITER, current=("seller/manager",), facts={"lead": lead}))
        assert prospect_of(TWO_TRACKS, situation, lower).gaps_of == aim


@pytest.mark.parametrize(
    ("words", "people", "facts", "verdict"),
    [
        (4, 2, {"reason": "out-of-work"}, "ready"),  # .75 + .25 / 2
        (4, 2, {"reason": "stuck"}, "ready"),
        (2, 2, {"reason": "stuck"}, "within-reach"),  # .5: as for an offer
        (1, 2, {"reason": "stuck"}, "build-first"),
        (4, 1, {"reason": "stuck"}, "within-reach"),  # who has led nobody is not taken to lead
        (4, 2, {"reason": "another-line"}, "within-reach"),
        (4, 2, {}, "within-reach"),
    ],
)
def test_the_post_that_one_has_taken_once_more(words: int, people: int, facts: dict[str, str], verdict: str) -> None:
    """Into the very post that they have, elsewhere or again, people are ready from where it is in reach, though some of
    it is far away, and it is in reach from where an offer is; who stays where they are is not."""
    head = post("writer", "manager", "Head Writer", asked("words", 4, 0.75), asked("people", 4, 0.25))
    rules = (situation("trouble", "elsewhere", Test("reason", ("stuck",))), *TWO_TRACKS.rules.situations)
    kb = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, situations=rules))
    kb = replace(kb, positions={**kb.positions, head.id: head})
    person = Profile(("writer/manager",), years=3, levels={"words": words, "people": people}, facts=facts)
    advice = advise(kb, person)
    assert advice.next
    assert (advice.next.position, advice.next.verdict) == ("writer/manager", verdict)
    assert advice.next.anew is (facts.get("reason") in ("out-of-work", "stuck"))
