"""What stands beside the step: both tracks, and a goal that it leads away from."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people

from opscareer.advice import advise, held_against
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.views.advice import AdviceView, advice_view
from opscareer.views.telling.advice import beside_texts
from opscareer.views.words.units import fit_text

SENIOR = Profile(("customer-success/senior",), years=1.0, facts={"reason": "how-do-i-stand", "lead": "unsure"})


def told(kb: KnowledgeBase, profile: Profile) -> AdviceView:
    """Return the advice for a person as it is told."""
    return advice_view(kb, advise(kb, replace(profile, levels=profile.levels or dict.fromkeys(kb.skills, 2))))


def test_both_tracks_side_by_side(kb: KnowledgeBase) -> None:
    """Who does not know whether to lead is told the next post on each track, with how near it is."""
    view = told(kb, SENIOR)
    assert view.tracks
    fits = []
    for post in ("customer-success/manager", "customer-success/expert"):
        situation = advise(kb, replace(SENIOR, levels=dict.fromkeys(kb.skills, 2))).situation
        fits.append(fit_text(held_against(kb, situation, post).fit, 1.0))
        assert kb.positions[post].title.en in view.tracks.en
        assert kb.positions[post].title.zh in view.tracks.zh
    assert [fit in view.tracks.en for fit in fits] == [True, True]
    assert [*beside_texts(view)] == [view.tracks]


@pytest.mark.parametrize(
    "change",
    [
        {"facts": {"reason": "how-do-i-stand", "lead": "yes"}},
        {"facts": {"reason": "how-do-i-stand"}},
        {"facts": {"reason": "out-of-work", "lead": "unsure"}},
        {"current": ("customer-success/manager",)},
        {"current": ("customer-success/specialist",)},
        {"current": ()},
    ],
)
def test_one_track_alone(kb: KnowledgeBase, change: dict[str, object]) -> None:
    """Who has settled it, has no post, stands on a track already or not yet below both is not told of two."""
    assert told(kb, replace(SENIOR, **change)).tracks is None  # type: ignore[arg-type]


@pytest.mark.parametrize("offer", ["customer-service/manager", "customer-service/expert"])
def test_a_post_offered_stands_for_its_track(kb: KnowledgeBase, offer: str) -> None:
    """Beside a post offered stands the next one of the other track."""
    view = told(kb, replace(SENIOR, offer=offer, facts={"reason": "asked-to-lead", "lead": "unsure"}))
    assert view.tracks
    assert kb.positions[offer].title.en in view.tracks.en


BRAND = Profile(
    ("brand/manager",), goal="brand/manager", facts={"reason": "out-of-work", "away": "long", "where": "outside"}
)


def test_an_offer_that_leads_away_from_the_goal(kb: KnowledgeBase) -> None:
    """Whose goal no way up from the post offered leads to is told so at once, with how near the goal itself is."""
    view = told(kb, replace(BRAND, current=("media/manager",), offer="operations/manager"))
    assert view.next
    assert view.next.position == "operations/manager"
    assert view.off_goal
    assert kb.positions["brand/manager"].title.en in view.off_goal.en
    assert "change line again" in view.off_goal.en
    assert [*beside_texts(view)] == [view.off_goal]


@given(data=st.data())
def test_how_an_offer_stands_to_the_goal(kb: KnowledgeBase, data: st.DataObject) -> None:
    """It is told of an offer alone, and of one that no promotions join with the goal."""
    profile = data.draw(people(kb))
    view = advice_view(kb, advise(kb, profile))
    if view.off_goal is None:
        return
    assert view.next
    assert view.profile.goal
    assert view.next.words.offered or view.next.words.piece or view.next.words.same
    assert not any("It leads to your goal" in reason.en for reason in view.next.why)
    assert kb.positions[view.profile.goal].title.zh in view.off_goal.zh
