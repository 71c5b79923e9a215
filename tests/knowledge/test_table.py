"""A role as a table: cells in a word or spelt out, and what an overlay changes of it."""

from dataclasses import replace

import pytest
from kb_files import SMALL, changed, compiled, faults_of, marked

from opscareer.knowledge.table import entries, parts_of, spelt_out
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.written.yaml_nodes import Mark, Node

BASE = compiled(SMALL)
ROW = "selling: {helper: {level: 2, weight: 3, sources: "
HERE = Mark("kb.yaml", 3, 7)


def asked(kb: KnowledgeBase, position: str, skill: str) -> Requirement:
    """Return what a position asks of a skill."""
    return next(r for r in kb.positions[position].requirements if r.skill == skill)


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("3/5 must", {"level": 3, "weight": 5.0, "must": True}),
        ("3/5", {"level": 3, "weight": 5.0}),
        ("2/1.5", {"level": 2, "weight": 1.5}),
        ("3 must", {"level": 3, "must": True}),
        ("3", {"level": 3}),
        (3, {"level": 3}),
        ("3/", None),
        ("3/5must", None),
        ("3 / 5", None),
        ("3/5 should", None),
        ("0/5", None),
        ("three", None),
        ("", None),
        (3.5, None),
        (True, None),
        (None, None),
    ],
)
def test_cells_in_a_word(cell: object, parts: dict[str, object] | None) -> None:
    """A cell is a level, with its weight and `must` where they are told; what is written otherwise is none."""
    assert parts_of(cell) == parts


def test_a_cell_spelt_out() -> None:
    """Each part of a cell stands where the cell stands, and lies over another cell as a whole."""
    cell = spelt_out(Node("3/5 must", HERE))
    assert isinstance(cell.value, dict)
    assert {name: (part.value, part.mark) for name, part in cell.value.items()} == {
        "level": (3, HERE),
        "weight": (5.0, HERE),
        "must": (True, HERE),
    }
    assert (cell.mark, cell.keys, cell.whole) == (HERE, dict.fromkeys(cell.value, HERE), True)


@pytest.mark.parametrize("value", ["much", None, [], {}])
def test_what_is_no_word_of_a_cell(value: object) -> None:
    """What is spelt out already, or no cell at all, stays as it is."""
    node = Node(value, HERE)  # type: ignore[arg-type]
    assert spelt_out(node) is node


def test_entries() -> None:
    """Of a list its entries are gone through; of what is none, nothing."""
    inside = Node(1, HERE)
    assert entries(Node([inside], HERE)) == [inside]
    assert entries(Node({"a": inside}, HERE)) == entries(Node(None, HERE)) == entries(None) == []


def test_a_word_and_its_parts_are_the_same() -> None:
    """A cell in a word is the cell with its parts; without a weight it weighs 1 and may be waived."""
    spelt = "head: {level: 4, weight: 1, must: true}"
    assert compiled(changed((spelt, "head: 4/1 must"))) == BASE
    assert compiled(changed((spelt, "head: 4 must"))) == BASE
    assert not asked(compiled(changed((spelt, "head: 4"))), "seller/head", "selling").must
    weighed = compiled(changed(("counting: {helper: {level: 1, weight: 1}", "counting: {helper: 1/3")))
    assert [r.weight for r in weighed.positions["seller/helper"].requirements] == [0.5, 0.5]


def test_a_position_is_a_column() -> None:
    """A position asks what stands in the column of its rung, and nothing else of its role."""
    assert set(BASE.needed["seller/helper"]) == {"selling", "counting"}
    assert set(BASE.needed["seller/head"]) == {"selling"}
    more = compiled(changed(("counting: {helper: {level: 1", "counting: {head: 3/2, helper: {level: 1")))
    assert more.needed["seller/head"] == {"selling": 4, "counting": 3}


def test_sources_of_rows_and_cells() -> None:
    """A cell rests on its own sources, else on those of its row, else on judgement."""
    assert asked(BASE, "seller/helper", "selling").sources == ("ads:0.50/10",)
    assert asked(BASE, "seller/head", "selling").sources == ("judgement",)
    row = "must: true}, sources: [judgement]}"
    kb = compiled(changed((row, 'must: true}, sources: ["ads:0.40/20", judgement]}')))
    assert asked(kb, "seller/head", "selling").sources == ("ads:0.40/20", "judgement")
    bare = compiled(changed((row, "must: true}}")))
    assert asked(bare, "seller/head", "selling").sources == ("judgement",)


@pytest.mark.parametrize(
    ("over", "level", "weight", "must", "sources"),
    [
        ("{level: 3}", 3, 0.75, False, ("ads:0.50/10",)),
        ("{weight: 1}", 2, 0.5, False, ("ads:0.50/10",)),
        ("{must: true}", 2, 0.75, True, ("ads:0.50/10",)),
        ("{sources: [judgement]}", 2, 0.75, False, ("judgement",)),
        ("3/1 must", 3, 0.5, True, ("judgement",)),
        ("3", 3, 0.5, False, ("judgement",)),
    ],
)
def test_an_overlay_on_a_cell(over: str, level: int, weight: float, must: bool, sources: tuple[str, ...]) -> None:
    """An overlay changes the parts of a cell that it names; a cell in a word says all of them."""
    kb = compiled(SMALL, f"roles: [{{id: seller, asks: {{selling: {{helper: {over}}}}}}}]")
    assert asked(kb, "seller/helper", "selling") == Requirement("selling", level, weight, must, sources)
    assert kb.positions["seller/head"] == BASE.positions["seller/head"]


def test_an_overlay_takes_away() -> None:
    """An overlay can take away a cell, or a row with all its cells."""
    cell = compiled(SMALL, "roles: [{id: seller, asks: {counting: {helper: {remove: true}}}}]")
    row = compiled(SMALL, "roles: [{id: seller, asks: {counting: {remove: true}}}]")
    assert cell.positions == row.positions
    assert set(cell.needed["seller/helper"]) == {"selling"}


def test_an_overlay_adds() -> None:
    """An overlay adds a cell to a row, a row to a table, and a position with its column."""
    kb = compiled(
        SMALL,
        "roles:\n  - id: keeper\n    positions: {head: {title: {zh: 库长, en: Head of the store}}}\n"
        "    asks: {counting: {head: 4/5 must}, selling: {head: 2}}\n",
    )
    assert kb.needed["keeper/head"] == {"counting": 4, "selling": 2}
    assert kb.positions["keeper/helper"] == BASE.positions["keeper/helper"]


def test_no_column() -> None:
    """A position without a column asks for nothing, which is a fault where it stands."""
    text, place = marked("      head:\n        title: {zh: 店长", "      ^head:\n        title: {zh: 店长")
    (fault,) = faults_of(text.replace(", head: {level: 4, weight: 1, must: true}", ""))
    assert (fault.place, fault.trail) == (place, "roles → seller → positions → head")
    assert fault.message == ("这个岗位什么能力都没要", "this position asks for no skill")
    assert all(fault.hint)


@pytest.mark.parametrize(
    ("over", "message"),
    [
        ("{helper: ^9/3}", "must be 5 or less"),
        ("{helper: ^3/0}", "must be more than 0.0"),
        ("{helper: ^much}", "a cell is level/weight, as 3/5 or 3/5 must, or {level: 3, weight: 5}"),
        ("{^hepler: 3/5}", "there is no rung hepler"),
    ],
)
def test_faults_of_a_cell(over: str, message: str) -> None:
    """What is wrong with a cell is told where it is written, also where an overlay writes it in a word."""
    before, after = f"roles: [{{id: seller, asks: {{selling: {over}}}}}]".split("^")
    (fault,) = faults_of(SMALL, before + after)
    assert (fault.place, fault.message[1]) == (f"over.yaml:1:{len(before) + 1}", message)
    assert fault.trail.startswith("roles → seller → asks → selling → he")


@pytest.mark.parametrize(
    ("asks", "message"),
    [
        ("[selling]", "keys with values are expected here"),
        ("{selling: 3/5}", "keys with values are expected here"),
        ("{}", "at least one entry is expected"),
    ],
)
def test_what_is_no_table(asks: str, message: str) -> None:
    """A table that is none, or a row that is no mapping of rungs, is told at its place."""
    table = SMALL[
        SMALL.index("    asks:\n      counting: {helper: {level: 3") : SMALL.rindex("    sources: [judgement]\n\nrungs")
    ]
    faults = faults_of(changed((table, f"    asks: {asks}\n")))
    assert message in {fault.message[1] for fault in faults}


def test_nothing_else_changes() -> None:
    """Roles that an overlay does not name keep their tables."""
    kb = compiled(SMALL, "roles: [{id: seller, asks: {selling: {helper: {level: 3}}}}]")
    assert replace(kb, positions=BASE.positions) == BASE
    assert kb.positions["keeper/helper"] == BASE.positions["keeper/helper"]


def test_a_part_of_a_word() -> None:
    """An overlay changes one part of a cell that was written in a word, and the others stay."""
    base = changed(("head: {level: 4, weight: 1, must: true}", "head: 4/3 must"))
    kb = compiled(base, "roles: [{id: seller, asks: {selling: {head: {level: 3}}}}]")
    found = asked(kb, "seller/head", "selling")
    assert (found.level, found.must) == (3, True)
