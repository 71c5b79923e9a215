"""What speaks for what an ad is for."""

from collections.abc import Mapping

import pytest

from opscareer.model.ad import Guess, Mention, Said


def said(text: str, start: int, own: str, says: Mapping[str, float]) -> Said:
    """Return words that are somebody's own and say something for each."""
    return Said(Mention(text, start, start + 1), (own,), says)


WORDS = (
    said("weak", 0, "writer", {"writer": 0.5, "seller": 0.1}),
    said("later", 9, "writer", {"writer": 2.0, "seller": -1.0}),
    said("strong", 5, "writer", {"writer": 2.0, "seller": 0.5}),
    said("common", 1, "writer", {"writer": 0.0, "seller": 0.0}),
    said("against", 2, "writer", {"writer": -1.0, "seller": 0.2}),
    said("another's", 3, "seller", {"writer": 3.0, "seller": 4.0}),
)
GUESS = Guess({"writer": 0.9, "seller": 0.1}, WORDS, {"writer": 0.25})


def test_words_of_ones_own_that_speak_for_one() -> None:
    """The words told are the best's own that speak for it, the strongest first, of equal ones the first in the ad."""
    assert [mention.text for mention in GUESS.cues] == ["strong", "later", "weak"]


@pytest.mark.parametrize(("told", "sure"), [("", 4.75), ("seller", 4.0)])
def test_how_much_speaks_for_it(told: str, sure: float) -> None:
    """How sure it is is the sum of what its own words say for it, those against it left out, and what else is known."""
    assert GUESS._replace(told=told).sure == sure
