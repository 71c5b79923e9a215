"""Frozen dataclasses whose methods are written when they are first called.

`dataclasses.dataclass` compiles seven functions for each class as it is defined, close to a millisecond together. A
command defines some seventy records and makes half of them: that was a fifth of its time (bench/startup.py). Here a
class tells its fields as it is defined, by the same `dataclass`; its `__init__` is compiled as the first one is made,
and what all records do alike is not compiled again for each.
"""

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

__all__ = ["dataclass"]

_Record = TypeVar("_Record")
_MISSING = dataclasses.MISSING


def _dataclass(*, frozen: bool, eq: bool = True) -> Callable[[type[_Record]], type[_Record]]:
    """Return what makes a class a frozen dataclass; with `eq` false its records are equal to themselves alone."""
    assert frozen

    def defined(cls: type[_Record]) -> type[_Record]:
        methods = {**_ALIKE, **(_EQUALITY if eq else {})}
        for name in methods.keys() - vars(cls).keys():  # what a class tells itself stays
            setattr(cls, name, methods[name])
        return dataclasses.dataclass(init=False, repr=False, eq=False)(cls)

    return defined


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def _first_made(self: Any, *args: object, **named: object) -> None:
    """Compile the `__init__` of the class, put it in the place of this, and call it."""
    cls: Any = next(one for one in type(self).__mro__ if vars(one).get("__init__") is _first_made)
    cls.__init__ = _init_of(cls)
    cls.__init__(self, *args, **named)


def _init_of(cls: Any) -> Callable[..., None]:
    """Return a function that takes the fields and keeps them."""
    told = dataclasses.fields(cls)
    known: dict[str, object] = {"_MISSING": _MISSING}
    for field in told:
        known[f"_default_{field.name}"] = field.default
        known[f"_made_{field.name}"] = field.default_factory
    taken = ", ".join(["self", *map(_parameter, told)])
    kept = "".join(f"\n    kept[{field.name!r}] = {_value(field)}" for field in told)
    exec(f"def __init__({taken}):\n    kept = self.__dict__{kept}", known)  # noqa: S102 (as dataclasses does)
    found: Callable[..., None] = known["__init__"]  # type: ignore[assignment]
    return found


def _parameter(field: "dataclasses.Field[Any]") -> str:
    if field.default_factory is not _MISSING:
        return f"{field.name}=_MISSING"
    return field.name if field.default is _MISSING else f"{field.name}=_default_{field.name}"


def _value(field: "dataclasses.Field[Any]") -> str:
    if field.default_factory is _MISSING:
        return field.name
    return f"_made_{field.name}() if {field.name} is _MISSING else {field.name}"


def _refused(_self: object, name: str, _value: object = None) -> NoReturn:
    """Refuse to set or delete a field, as frozen dataclasses do."""
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _values(record: object) -> object:
    """Return what a record holds: a value, or a tuple of them."""
    cls: Any = type(record)
    return _reader(cls)(record)


@cache
def _reader(cls: Any) -> Callable[[object], object]:
    names = cls.__dataclass_fields__
    return attrgetter(*names) if names else lambda _: ()


def _equal(self: object, other: object) -> bool:
    if self is other:
        return True
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: object) -> int:
    return hash(_values(self))


def _shown(self: Any) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__qualname__}({told})"


_ALIKE = {"__init__": _first_made, "__setattr__": _refused, "__delattr__": _refused, "__repr__": _shown}
_EQUALITY = {"__eq__": _equal, "__hash__": _hash}
