"""Whoever reads a page finds one number for one thing: told over people that raters judged."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from opscareer.advice import advise
from opscareer.interview import profile_of
from opscareer.knowledge import open_kb
from opscareer.outside.given import answers_of
from opscareer.views.advice import AdviceView, advice_view
from opscareer.views.telling.advice import mastery_texts, now_text

SHARE = re.compile(r"you have ([-\d]+%) of ")
PANELS = Path(__file__).parents[2] / "bench"


@pytest.fixture(scope="module")
def views() -> tuple[AdviceView, ...]:
    """Return the advice for a ninth of them, of every panel."""
    kb = open_kb(None).whole()
    profiles = (profile_of(kb, answers_of(kb, str(file))) for file in sorted(PANELS.glob("panel*/answers/*.yaml"))[::9])
    return tuple(advice_view(kb, advise(kb, profile)) for profile in profiles)


def refused(view: AdviceView) -> Iterator[tuple[str, str]]:
    """Yield how much they have of what a post asks that is offered and not advised: in its reason, and in the list."""
    if view.next is None:
        return
    for other in view.alternatives:
        named = [why.en for why in view.next.why if f"The {other.title.en} post in front of you" in why.en]
        yield from ((why, other.words.fit_told) for why in named if SHARE.search(why) and not other.words.of)


@pytest.mark.uncounted
def test_how_much_is_there_of_an_offer(views: tuple[AdviceView, ...]) -> None:
    """What the reason against an offer says is there is what the list of other directions says, be it a range."""
    both = [pair for view in views for pair in refused(view)]
    assert both
    for why, listed in both:
        assert f"you have {listed} of " in why


@pytest.mark.uncounted
def test_how_well_the_post_is_done(views: tuple[AdviceView, ...]) -> None:
    """Of the only present post no second number stands beside its fit; of all others it is told how well it is done."""
    seen = set()
    for view in views:
        same = view.next is not None and view.present == (view.next.words.of or view.next.title,)
        seen.add(same)
        assert bool([*mastery_texts(view)]) == (not view.outside and not same)
        if (now := now_text(view)) and view.next and same:
            assert view.next.words.fit_told in now.en
    assert seen == {True, False}
