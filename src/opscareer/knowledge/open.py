"""Opening a knowledge base: warm from the cache, else compiled from YAML and kept for the next time."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from opscareer.errors import Fault, FaultyKbError
from opscareer.knowledge import cache, places
from opscareer.knowledge.codec import decoder, encode
from opscareer.model import KnowledgeBase, Ladder
from opscareer.text import Text, clean


@dataclass(frozen=True)
class Identity:
    """Which knowledge base it is."""

    name: Text
    version: str
    sha256: str


@dataclass(frozen=True)
class Opened:
    """A knowledge base that has been found: its identity and ladder at once, the whole when asked."""

    identity: Identity
    ladder: Ladder
    layers: tuple[Path, ...]
    _files: tuple[Path, ...]

    def whole(self) -> KnowledgeBase:
        """Return all of it."""
        return _opened(self.layers, self._files, whole=True)


def open_kb(folder: Path | None) -> Opened:
    """Return the built-in knowledge base, or the one in a folder: whole if it has a kb.yaml, else laid over the built-in.

    Raises FaultyKbError with all faults.
    """
    layers = _layers(folder)
    files = tuple(path for layer in layers for path in _listed(layer))
    return _opened(layers, files, whole=False)


def _opened(layers: tuple[Path, ...], files: tuple[Path, ...], *, whole: bool) -> Any:
    path = places.cache_folder() / f"{sha256(repr(layers).encode()).hexdigest()[:16]}.json"
    key = _read(lambda: cache.key_of(files), layers[-1])
    kinds: tuple[Any, ...] = (KnowledgeBase,) if whole else (Identity, Ladder)
    stored = cache.load(path, key, (2,) if whole else (0, 1))
    if stored is not None:
        decoded = _decoded(kinds, stored)
        if decoded is not None:
            return decoded[0] if whole else Opened(*decoded, layers, files)
    kb = _compiled(layers)
    identity = Identity(kb.name, kb.version, kb.sha256)
    cache.store(path, key, [encode(identity), encode(kb.ladder), encode(kb)])
    return kb if whole else Opened(identity, kb.ladder, layers, files)


def _decoded(kinds: Sequence[Any], stored: Sequence[Any]) -> list[Any] | None:
    """Return the records, or None where the cache holds something else than its key says."""
    try:
        return [decoder(kind)(data) for kind, data in zip(kinds, stored, strict=True)]
    except (TypeError, ValueError, AttributeError, KeyError):
        return None


def _compiled(layers: Sequence[Path]) -> KnowledgeBase:
    from opscareer.knowledge.compile import compile_kb

    texts = [[(path, _read(path.read_bytes, path)) for path in _listed(layer)] for layer in layers]
    digest = sha256()
    for path, text in (file for layer in texts for file in layer):
        digest.update(f"{path.name} {len(text)}\n".encode())
        digest.update(text)
    return compile_kb(texts, digest.hexdigest())


def _layers(folder: Path | None) -> tuple[Path, ...]:
    if folder is None:
        return (places.builtin(),)
    files = _listed(folder)
    if not files:
        raise _unreadable(folder, Text("文件夹里没有 .yaml 文件", "there is no .yaml file in the folder"))
    return (folder,) if any(path.name == "kb.yaml" for path in files) else (places.builtin(), folder)


def _listed(folder: Path) -> list[Path]:
    return _read(lambda: places.yaml_files(folder), folder)  # type: ignore[no-any-return]


def _read(read: Any, path: Path) -> Any:
    try:
        return read()
    except OSError as error:
        reason = clean(error.strerror or str(error))
        raise _unreadable(path, Text(f"读不了：{reason}", f"cannot be read: {reason}")) from None


def _unreadable(path: Path, message: Text) -> FaultyKbError:
    return FaultyKbError((Fault(clean(str(path)), 1, 1, "", message),))
