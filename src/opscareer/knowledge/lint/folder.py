"""What lies in the folder of a knowledge base under nearly a name that is read, or is read and says nothing."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from opscareer.errors import Fault
from opscareer.knowledge.places import FILES, yaml_files
from opscareer.text import NOTHING, Text, clean

_STEMS = "|".join(name.removesuffix(".yaml") for name in FILES)
_NEARLY = re.compile(rf"({_STEMS})\.(?:ya?ml|json)(?:\.\w+)?", re.IGNORECASE)
_WITHIN = re.compile(rf"({_STEMS})\.ya?ml", re.IGNORECASE)
_NOT_READ = Text("没有读这个文件", "this file is not read")
_RENAME = Text("要读就叫 {name}", "to have it read, call it {name}")
_MOVE = Text("要读就放到外面一层", "to have it read, put it into the folder above")
_EMPTY = Text("里面什么都没写", "there is nothing in it")


def not_read(folder: Path, read: Sequence[tuple[Path, bytes]]) -> Iterator[Fault]:
    """Yield a warning for each such file; read: the files that are, with what they hold. Raises OSError."""
    known = {*yaml_files(folder)}
    for path in sorted(folder.iterdir()):
        if path not in known and path.is_file() and (nearly := _NEARLY.fullmatch(path.name)):
            yield _warning(path, _NOT_READ, _RENAME.fill(name=f"{nearly[1].lower()}.yaml"))
    for path in sorted(folder.glob("*/*")):
        own = path.parent.name.startswith(".") or (path.parent / "kb.yaml").exists()  # a knowledge base by itself
        if _WITHIN.fullmatch(path.name) and not own:
            yield _warning(path, _NOT_READ, _MOVE)
    for path, text in read:
        if all(not line.strip() or line.strip().startswith(b"#") for line in text.splitlines()):
            yield _warning(path, _EMPTY, NOTHING)


def _warning(path: Path, message: Text, hint: Text) -> Fault:
    return Fault(clean(str(path)), 1, 1, "", message, hint, "warning")
