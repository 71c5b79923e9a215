"""Faults of the shape: each with its place, its trail, what was expected and what comes nearest."""

import pytest
from kb_files import changed, compiled, faults_of, marked
from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from opscareer.knowledge.faults import shape_faults
from opscareer.knowledge.trail import child_of
from opscareer.written.yaml_reader import read

LEVELS = "must be one of '1', '2', '3', '4' or '5'"
ID = "an id is lower-case letters, digits and hyphens, as user-insight"
TEST = "a word, some words ([a, b]), {at_least: 1} or {below: 1} is expected here"
SELLING = "roles → seller → asks → selling → helper"
CELL = "a cell is level/weight, as 3/5 or 3/5 must, or {level: 3, weight: 5}"


def test_small_kb() -> None:
    """The knowledge base that these tests change has no fault of its own."""
    assert len(compiled(changed()).skills) == 2


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("level: 2, weight", "level: ^9, weight", "must be 5 or less"),
        ("level: 2, weight", "level: ^0, weight", "must be 1 or more"),
        ("level: 2, weight", "level: ^two, weight", "a whole number is expected here"),
        ("level: 2, weight", "level: ^2.0, weight", "a whole number is expected here"),
        ("level: 2, weight", "level: ^'2', weight", "a whole number is expected here"),
        ("level: 2, weight", "level: ^true, weight", "a whole number is expected here"),
        ("weight: 3", "weight: ^0", "must be more than 0.0"),
        ("weight: 3", "weight: ^6", "must be 5.0 or less"),
        ("weight: 3", "weight: ^much", "a number is expected here"),
        ("must: true", "must: ^1", "true or false is expected here"),
        ("must: true", 'must: ^"true"', "true or false is expected here"),
        ("must: true", "must: ^yes", "many YAML readers take yes for true or false"),
        ("name: {zh: 卖货, en: Selling}", "name: ^[卖货]", "text is expected here, or {zh: …, en: …}"),
        ("name: {zh: 卖货, en: Selling}", "name: ^5", "text is expected here, or {zh: …, en: …}"),
        ("name: {zh: 卖货, en: Selling}", "name: ^''", "must not be empty"),
        ("name: {zh: 卖货, en: Selling}", "name: {en: ^''}", "must not be empty"),
        ("name: {zh: 卖货, en: Selling}", "name: {zh: ^5}", "text is expected here"),
        ("aliases: {zh: [销售], en: [sales]}", "aliases: [销售, ^5]", "text is expected here"),
        ("aliases: {zh: [销售], en: [sales]}", "aliases: ^sales", "keys with values are expected here"),
        (
            "duties: [{zh: 卖货。, en: To sell., sources: [judgement]}]",
            "duties: [^5]",
            "text is expected here, or {zh: …, en: …}",
        ),
        ("en: Selling}", "en: ^''}", "must not be empty"),
        ("en: Selling}", "en: ^'  '}", "must not be empty"),
        ("en: Selling}", "en: ^5}", "text is expected here"),
        ("en: Selling}", f"en: ^{'x' * 700}}}", "too long, at most 600 characters"),
        ('version: "1"', "version: ^1.0", "text is expected here"),
        ("work: []", "work: ^people", "a list is expected here"),
        ("proof: [{zh: 账本。, en: The books.}]", "proof: ^[]", "at least one entry is expected"),
        ("years: {min: 2", "years: {min: ^-1", "must be 0.0 or more"),
        ("years: {min: 2", "years: {min: ^99", "must be 60.0 or less"),
        ("months: {2: 3}", "months: {2: ^0}", "must be more than 0.0"),
        ("unused_scale: {value: 0.9", "unused_scale: {value: ^0", "must be more than 0.0"),
        ("prior_sd: {value: 1.2", "prior_sd: {value: ^0", "must be 0.1 or more"),
        ("prior_typical: {value: 0.7", "prior_typical: {value: ^1", "must be less than 1.0"),
        (
            "kind: choice",
            "kind: ^choise",
            "must be one of 'positions', 'position', 'years', 'choice', 'choices' or 'text'",
        ),
        ("reads: work", "reads: ^wrk", "must be one of 'metrics' or 'work'"),
        ("id: selling", "id: ^Selling", ID),
        ("id: selling", "id: ^12", "text is expected here"),
        ("{from: seller/helper", "{from: ^seller", "a position is role/rung, as product-ops/manager"),
        ("{below: 0.8}", "^{under: 0.8}", TEST),
        ("{below: 0.8}", "^{below: few}", TEST),
        ("{below: 0.8}", "^3", TEST),
        ("needs: {3:", "needs: {^7:", LEVELS),
        ("months: {2: 3}", "months: {^0: 3}", LEVELS),
        ("grow: {}", "grow: {^6: [{zh: 做。, en: Do.}]}", LEVELS),
        ("counting: {helper: {level: 1", "^Counting: {helper: {level: 1", ID),
        ("{helper: {level: 1, weight: 1}", "{helper: ^9/3", "must be 5 or less"),
        ("{helper: {level: 1, weight: 1}", "{helper: ^1/9", "must be 5.0 or less"),
        ("{helper: {level: 1, weight: 1}", "{helper: ^one", CELL),
        ("{helper: {level: 1, weight: 1}", "{helper: ^1 must be", CELL),
        ("{helper: {level: 1, weight: 1}", "{helper: ^[1, 1]", CELL),
    ],
)
def test_wrong_value(old: str, new: str, message: str) -> None:
    """A value of the wrong kind, beyond its range or written otherwise is told at its place with what is expected."""
    text, place = marked(old, new)
    (fault,) = faults_of(text)
    assert (fault.place, fault.message[1]) == (place, message)
    assert fault.message[0]
    assert fault.trail


@pytest.mark.parametrize(
    ("old", "new", "trail", "nearest"),
    [
        ("    months: {2", "    ^month: {2", "skills → selling → month", "months"),
        ("must: true", "^mist: true", "roles → seller → asks → selling → head → mist", "must"),
        ("typical: 4", "typical: 4, ^typicl: 3", "rungs → head → years → typicl", "typical"),
        ("    interest: 1\n", "    interest: 1\n    ^intrest: 1\n", "questions → work → intrest", "interest"),
        ("站一天柜台。, en:", "站一天柜台。, ^enn: day, en:", "skills → selling → grow → 1 → 1 → enn", "en"),
        ("\nblocks:", "\n^block: []\nblocks:", "block", "blocks"),
        (
            "      head:\n",
            "      head:\n        years: {min: 1, typical: 2, ^tipical: 2}\n",
            "roles → seller → positions → head → years → tipical",
            "typical",
        ),
    ],
)
def test_unknown_key(old: str, new: str, trail: str, nearest: str) -> None:
    """A key that nobody knows is told at its place, with the key that comes nearest."""
    text, place = marked(old, new)
    (fault,) = faults_of(text)
    assert (fault.place, fault.trail) == (place, trail)
    assert fault.message[1] == f"unknown key {trail.rpartition(' → ')[2]}"
    assert nearest in fault.hint[0]
    assert fault.hint[1].removeprefix("nearest: ").split(", ")[0] == nearest


@pytest.mark.parametrize(
    ("old", "new", "key", "trail"),
    [
        ("{level: 2, ", "^{", "level", SELLING),
        ("id: selling\n    group: trade\n", "^id: selling\n", "group", "skills → selling"),
        ("id: helper\n    order: 1\n", "^id: helper\n", "order", "rungs → helper"),
        (
            "      0: {zh: 还没点过货。, en: Has counted nothing yet.}\n      1: ",
            "      ^0: ",
            "1",
            "skills → counting → levels",
        ),
    ],
)
def test_missing_key(old: str, new: str, key: str, trail: str) -> None:
    """A key that is missing is told where its neighbours begin."""
    text, place = marked(old, new)
    (fault,) = faults_of(text)
    assert (fault.place, fault.trail) == (place, trail)
    assert fault.message == (f"缺少 {key}", f"{key} is missing")


def test_missing_part() -> None:
    """A whole part that is missing is told at the beginning."""
    (fault,) = faults_of(changed(("name: {zh: 小店, en: A small shop}\n", "")))
    assert (fault.place, fault.message[1]) == ("kb.yaml:1:1", "name is missing")


def test_misspelt_key() -> None:
    """A misspelt key is told as unknown, and what it stands for as missing."""
    missing, unknown = faults_of(changed(("level: 2", "levle: 2")))
    assert missing.message[1] == "level is missing"
    assert (unknown.message[1], unknown.hint[1]) == ("unknown key levle", "nearest: level")


def test_all_at_once() -> None:
    """All faults are told at once, in the order of the file: those of YAML's words and those of the shape."""
    text = changed(
        ("group: trade", "grp: trade"),
        ("level: 2", "level: 9"),
        ("must: true", "must: yes"),
        ("order: 2", "order: two"),
    )
    faults = faults_of(text)
    assert [fault.line for fault in faults] == sorted(fault.line for fault in faults)
    assert {fault.message[1] for fault in faults} == {
        "group is missing",
        "unknown key grp",
        "must be 5 or less",
        "many YAML readers take yes for true or false",
        "a whole number is expected here",
    }


def test_yaml_faults_and_names_at_once() -> None:
    """A key that stands twice does not hide that a name is unknown."""
    twice, unknown = faults_of(changed(("    group: trade\n", "    group: trad\n    group: trad\n")))
    assert twice.message[1] == "the key group stands twice, first in line 14"
    assert (twice.trail, unknown.trail) == ("skills → selling → group",) * 2
    assert unknown.message[1] == "there is no group of skills trad"


def test_cleaned_in_messages() -> None:
    """What is quoted from a file in a fault cannot command the terminal."""
    faults = faults_of(
        changed(("must: true", '"m\\e[31must\\u202e": true')), 'skills: [{id: "x\\e[2J\\0", remove: true}]'
    )
    told = "".join(f"{fault.place}{fault.trail}{fault.message}{fault.hint}" for fault in faults)
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "[2J" not in told


def test_what_nobody_foresaw() -> None:
    """What pydantic says in words that this program does not know is told as it was said."""
    odd = InitErrorDetails(type=PydanticCustomError("odd", "odd, very odd"), loc=("name",), input=1)
    root = read(b"name: 1", "kb.yaml")[0]
    (fault,) = shape_faults(root, ValidationError.from_exception_data("kb", [odd]))
    assert (fault.place, fault.trail, fault.message.en) == ("kb.yaml:1:7", "name", "odd, very odd")
    assert fault.message.zh == "写得不对：系统的原话是“odd, very odd”"


def test_what_lies_at_a_place() -> None:
    """Beyond a list, and under a key of what has none, nothing lies."""
    root = read(b"names: [a, {b: c}]", "kb.yaml")[0]
    names = child_of(root, "names")
    assert names is not None
    inside = child_of(names, 1)
    assert inside is not None
    for node, part in ((names, 2), (names, "b"), (inside, 0), (root, "a")):
        assert child_of(node, part) is None
    assert child_of(inside, "b") is not None
