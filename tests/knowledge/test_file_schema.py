"""The schemas by which editors check the YAML files: they take what the program takes."""

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from kb_files import SMALL, compiled
from pydantic import ValidationError

from opscareer.errors import FaultyKbError
from opscareer.knowledge.file_schema import file_schema
from opscareer.knowledge.places import FILES, KEYS, builtin
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.written.yaml_nodes import plain
from opscareer.written.yaml_reader import read

FOLDERS = {"built-in": builtin(), "starter": builtin() / "starter"}
HEADER = "# yaml-language-server: $schema="


def written(text: bytes | str) -> Any:
    """Return what a YAML file says, its keys read as text."""
    return plain(read(text.encode() if isinstance(text, str) else text, "x.yaml")[0])


def errors(file: str, told: object, *, overlay: bool = False) -> list[str]:
    """Return what the schema of a file has against what a file says."""
    return [error.message for error in validator(file, overlay).iter_errors(told)]


@cache
def validator(file: str, overlay: bool) -> Draft7Validator:
    """Return what holds something against the schema of a file."""
    return Draft7Validator(file_schema(file, overlay=overlay))


def in_file(file: str) -> dict[str, Any]:
    """Return what the small knowledge base says under the keys of a file."""
    return {key: value for key, value in written(SMALL).items() if key in KEYS[file]}


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of everything below a value."""
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from places(child, (*path, key))


@pytest.mark.parametrize("overlay", [False, True])
@pytest.mark.parametrize("file", FILES)
def test_schemas_of_files_are_draft_07(file: str, overlay: bool) -> None:
    """Every schema is itself valid, says which draft it is of, and defines what it refers to and nothing else."""
    schema = file_schema(file, overlay=overlay)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    told = json.dumps(schema)
    assert all(f'"#/$defs/{name}"' in told for name in schema["$defs"])
    objects = [shape for name, shape in schema["$defs"].items() if name != "CellShape"]
    spelt_out = [shape["anyOf"][-1] if "anyOf" in shape else shape for shape in objects]  # or one word
    assert all("additionalProperties" in shape for shape in spelt_out)


def test_every_key_stands_in_one_file() -> None:
    """Each key of a knowledge base belongs to one file, and there is a schema for each file and no other."""
    keys = [key for stand in KEYS.values() for key in stand]
    assert sorted(keys) == sorted(KbShape.model_fields)
    assert tuple(KEYS) == FILES
    with pytest.raises(KeyError):
        file_schema("other.yaml")


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("file", FILES)
def test_files_conform(file: str, folder: str) -> None:
    """Each file of the built-in knowledge base and of the starter is as its schema says."""
    assert errors(file, written((FOLDERS[folder] / file).read_bytes())) == []


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize(
    "file",
    [
        *(file for file in FILES if file != "questions.yaml"),
        "questions.yaml",
    ],
)
def test_whole_files_conform_as_overlays(file: str, folder: str) -> None:
    """What may stand in a whole file may stand in an overlay."""
    assert errors(file, written((FOLDERS[folder] / file).read_bytes()), overlay=True) == []


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("file", FILES)
def test_headers(file: str, folder: str) -> None:
    """Each file names, in its first line and relative to itself, the schema that lies there, which is up to date."""
    first = (FOLDERS[folder] / file).read_text(encoding="utf-8").partition("\n")[0]
    assert first.startswith(HEADER)
    named = FOLDERS[folder] / first.removeprefix(HEADER)
    assert json.loads(named.read_text(encoding="utf-8")) == file_schema(file)


@pytest.mark.parametrize("file", FILES)
def test_parts_of_the_small_one_conform(file: str) -> None:
    """So is the small knowledge base of the tests, file by file."""
    assert errors(file, in_file(file)) == []


@pytest.mark.parametrize("file", FILES)
def test_a_missing_key(file: str) -> None:
    """A file without what has no default (the name, skills, roles, rungs) is refused; an overlay is not."""
    whole = in_file(file)
    for key in whole:
        rest = {name: value for name, value in whole.items() if name != key}
        assert bool(errors(file, rest)) == (key in ("name", "skills", "roles", "rungs"))
        assert errors(file, rest, overlay=True) == []


@pytest.mark.parametrize("overlay", [False, True])
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("kb.yaml", "sources:\n", "source:\n"),
        ("kb.yaml", 'version: "1"', "version: 1"),
        ("kb.yaml", "name: {zh: 小店, en: A small shop}", "name: [A small shop]"),
        ("skills.yaml", "definition: {zh: 把货卖", "definitoin: {zh: 把货卖"),
        ("skills.yaml", "      5: {zh: 定过卖什么", "      10: {zh: 定过卖什么"),
        ("skills.yaml", "months: {2: 3}", "months: {2: three}"),
        ("skills.yaml", "needs: {3: {counting: 2}}", "needs: {3: {counting: 10}}"),
        ("skills.yaml", "id: selling", "id: Selling"),
        ("roles.yaml", "must: true", "must: yes please"),
        ("roles.yaml", "level: 2, weight: 3", "level: 2, wieght: 3"),
        ("roles.yaml", "level: 2, weight: 3", "level: 0, weight: 3"),
        ("roles.yaml", "ads:0.50/10", "an ad"),
        ("ladders.yaml", "to: [seller/head]", "to: seller/head"),
        ("ladders.yaml", "years: {min: 2", "years: {least: 2"),
        ("questions.yaml", "kind: position,", "kind: place,"),
        ("questions.yaml", "required: true", "required: 1"),
        ("rules.yaml", "tie: {value: 0.01", "tie: {value: little"),
        ("rules.yaml", "  tie: {", "  tei: {"),
        ("rules.yaml", "plan_parallel: {value: 2", "plan_parallel: {value: 0"),
        ("rules.yaml", "mastery: {below: 0.8}", "mastery: {under: 0.8}"),
    ],
)
def test_what_is_refused(file: str, old: str, new: str, overlay: bool) -> None:
    """A key misspelt, a value of the wrong kind or out of its bounds is refused, in an overlay as well."""
    assert old in SMALL
    told = written(SMALL.replace(old, new, 1))
    rest = [key for other, keys in KEYS.items() if other != file for key in keys]
    assert errors(file, {key: value for key, value in told.items() if key not in rest}, overlay=overlay)


@given(data=st.data())
def test_editor_and_program_agree(data: st.DataObject) -> None:
    """Whatever is put in the place of a part of a file, or taken away, the schema refuses it if the program does."""
    told = copy.deepcopy(written(SMALL))
    path = data.draw(st.sampled_from(sorted(places(told), key=str)))
    new = data.draw(st.sampled_from([None, True, 0, -1, 7, 0.5, 1000, "", "x y", "seller", [], ["a"], {}, {"zh": "a"}]))
    inside = told
    for step in path[:-1]:
        inside = inside[step]
    if data.draw(st.booleans()):
        del inside[path[-1]]
    else:
        inside[path[-1]] = new
    try:
        KbShape.model_validate(told)
        refused = False
    except ValidationError:
        refused = True
    found = [errors(file, {key: told[key] for key in KEYS[file] if key in told}) for file in FILES]
    assert any(found) == refused, (path, found)


@pytest.mark.parametrize(
    ("file", "over"),
    [
        ("kb.yaml", "version: '2'"),
        ("kb.yaml", "sources: {esco: {zh: 欧洲, en: ESCO}}"),
        ("kb.yaml", "{}"),
        ("skills.yaml", "skills: [{id: selling, months: {3: 2}, levels: {4: {en: Taught.}}}]"),
        ("skills.yaml", "skills: [{id: selling, aliases: {en: [trade]}}]"),
        ("roles.yaml", "roles: [{id: seller, asks: {counting: {helper: {weight: 2}}}}]"),
        ("roles.yaml", "roles: [{id: seller, asks: {counting: {remove: true}}}]"),
        ("ladders.yaml", "promotions: [{from: seller/helper, remove: true}]"),
        ("ladders.yaml", "laterals: [{from: keeper, to: seller, remove: true}]"),
        ("ladders.yaml", "rungs: [{id: head, years: {min: 1}}]"),
        ("questions.yaml", "questions: [{id: years, help: {en: How long.}}, {id: work, interest: 0.5}]"),
        ("rules.yaml", "growth: [{id: look, remove: true}]"),
        ("questions.yaml", "questions: [{id: goal, required: true}]"),
        ("skills.yaml", "skills: [{id: selling, months: {2: {remove: true}}}]"),
        ("skills.yaml", "skills: [{id: selling, needs: {3: {remove: true}}}]"),
        ("skills.yaml", "skills: [{id: selling, grow: {1: {remove: true}}}]"),
    ],
)
def test_overlays(file: str, over: str) -> None:
    """In an overlay an entry may tell a part of itself, or be taken away; the program takes the same."""
    compiled(SMALL, over)
    assert errors(file, written(over), overlay=True) == []
    assert errors(file, written(over)), "the whole file would have to say more"


@pytest.mark.parametrize(
    ("file", "over"),
    [
        ("kb.yaml", "name: {en: Our shop}"),
        ("kb.yaml", "name: Our shop"),
        ("skills.yaml", "skills: [{id: selling, name: {en: Trade}}]"),
        ("rules.yaml", "constants: {tie: {value: 0.02}}"),
        ("rules.yaml", "months: {1: 2}"),
    ],
)
def test_overlays_that_are_whole(file: str, over: str) -> None:
    """Where all else has a default, what changes a part may be a whole file as well."""
    compiled(SMALL, over)
    assert errors(file, written(over), overlay=True) == []
    assert errors(file, written(over)) == []


@pytest.mark.parametrize(
    ("file", "over"),
    [
        ("skills.yaml", "skills: [{id: selling, remove: 1}]"),
        ("skills.yaml", "skills: [{id: selling, remove: maybe}]"),
        ("skills.yaml", "skills: [{id: selling, removed: true}]"),
        ("skills.yaml", "skills: [{id: selling, months: {2: {remove: false}}}]"),
        ("skills.yaml", "skills: [{id: selling, aliases: {remove: false}}]"),
        ("skills.yaml", "roles: []"),
        ("rules.yaml", "constants: {teis: {value: 1}}"),
    ],
)
def test_overlays_that_are_refused(file: str, over: str) -> None:
    """Only true takes away, and only the keys of the file are known."""
    assert errors(file, written(over), overlay=True)


def test_remove_is_for_overlays() -> None:
    """In a whole file nothing can be removed: the schema refuses it, as the program does."""
    text = SMALL.replace("{id: look,", "{id: look, remove: true,")
    told = written(text)
    assert errors("rules.yaml", {key: told[key] for key in KEYS["rules.yaml"] if key in told})
    with pytest.raises(FaultyKbError):
        compiled(text)
