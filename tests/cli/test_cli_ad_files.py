"""The files of job ads that `match` and `demand` are given: one, several, none, in any encoding and form."""

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from at_terminal import Terminal, person
from calling import AD, Call, Done, apart
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from opscareer.match.demand import Posting
from opscareer.outside.ads import postings
from opscareer.views.contract import schema_of

STORE = "仓库管理员\n岗位职责：收货，盘点。\n任职要求：1年以上仓库经验。"
OWNER = (
    "{id: owner, order: 9, name: {zh: 院主, en: Owner}, summary: {zh: 医院是他的。, en: Owns it.}, "
    "years: {min: 9, typical: 9}, sources: [judgement]}"
)
"""A rung above all others."""
COOK = "Cook\nDuties: prepare hot dishes."
LINES = "".join(
    json.dumps(ad, ensure_ascii=False) + "\n"
    for ad in ({"title": "仓库管理员", "text": "负责盘点。"}, {"title": "客服专员", "text": "接听来电，处理投诉。"})
)


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Have standard input be a pipe with some bytes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def refused(done: Done, *said: str) -> None:
    """Hold that a call ended with a sentence that says this, and with nothing else."""
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("opscareer: ")
    assert all(word in done.err for word in said)
    assert "Traceback" not in done.err


def table(done: Done) -> Any:
    """Return what a call of demand counted, held against its schema."""
    Draft7Validator(schema_of("demand")).validate(done.answer)
    return {key: done.answer[key] for key in ("ads", "foreign", "table", "roles", "rungs")}


@pytest.fixture
def several(tmp_path: Path) -> list[str]:
    """Three ads: for a store, for a cook, and the one that others call AD."""
    for name, text in (("store.txt", STORE), ("cook.txt", COOK)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "store.txt"), str(tmp_path / "cook.txt"), "AD"]


@pytest.mark.parametrize("answers", [(), ("--answers", "ME")])
def test_several_in_json(call: Call, several: list[str], answers: tuple[str, ...]) -> None:
    """Each of several ads is told by its name, in the order given, with all that is told of it alone."""
    done = call("match", *several, "--json", *answers)
    Draft7Validator(schema_of("match")).validate(done.answer)
    assert {*done.answer} == {"schema", "kb", "ads", "next_actions"}
    for ad, one in zip(several, done.answer["ads"], strict=True):
        alone = call("match", ad, "--json", *answers).answer
        assert Path(one["ad"]).name == ("ad.txt" if ad == "AD" else Path(ad).name)
        assert {**{key: alone[key] for key in ("schema", "kb")}, **one} == {**apart(alone), "ad": one["ad"]}


def test_several_on_a_page(call: Call, several: list[str]) -> None:
    """On a page each ad has a row: in the order given, with a person known by their fit; the best is first."""
    ads = {Path(one["ad"]).name: one for one in call("match", *several, "--json", "--answers", "ME").answer["ads"]}
    fits = {name: one["fit"] or 0 for name, one in ads.items()}  # an ad of another trade has none
    assert len({*fits.values()}) == len(fits)
    for words, expected in (((), [*ads]), (("--answers", "ME"), sorted(fits, key=lambda name: -fits[name]))):
        page = re.sub(r"\s", "", call("match", *several, *words).out)
        assert sorted(ads, key=page.index) == expected
        assert page.count("nopositionknownhere") == 1


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_one_unreadable_among_several(call: Call, several: list[str], place: int) -> None:
    """One ad that is not there is named, wherever it stands, the others are answered, and the exit code is 3."""
    done = call("match", *several[:place], "nowhere.txt", *several[place:], "--json")
    assert done.code == 3
    assert len(done.answer["ads"]) == 3
    assert "nowhere.txt cannot be read: No such file or directory" in done.err


def test_one_empty_among_several(call: Call, several: list[str], tmp_path: Path) -> None:
    """So is one without a word; where all are such, there is no answer."""
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    done = call("match", *several, str(tmp_path / "empty.txt"))
    assert (done.code, "empty.txt is empty" in done.err) == (3, True)
    refused(call("match", str(tmp_path / "empty.txt"), "nowhere.txt"), "empty.txt is empty")


def test_one_of_several_on_standard_input(call: Call, several: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """One of several ads may come on standard input, and is called so."""
    piped(monkeypatch, AD.encode("gbk"))
    first, *_ = call("match", "-", *several[:2], "--json").answer["ads"]
    assert first.pop("ad") == "stdin"
    assert first.items() <= call("match AD --json").answer.items()


def test_standard_input_twice(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input can be read but once: the second time nothing is left, and that is told."""
    piped(monkeypatch, AD.encode())
    done = call("match - -")
    assert (done.code, "stdin is empty" in done.err) == (3, True)


def test_the_same_ad_twice(call: Call) -> None:
    """The same file given twice is told twice."""
    first, second = call("match AD AD --json").answer["ads"]
    assert first == second


def test_no_ad(call: Call) -> None:
    """Without any ad the command says what it wants."""
    done = call("match")
    assert (done.code, done.out) == (2, "")
    assert "AD..." in done.err


@pytest.mark.parametrize("name", ["\x1b[31mred\u202e.txt", "x" * 120 + ".txt", "{names} [b]x[bold].txt"])
def test_odd_names_of_several(call: Call, tmp_path: Path, name: str) -> None:
    """Whatever ads are called, their names are printed without what could command a terminal, and as they are."""
    (tmp_path / name).write_text(STORE, encoding="utf-8")
    page = call("match", str(tmp_path / name), "AD").out
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", page)
    assert re.sub(r"\s|\x1b\[31m|\u202e", "", name) in re.sub(r"\s", "", page)


def test_several_for_no_position(call: Call, tmp_path: Path) -> None:
    """Where all ads counted were for a rung on which nobody stands, several ads are told by what they say alone."""
    assert call(f"kb new {tmp_path / 'mine'}").code == 0
    for name, old, new in (
        ("ladders", "rungs:\n", f"rungs:\n  - {OWNER}\n"),
        ("market", "rungs: {nurse: 0}", "rungs: {owner: 5}"),
    ):
        file = tmp_path / "mine" / f"{name}.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = call(f"match AD AD --json --kb {tmp_path / 'mine'}")
    first, second = (one["positions"] for one in done.answer["ads"])
    assert first == second
    assert 0 <= sum(one["share"] for one in first) <= 1
    assert all(one["id"].partition("/")[2] != "owner" for one in first)
    done = call(f"match AD AD --kb {tmp_path / 'mine'}")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
@pytest.mark.parametrize("stdin", [False, True])
def test_encodings_of_lines(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, stdin: bool
) -> None:
    """JSON lines are read alike in UTF-8 with and without its mark and in the Chinese encodings, also from a pipe."""
    (tmp_path / "plain.jsonl").write_text(LINES, encoding="utf-8")
    (tmp_path / "other.jsonl").write_bytes(LINES.encode(encoding))
    piped(monkeypatch, LINES.encode(encoding))
    told = table(call(f"demand {'-' if stdin else tmp_path / 'other.jsonl'} --json"))
    assert told == table(call(f"demand {tmp_path / 'plain.jsonl'} --json"))
    assert [row["role"] for row in told["roles"]] == ["customer-service", "warehouse"]


@pytest.mark.parametrize("name", ["ads.csv", "ADS.CSV"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_csv(tmp_path: Path, name: str, encoding: str, end: str) -> None:
    """CSV is read as it was written, with line ends, commas and quotes within cells, and columns in any order."""
    ads = [
        Posting('负责"盘点"，\n收货', "仓管", "甲", "warehouse", "specialist"),
        Posting("接听,来电\n\n记录", company="乙"),
    ]
    file = tmp_path / name
    with file.open("w", encoding=encoding, newline="") as out:
        writer = csv.DictWriter(out, ["company", "wage", "text", "rung", "role", "title"], lineterminator=end)
        writer.writeheader()
        writer.writerows({**ad._asdict(), "wage": "5k"} for ad in ads)
    assert [*postings(str(file), lambda _: None)] == ads


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", 'title,text\n"a","one\ntwo\nthree"\nb\n', "a.csv:5: there is no text"),
        (
            "a.csv",
            "title,wage\nx,y\n",
            "a.csv:1: no column holds the text of the ads (text, description or 正文); there are: title, wage",
        ),
        ("a.csv", 'text\n"one\ntwo"\nthree\rfour\n', "a.csv:4: not CSV: new-line character"),
        ("a.jsonl", '\n{"text": "x"}\n\n{"title": "x"}\n', "a.jsonl:4: there is no text"),
        ("a.jsonl", '{"text": "x"}\n[]\n', "a.jsonl:2: there is no text"),
        ("a.jsonl", '{"text": "x"}\n{"text": 5}\n', "a.jsonl:2: there is no text"),
        ("a.jsonl", '{"text": "x"}\n{"text": "x"} {}\n', "a.jsonl:2:15: not JSON: Extra data"),
        ("a.jsonl", '{"text": "x"}\n' + "[" * 100_000, "a.jsonl:2: not JSON: "),
        ("a.jsonl", '{"text": ' + "1" * 10_000 + "}", "a.jsonl:1: not JSON: "),
        ("a.jsonl", '{"text": "x"}\n{"text": "a", "text": "b"}\n', "a.jsonl:2: the key text stands there twice"),
        ("a.jsonl", '{"text": "x", "place": {"city": 1, "city": 2}}', "a.jsonl:1: the key city stands there twice"),
        ("a.jsonl", '{"text": "x"}\n\x00\x01\n', "a.jsonl:2:1: not JSON: Expecting value"),
    ],
)
def test_where_the_fault_is(call: Call, tmp_path: Path, name: str, content: str, said: str) -> None:
    """A line that is no ad is told by its number in the file, also after cells of several lines; nothing is counted."""
    (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    refused(call(f"demand {tmp_path / name}"), said)


@pytest.mark.parametrize(
    ("row", "ad"),
    [
        ({"text": "x", "title": None, "company": 5, "role": ["bd"], "rung": {}}, Posting("x")),
        ({"text": "x", "wage": "5k"}, Posting("x")),
        ({"text": ""}, Posting("")),
        ({"text": "x", "rung": "manager", "title": "y"}, Posting("x", "y", rung="manager")),
    ],
)
def test_what_is_told_of_an_ad(tmp_path: Path, row: dict[str, object], ad: Posting) -> None:
    """Only texts count as told; whatever else stands in a line is left alone."""
    (tmp_path / "ads.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert [*postings(str(tmp_path / "ads.jsonl"), lambda _: None)] == [ad]


@given(st.lists(st.builds(Posting, *[st.text(st.characters(exclude_categories=["Cs"]))] * 5)))
def test_any_lines(tmp_path_factory: pytest.TempPathFactory, ads: list[Posting]) -> None:
    """Ads written as JSON lines are read as they were, one by one, and every byte is told to have been read."""
    file = tmp_path_factory.mktemp("ads") / "ads.jsonl"
    file.write_text("".join(json.dumps(ad._asdict(), ensure_ascii=False) + "\n" for ad in ads), encoding="utf-8")
    read: list[int] = []
    assert [*postings(str(file), read.append)] == ads
    assert sum(read) == file.stat().st_size


def test_lines_are_read_when_they_are_wanted(tmp_path: Path) -> None:
    """An ad is told before the next line is looked at, so that a file of any size can be read."""
    (tmp_path / "ads.jsonl").write_text('{"text": "x"}\n{oops\n', encoding="utf-8")
    assert next(postings(str(tmp_path / "ads.jsonl"), lambda _: None)) == Posting("x")


@pytest.mark.parametrize(("lang", "told"), [("en", "reading ads"), ("zh", "在读招聘")])
def test_somebody_who_looks_on(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, told: str
) -> None:
    """At a terminal a bar shows how far the reading is, beside the answer; not with --plain, and nowhere else."""
    (tmp_path / "ads.jsonl").write_text(LINES, encoding="utf-8")
    alone = call(f"demand {tmp_path / 'ads.jsonl'} --json --lang {lang}")
    for words, shown in (("", True), (" --plain", False)):
        talk = person(monkeypatch)
        done = call(f"demand {tmp_path / 'ads.jsonl'} --json --lang {lang}{words}")
        assert isinstance(talk, Terminal)
        assert (told in talk.getvalue()) is shown
        assert done.out == alone.out
    assert alone.err == ""
