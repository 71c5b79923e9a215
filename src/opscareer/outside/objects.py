"""The object of a JSON text, or where the text stops to be one."""

import json
from collections.abc import Callable

from opscareer.outside.files import Expected, name_of, place
from opscareer.reasons import reason_of, reason_said
from opscareer.text import Text


def json_object(
    name: str, told: str, expected: Expected, number: Callable[[str], object] | None = None
) -> dict[str, object]:
    """Return the object of a JSON text; `number` may refuse a fraction, or what is called NaN or Infinity.

    Raises what is expected, with the place where the text is no JSON.
    """
    try:
        found = json.loads(told, parse_constant=number, parse_float=number)
    except json.JSONDecodeError as error:
        raise expected.wrong(place(name, told, error.pos), reason_said(error.msg)) from None
    except (ValueError, RecursionError) as error:
        raise expected.wrong(name_of(name), reason_of(error)) from None
    if not isinstance(found, dict):
        raise expected.wrong(name_of(name), Text("里面不是一个对象", "it holds no object"))
    return found
