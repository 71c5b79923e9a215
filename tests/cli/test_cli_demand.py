"""`opscareer demand`: many ads, as JSON lines or CSV."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from calling import Call, apart
from jsonschema import Draft7Validator

from opscareer.views.contract import schema_of

ADS = [
    {
        "title": "客服专员",
        "text": "岗位职责：接听客户来电，处理投诉和售后。任职要求：大专以上，普通话标准，1年以上客服经验。",
    },
    {"title": "客服专员", "text": "岗位职责：在线接待咨询，做好回访记录。任职要求：有耐心，打字快。"},
    {
        "title": "采购经理",
        "text": "岗位职责：带领采购团队，询价比价，管理供应商。任职要求：本科，5年以上采购经验，谈判能力强。",
    },
]


@pytest.fixture
def ads(tmp_path: Path) -> Path:
    """Three ads as JSON lines, with an empty line between."""
    file = tmp_path / "ads.jsonl"
    file.write_text("\n\n".join(json.dumps(ad, ensure_ascii=False) for ad in ADS) + "\n", encoding="utf-8")
    return file


def test_json(call: Call, ads: Path) -> None:
    """The answer holds against its schema; shares are of the ads of the role and rung."""
    done = call(f"demand {ads} --json")
    assert (done.code, done.err) == (0, "")
    Draft7Validator(schema_of("demand")).validate(done.answer)
    assert (done.answer["ads"], done.answer["foreign"]) == (3, 0)
    assert [row["role"] for row in done.answer["roles"]] == ["customer-service", "purchasing"]
    assert [row["rung"] for row in done.answer["rungs"]] == ["specialist", "manager"]
    first, second = done.answer["table"]
    assert (first["role"], first["rung"], first["n"]) == ("customer-service", "specialist", 2)
    assert (second["role"], second["rung"], second["n"]) == ("purchasing", "manager", 1)
    assert {one["skill"]: one["share"] for one in first["skills"]}["service-handling"] == 1


def test_csv_in_and_out(call: Call, ads: Path, tmp_path: Path) -> None:
    """CSV says the same as JSON lines, and CSV can be had as well."""
    file = tmp_path / "ads.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, ["title", "text"])
        writer.writeheader()
        writer.writerows(ADS)
    assert call(f"demand {file} --json").answer["table"] == call(f"demand {ads} --json").answer["table"]
    rows = list(csv.DictReader(call(f"demand {ads} --format csv").out.splitlines()))
    assert {
        "role": "purchasing",
        "rung": "manager",
        "ads": "1",
        "skill": "sourcing",
        "n": "1",
        "share": "1.000",
    } in rows


def test_csv_by_its_name(call: Call, ads: Path, tmp_path: Path) -> None:
    """-o FILE.csv writes what --format csv prints."""
    file = tmp_path / "out.csv"
    assert call(f"demand {ads} -o {file}").code == 0
    assert file.read_text(encoding="utf-8") == call(f"demand {ads} --format csv").out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page(call: Call, ads: Path, lang: str) -> None:
    """People are told how many ads there were, and that shares of few say little."""
    out = call(f"demand {ads} --lang {lang}").out
    assert ("Ads read: 3." if lang == "en" else "读了 3 则招聘。") in out
    assert ("Fewer than 10 ads" if lang == "en" else "不到 10 则") in out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"title": "x"}\n', ":1: there is no text"),
        ("{}\n[", "there is no text"),
        ("{oops\n", ":1:2: not JSON: "),
    ],
)
def test_faulty_lines(call: Call, tmp_path: Path, content: str, said: str) -> None:
    """A line that is no ad is named with its number; the exit code is 3."""
    file = tmp_path / "ads.jsonl"
    file.write_text(content, encoding="utf-8")
    done = call(f"demand {file}")
    assert (done.code, done.out) == (3, "")
    assert said in done.err


@pytest.mark.parametrize(
    "content", ['[\n  {"text": "x"}\n]\n', '[{"text": "x"}]\n', '\ufeff[{"text": "x"}, {"text": "y"}]', "[]", "\n[\n]"]
)
def test_an_array(call: Call, tmp_path: Path, content: str) -> None:
    """An array, on one line or on many, is told to be one, with what is read instead and how to make that of it."""
    file = tmp_path / "ads.json"
    file.write_text(content, encoding="utf-8")
    done = call(f"demand {file} --lang en")
    assert done.code == 3
    assert "a JSON array; what is read is an object a line" in done.err
    assert f"jq -c '.[]' {file} > " in done.err


def test_no_file(call: Call, tmp_path: Path) -> None:
    """A file that is not there is told as such."""
    done = call(f"demand {tmp_path / 'nowhere.jsonl'} --json")
    assert (done.code, done.error["code"]) == (3, "faulty-ad")


def test_no_ads(call: Call, tmp_path: Path) -> None:
    """No ads are no fault: there is nothing to count."""
    file = tmp_path / "ads.jsonl"
    file.write_text("", encoding="utf-8")
    assert call(f"demand {file} --json").answer["table"] == []


def test_standard_input(call: Call, ads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON lines may come on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ads.read_bytes()), encoding="utf-8"))
    assert apart(call("demand - --json").answer) == apart(call(f"demand {ads} --json").answer)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_of_spreadsheets(call: Call, ads: Path, tmp_path: Path, encoding: str) -> None:
    """CSV is read as spreadsheets write it: with a mark or in a Chinese encoding, and with line ends within cells."""
    file = tmp_path / "ads.CSV"
    with file.open("w", encoding=encoding, newline="") as out:
        writer = csv.DictWriter(out, ["title", "text", "company", "salary"])
        writer.writeheader()
        writer.writerows({**ad, "text": ad["text"].replace("。", "。\n"), "company": "a"} for ad in ADS)
    assert [row["n"] for row in call(f"demand {file} --json").answer["table"]] == [
        row["n"] for row in call(f"demand {ads} --json").answer["table"]
    ]


def test_told_labels(call: Call, tmp_path: Path) -> None:
    """The role and the rung that a line tells are believed, and a company's ads count as the root of their number."""
    rows: list[dict[str, str | None]] = [{"text": "会谈判。", "role": "bd", "rung": "manager", "company": "a"}] * 4
    rows = [{**row, "title": str(number)} for number, row in enumerate(rows)]
    rows += [{"text": "会做表。", "role": "bd", "rung": "manager", "company": None}]
    file = tmp_path / "ads.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (row,) = call(f"demand {file} --json").answer["table"]
    assert (row["role"], row["rung"], row["n"]) == ("bd", "manager", 5)
    assert {one["skill"]: one["share"] for one in row["skills"]}["negotiation"] == pytest.approx(2 / 3)


def test_a_faulty_line_of_csv(call: Call, tmp_path: Path) -> None:
    """A line of CSV without a text is named with its number."""
    file = tmp_path / "ads.csv"
    file.write_text("title,text\nx,y\nx\n", encoding="utf-8")
    done = call(f"demand {file}")
    assert (done.code, done.out) == (3, "")
    assert "ads.csv:3: there is no text" in done.err


def test_a_cell_too_large(call: Call, tmp_path: Path) -> None:
    """A cell that nobody would write is refused in a sentence."""
    file = tmp_path / "ads.csv"
    file.write_text('title,text\nx,"' + ("长" * 1_000_000 + "\n") * 11 + '"\n', encoding="utf-8")
    done = call(f"demand {file}")
    assert (done.code, done.out) == (3, "")
    assert "not CSV: field larger" in done.err


def test_a_line_without_end(call: Call, tmp_path: Path) -> None:
    """A line that does not end is refused once it is longer than anybody would write, however long it is."""
    (tmp_path / "ads.jsonl").write_text('{"text": "' + "x" * 10_000_001)
    for name, said in (("/dev/zero", "/dev/zero: "), (tmp_path / "ads.jsonl", "jsonl:1: a line longer than 10 MB")):
        done = call(f"demand {name}")
        assert (done.code, done.out) == (3, "")
        assert said in done.err


@pytest.mark.parametrize("names", ["标题,正文", "职位名称,职位描述", "岗位,内容", "title,正文"])
def test_chinese_names_of_columns(call: Call, tmp_path: Path, names: str) -> None:
    """Columns may have the names that tables of ads have in Chinese."""
    file = tmp_path / "ads.csv"
    file.write_text(f"{names}\n客服专员,接听来电，处理投诉。本科。\n".replace("，处", "；处"), encoding="utf-8")
    done = call(f"demand {file} --json")
    assert (done.code, done.answer["ads"]) == (0, 1)


def test_ads_in_several_columns(call: Call, tmp_path: Path) -> None:
    """Duties and requirements in columns of their own are one ad, and columns that are not read are told."""
    file = tmp_path / "ads.csv"
    file.write_text("职位,岗位职责,任职要求,薪资\n用户运营,负责社群,3年以上经验,8k\n , , ,\n", encoding="utf-8")
    done = call(f"demand {file} --json")
    assert done.answer["ads"] == 1
    assert [row["years"] for row in done.answer["roles"]] == [[{"years": 3, "n": 1}]]
    assert "Columns that are not read: 薪资" in done.err
    file.write_text("text,title\nx,y\n", encoding="utf-8")
    assert "not read" not in call(f"demand {file} --json").err


def test_roles_that_are_none(call: Call, tmp_path: Path) -> None:
    """What is told as a role or a rung and is no id is told as that, with how often it stands there."""
    rows = [{"role": "用户运营", "rung": "manager"}, {"role": "user-op", "rung": "主管"}, {"role": "user-ops"}]
    file = tmp_path / "ads.jsonl"
    file.write_text("".join(json.dumps({"text": "负责社群", **row}) + "\n" for row in rows), encoding="utf-8")
    done = call(f"demand {file} --json")
    assert done.code == 0
    assert "these are none: 用户运营 (1), user-op (1), 主管 (1)" in done.err


def test_the_same_ad_again(call: Call, tmp_path: Path) -> None:
    """An ad that comes again in the same words is counted once, and how many did is told."""
    again = {**ADS[0], "text": ADS[0]["text"].replace("。", "。\n")}
    file = tmp_path / "ads.jsonl"
    file.write_text("\n".join(json.dumps(ad) for ad in (*ADS, ADS[2], again)), encoding="utf-8")
    done = call(f"demand {file} --json")
    assert (done.code, done.answer["ads"], done.answer["repeated"]) == (0, 3, 2)
    assert done.err.strip() == "Ads that came before in the same words, and are counted once: 2"


def test_keys_that_are_not_read(call: Call, tmp_path: Path) -> None:
    """What lines tell beside what is read is told by its keys, each once; a title that is no text is none."""
    ad = {**ADS[0], "pay": "10k", "title": ["客服"], "city": None}
    file = tmp_path / "ads.jsonl"
    file.write_text("\n".join(json.dumps(one) for one in (ad, {**ad, "text": "别的"}, ADS[1])), encoding="utf-8")
    done = call(f"demand {file} --json")
    assert (done.code, done.answer["ads"]) == (0, 3)
    assert done.err.strip() == "Columns that are not read: title, pay"


def test_keys_called_as_columns(call: Call, tmp_path: Path) -> None:
    """An ad in lines may name its parts as the columns of a table are named: duties and requirements both count."""
    parts = {"职位": "客服专员", "岗位职责": "处理投诉和售后。", "任职要求": "大专以上。"}
    file = tmp_path / "ads.jsonl"
    file.write_text(json.dumps(parts), encoding="utf-8")
    (row,) = call(f"demand {file} --json").answer["table"]
    assert row["education"] == [{"education": "college", "n": 1}]
    assert "service-handling" in {one["skill"] for one in row["skills"]}


def test_a_row_wider_than_its_heading(call: Call, tmp_path: Path) -> None:
    """A row with more cells than there are columns, as of a comma without quotes, is told and not cut off."""
    file = tmp_path / "ads.csv"
    file.write_text("title,text\nx,does this, and that\n", encoding="utf-8")
    done = call(f"demand {file}")
    assert (done.code, done.out) == (3, "")
    assert "ads.csv:2: the row has 3 cells and the heading 2, which would cut the ad off" in done.err
    file.write_text("title,text,title\nx,does this,y,,\n", encoding="utf-8")
    done = call(f"demand {file}")
    assert (done.code, done.err.strip()) == (0, "Columns that are not read: title")
