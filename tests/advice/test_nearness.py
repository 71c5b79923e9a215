"""How near a position is told to be, bar by bar; test_prospect.py uses it whole."""

from dataclasses import replace

import pytest
from small_kb import MAX, WRITER
from two_tracks import TWO_TRACKS, situation

from opscareer.advice import Situation, situation_of
from opscareer.advice.gates import Gate
from opscareer.advice.nearness import in_name, is_eased, nearness_of, taken_anew
from opscareer.advice.standing import Candidate
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Test

CONSTANTS = replace(TWO_TRACKS.rules.constants, lead_rise=0.56, higher_rise=0.7)  # offers from .5, first rises from .45
STAY = Candidate("writer/senior", "stay", "writer/senior")
FIRST = Candidate("writer/senior", "promotion", "writer/specialist")
LEAD = Candidate("writer/manager", "promotion", "writer/senior")
HIGHER = Candidate("head/director", "promotion", "writer/manager")
BEGUN = Candidate("writer/specialist", "stay", "writer/specialist")
BACK = Candidate("writer/senior", "entry", "writer/senior")
ASIDE = Candidate("seller/specialist", "lateral", "writer/senior")
ENTRY = Candidate("seller/specialist", "entry", "writer/senior")


def knowing(step: str) -> KnowledgeBase:
    """Return a knowledge base whose only situation changes the step so."""
    rules = replace(
        TWO_TRACKS.rules, constants=CONSTANTS, situations=(situation("it", step, Test("reason", ("stuck",))),)
    )
    return replace(TWO_TRACKS, rules=rules)


def placed(kb: KnowledgeBase, held: str, years: float = 3) -> Situation:
    """Return the situation of who holds a post and asks."""
    return situation_of(kb, replace(WRITER, current=(held,), years=years, facts={"reason": "stuck"}))


@pytest.mark.parametrize(
    ("step", "candidate", "years", "bar", "ready"),
    [
        ("usual", STAY, 3, 0.65, 0.85),
        ("usual", ASIDE, 3, 0.65, 0.85),
        ("usual", ENTRY, 3, 0.65, 0.85),
        ("usual", FIRST, 3, 0.45, 0.85),
        ("usual", FIRST, 0.1, 0.65, 0.85),  # of who is new
        ("usual", LEAD, 3, 0.56, 0.85),
        ("usual", LEAD, 0.1, 0.56, 0.85),
        ("usual", HIGHER, 3, 0.7, 0.85),
        ("offer", STAY, 3, 0.5, 0.85),  # kept beside an offer
        ("offer", ASIDE, 3, 0.65, 0.85),
        ("usual", BEGUN, 0.1, 0.5, 0.85),  # hardly begun
        ("usual", BEGUN, 3, 0.65, 0.85),
        ("usual", STAY, 0.1, 0.65, 0.85),
        ("elsewhere", STAY, 3, 0.5, 0.65),
        ("elsewhere", ASIDE, 3, 0.65, 0.85),
        ("usual", BACK, 3, 0.5, 0.65),
        ("build", STAY, 3, 0.8, 0.85),
        ("build", LEAD, 3, 0.56, 0.85),
        ("build", ASIDE, 3, 0.65, 0.85),
    ],
)
def test_the_bars(step: str, candidate: Candidate, years: float, bar: float, ready: float) -> None:
    """A position is in reach from the bar from which it is named, and ready from its own, to nine digits."""
    kb = knowing(step)
    here = placed(kb, candidate.start, years)
    told = [
        nearness_of(kb, here, candidate, fit, (), ()) for fit in (bar - 1e-8, bar - 1e-10, ready - 1e-8, ready - 1e-10)
    ]
    assert told == ["build-first", "within-reach", "within-reach", "ready"]


DOES_IT = {"reason": "stuck", "acting": "yes", "lead": "yes"}
REFUSES = {"reason": "stuck", "lead": "no"}


@pytest.mark.parametrize(
    ("step", "held", "facts", "candidate", "eased"),
    [
        ("usual", "writer/senior", DOES_IT, None, True),
        ("usual", "writer/senior", {**DOES_IT, "lead": "unsure"}, None, False),
        ("usual", "writer/senior", {**DOES_IT, "acting": "no"}, None, False),
        ("usual", "writer/specialist", DOES_IT, None, False),  # whose next post leads nobody
        ("usual", "writer/senior", DOES_IT, ASIDE, False),
        ("usual", "writer/senior", DOES_IT, replace(LEAD, move=None), False),  # any but the one that comes next
        ("offer", "writer/senior", REFUSES, STAY, True),
        ("offer", "writer/senior", {"reason": "stuck"}, STAY, False),
        ("usual", "writer/senior", REFUSES, STAY, False),
        ("offer", "writer/senior", REFUSES, ASIDE, False),
        ("again", "writer/senior", {"reason": "stuck"}, BACK, True),
        ("lower", "writer/senior", {"reason": "stuck"}, BACK, False),
    ],
)
def test_who_is_ready_from_two_thirds(
    step: str, held: str, facts: dict[str, str], candidate: Candidate | None, *, eased: bool
) -> None:
    """Two thirds of a post make somebody ready who does its work in fact and wants it, who keeps it because they will
    not lead, or who comes back into it, but not after years; nobody does behind a gate."""
    kb = knowing(step)
    goal = {"writer/senior": "writer/manager", "writer/specialist": "writer/senior"}[held]
    here = situation_of(kb, Profile((held,), years=3, levels=MAX, facts=facts, goal=goal))
    one = candidate or here.next
    assert one is not None
    assert is_eased(kb, here, one) is eased
    told = "ready" if eased else "within-reach"
    assert nearness_of(kb, here, one, 0.7, (), ()) == told
    assert nearness_of(kb, here, one, 0.7, (Gate("time", "", 2.0, 1.0),), ()) == "within-reach"


def test_a_gate_keeps_from_being_ready() -> None:
    """Nobody is ready behind a gate, for the post that they have once more either."""
    gate = Gate("time", "", 2.0, 1.0)
    for step, candidate in (("usual", STAY), ("elsewhere", STAY), ("usual", BACK)):
        kb = knowing(step)
        assert nearness_of(kb, placed(kb, "writer/senior"), candidate, 0.9, (gate,), ()) == "within-reach"


def test_an_offer_that_could_be_taken_is_in_reach() -> None:
    """However little of it is there a post offered that is advised is in reach; no other position is thereby."""
    kb = knowing("offer")
    person = Profile(("writer/senior",), years=3, levels=MAX, facts={"reason": "stuck"}, offer="writer/manager")
    here = situation_of(kb, person)
    assert here.offered is not None
    assert nearness_of(kb, here, here.offered, 0.01, (), ()) == "within-reach"
    assert nearness_of(kb, here, ASIDE, 0.01, (), ()) == "build-first"


@pytest.mark.parametrize(
    ("step", "candidate", "anew"),
    [
        ("elsewhere", STAY, True),
        ("usual", STAY, False),
        ("elsewhere", LEAD, False),
        ("elsewhere", Candidate("seller/specialist", "stay", "writer/senior"), False),
        ("usual", BACK, True),
        ("usual", ENTRY, False),
        ("elsewhere", ASIDE, False),
    ],
)
def test_the_same_post_once_more(step: str, candidate: Candidate, *, anew: bool) -> None:
    """One takes a post anew that one holds, in another company or after a time without."""
    kb = knowing(step)
    assert taken_anew(placed(kb, "writer/senior"), candidate) is anew
    assert not taken_anew(situation_of(kb, replace(WRITER, current=("writer/senior",))), STAY)


def test_a_title_in_name_is_built_first() -> None:
    """A title without its substance is built first, whatever the fit; only as the post that one stays in."""
    titled = replace(WRITER, current=("writer/manager",), years=0, levels=MAX, facts={"reports": "none"})
    here = situation_of(TWO_TRACKS, titled)
    stay = Candidate("writer/manager", "stay", "writer/senior")
    assert in_name(here, stay)
    assert nearness_of(TWO_TRACKS, here, stay, 1.0, (), ()) == "build-first"
    assert not in_name(here, replace(stay, kind="promotion"))
    assert not in_name(here, STAY)
