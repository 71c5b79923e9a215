from pathlib import Path

import pytest
from calling import Call
from openpyxl import load_workbook

from opscareer.model.kb import KnowledgeBase


def filled(file: Path, answers: dict[str, object], sheet: int = 0) -> None:
    """Fill in a form by the ids of its questions."""
    book = load_workbook(file)
    for row in book.worksheets[sheet].iter_rows(min_row=6):
        if row[0].value in answers:
            row[2].value = answers[row[0].value]
    book.save(file)


def test_a_form_is_handed_out_and_read(call: Call, tmp_path: Path) -> None:
    """A form in Excel that was filled in gives the advice that the same answers in a file give."""
    form, answers = tmp_path / "form.xlsx", tmp_path / "answers.yaml"
    assert call(f"form product-ops/manager -o {form} --lang zh").code == 0
    filled(
        form, {"id": "李四", "current": "产品运营专员 [product-ops/specialist]", "years": 2.5, "skill.data-analysis": 3}
    )
    answers.write_text(
        "schema: opscareer/answers/1\nanswers:\n  current: [product-ops/specialist]\n  years: 2.5\n"
        "  skill.data-analysis: 3\n"
    )
    told = call(f"assess --answers {form} --json")
    assert told.code == 0
    alike = call(f"assess --answers {answers} --json").answer
    assert {**told.answer, "next_actions": []} == {**alike, "next_actions": []}  # which name the file that was given
    assert call(f"gap bd/manager --answers {form}").code == 0


def test_what_is_wrong_in_a_form(call: Call, tmp_path: Path) -> None:
    """All that is wrong in a form is told at once, by row and question, and ends with 2 as an answers file does."""
    form = tmp_path / "form.csv"
    form.write_text("题号,答案\ncurrent,裁缝\nskill.data-analysis,3-4\nskill.data-analisys,3\n", encoding="gbk")
    done = call(f"assess --answers {form} --lang zh")
    assert (done.code, done.out) == (2, "")
    for place in (f"{form}:2:2: current", f"{form}:3:2: skill.data-analysis", f"{form}:4:2: skill.data-analisys"):
        assert place in done.err
    assert "skill.data-analysis" in done.err.splitlines()[-1]


def test_for_a_position_a_role_or_all(call: Call, kb: KnowledgeBase) -> None:
    """A form is for a position, for a role by its own name, or for all there is; any other word has a nearest."""
    asked = {line: call(f"form {line} --json").answer for line in ("", "bd", "商务拓展", "bd/manager")}
    assert asked["bd"] == asked["商务拓展"] or "role" in asked["bd"]
    assert len(asked["bd/manager"]["questions"]) <= len(asked["bd"]["questions"]) < len(asked[""]["questions"])
    assert (asked["bd"]["role"], asked["bd/manager"]["position"]) == ("bd", "bd/manager")
    assert len(asked[""]["questions"]) == len(kb.questions) + len(kb.skills)
    assert "bd/manager" in call("form bd/manger").err


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("--rows", "-o FILE.xlsx, or FILE.csv"),
        ("--people 3", "-o FILE.xlsx"),
        ("--people 3 --format csv", "-o FILE.xlsx"),
        ("--format xlsx", "add -o FILE"),
        ("--people 0 --format xlsx", ""),
        ("-o form.pdf", ".xlsx"),
    ],
)
def test_what_does_not_go_together(call: Call, line: str, hint: str) -> None:
    """A layout that a format has no room for, and a workbook to a terminal, are refused with what to write."""
    done = call(f"form {line}")
    assert (done.code, done.out) == (2, "")
    assert hint in done.err


def test_layouts(call: Call, tmp_path: Path) -> None:
    """All layouts are written by the ending of the file; CSV has the mark by which Excel knows UTF-8."""
    for name, options in {
        "sheets.xlsx": "--people 4",
        "rows.xlsx": "--rows",
        "rows.csv": "--rows --both",
        "lines.csv": "",
        "form.md": "--both",
    }.items():
        assert call(f"form bd/manager {options} -o {tmp_path / name}").code == 0
    assert len(load_workbook(tmp_path / "sheets.xlsx").worksheets) == 5
    assert (tmp_path / "rows.csv").read_text(encoding="utf-8").startswith("\ufeff姓名或工号 / Name or number,")
    assert call("form bd/manager --both --format markdown").out == (tmp_path / "form.md").read_text(encoding="utf-8")
