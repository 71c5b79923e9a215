"""The object of a JSON text, or where the text stops to be one."""

import json
from collections.abc import Callable
from typing import Any

from opscareer.outside.files import Expected, name_of, place
from opscareer.reasons import reason_of, reason_said
from opscareer.text import Text, clean

_SHOWN = 60  # letters of a key


class TwiceError(ValueError):
    """A key that stands twice in an object, of which `told` tells."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.told = Text(f"键 {key} 写了两次", f"the key {key} stands there twice")


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON. Raises TwiceError: of two equal keys the first would be lost."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise TwiceError(clean(key)[:_SHOWN])
        found[key] = value
    return found


def json_object(
    name: str, told: str, expected: Expected, number: Callable[[str], object] | None = None
) -> dict[str, object]:
    """Return the object of a JSON text; `number` may refuse a fraction, or what is called NaN or Infinity.

    Raises what is expected, with the place where the text is no JSON, or the key that stands twice in an object.
    """
    try:
        found = json.loads(told, parse_constant=number, parse_float=number, object_pairs_hook=once)
    except TwiceError as twice:
        raise expected.wrong(name_of(name), twice.told) from None
    except json.JSONDecodeError as error:
        raise expected.wrong(place(name, told, error.pos), reason_said(error.msg)) from None
    except (ValueError, RecursionError) as error:
        raise expected.wrong(name_of(name), reason_of(error)) from None
    if not isinstance(found, dict):
        raise expected.wrong(name_of(name), Text("里面不是一个对象", "it holds no object"))
    return found
