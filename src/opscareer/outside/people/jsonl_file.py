"""People as lines of JSON, an object each."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from opscareer.outside.files import NOT_UTF8, Expected
from opscareer.outside.objects import TwiceError, once
from opscareer.outside.people.rows import ENDLESS, Odd, Raw
from opscareer.text import Text, clean

_LINE = 1_000_000  # bytes
_NO_OBJECT = Odd(Text("不是一个 JSON 对象", "not an object of JSON"))
_NO_VALUE = Odd(Text("里面不是文字、数字或文字的列表", "it holds no text, number or list of texts"))


def jsonl_rows(file: BinaryIO, name: str, expected: Expected) -> Iterator[tuple[int, Mapping[str, Raw] | Odd]]:
    """Yield the object of each line that is not empty; what is wrong with a line that has none.

    Raises what is expected where a line has no end.
    """
    for number, line in enumerate(iter(lambda: file.readline(_LINE + 1), b""), 1):
        if len(line) > _LINE:
            raise expected.wrong(f"{name}:{number}", ENDLESS)
        if line.strip():
            yield number, _object(line.removeprefix(b"\xef\xbb\xbf"))


def _object(line: bytes) -> Mapping[str, Raw] | Odd:
    try:
        found = json.loads(line, object_pairs_hook=once)
    except TwiceError as twice:
        return Odd(twice.told)
    except UnicodeDecodeError:
        return Odd(NOT_UTF8)
    except (ValueError, RecursionError) as error:
        said = clean(getattr(error, "msg", str(error)))
        return Odd(Text(f"不是 JSON：{said}", f"not JSON: {said}"))
    return {str(key): _raw(value) for key, value in found.items()} if isinstance(found, dict) else _NO_OBJECT


def _raw(value: Any) -> Raw:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, str | int | float):
        return value
    return tuple(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else _NO_VALUE
