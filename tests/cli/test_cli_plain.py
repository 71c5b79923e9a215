"""What --plain says is read aloud: one thing a line."""

import re
from pathlib import Path

import pytest
from calling import ANSWERING, Call, Overlay, keep

EXAMPLE = Path(__file__).parents[2] / "examples" / "team.csv"
LINES = (
    *ANSWERING,
    "form --both",
    "team TEAM --by position --min-group 1",
    "",
    "--help",
    "gap --help",
    "kb check --help",
    "match AD AD --answers ME",
    "path coo --all --answers ME",
    "gap coo --answers ME",
    "kb new mine",
)
COLUMNS = re.compile(r"\S\s{2,}\S")
SIGNS = re.compile(r"[▮▯█▉-▏─-╿│|`#→]|->|\d>\d|\?>\d|->\d|^[-*!?] |^\s")
GIVEN = re.compile(r"(?:opscareer |Usage|用法|--).*")  # words to be typed are as they are


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("line", LINES)
def test_one_thing_a_line(call: Call, line: str, lang: str, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page has two columns, a bar, a box, an arrow or a sign in place of a word, whatever the command."""
    monkeypatch.chdir(str(tmp_path))
    done = call(f"{line} --plain --lang {lang}".strip())
    for row in (done.out or done.err).splitlines():
        said = GIVEN.sub("", row)
        assert not COLUMNS.search(said), row
        assert not SIGNS.search(said), row


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", r"^Data analysis: have 2, need 3, adds \d+\.\d$"),
        ("en", r"^Working across departments: have unknown, need 3, adds \d+\.\d$"),
        ("en", r"^Leading a team: have no opportunity yet, need 3, adds \d+\.\d$"),
        ("zh", r"^数据分析：现在 2，要 3，补上加 \d+\.\d 分$"),
        ("zh", r"^带团队：现在还没有过机会，要 3，补上加 \d+\.\d 分$"),
    ],
)
def test_a_gap(call: Call, lang: str, said: str) -> None:
    """A gap is a sentence: what is there, what is needed, what closing it adds."""
    page = call(f"gap product-ops/manager --plain --lang {lang} --answers ME").out
    assert re.search(said, page, re.MULTILINE), page


def test_the_report(call: Call) -> None:
    """The report is read aloud as lines too, with all steps of the plan; asked for, it is Markdown."""
    page = call("report --plain --answers ME").out
    for heading in ("Career path report", "Why", "What is missing", "Ways to", "Every step"):
        assert re.search(f"^{heading}", page, re.MULTILINE)
    assert call("report --plain --format markdown --answers ME").out.startswith("# ")


def test_what_was_told_in_own_words(call: Call, overlay: Overlay, tmp_path: Path) -> None:
    """The head of the report says the present post, what was told in one's own words, and the day, in each form."""
    city = "{id: city, kind: text, text: {zh: 哪个城市？, en: Your city?}, help: {zh: 写城市, en: A city}}"
    answers = tmp_path / "city.yaml"
    answers.write_text("schema: opscareer/answers/1\nanswers: {current: [bd/manager], city: 杭州}\n", encoding="utf-8")
    asked = ("report", "--kb", str(overlay(f"questions: [{city}]")), "--answers", str(answers), "--lang", "en")
    aloud = call(*asked, "--plain").out.splitlines()
    assert aloud[1:3] == ["Present post: Business Development Manager", "Your city: 杭州"]
    assert "杭州" in call(*asked, "--format", "markdown").out


def test_the_history(call: Call, tmp_path: object) -> None:
    """Assessments and what changed between two are told in words."""
    for day in (1, 2):
        keep(call, Path(str(tmp_path)), day=day)
    for line in ("history", "history --diff 1 2", "report"):
        for row in call(f"{line} --plain --lang en").out.splitlines():
            assert not COLUMNS.search(row)
            assert not SIGNS.search(GIVEN.sub("", row)), row
    assert "number 1: date 2026-01-01, fit " in call("history --plain --lang en").out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", r"^Data analysis: mean \d\.\d, asked \d\.\d$"),
        ("en", r"^Data analysis: level mean \d\.\d, asked \d\.\d, short \d, adds \+\d+\.\d$"),
        ("zh", r"^数据分析：平均 \d\.\d，岗位要 \d\.\d$"),
    ],
)
def test_a_team(call: Call, lang: str, said: str) -> None:
    """The map of a team is told part by part, a skill a line, and too few people are told of in words."""
    page = call(f"team {EXAMPLE} --plain --lang {lang}").out
    assert re.search(said, page, re.MULTILINE), page
    assert "*" not in page
    assert ("too few to tell" if lang == "en" else "人太少，不单说") in page


def test_a_form(call: Call) -> None:
    """The questionnaire is read aloud question by question; told a file or a format it is what it is for all."""
    page = call("form bd/manager --plain --lang en").out
    for line in ("1: What is your present position?", "About you", "no opportunity yet"):
        assert re.search(f"^{re.escape(line)}$", page, re.MULTILINE), line
    assert "ends in .xlsx, .csv or .md" in page
    assert call("form bd/manager --plain --format markdown").out == call("form bd/manager").out


def test_a_form_that_goes_into_a_file(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where plain pages are wanted always, what is written by > is still a form to fill in."""
    form = call("form bd/manager").out
    monkeypatch.setenv("OPSCAREER_PLAIN", "1")
    assert call("form bd/manager").out == form
