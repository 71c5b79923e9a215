import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from calling import ANSWERS, TEAM, Call, Save, people

from opscareer.model.kb import KnowledgeBase

EXAMPLE = Path(__file__).parents[2] / "examples" / "team.csv"
IDS = ["a1", "a2", "a3", "a4", "a5", "a6"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_example(call: Call, lang: str, request: pytest.FixtureRequest) -> None:
    """Of twelve invented people the page is, word for word, what it was when somebody read it last."""
    golden = Path(__file__).parent / "transcripts" / f"team.{lang}.txt"
    now = call(f"team {EXAMPLE} --names --lang {lang}").out
    if request.config.getoption("--update-transcripts"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "names"), [("zh", ("供应链总监", "仓库主管（先守住）")), ("en", ("Supply Chain Director", "stay for now"))]
)
def test_whose_fit_it_is(call: Call, kb: KnowledgeBase, tmp_path: Path, lang: str, names: tuple[str, ...]) -> None:
    """Where fit and gaps are of another post than the one beside them, the page and every table name that post."""
    levels = "".join(f"  skill.{skill}: {level}\n" for skill, level in kb.needed["warehouse/manager"].items())
    (tmp_path / "people").mkdir()
    answers = f"schema: opscareer/answers/1\nanswers:\n  current: [warehouse/manager]\n{levels}"
    (tmp_path / "people" / "U-03.yaml").write_text(answers, encoding="utf-8")
    page = call(f"team {tmp_path / 'people'} --names --lang {lang}").out
    rows = page.partition({"zh": "每个人\n", "en": "Each person\n"}[lang])[2]
    assert all(name in rows.partition("\n\n")[0] for name in names)
    (third,) = call(f"team {tmp_path / 'people'} --json").answer["people"]
    assert (third["next"], third["gaps_of"]) == ("warehouse/manager", "supply-chain/director")
    for ending in ("csv", "xlsx", "jsonl"):
        call(f"team {tmp_path / 'people'} -o {tmp_path / f'told.{ending}'}")
        assert [row["gaps_of"] for row in read(tmp_path / f"told.{ending}")] == ["supply-chain/director"]


def test_each_is_told_what_assess_tells(call: Call, tmp_path: Path) -> None:
    """Of each person the next position, fit, verdict and first gaps are those of `assess`."""
    first = call("team TEAM --json").answer["people"][0]
    alone = ANSWERS.replace("  education: secondary\n", "  lead: yes\n".replace("yes", "'yes'"))
    (tmp_path / "one.yaml").write_text(alone, encoding="utf-8")
    told = call(f"assess --json --answers {tmp_path / 'one.yaml'}").answer
    assert (first["next"], first["verdict"], first["kind"]) == tuple(
        told["next"][key] for key in ("position", "verdict", "kind")
    )
    assert first["fit"] == pytest.approx(told["next"]["fit"], abs=1e-6)
    assert [gap["skill"] for gap in first["gaps"]] == [gap["skill"] for gap in told["gaps"][:5]]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "jsonl", "parquet"])
def test_tables_of_people(call: Call, tmp_path: Path, ending: str) -> None:
    """A table of people has a row a person in the order of the rows, whatever it is written as, and is theirs alone."""
    file = tmp_path / f"told.{ending}"
    done = call(f"team TEAM -o {file}")
    assert (done.code, done.out) == (0, "")
    rows = read(file)
    assert [row["id"] for row in rows] == IDS
    assert [row["next"] for row in rows] == [one["next"] for one in call("team TEAM --json").answer["people"]]
    assert file.stat().st_mode & 0o077 == 0


def read(file: Path) -> list[dict[str, Any]]:
    """Return the rows of a table of people."""
    if file.suffix == ".parquet":
        return list(pq.read_table(file).to_pylist())
    if file.suffix == ".xlsx":
        head, *rows = openpyxl.load_workbook(file).active.iter_rows(values_only=True)
        return [dict(zip(head, row, strict=True)) for row in rows]
    text = file.read_text(encoding="utf-8")
    return (
        list(map(json.loads, text.splitlines())) if file.suffix == ".jsonl" else list(csv.DictReader(text.splitlines()))
    )


def test_people_beside_the_group(call: Call, tmp_path: Path) -> None:
    """--people writes the table beside whatever else is answered; JSON then names the file and nobody in it."""
    file = tmp_path / "told.jsonl"
    done = call(f"team TEAM --json --people {file}")
    assert done.answer["people"] == str(file)
    assert '"a1"' not in done.out  # in quotes: the checksum of the knowledge base may hold these two letters
    assert [row["id"] for row in read(file)] == IDS
    assert call("team TEAM --json").answer["people"] == read(file)


def test_a_table_on_standard_output(call: Call) -> None:
    """Text may be had on standard output; what is no text is refused before anything is worked out."""
    assert [row["id"] for row in csv.DictReader(call("team TEAM --format csv").out.splitlines())] == IDS
    assert [json.loads(line)["id"] for line in call("team TEAM --format jsonl").out.splitlines()] == IDS
    for name in ("parquet", "xlsx"):
        done = call(f"team TEAM --format {name}")
        assert (done.code, done.out) == (2, "")
        assert "-o" in done.err


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_name_nobody(call: Call, save: Save, form: str, lang: str) -> None:
    """No page holds the id of anybody unless names are asked for."""
    file = save("team.csv", TEAM.replace("\na", "\nperson-a"))
    assert "person-a" not in call(f"team {file} --format {form} --lang {lang}").out
    assert "person-a" in call(f"team {file} --format {form} --lang {lang} --names --min-group 1").out


def test_a_small_group_is_not_broken_down(call: Call) -> None:
    """Of fewer people than --min-group no level is told."""
    assert call("team TEAM --json --min-group 7").answer["group"]["small"]
    assert not call("team TEAM --json --min-group 2").answer["group"]["small"]
    assert call("team TEAM --min-group 0").code == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_tables_of_spreadsheets(call: Call, save: Save, encoding: str, between: str) -> None:
    """What a spreadsheet saves as text is read, in whatever encoding and with whatever between the cells."""
    told = "编号,岗位,带团队\n甲,商务经理,3\n乙,还没入行,没机会\n".replace(",", between)
    assert people(call(f"team {save('people.csv', told.encode(encoding))} --json")) == ["甲", "乙"]


def test_ids_that_come_again_are_told_and_counted(call: Call, save: Save, tmp_path: Path) -> None:
    """Two rows of one id are both advised, in one file or in two, and it is told where the second ones stand."""
    one = save("one.csv", "id,current\na,bd/manager\nb,bd/manager\na,bd/specialist\n")
    two = save("two.jsonl", '{"id": "b", "current": ["bd/manager"]}\n{"current": []}\n{"current": []}\n')
    done = call(f"team {one} {two} --json")
    assert people(done) == ["a", "b", "a", "b", None, None]
    assert "come before" in done.err or "came before" in done.err
    assert f"{one}:4\n" in done.err
    assert f"{two}:1\n" in done.err
    assert done.answer["repeated"] == {
        "count": 2,
        "first": [{"file": str(one), "row": 4}, {"file": str(two), "row": 1}],
    }


def test_parquet_in_and_out(call: Call, tmp_path: Path, save: Save) -> None:
    """People in Parquet are told what the same people are told in text, among files of other kinds too."""
    from opscareer.knowledge import open_kb
    from opscareer.team import parts_of_rows

    rows = [("", n, {"id": f"a{n}", "current": ["bd/manager"], "skill.data-analysis": n % 6}) for n in range(9)]
    (part,) = parts_of_rows(open_kb(None).whole(), rows)
    pq.write_table(pa.Table.from_batches([part.batch]), tmp_path / "people.parquet")
    text = save("people.jsonl", "".join(json.dumps(cells) + "\n" for _, _, cells in rows))
    by_parquet, by_text = (call(f"team {file} --json").answer["people"] for file in (tmp_path / "people.parquet", text))
    assert by_parquet == by_text
    done = call(f"team {text} {tmp_path / 'people.parquet'} {text} --json")
    assert len(people(done)) == 27


def test_standard_input(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """- is standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEAM.encode())))
    assert people(call("team - --json")) == IDS


def test_no_cell_begins_a_formula(call: Call, save: Save, tmp_path: Path) -> None:
    """An id that a spreadsheet would take for a formula is marked as text in every table for one."""
    file = save("people.jsonl", '{"id": "=cmd()", "current": []}\n')
    for ending in ("csv", "xlsx"):
        call(f"team {file} -o {tmp_path / f'told.{ending}'}")
        assert read(tmp_path / f"told.{ending}")[0]["id"] == "'=cmd()"


def test_another_knowledge_base(call: Call, save: Save, tmp_path: Path) -> None:
    """People are told by the knowledge base that is asked for."""
    assert call(f"kb new {tmp_path / 'nursing'}").code == 0
    post, *_ = (one["id"] for one in call(f"ladder --json --kb {tmp_path / 'nursing'}").answer["positions"])
    file = save("people.csv", f"id,current\nn1,{post}\n")
    done = call(f"team {file} --json --kb {tmp_path / 'nursing'}")
    assert (people(done), done.answer["left_out"]["count"]) == (["n1"], 0)


NAMED = """工号,姓名,岗位,在岗年数,数据分析,文案
1001,李雷,内容运营专员,2,3,3
1002,韩梅,用户运营主管,3,4,2
1003,,新媒体运营专员,1,2,4
"""


@pytest.mark.parametrize("form", ["markdown", "html", "text"])
def test_names_on_pages(call: Call, save: Save, form: str) -> None:
    """Where a table has a name beside each number both are told wherever people are named on a page."""
    told = call(f"team {save('hr.csv', NAMED)} --names --min-group 1 --lang zh --format {form}").out
    assert told.count("1001 李雷") >= 4  # three posts they could step into, and their own line
    assert told.count("1002 韩梅") >= 2
    assert re.findall(r"\b1001\b(?! 李雷)|\b1002\b(?! 韩梅)", told) == []
    assert "1003" in told
    assert "李雷" not in call(f"team {save('hr.csv', NAMED)} --min-group 1 --lang zh --format {form}").out


def test_names_in_tables(call: Call, save: Save, tmp_path: Path) -> None:
    """What each is told has the name beside the number; JSON has it only where there is one."""
    hr = save("hr.csv", NAMED)
    rows = [line.split(",")[:2] for line in call(f"team {hr} --format csv").out.splitlines()]
    assert rows == [["id", "name"], ["1001", "李雷"], ["1002", "韩梅"], ["1003", ""]]
    told = call(f"team {hr} --json --names --min-group 1").answer
    assert [one.get("name") for one in told["people"]] == ["李雷", "韩梅", None]
    assert "name" not in told["people"][2]
    assert ["1001"] in [post["within_ids"] for post in told["positions"]]
    call(f"team {hr} -o {tmp_path / 'told.parquet'}")
    assert pq.read_table(tmp_path / "told.parquet").column("name").to_pylist() == ["李雷", "韩梅", None]


def test_names_in_parquet(call: Call, save: Save, tmp_path: Path) -> None:
    """A table of people in Parquet may have names too."""
    file = tmp_path / "people.parquet"
    pq.write_table(pa.Table.from_pylist([{"id": "1", "name": "\x1b[31m李", "current": ["bd/manager"]}]), file)
    assert [one["name"] for one in call(f"team {file} --json").answer["people"]] == ["李"]
