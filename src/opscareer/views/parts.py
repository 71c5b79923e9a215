"""Parts that several views hold."""

from collections.abc import Iterable

from opscareer.model.rules import Growth
from opscareer.records import dataclass
from opscareer.text import Text


@dataclass(frozen=True)
class GrowthView:
    """Advice on how to grow that belongs to no single skill, with its sources."""

    id: str
    text: Text
    sources: tuple[str, ...]


def growth_views(found: Iterable[Growth]) -> tuple[GrowthView, ...]:
    """Return advice on growing as it is told."""
    return tuple(GrowthView(one.id, one.text, one.sources) for one in found)
