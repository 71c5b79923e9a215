"""What is told of positions side by side."""

from collections.abc import Iterator

from opscareer.text import Text
from opscareer.views.compare import AskedView, CompareView

TITLE = Text("岗位对比", "Positions side by side")
YOU = Text("你", "you")
NO_PROFILE = Text(
    "做过 assess 以后，这里还会写你在每一项上到几级。", "After an assessment this also tells where you stand on each."
)

_SHARED = Text("都要的", "Asked by all")
_OTHERS = Text("不是都要的", "Asked by some")


def parts_of(view: CompareView) -> Iterator[tuple[Text, tuple[AskedView, ...]]]:
    """Yield what all positions ask, and what some of them ask, each with its heading; no empty part."""
    for heading, shared in ((_SHARED, True), (_OTHERS, False)):
        rows = tuple(row for row in view.skills if row.shared == shared)
        if rows:
            yield heading, rows


def levels_of(view: CompareView, row: AskedView) -> list[str]:
    """Return a row's levels: one's own, ? where it was not told, then what each position asks, - where it does not."""
    own = [_level(row.have, "?")] if view.known else []
    return [*own, *(_level(level, "-") for level in row.levels.values())]


def _level(level: int | None, missing: str) -> str:
    return missing if level is None else str(level)
