from pathlib import Path

import pytest
from calling import Call


@pytest.mark.parametrize("line", ["assess", "gap product-ops/manager"])
def test_advice_as_markdown(call: Call, tmp_path: Path, line: str) -> None:
    """-o FILE.md writes the advice, or what is missing, as Markdown, as --format markdown prints it."""
    printed = call(f"{line} --format markdown --lang en --answers ME").out
    assert printed.startswith("# ")
    assert "\n## What is missing" in printed
    assert call(f"{line} --lang en --answers ME -o {tmp_path / 'a.md'}").code == 0
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == printed


def test_gaps_as_csv(call: Call, tmp_path: Path) -> None:
    """-o FILE.csv writes a line for each gap that --json tells, as --format csv prints it."""
    printed = call("gap coo --format csv --answers ME").out
    assert len(call("gap coo --json --answers ME").answer["gaps"]) == len(printed.splitlines()) - 1
    assert call(f"gap coo --answers ME -o {tmp_path / 'a.csv'}").code == 0
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("words", ["-o a.csv", "--format csv"])
def test_nobody_answers_for_nothing(call: Call, words: str) -> None:
    """A format in which no advice can be written is refused before the first question, naming those there are."""
    done = call(f"assess {words}")
    assert (done.code, done.out) == (2, "")
    assert "markdown" in done.err or ".md" in done.err


def test_gap_of_the_next_role(call: Call) -> None:
    """Without a position `gap` tells what the next role still asks, as `assess` counts it."""
    advised = call("assess --answers ME --json").answer
    told = call("gap --answers ME --json").answer
    assert told["position"] == advised["gaps_of"]
    assert [gap["skill"] for gap in told["gaps"]] == [gap["skill"] for gap in advised["gaps"]]


@pytest.mark.parametrize(("lang", "said"), [("zh", "要紧的在前"), ("en", "what matters most")])
def test_the_order_of_gaps(call: Call, lang: str, said: str) -> None:
    """Gaps are told in the order in which they matter for the step, and page and help say this order."""
    page, manual = (call(f"gap {words} --lang {lang}").out for words in ("coo --answers ME", "--help"))
    assert said in page
    assert said in " ".join(manual.split())
    gains = [gap["gain"] for gap in call("gap coo --json --answers ME").answer["gaps"]]
    assert gains != sorted(gains, reverse=True)


@pytest.mark.parametrize(
    ("words", "ending"), [("--format xlsx", ".md"), ("--format markdown", ".XLSX"), ("--json", ".xlsx")]
)
def test_a_workbook_under_another_name(call: Call, tmp_path: Path, words: str, ending: str) -> None:
    """No workbook is written under another name, nor text under the name of one: neither could be opened."""
    file = tmp_path / f"told{ending}"
    done = call(*f"compare bd/manager sales/manager {words} -o {file} --lang en".split())
    assert done.code == 2
    assert "the format and the ending of the file differ" in done.err
    assert not file.exists()
