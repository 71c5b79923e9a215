"""What is told of the trade as a whole: the figures that operations moves, and the parts that a company is made of."""

from opscareer.records import dataclass
from opscareer.text import Text


@dataclass(frozen=True)
class Metric:
    """One of the figures that operations moves."""

    id: str
    name: Text
    summary: Text
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """One of the large parts of an internet company, and how operations works with it."""

    id: str
    name: Text
    summary: Text
    works_with: Text
    sources: tuple[str, ...]
