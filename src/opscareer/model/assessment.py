"""A finished assessment as it is kept: when, from which answers, against which knowledge base, and what was said."""

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from opscareer.model.step import StepKind

_KINDS: tuple[StepKind, ...] = get_args(StepKind)


class Assessment(NamedTuple):
    """One finished assessment; the advice is the answer of `assess --json` as it was then."""

    id: int
    taken_at: str
    kb_sha256: str
    answers: Mapping[str, Any]
    advice: Mapping[str, Any]

    @property
    def next(self) -> str | None:
        """The position that was suggested."""
        best = self.advice["next"]
        return None if best is None else str(best["position"])

    @property
    def fit(self) -> float | None:
        """The fit (0-1) of the suggested position."""
        best = self.advice["next"]
        return None if best is None else float(best["fit"])

    @property
    def kind(self) -> StepKind | None:
        """The kind of step that was suggested; None where an earlier version did not tell."""
        kind = (self.advice["next"] or {}).get("kind")
        return kind if kind in _KINDS else None

    @property
    def gaps_of(self) -> str | None:
        """The position that the fit is of."""
        aim = (self.advice["next"] or {}).get("gaps_of", self.next)
        return aim if isinstance(aim, str) else self.next

    @property
    def answered(self) -> float:
        """The share (0-1) of what the fit rests on that was told; all where an earlier version did not say."""
        share = (self.advice["next"] or {}).get("answered", 1.0)
        return float(share) if isinstance(share, int | float) else 1.0
