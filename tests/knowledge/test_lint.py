"""What works and yet was hardly meant: each finding where it stands, and none where it is well."""

from pathlib import Path

import pytest
from kb_files import SMALL, changed, findings, in_folder, place

from opscareer.errors import Fault
from opscareer.knowledge.open import examine
from opscareer.knowledge.places import builtin
from opscareer.knowledge.starter import starter_files
from opscareer.text import NOTHING, Text

PROMOTIONS = "promotions:\n  - {from: seller/helper, to: [seller/head], sources: [judgement]}\n"
KEEPER = """        title: {zh: 库管员, en: Store assistant}
    asks:
      counting: {helper: {level: 3, weight: 5, sources: [judgement]}}
"""
KEEPER_ON_TOP = """        title: {zh: 库管员, en: Store assistant}
      head:
        title: {zh: 库主管, en: Head of the store}
    asks:
      counting: {helper: 3/5, head: 4/5}
"""
TWIN = """        title: {zh: 库管员, en: Store assistant}
    asks:
      selling: {helper: 2/1.5 must}
      counting: {helper: 1/0.5}
"""
INTERESTS = "    metrics: []\n    work: []\n", "    metrics: [turnover]\n    work: [people]\n"
JUGGLING = """  - id: juggling
    group: trade
    name: {zh: 杂耍, en: Juggling}
    definition: {zh: 抛球。, en: Throwing balls.}
    levels:
      0: {zh: 没抛过。, en: Threw none.}
      1: {zh: 抛过一个。, en: Threw one.}
      2: {zh: 抛过两个。, en: Threw two.}
      3: {zh: 抛过三个。, en: Threw three.}
      4: {zh: 教过别人。, en: Taught others.}
      5: {zh: 定过抛几个。, en: Decided how many.}
    grow: {}
    proof: [{zh: 球。, en: The balls.}]
    aliases: {}
    sources: [judgement]

metrics:
"""


def test_nothing_to_find() -> None:
    """The small knowledge base is as it was meant."""
    assert findings(SMALL) == []


def test_no_way_to_a_position() -> None:
    """A position that neither a promotion nor a step sideways leads to is told at its key."""
    text = changed((PROMOTIONS, "promotions: []\n"))
    (fault,) = findings(text)
    assert fault.place == place(text, "      head:\n", 6)
    assert (fault.severity, fault.trail) == ("fault", "roles → seller → positions → head")
    assert fault.message == ("没有路通到这个岗位", "no way leads to this position")
    assert "promotions" in fault.hint[0]
    assert "promotions" in fault.hint[1]


def test_a_position_in_which_people_begin() -> None:
    """To a position that people from outside begin in no way has to lead."""
    begins = "        title: {zh: 店长, en: Head of the shop}\n", "        title: 店长\n        entry: true\n"
    assert findings(changed((PROMOTIONS, "promotions: []\n"), begins)) == []


def test_ways_that_begin_nowhere() -> None:
    """Positions that only lead to one another are reached by nobody, and both are told."""
    text = changed((KEEPER, KEEPER_ON_TOP), (PROMOTIONS, "promotions: []\n"), ("[helper], why", "[helper, head], why"))
    back = "{from: seller, to: keeper, rungs: [head], why: {zh: 好。, en: Good.}, sources: [judgement]}"
    text = text.replace("laterals:\n", f"laterals:\n  - {back}\n")
    assert [fault.trail for fault in findings(text)] == [
        "roles → seller → positions → head",
        "roles → keeper → positions → head",
    ]


def test_a_way_may_lead_aside() -> None:
    """A position that is reached by rising elsewhere and stepping aside is well."""
    up = PROMOTIONS.replace("seller", "keeper")
    assert findings(changed((KEEPER, KEEPER_ON_TOP), (PROMOTIONS, up), ("[helper], why", "[helper, head], why"))) == []


def test_a_skill_that_nobody_asks_for() -> None:
    """A skill that no position asks for is told at its id; one that others merely need first is no better."""
    for needs in ("needs: {3: {counting: 2}}", "needs: {3: {juggling: 2}}"):
        text = changed(("needs: {3: {counting: 2}}", needs), ("metrics:\n", JUGGLING))
        (fault,) = findings(text)
        assert fault.place == place(text, "id: juggling", 4)
        assert (fault.severity, fault.trail) == ("warning", "skills → juggling → id")
        assert fault.message == ("没有岗位要这项能力", "no position asks for this skill")
        assert all(fault.hint)


def test_positions_that_no_question_tells_apart() -> None:
    """Two positions of a rung that ask the same in the same proportions, for the same interests: the later is told."""
    text = changed((KEEPER, TWIN), INTERESTS)
    (fault,) = findings(text)
    assert fault.place == place(text, "      helper:\n        title: {zh: 库管员", 6)
    assert (fault.severity, fault.trail) == ("warning", "roles → keeper → positions → helper")
    assert fault.message[1] == "asks the same as seller/helper: no question can tell them apart"
    assert "seller/helper" in fault.message[0]
    assert all(fault.hint)


@pytest.mark.parametrize(
    "other",
    [
        (
            "metrics: [turnover]\n    work: [people]\n    duties: [{zh: 管货",
            "metrics: []\n    work: [people]\n    duties: [{zh: 管货",
        ),
        (
            "metrics: [turnover]\n    work: [people]\n    duties: [{zh: 管货",
            "metrics: [turnover]\n    work: []\n    duties: [{zh: 管货",
        ),
        ("selling: {helper: 2/1.5", "selling: {helper: 3/1.5"),
        ("selling: {helper: 2/1.5", "selling: {helper: 2/1.6"),
        ("      counting: {helper: 1/0.5}\n", ""),
    ],
)
def test_positions_that_a_question_tells_apart(other: tuple[str, str]) -> None:
    """One metric, one kind of work, one level, one weight or one requirement is enough to tell them apart."""
    assert findings(changed((KEEPER, TWIN), INTERESTS, other)) == []


def test_a_requirement_that_falls() -> None:
    """Where all who rise to a position are asked more of a skill than it asks itself, a warning stands at the skill."""
    old, new = "head: {level: 4, weight: 1", "head: {level: 1, weight: 1"
    text = changed((old, new))
    (fault,) = findings(text)
    assert fault.place == place(text, new)
    assert (fault.severity, fault.trail) == ("warning", "roles → seller → asks → selling → head")
    assert fault.message[1] == "falls on the way up: all below ask level 2, here it is 1"
    assert "2 级" in fault.message[0]


@pytest.mark.parametrize("level", [2, 3])
def test_a_requirement_that_does_not_fall(level: int) -> None:
    """One that stays as it is, or rises, is well."""
    assert findings(changed(("head: {level: 4, weight: 1", f"head: {{level: {level}, weight: 1"))) == []


def test_one_who_rises_without_it() -> None:
    """It is enough that one of those who rise is asked less, or nothing, of it."""
    also = f"{PROMOTIONS}  - {{from: keeper/helper, to: [seller/head], sources: [judgement]}}\n"
    assert findings(changed(("head: {level: 4, weight: 1", "head: {level: 1, weight: 1"), (PROMOTIONS, also))) == []


def test_all_findings_at_once() -> None:
    """All findings are told at once; an overlay's where it was written."""
    over = "promotions: [{from: seller/helper, to: [seller/head], remove: true}]\n"
    found = findings(changed((KEEPER, TWIN), INTERESTS, ("metrics:\n", JUGGLING)), over)
    assert [fault.trail.rpartition(" → ")[2] for fault in found] == ["head", "id", "helper"]
    over = "roles: [{id: seller, positions: {head: {requirements: {selling: {level: 1}}}}}]\n"
    (fault,) = findings(SMALL, over)
    assert fault.file == "over.yaml"


def test_builtin_and_starter_have_none() -> None:
    """Neither the built-in knowledge base nor the starter has anything that was hardly meant."""
    assert examine(None)[1] == []
    assert examine(builtin() / "starter")[1] == []


def test_a_new_one_has_none(tmp_path: Path) -> None:
    """Nor has what `kb new` writes."""
    for path, text in starter_files():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert examine(tmp_path)[1] == []


def test_files_that_are_not_read(tmp_path: Path) -> None:
    """A file under nearly a name that is read, or too deep in the folder, is told by its name, and how it is read."""
    folder = in_folder(tmp_path / "ours", kb=SMALL)
    for name in ("Skills.yml.bak", "roles.json", "sub/roles.yaml", "sub/notes.yaml", ".git/roles.yaml", "notes.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("roles: []\n")
    in_folder(folder / "another", kb=SMALL, roles="roles: []\n")  # a knowledge base by itself
    (folder / "ladders.yaml.d").mkdir()
    not_read = Text("没有读这个文件", "this file is not read")
    above = Text("要读就放到外面一层", "to have it read, put it into the folder above")
    found = examine(folder)[1]
    assert found == [
        Fault(f"{folder}/Skills.yml.bak", 1, 1, "", not_read, named("skills.yaml"), "warning"),
        Fault(f"{folder}/roles.json", 1, 1, "", not_read, named("roles.yaml"), "warning"),
        Fault(f"{folder}/sub/roles.yaml", 1, 1, "", not_read, above, "warning"),
    ]


def named(name: str) -> Text:
    """Return the hint that a file is read under another name."""
    return Text(f"要读就叫 {name}", f"to have it read, call it {name}")


@pytest.mark.parametrize("text", ["", "\n \n", "# only\n  # words\n", "  # words"])
def test_a_file_that_says_nothing(tmp_path: Path, text: str) -> None:
    """A file in which nothing is written, or nothing but comments, is told; one that says a word is not."""
    folder = in_folder(tmp_path / "ours", kb=SMALL, market=text, titles="# words\nother_trades: []\n")
    empty = Text("里面什么都没写", "there is nothing in it")
    assert examine(folder)[1] == [Fault(f"{folder}/market.yaml", 1, 1, "", empty, NOTHING, "warning")]
