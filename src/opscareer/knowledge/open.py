"""Opening a knowledge base: warm from the cache, else compiled from YAML and kept for the next time."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from opscareer.errors import Fault, FaultyKbError
from opscareer.knowledge import cache, places
from opscareer.knowledge.codec import decoder, encode
from opscareer.model.identity import Identity
from opscareer.model.ladder import Ladder
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.model.kb import KnowledgeBase
    from opscareer.model.lexicon import Lexicon
    from opscareer.model.market import Market

T = TypeVar("T")


class Opened(NamedTuple):
    """A knowledge base that has been found: its identity and ladder at once, the rest when it is asked for."""

    identity: Identity
    ladder: Ladder
    layers: tuple[Path, ...]

    def whole(self) -> "KnowledgeBase":
        """Return all of it. Raises FaultyKbError."""
        from opscareer.model.kb import KnowledgeBase  # the ladder does not wait for it

        (kb,) = _parts(self.layers, (KnowledgeBase,), (3,))
        assert isinstance(kb, KnowledgeBase)
        return kb

    def lexicon(self) -> "Lexicon":
        """Return what reading ads takes. Raises FaultyKbError."""
        from opscareer.model.lexicon import Lexicon  # only those who read ads need it

        (lexicon,) = _parts(self.layers, (Lexicon,), (2,))
        assert isinstance(lexicon, Lexicon)
        return lexicon

    def market(self) -> "Market":
        """Return what the market says, as it is counted anew from. Raises FaultyKbError."""
        from opscareer.model.market import Market

        (market,) = _parts(self.layers, (Market,), (4,))
        assert isinstance(market, Market)
        return market


def open_kb(folder: Path | None) -> Opened:
    """Return the built-in knowledge base, or one in a folder: whole if it has a kb.yaml, else laid over the built-in.

    Raises FaultyKbError with all faults.
    """
    layers = _layers(folder)
    identity, ladder = _parts(layers, (Identity, Ladder), (0, 1))
    return Opened(identity, ladder, layers)


def examine(folder: Path | None) -> "tuple[KnowledgeBase, list[Fault]]":
    """Return a knowledge base, read anew, and what in it works and yet was hardly meant.

    Raises FaultyKbError with all faults.
    """
    from opscareer.knowledge.compile import examine_kb
    from opscareer.knowledge.lint.folder import not_read

    texts, digest = _texts(_layers(folder))
    kb, found = examine_kb(texts, digest)
    return kb, found if folder is None else [*_read(lambda: list(not_read(folder, texts[-1])), folder), *found]


def _parts(layers: tuple[Path, ...], kinds: tuple[type, ...], wanted: tuple[int, ...]) -> list[Any]:
    """Return some parts of a knowledge base from the cache, else from what is compiled now and cached."""
    own = [path for layer in layers for path in _listed(layer)]
    files = own if layers[0] == places.builtin() else [*own, *places.defaults().values()]
    path = places.cache_file(layers)
    key = _read(lambda: cache.key_of(files), layers[-1])
    stored = cache.load(path, key, wanted)
    decoded = None if stored is None else _decoded(kinds, stored)
    if decoded is not None:
        return decoded
    kb, market = _compiled(layers)
    from opscareer.model.lexicon import lexicon_of

    parts = (Identity(kb.name, kb.version, kb.sha256), kb.ladder, lexicon_of(kb, market), kb, market)
    cache.store(path, key, [encode(part) for part in parts])
    return [parts[place] for place in wanted]


def _decoded(kinds: Sequence[Any], stored: Sequence[Any]) -> list[Any] | None:
    """Return the records, or None where the cache holds something else than its key says."""
    try:
        return [decoder(kind)(data) for kind, data in zip(kinds, stored, strict=True)]
    except (TypeError, ValueError, AttributeError, KeyError):
        return None


def _compiled(layers: Sequence[Path]) -> "tuple[KnowledgeBase, Market]":
    from opscareer.knowledge.compile import compile_kb

    return compile_kb(*_texts(layers))


def _texts(layers: Sequence[Path]) -> tuple[list[list[tuple[Path, bytes]]], str]:
    """Return all files of some folders, and the hash of what they hold."""
    texts = [[(path, _text(path)) for path in _listed(layer)] for layer in layers]
    from hashlib import sha256

    digest = sha256()
    for path, text in (file for layer in texts for file in layer):
        digest.update(f"{path.name} {len(text)}\n".encode(errors="surrogatepass"))
        digest.update(text)
    return texts, digest.hexdigest()


def _text(path: Path) -> bytes:
    if path.exists() and not path.is_file():  # to read a pipe would wait for ever
        raise _unreadable(path, Text("不是文件", "not a file"))
    from opscareer.written.files import content  # what is warm reads no YAML

    return _read(lambda: content(path), path)


def _layers(folder: Path | None) -> tuple[Path, ...]:
    if folder is None:
        return (places.builtin(),)
    files = _listed(folder)
    if not files:
        raise _unreadable(folder, Text("文件夹里没有 .yaml 文件", "there is no .yaml file in the folder"))
    return (folder,) if any(path.name == "kb.yaml" for path in files) else (places.builtin(), folder)


def _listed(folder: Path) -> list[Path]:
    return _read(lambda: places.yaml_files(folder), folder)


def _read(read: Callable[[], T], path: Path) -> T:
    try:
        return read()
    except OSError as error:
        from opscareer.reasons import reason_of

        reason = reason_of(error)
        raise _unreadable(path, Text(f"读不了：{reason.zh}", f"cannot be read: {reason.en}")) from None


def _unreadable(path: Path, message: Text) -> FaultyKbError:
    return FaultyKbError((Fault(clean(str(path)), 1, 1, "", message),))
