"""What a wish to lead, or not to, changes, is told; and both next posts to who has not settled it."""

import pytest
from small_kb import MAX
from two_tracks import TWO_TRACKS, with_more, without

from opscareer.advice import situation_of
from opscareer.advice.tracks import of_track, side_by_side
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

UNSURE = {"lead": "unsure"}


def told(person: Profile, kb: KnowledgeBase = TWO_TRACKS) -> list[str]:
    """Return what is said of the track."""
    return [one.en for one in of_track(kb, situation_of(kb, person))]


@pytest.mark.parametrize(
    ("post", "facts", "both"),
    [
        ("writer/senior", UNSURE, ("writer/manager", "writer/expert")),
        ("writer/senior", {"lead": "yes"}, None),
        ("writer/senior", {}, None),
        ("writer/manager", UNSURE, None),
        ("seller/specialist", UNSURE, None),
        ("writer/senior", {**UNSURE, "reason": "out-of-work"}, None),
    ],
)
def test_both_tracks_side_by_side(post: str, facts: dict[str, str], both: tuple[str, str] | None) -> None:
    """Who has not settled whether to lead is told the next post on each track, where their line parts into two."""
    assert side_by_side(TWO_TRACKS, situation_of(TWO_TRACKS, Profile((post,), years=3, facts=facts))) == both


def test_a_post_offered_stands_for_its_track() -> None:
    """Beside the other track stands the post that is offered, not the one of one's own line."""
    person = Profile(("writer/senior",), years=3, facts={**UNSURE, "reason": "offered"}, offer="counter/manager")
    assert side_by_side(TWO_TRACKS, situation_of(TWO_TRACKS, person)) == ("counter/manager", "writer/expert")


@pytest.mark.parametrize(
    ("post", "lead", "said"),
    [
        ("seller/manager", "no", "You said you do not want to lead"),
        ("writer/manager", "yes", None),
        ("seller/manager", "unsure", None),
    ],
)
def test_a_step_on_the_track_that_is_not_wanted(post: str, lead: str, said: str | None) -> None:
    """Where no step is on the track that somebody wants, that is said of the one that is named."""
    kb = without(("seller/manager", "counter/manager"))
    found = told(Profile((post,), years=3, levels=MAX, facts={"lead": lead, "reports": "some"}), kb)
    assert [one.startswith(said or "") for one in found] == ([True] if said else [])


def test_a_post_offered_speaks_for_itself() -> None:
    """Of a post that is offered nothing is said of the track."""
    person = Profile(("seller/manager",), levels=MAX, facts={"lead": "no", "reason": "offered"}, offer="writer/expert")
    kb = with_more(("lateral", "seller/manager", "writer/expert"))
    assert situation_of(kb, person).offered is not None
    assert told(person, kb) == []
