"""Of what a word may mean the one that it does, or an error that names those it may be, or the nearest."""

from collections.abc import Iterable, Mapping

from opscareer.errors import UsageError
from opscareer.model.nouns import ROLE, SKILL
from opscareer.names import folded, nearest
from opscareer.text import Text, clean, joined

Names = Mapping[str, tuple[str, ...]]

_NEAREST = Text("最接近的：{near}", "nearest: {near}")
_LISTED = Text("有哪些：opscareer {command}", "opscareer {command} lists them")
_LISTING = {ROLE: "roles", SKILL: "skills"}


def one_of(word: str, readings: Iterable[list[str]], names: Names, kind: Text) -> str:
    """Return the only id that the first of some readings of a word finds. Raises UsageError."""
    for found in readings:
        if len(found) == 1:
            return found[0]
        if found:
            shown = _titled(found[:6], names)
            raise UsageError(
                f"{kind.zh} {clean(word)} 不止一个",
                f"{kind.en} {clean(word)} may be several",
                (f"选一个：{shown.zh}", f"choose one: {shown.en}"),
            )
    near = _titled(_near(folded(word), names), names)
    hint = _NEAREST.fill(near=near) if near.en else _LISTED.fill(command=_LISTING.get(kind, "ladder"))
    raise UsageError(f"没有{kind.zh} {clean(word)}", f"there is no {kind.en} {clean(word)}", (hint.zh, hint.en))


def _titled(ids: Iterable[str], names: Names) -> Text:
    """Return ids, each with what it is called in the language that it is told in."""
    return joined(Text(*(_with_title(id_, name) for name in names[id_][:2])) for id_ in ids)


def _with_title(id_: str, title: str) -> str:
    return id_ if folded(title) == folded(id_) else f"{id_} ({clean(title)})"


def _near(wanted: str, names: Names) -> list[str]:
    """Return the ids nearest to the word, judged by their ids and by all their names."""
    by_id = nearest(wanted, names)
    called = {name.casefold(): id_ for id_, all_names in names.items() for name in all_names}
    by_name = [called[name] for name in nearest(wanted, called)]
    return list(dict.fromkeys([*by_id, *by_name]))[:3]
