"""What a kept assessment tells, of this version's advice and of what earlier ones kept."""

from typing import Any

import pytest

from opscareer.model.assessment import Assessment

WHOLE = {"position": "bd/manager", "fit": 0.25, "kind": "stay", "gaps_of": "bd/specialist", "answered": 0.75}


def kept(best: dict[str, Any] | None) -> Assessment:
    """Return an assessment with such a next role."""
    return Assessment(1, "2026-01-01T00:00:00Z", "sha", {}, {"next": best})


def told(one: Assessment) -> tuple[object, ...]:
    """Return all that it tells of its next role."""
    return one.next, one.fit, one.kind, one.gaps_of, one.answered


def test_all_is_told() -> None:
    """The next role is told with its fit, the kind of step, what the fit is of, and how much was answered."""
    assert told(kept(WHOLE)) == ("bd/manager", 0.25, "stay", "bd/specialist", 0.75)


def test_what_an_earlier_version_kept() -> None:
    """Of an assessment that tells only position and fit, the fit is of the position, by all answers."""
    assert told(kept({"position": "bd/manager", "fit": 0.25})) == ("bd/manager", 0.25, None, "bd/manager", 1.0)


@pytest.mark.parametrize("odd", [None, 3, [], "no kind"])
def test_what_cannot_be(odd: object) -> None:
    """What is no kind, no position or no share is not told."""
    one = kept({**WHOLE, "kind": odd, "answered": str(odd), "gaps_of": odd if odd != "no kind" else None})
    assert (one.kind, one.gaps_of, one.answered) == (None, "bd/manager", 1.0)


def test_nothing_ahead() -> None:
    """At the top there is no next role and nothing of one."""
    assert told(kept(None)) == (None, None, None, None, 1.0)
