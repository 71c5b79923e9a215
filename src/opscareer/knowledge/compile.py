"""The slow way to a knowledge base: read the YAML, lay overlays, check, build. Everything heavy is imported here."""

from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from pydantic import ValidationError

from opscareer.errors import Fault, FaultyKbError
from opscareer.knowledge.build import build
from opscareer.knowledge.check import check
from opscareer.knowledge.faults import shape_faults
from opscareer.knowledge.overlay import lay
from opscareer.knowledge.schema import KbShape
from opscareer.knowledge.yaml_reader import Mark, Node, RefusedError, plain, read
from opscareer.model import KnowledgeBase
from opscareer.text import Text, clean


def compile_kb(layers: Sequence[Sequence[tuple[Path, bytes]]], sha256: str) -> KnowledgeBase:
    """Return the knowledge base of some layers of files, the base first.

    Raises FaultyKbError with all faults.
    """
    faults: list[Fault] = []
    trees = [_one_tree(files, faults) for files in layers]
    root = reduce(lay, trees)
    shape = _shaped(root, faults)
    if shape is not None:
        faults += check(root, shape)
    if faults or shape is None:
        raise FaultyKbError(tuple(sorted(faults, key=lambda f: (f.file, f.line, f.column))))
    return build(shape, sha256)


def _one_tree(files: Sequence[tuple[Path, bytes]], faults: list[Fault]) -> Node:
    """Return all files of a folder as one mapping."""
    tree = Node({}, Mark(clean(str(files[0][0])) if files else "", 1, 1))
    for path, text in files:
        name = clean(str(path))
        try:
            root, found = read(text, name)
        except RefusedError as refused:
            faults.append(refused.fault)
            continue
        faults += found
        faults += _added(tree, root)
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


def _shaped(root: Node, faults: list[Fault]) -> KbShape | None:
    if faults:
        # What could not be read looks as if it were missing: do not tell the same mistake twice.
        return None
    try:
        return KbShape.model_validate(plain(root))
    except ValidationError as error:
        faults += shape_faults(root, error)
        return None
