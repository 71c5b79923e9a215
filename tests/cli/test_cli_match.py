"""`opscareer match`: whatever is given as an ad, an answer or a sentence."""

import io
import os
import random
import re
import sys
from pathlib import Path

import pytest
from calling import AD, ANSWERS, Call, Done, apart
from jsonschema import Draft7Validator

from opscareer import store
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.answers import read_answers
from opscareer.views.contract import schema_of

UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
ESCAPES = "\x1b[31m\x1b]0;owned\x07\x9b5m\u202e\u2066\u200b\x00\r"


NURSE = "重症监护室护士长\n岗位职责：负责重症病区的呼吸机管理与全科排班。\n任职要求：5年以上重症护理经验。"


def answered(done: Done) -> None:
    """Hold that a call answered as published, without a word on standard error and nothing raw."""
    assert (done.code, done.err) == (0, "")
    Draft7Validator(schema_of("match")).validate(done.answer)
    assert UNSAFE.findall(done.out) == []
    assert not re.search(r"\\u(?:00[01]|007f|00[89]|200[bef]|202|206)", done.out)


def refused(done: Done, *said: str) -> None:
    """Hold that a call ended with a sentence that says this, and with nothing else."""
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("opscareer: ")
    assert all(word in done.err for word in said)
    assert "Traceback" not in done.err
    assert UNSAFE.findall(done.err) == []


@pytest.fixture
def given(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call match with some bytes, in a file or else on standard input."""

    def called(data: bytes, *words: str, stdin: bool = False) -> Done:
        file = tmp_path / "given.txt"
        file.write_bytes(data)
        if stdin:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        return call("match", "-" if stdin else str(file), *words)

    return called


def test_an_ad_in_a_file(call: Call) -> None:
    """A page tells what the ad is for, what it asks in its words, and its conditions."""
    done = call("match AD")
    assert (done.code, done.err) == (0, "")
    for told in ("Merchant", "[merchant-ops/specialist]", "入驻", "SQL", "2 years of experience", "bachelor's degree"):
        assert told in done.out
    assert "Your fit" not in done.out


def test_an_ad_on_standard_input(call: Call, given: Call) -> None:
    """An ad on standard input is read as one in a file."""
    piped = given(AD.encode(), "--json", stdin=True)
    answered(piped)
    assert piped == call("match AD --json")


def test_both_on_standard_input(program: Call) -> None:
    """As a program it reads a pipe, and says so where that is empty or closed."""
    read, write = os.pipe()
    os.write(write, AD.encode())
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        answered(program("match - --json", stdin=pipe))
    refused(program("match -"), "stdin is empty")
    refused(program("match -", shell='exec "$0" "$@" <&-'), "stdin")


def test_with_answers(call: Call) -> None:
    """With answers it tells the fit and the gaps beside what it tells without."""
    without, done = call("match AD --json").answer, call("match AD --json --answers ME")
    answered(done)
    assert {key: done.answer[key] for key in without if key != "next_actions"} == apart(without)
    assert {*done.answer} - {*without} == {"fit", "verdict", "gaps", "conditions_unmet", "usual", "unwanted"}
    unmet = {"condition": "education", "asked": "bachelor", "have": "secondary", "at_least": False, "far": False}
    assert done.answer["conditions_unmet"] == [unmet]
    assert sum(gap["gain"] for gap in done.answer["gaps"]) == pytest.approx(1 - done.answer["fit"])
    page = call("match AD --answers ME").out
    assert "Your fit to this ad" in page
    assert "It asks for: bachelor's degree; you have: secondary school or below." in page
    assert "学历不够：要本科，你是高中、中专及以下。" in call("match AD --answers ME --lang zh").out


def test_with_the_last_assessment(call: Call, kb: KnowledgeBase) -> None:
    """Without --answers the last assessment kept is taken, and told on standard error."""
    kept = store.open_store()
    assert kept
    answers = read_answers(kb, ANSWERS.encode(), "me.yaml")
    store.keep_assessment(kept, "2026-11-23T08:00:00Z", kb.sha256, answers, call("assess --json --answers ME").answer)
    kept.close()
    done = call("match AD --json")
    assert done.code == 0
    assert "number 1" in done.err
    assert apart(done.answer) == apart(call("match AD --json --answers ME").answer)


DIRECTOR = "运营总监\n岗位职责：\n1、全面负责公司平台运营工作。\n任职要求：\n1、具备良好的沟通能力和责任心；"
YOUNG = "current: [content-ops/specialist], years: 0.5, skill.communication: 4, skill.commitment: 4"


def young(folder: Path, *more: str) -> str:
    """Return the file of somebody half a year in their post, with some more answers."""
    file = folder / "young.yaml"
    file.write_text(f"schema: opscareer/answers/1\nanswers: {{{', '.join((YOUNG, *more))}}}\n", encoding="utf-8")
    return str(file)


def test_an_ad_that_names_little(given: Call, call: Call, tmp_path: Path) -> None:
    """Two words for a director's post make nobody ready: the ad is no nearer than what its position usually asks."""
    me = young(tmp_path)
    done = given(DIRECTOR.encode(), "--json", "--answers", me)
    answered(done)
    usual = call("gap", "operations/director", "--json", "--answers", me).answer
    assert (usual["verdict"], done.answer["verdict"]) == ("build-first", "build-first")
    assert done.answer["usual"] == {"position": "operations/director", **{k: usual[k] for k in ("fit", "verdict")}}
    for lang, said in (("zh", "它只写了几项能力"), ("en", "It names few skills")):
        for form in ("text", "markdown"):
            told = given(DIRECTOR.encode(), "--answers", me, "--lang", lang, "--format", form).out
            assert said in " ".join(told.split())
            assert not any(word in told for word in ("可以投了", "Apply now", "Nothing is missing", "没有差的"))


def test_one_year(given: Call, tmp_path: Path) -> None:
    """One year that an ad asks, and that a person lacks, is told as one."""
    ad = "Content operations specialist\nRequirements: at least 1 year of experience, copywriting, SEO, data analysis."
    page = given(ad.encode(), "--answers", young(tmp_path, "years_total: 0"), "--lang", "en").out
    assert "Conditions: 1 year of experience" in page
    assert "It asks for 1 year; you have 0 in the trade." in page


def test_years_missed_by_far(given: Call, tmp_path: Path) -> None:
    """Who has less than half of the years asked is not told to apply now, whatever they can; the page says why."""
    ad = "内容运营专员\n任职要求：10年以上工作经验；沟通能力，责任心，文案，选题策划，数据分析，内容运营。"
    able = [f"skill.{skill}: 5" for skill in ("copywriting", "content-planning", "data-analysis")]
    told = given(ad.encode(), "--answers", young(tmp_path, *able, "years_total: 1"), "--json").answer
    assert told["conditions_unmet"][0]["far"]
    assert told["verdict"] == "within-reach"
    page = given(ad.encode(), "--answers", young(tmp_path, *able, "years_total: 1"), "--lang", "en").out
    assert "Far too few years" in page
    assert "It asks for 10 years; you have 1 in the trade." in page
    assert (
        given(ad.encode(), "--answers", young(tmp_path, *able, "years_total: 9"), "--json").answer["verdict"] == "ready"
    )


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "你在现岗位有 0.5 年，在这一行一共几年没说"),
        ("en", "you have 0.5 in your present post, and did not tell"),
    ],
)
def test_years_in_the_trade_not_told(given: Call, tmp_path: Path, lang: str, said: str) -> None:
    """The years in the present post are not called those in the trade."""
    page = given(
        "运营专员\n要求：3年以上运营经验；沟通能力，责任心。".encode(), "--answers", young(tmp_path), "--lang", lang
    )
    assert said in " ".join(page.out.split())


ENGINEER = (
    "Java开发工程师\n岗位职责：开发运营后台，做数据分析报表，配合用户运营和内容运营。\n任职要求：3年以上，会SQL。"
)
BARE = "商户运营专员\n岗位职责：来。\n任职要求：2年以上经验。"
NO_FIT = {"fit": None, "verdict": None, "gaps": None}


@pytest.mark.parametrize(("ad", "foreign"), [(ENGINEER, True), (NURSE, True), (BARE, False)])
def test_nobody_is_held_against_it(given: Call, ad: str, foreign: bool) -> None:
    """An ad of another trade, or one of which hardly anything was read, has no fit, verdict or gaps: they are null."""
    done = given(ad.encode(), "--json", "--answers", "ME")
    answered(done)
    assert done.answer["foreign"] is foreign
    assert {key: done.answer[key] for key in NO_FIT} == NO_FIT
    assert not {*NO_FIT} & {*given(ad.encode(), "--json").answer}


@pytest.mark.parametrize(("ad", "why"), [(ENGINEER, "a position not known here"), (BARE, "Too little could be read")])
def test_nobody_is_sent_to_it(given: Call, ad: str, why: str) -> None:
    """Nobody is told to apply for such an ad, and everybody is told why; without answers nothing is said of it."""
    told = given(ad.encode(), "--answers", "ME").out
    assert "apply" not in told.lower()
    assert why in " ".join(told.split())
    assert "%" not in told.partition("Your fit")[2]
    assert "Your fit" not in given(ad.encode()).out


def test_no_answers(call: Call) -> None:
    """Faulty or missing answers are an error, as everywhere."""
    assert call("match AD --answers nowhere.yaml").code == 2


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u3000\n".encode()])
@pytest.mark.parametrize("stdin", [False, True])
def test_an_empty_ad(given: Call, data: bytes, stdin: bool) -> None:
    """An ad without a word is refused, and an ad is asked for."""
    refused(given(data, stdin=stdin), "is empty", "a job ad is expected: text")


@pytest.mark.parametrize("name", ["nowhere.txt", "no/where.txt", "", "x" * 5000, "a\x00b", "\x1b[31m\u202ered"])
def test_a_missing_ad(call: Call, name: str, tmp_path: Path) -> None:
    """A file that is not there, a folder, or what is no name of a file exits with 3 and says so."""
    refused(call("match", str(tmp_path / name)), "cannot be read")


def test_a_refusal_in_json(call: Call, tmp_path: Path) -> None:
    """With --json the refusal is the published error, in the language asked for."""
    done = call("match", str(tmp_path), "--json", "--lang", "zh")
    Draft7Validator(schema_of("error")).validate(done_error := {"schema": "opscareer/error/1", "error": done.error})
    assert (done.code, done_error["error"]["code"]) == (3, "faulty-ad")
    assert "读不了" in done.error["message"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le-bom", "utf-16-be-bom"]
)
@pytest.mark.parametrize("stdin", [False, True])
def test_encodings(call: Call, given: Call, encoding: str, stdin: bool) -> None:
    """UTF-8, UTF-16 with its mark and the Chinese encodings are read alike."""
    marks = {"utf-16-le-bom": b"\xff\xfe", "utf-16-be-bom": b"\xfe\xff"}
    data = marks.get(encoding, b"") + AD.encode(encoding.removesuffix("-bom"))
    assert given(data, "--json", stdin=stdin) == call("match AD --json")


def test_line_ends(call: Call, given: Call) -> None:
    """Line ends of other systems change nothing but the places."""

    def told(done: Done) -> dict[str, object]:
        return {key: done.answer[key] for key in ("positions", "conditions", "foreign")}

    assert told(given(AD.replace("\n", "\r\n").encode(), "--json")) == told(call("match AD --json"))


MORE = "3、跟进商户的活动和数据；\n"
ODD = {
    "ten megabytes": (AD + MORE * 400_000).encode()[:10_000_000],
    "ten megabytes of GBK": (AD + MORE * 500_000).encode("gbk")[:10_000_001],
    "a long line": ("负责商家入驻和SQL报表，" * 12_000).encode()[:300_000],
    "a long word": b"a" * 1_000_000,
    "digits": b"1" * 100_000,
    "brackets": "（【".encode() * 50_000,
    "blank lines": b"\n" * 99_000 + AD.encode(),
    "headings": "岗位职责：任职要求：".encode() * 20_000,
    "denials": "不需要".encode() * 30_000,
    "control characters": (
        ESCAPES + AD.replace("商户", f"商{ESCAPES}户").replace("SQL", f"{ESCAPES}SQL{ESCAPES}")
    ).encode(),
    "only control characters": b"\x1b\x07\xc2\x9b",
    "bidi": "\u202e\u2066熟悉\u202eFoo\u2069语言\u200b，精通\u061cBar".encode(),
    "half a letter": AD.encode() + "商".encode()[:2],
    "halves of pairs": b"\xff\xfe\x00\xd8\x00\xdc\x41\x00\x00\xd8",
    "markup": '<script>alert(1)</script>熟悉<b>[red]x[/]</b>、{years}、"q"\\n'.encode(),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_ads(given: Call, name: str) -> None:
    """However large or odd a text is, it is answered, and nothing in it reaches the output raw."""
    answered(given(ODD[name], "--json"))


@pytest.mark.parametrize("stdin", [False, True])
@pytest.mark.parametrize("name", ["a long word", "control characters", "bidi", "markup"])
def test_pages_of_odd_ads(given: Call, name: str, stdin: bool) -> None:
    """Nor does it on a page, in a file or piped."""
    done = given(ODD[name], "--lang", "zh", stdin=stdin)
    assert (done.code, done.err) == (0, "")
    assert UNSAFE.findall(done.out) == []


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x1b\x00\x07\x9b",
        AD.encode("utf-16-le"),
        "an ad for a data analyst".encode("utf-16-be"),
        b"\x7fELF" + b"\x00" * 500 + b"text",
        "數據分析與用戶增長，負責社群運營，策劃活動並分析數據，撰寫公眾號文案".encode("big5"),
        random.Random(3).randbytes(3000),
    ],
)
@pytest.mark.parametrize("stdin", [False, True])
def test_what_is_no_text(given: Call, data: bytes, stdin: bool) -> None:
    """What is no text, or is in an encoding that could only be guessed at, is refused and gets no verdict."""
    done = given(data, stdin=stdin)
    assert (done.code, done.out) == (3, "")
    assert re.search("no text in UTF-8 or GB 18030|a file that is no text", done.err)


def test_escapes_hide_no_words(given: Call) -> None:
    """Words with unseen characters between their letters are found, told without them, and placed with them."""
    answer = given(AD.replace("商户", "商\x00\u202e\u200b\x9b户").encode(), "--json").answer
    assert {"text": "商户", "start": 0, "end": 6} in answer["role"]["mentions"]


def test_markup_of_an_ad_stays_text(given: Call) -> None:
    """Brackets, tags and braces of an ad are printed as they are."""
    unknown = [mention["text"] for mention in given(ODD["markup"], "--json").answer["unknown"]]
    assert unknown == ["<b>[red]x[", "]<", "b>", "{years}", '"q"\\n']  # what is asked is parted at strokes
    squeezed = "".join(given(ODD["markup"]).out.split())
    assert all(word in squeezed for word in unknown)


@pytest.mark.parametrize("market", [True, False])
def test_another_knowledge_base(call: Call, given: Call, tmp_path: Path, market: bool) -> None:
    """A knowledge base of one's own tells its own positions, also where it says nothing of the market."""
    folder = tmp_path / "mine"
    assert call("kb", "new", str(folder)).code == 0
    if not market:
        (folder / "market.yaml").unlink()
    done = given(NURSE.encode(), "--json", "--kb", str(folder))
    answered(done)
    assert done.answer["positions"][0]["id"] == "ward-head/head"
    assert (done.answer["role"]["id"], done.answer["rung"]["id"]) == ("ward-head", "head")


def test_an_overlay_without_a_market(call: Call, tmp_path: Path) -> None:
    """An overlay that says nothing of the market leaves it as it is."""
    folder = tmp_path / "over"
    folder.mkdir()
    (folder / "roles.yaml").write_text("roles: [{id: bd, name: {zh: 拓展, en: Dealing}}]\n", encoding="utf-8")
    with_it, without = call(f"match AD --json --kb {folder}"), call("match AD --json")
    assert with_it.answer["positions"] == without.answer["positions"]


def test_several_ads(call: Call, tmp_path: Path) -> None:
    """Several ads are told one after another in JSON, and on the page a row each, the best fit first."""
    nurse = tmp_path / "nurse.txt"
    nurse.write_text(NURSE, encoding="utf-8")
    done = call("match", str(nurse), "AD", "--json", "--answers", "ME")
    answered(done)
    first, second = done.answer["ads"]
    assert first["ad"] == str(nurse)
    assert {key: first[key] for key in NO_FIT} == NO_FIT
    alone = call("match AD --json --answers ME").answer
    assert {key: second[key] for key in alone if key in second} == {key: alone[key] for key in alone if key in second}
    assert {*alone} - {*second} == {"schema", "kb", "next_actions"}
    told = "".join(call("match", str(nurse), "AD", "--answers", "ME").out.split())
    assert told.index("/ad.txt") < told.index("/nurse.txt")


def test_one_of_several_is_no_ad(call: Call, tmp_path: Path) -> None:
    """Of several ads one that cannot be read is told, the others are answered, and the exit code is 3."""
    (tmp_path / "empty.txt").touch()
    done = call(f"match AD {tmp_path / 'empty.txt'} --json")
    assert done.code == 3
    assert [Path(one["ad"]).name for one in done.answer["ads"]] == ["ad.txt"]
    assert "empty.txt is empty" in done.err
    assert call(f"match {tmp_path / 'empty.txt'} {tmp_path / 'none.txt'}").out == ""


MANY = f"{AD}\n内容运营专员\n岗位职责：\n负责选题和文案。\n任职要求：大专，1年以上经验。\n"


def test_several_in_one_file(given: Call, call: Call, tmp_path: Path) -> None:
    """Of several ads in a file the first is told, and how to have the others, whose conditions do not mix in."""
    done = given(MANY.encode(), "--json")
    assert done.code == 0
    assert done.answer["conditions"] == {"years": 2, "education": "bachelor"}
    name = tmp_path / "given.txt"
    told = f"{name} seems to hold 2 ads, and the first is told; opscareer match tells the others:"
    assert done.err.strip() == f"{told} '{name}#2' (内容运营专员)"
    other = call("match", f"{name}#2", "--json")
    assert (other.code, other.err) == (0, "")
    assert other.answer["conditions"] == {"years": 1, "education": "college"}
    assert "opscareer match -- tells the others: '-#2'" in given(MANY.encode(), stdin=True).err


def test_what_an_ad_of_several_is_written_over(given: Call, call: Call, tmp_path: Path) -> None:
    """The file of several ads is no more written over than that of one."""
    given(MANY.encode())
    name = tmp_path / "given.txt"
    assert call("match", f"{name}#2", "-o", str(name), "--force").code == 2
    assert name.read_bytes() == MANY.encode()


def test_the_same_ad_in_two_files(call: Call, tmp_path: Path) -> None:
    """An ad in two files is told for each, and that it is the same."""
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(AD, encoding="utf-8")
    other.write_text(AD.replace("\n", "\r\n\r\n"), encoding="utf-8")
    done = call("match", str(one), str(other), "--json")
    assert (done.code, done.err.strip()) == (0, f"{other} is the same ad as {one}")
    assert [ad["ad"] for ad in done.answer["ads"]] == [str(one), str(other)]
