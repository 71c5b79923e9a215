import csv
import io
import json

import openpyxl
import pytest

from opscareer.errors import OpscareerError
from opscareer.render.people import HEADINGS, people_csv, people_json_lines
from opscareer.render.workbook import people as workbook
from opscareer.text import Text
from opscareer.views.encoding import encode_record
from opscareer.views.person_line import LineGap, PersonLine

NAMES = {"data-analysis": Text("数据分析", "Data analysis"), "seo": Text("搜索优化", "=SEO")}
GAPS = (LineGap("data-analysis", 3, None, 0.0771), LineGap("seo", 2, 0, 0.05))
ONE = PersonLine(
    id="甲",
    name="=李",
    next="bd/manager",
    kind="promotion",
    then=None,
    fit=0.7412345,
    score=-0.2,
    verdict="within-reach",
    gates=("skill:seo", "time"),
    gaps=GAPS,
    gaps_of="sales/director",
    mastery=None,
    title=Text("商务经理", "BD Manager"),
    aim=Text("销售总监", "Sales Director"),
)
NOBODY = PersonLine(
    id=None,
    name=None,
    next=None,
    kind=None,
    then=None,
    fit=None,
    score=None,
    verdict=None,
    gates=(),
    gaps=(),
    gaps_of=None,
    mastery=1.0,
    title=None,
    aim=None,
)


def test_csv() -> None:
    """A row a person: ids as scripts know them, and the title and what is missing in the language asked."""
    file = io.BytesIO()
    with people_csv(file, NAMES, "zh") as add:
        add([ONE])
        add([NOBODY])
    first, last = csv.DictReader(file.getvalue().decode().splitlines())
    assert tuple(first) == HEADINGS
    assert (first["id"], first["title"], first["fit"], first["mastery"]) == ("甲", "商务经理", "0.7412", "")
    assert first["name"] == "'=李"
    assert (first["gates"], first["gaps"]) == ("skill:seo; time", "data-analysis ?>3; seo 0>2")
    assert first["missing"] == "数据分析 ?>3；搜索优化 0>2"
    assert first["gaps_of"] == "sales/director"
    assert [value for value in last.values() if value] == ["1.0"]


def test_json_lines() -> None:
    """A line is what the list of people in an answer holds."""
    file = io.BytesIO()
    with people_json_lines(file, NAMES, "en") as add:
        add([ONE, NOBODY])
    assert [json.loads(line) for line in file.getvalue().splitlines()] == [encode_record(ONE), encode_record(NOBODY)]


def test_workbook() -> None:
    """A sheet has the same cells; shares are numbers, and no cell is a formula."""
    file = io.BytesIO()
    formula = PersonLine(**{**vars(ONE), "id": "=1+1", "gaps": (GAPS[1],)})
    with workbook.people_workbook(file, NAMES, "en") as add:
        add([ONE, formula])
    head, first, last = openpyxl.load_workbook(file).active.iter_rows()
    assert tuple(cell.value for cell in head) == HEADINGS
    assert (first[0].value, first[6].value) == ("甲", 0.7412)
    assert (last[0].value, last[11].value) == ("'=1+1", "'=SEO 0>2")
    assert all(cell.data_type != "f" for cell in last)


def test_more_people_than_a_sheet_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what a sheet holds it is said which files hold more."""
    monkeypatch.setattr(workbook, "MOST", 3)
    with (
        pytest.raises(OpscareerError, match="no more than 2 rows") as refused,
        workbook.people_workbook(io.BytesIO(), NAMES, "en") as add,
    ):
        add([ONE, ONE, ONE])
    assert ".parquet" in refused.value.hint.en
