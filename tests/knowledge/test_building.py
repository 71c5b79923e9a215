"""What an author writes stands in the model: golden list of a knowledge base that says all that one can say.

`pytest tests/knowledge/test_building.py --update-transcripts` writes it anew; read the difference before you keep it.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from opscareer.knowledge import compile as compiling

TOLD = Path(__file__).parent / "told"
OF_THE_ARITHMETIC = ("rules.constants", "rules.reasons")  # as the built-in rules have them


def parts_of(value: object) -> Mapping[str, object] | None:
    """Return what a record or a collection is made of, by name or by place; None of a word or a number."""
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        named = value._asdict() if hasattr(value, "_asdict") else enumerate(value)
        return {str(name): part for name, part in dict(named).items()}
    return value if isinstance(value, Mapping) else None


def listed(value: object, path: str) -> Iterator[str]:
    """Yield each value below a record with the path to it."""
    parts = parts_of(value)
    if not parts:
        yield f"{path} = {value!r}"
        return
    for name, part in parts.items():
        inside = f"{path}.{name}".removeprefix(".")
        if inside not in OF_THE_ARITHMETIC:
            yield from listed(part, inside)


def test_what_is_written_stands_in_the_model(request: pytest.FixtureRequest) -> None:
    """Each word and number of the files is in the model where it belongs, what is left out as it is filled in."""
    text = (TOLD / "whole.yaml").read_bytes()
    kb, market = compiling.compile_kb([[(Path("kb.yaml"), text)]], "sum")
    now = "\n".join([*listed(kb, ""), *listed(market, "market")]) + "\n"
    golden = TOLD / "whole.txt"
    if request.config.getoption("--update-transcripts"):
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")
