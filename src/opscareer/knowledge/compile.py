"""The slow way to a knowledge base: read the YAML, lay overlays, check, build.

What cannot be read at all is told before anything else is read or imported: an overlay's own mistakes come at once.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from opscareer.errors import Fault, FaultyKbError
from opscareer.knowledge.hanging import without_what_hangs
from opscareer.knowledge.old_forms import renewed
from opscareer.knowledge.overlay import lay
from opscareer.knowledge.table import tabled
from opscareer.knowledge.trail import with_trail
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text, clean
from opscareer.written.yaml_faults import RefusedError
from opscareer.written.yaml_nodes import Mark, Node, plain
from opscareer.written.yaml_reader import read

if TYPE_CHECKING:
    from opscareer.knowledge.shapes.kb import KbShape
    from opscareer.model.market import Market

Files = Sequence[tuple[Path, bytes]]


def compile_kb(layers: Sequence[Files], sha256: str) -> "tuple[KnowledgeBase, Market]":
    """Return the knowledge base of some layers of files, the base first, and what the market says.

    Raises FaultyKbError with all faults.
    """
    from opscareer.knowledge.building import build, build_market

    shape = _checked(layers)[1]
    return build(shape, sha256), build_market(shape)


def examine_kb(layers: Sequence[Files], sha256: str) -> tuple[KnowledgeBase, list[Fault]]:
    """Return the knowledge base as compile_kb does, and besides what works and yet was hardly meant.

    Raises FaultyKbError with all faults.
    """
    from opscareer.knowledge.building import build
    from opscareer.knowledge.lint import lint

    root, shape = _checked(layers)
    kb = build(shape, sha256)
    return kb, lint(root, shape, kb)


def _checked(layers: Sequence[Files]) -> "tuple[Node, KbShape]":
    """Return the layers laid over one another, and their checked shape. Raises FaultyKbError with all faults."""
    faults: list[Fault] = []
    root, *overlays = reversed([tabled(renewed(_tree(files, faults))) for files in reversed(layers)])
    for over, files in zip(overlays, layers[1:], strict=True):
        found: list[Fault] = []
        root = without_what_hangs(lay(root, over, found), root, {clean(str(path)) for path, _ in files})
        faults += [with_trail(over, fault) for fault in found]
    shape = _shaped(root, faults)
    if faults or shape is None:
        raise _faulty(faults)
    return root, shape


def _tree(files: Files, faults: list[Fault]) -> Node:
    """Return all files of a folder as one mapping; add what is wrong in them.

    Raises FaultyKbError where one cannot be read: what it holds would look as if it were missing.
    """
    unread: list[Fault] = []
    tree = _one_tree(files, faults, unread)
    if unread:
        raise _faulty(faults + unread)
    return tree


def _faulty(faults: list[Fault]) -> FaultyKbError:
    return FaultyKbError(tuple(sorted(faults, key=lambda f: (f.file, f.line, f.column))))


def _one_tree(files: Sequence[tuple[Path, bytes]], faults: list[Fault], unread: list[Fault]) -> Node:
    """Return all files of a folder as one mapping; add what is wrong in them, and what keeps them from being read."""
    tree = Node({}, Mark(clean(str(files[0][0])) if files else "", 1, 1))
    for path, text in files:
        name = clean(str(path))
        try:
            root, found = read(text, name)
        except RefusedError as refused:
            unread.append(refused.fault)
            continue
        faults += [with_trail(root, fault) for fault in found]
        unread += _added(tree, root)
    return tree


def _added(tree: Node, root: Node) -> list[Fault]:
    assert isinstance(tree.value, dict)
    if root.value is None:
        return []
    mark = root.mark
    if not isinstance(root.value, dict):
        message = Text(
            "文件的最外层要写键和值，如 skills:", "the outermost of the file must be keys with values, as skills:"
        )
        return [Fault(mark.file, mark.line, mark.column, "", message)]
    twice = [key for key in root.value if key in tree.value]
    tree.value.update({key: node for key, node in root.value.items() if key not in twice})
    tree.keys.update(root.keys)
    return [
        Fault(
            root.keys[k].file,
            root.keys[k].line,
            root.keys[k].column,
            "",
            Text(f"{k} 在另一个文件里已经有了", f"{k} stands in another file already"),
        )
        for k in twice
    ]


def _shaped(root: Node, faults: list[Fault]) -> "KbShape | None":
    """Return the checked shape; add to the faults what is wrong with it where nothing has been told yet."""
    from pydantic import ValidationError

    from opscareer.knowledge.check import check
    from opscareer.knowledge.faults import shape_faults
    from opscareer.knowledge.filled import filled
    from opscareer.knowledge.scale import top_of
    from opscareer.knowledge.shapes.kb import KbShape

    told = {fault.place for fault in faults}
    try:
        shape = KbShape.model_validate(plain(filled(root)), context={"top": top_of(root)})
        found = check(root, shape)
    except ValidationError as error:
        shape, found = None, shape_faults(root, error)
    faults += [fault for fault in found if fault.place not in told]
    return shape
