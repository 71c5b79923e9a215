"""Sources: their kinds are explained, and shares of ads are written as such."""

import re
from collections.abc import Iterator

from opscareer.errors import Fault
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.trail import Path, located, unknown
from opscareer.text import Text
from opscareer.written.yaml_nodes import Node

_SOURCE = Text("来源", "kind of source")
_COUNTED = re.compile(r"(0\.\d\d|1\.00)/[1-9]\d*(/20\d\d(-20\d\d)?)?$")
_SHARE = Text(
    "写成 ads:占比/广告数/年份，如 ads:0.42/57/2022-2026", "write ads:share/ads counted/years, as ads:0.42/57/2022-2026"
)


def sources_are_known(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse kinds of source that kb.yaml does not explain, and shares of ads that are not written as such."""
    kinds = [*shape.sources]
    for path, source in _sources_below((), root):
        kind, _, rest = source.partition(":")
        if kind not in kinds:
            yield unknown(root, path, _SOURCE, kind, kinds)
        elif kind == "ads" and not _COUNTED.match(rest):
            yield located(root, path, _SHARE)


def _sources_below(path: Path, node: Node) -> Iterator[tuple[Path, str]]:
    """Yield every source with its path."""
    if isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from _sources_below((*path, index), child)
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            if key == "sources" and isinstance(child.value, list):
                yield from (((*path, key, i), str(source.value)) for i, source in enumerate(child.value))
            else:
                yield from _sources_below((*path, key), child)
