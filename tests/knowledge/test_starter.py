"""What `kb new` writes: the starter, and beside it the schemas by which an editor checks it."""

import json
from functools import cache
from pathlib import Path, PurePath

import pytest

from opscareer.knowledge.file_schema import file_schema
from opscareer.knowledge.open import open_kb
from opscareer.knowledge.places import FILES, builtin
from opscareer.knowledge.starter import schema_text, starter_files

STARTER = builtin() / "starter"
HEADER = "# yaml-language-server: $schema="


@cache
def files() -> dict[str, str]:
    """Return all files that are written, by their paths."""
    return {path.as_posix(): text for path, text in starter_files()}


def test_what_is_written() -> None:
    """Every file of a knowledge base and the schema of each, once, all within the new folder."""
    paths = [path for path, _ in starter_files()]
    assert sorted(map(PurePath.as_posix, paths)) == sorted(
        [*FILES, *(f"schemas/{file.removesuffix('.yaml')}.json" for file in FILES)]
    )
    assert not any(path.is_absolute() or ".." in path.parts for path in paths)


@pytest.mark.parametrize("file", FILES)
def test_files_are_those_of_the_starter(file: str) -> None:
    """Each file is that of the starter but for its first line, which names the schema in the new folder."""
    first, _, rest = files()[file].partition("\n")
    assert rest == (STARTER / file).read_text(encoding="utf-8").partition("\n")[2]
    assert first == f"{HEADER}schemas/{file.removesuffix('.yaml')}.json"
    assert first.removeprefix(HEADER) in files()


@pytest.mark.parametrize("file", FILES)
def test_schemas_are_those_of_the_files(file: str) -> None:
    """Each schema is that of its file, written as text that ends with a line break."""
    text = files()[f"schemas/{file.removesuffix('.yaml')}.json"]
    assert text == schema_text(file)
    assert text.endswith("}\n")
    assert json.loads(text) == file_schema(file)


def test_schemas_beside_the_builtin_ones_are_up_to_date() -> None:
    """The schemas that the built-in files name are those that would be written now."""
    folder = builtin() / "schemas"
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{file.removesuffix('.yaml')}.json" for file in FILES
    )
    for file in FILES:
        text = (folder / f"{file.removesuffix('.yaml')}.json").read_text(encoding="utf-8")
        assert text == schema_text(file)


def test_it_opens(tmp_path: Path) -> None:
    """What is written is a knowledge base of its own, equal to the starter but for its hash."""
    for path, text in starter_files():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    ours, opened = open_kb(STARTER).whole(), open_kb(tmp_path).whole()
    assert opened.name == ours.name
    assert opened.positions == ours.positions
    assert opened.skills == ours.skills
    assert opened.rules == ours.rules


def test_a_starter_that_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the starter cannot be read that is an error of the system."""
    monkeypatch.setattr("opscareer.knowledge.places.builtin", lambda: tmp_path)
    with pytest.raises(FileNotFoundError):
        list(starter_files())


def test_no_schema_of_another_file() -> None:
    """There is no schema of a file that a knowledge base does not have."""
    with pytest.raises(KeyError):
        schema_text("other.yaml")
