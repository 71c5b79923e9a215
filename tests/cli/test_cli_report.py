import json
import re
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

import pytest
from at_terminal import Terminal
from calling import ANSWERS, Call, Overlay, keep
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt

from opscareer.views.contract import schema_of

EVIL = "<img src=x onerror=alert(1)> **b** [a](http://x) | `c` </style><script>alert(2)</script>"


class Parts(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the names of an element and of its attributes."""
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


@pytest.fixture
def evil(overlay: Overlay) -> str:
    """An overlay whose titles and names are markup."""
    told = {"zh": EVIL, "en": EVIL}
    roles = [{"id": "product-ops", "positions": {rung: {"title": told} for rung in ("specialist", "manager")}}]
    skills = [{"id": "data-analysis", "name": told, "proof": [told], "grow": {"3": [told]}}]
    return str(overlay(json.dumps({"name": told, "roles": roles, "skills": skills})))


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that only writes down what it is asked to open; return where."""
    opened = tmp_path / "opened"
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {opened}\n')
    script.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{script} %s")
    monkeypatch.setattr("webbrowser._tryorder", None)  # what the module has found out before, from another BROWSER
    monkeypatch.setattr("webbrowser._browsers", {})
    return opened


def is_html(text: str) -> bool:
    """Whether a text is a whole page."""
    return text.lower().startswith("<!doctype html>") and text.rstrip().endswith("</html>")


def markdown_kinds(page: str) -> set[str]:
    """Return what a report in Markdown is made of, without its text."""
    found = MarkdownIt("commonmark").enable("table").parse(page)
    return {part.type for token in found for part in (token, *(token.children or ()))}


@pytest.mark.parametrize(("lang", "title"), [("zh", "职业路径报告"), ("en", "Career path report")])
def test_markdown_and_html(call: Call, lang: str, title: str) -> None:
    """The report is Markdown unless HTML is asked for; both hold the next role."""
    next_title = call("assess --json --answers ME").answer["next"]["title"][lang]
    printed = call(f"report --lang {lang} --answers ME")
    assert (printed.code, printed.err) == (0, "")
    assert printed.out.startswith(f"# {title}")
    assert next_title in printed.out
    assert call(f"report --format markdown --lang {lang} --answers ME") == printed
    page = call(f"report --format html --lang {lang} --answers ME").out
    assert is_html(page)
    assert title in page
    assert next_title in page


@pytest.mark.parametrize(
    ("name", "page"),
    [("a.html", True), ("a.htm", True), ("A.HTML", True), ("a.md", False), ("a.markdown", False), ("a", False)],
)
def test_format_from_the_ending(call: Call, tmp_path: Path, name: str, page: bool) -> None:
    """A file is written as its ending says, Markdown where that says nothing."""
    assert call(f"report --answers ME -o {tmp_path / name}") == (0, "", f"\nWritten to {tmp_path / name}\n")
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert is_html(text) == page
    assert text.startswith("# ") == (not page)


def test_format_counts_before_the_ending(call: Call, tmp_path: Path) -> None:
    """A format that is asked for counts, whatever the file is called."""
    assert call(f"report --format markdown --answers ME -o {tmp_path / 'a.html'}").code == 0
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("# ")
    assert call(f"report --format html --answers ME -o {tmp_path / 'a.md'}").code == 0
    assert is_html((tmp_path / "a.md").read_text(encoding="utf-8"))


def told(answer: Mapping[str, object]) -> Mapping[str, object]:
    """Return an answer without what every answer begins and ends with."""
    return {key: value for key, value in answer.items() if key not in ("schema", "kb", "next_actions")}


def test_report_as_json(call: Call, tmp_path: Path) -> None:
    """--json prints all that the pages are made from, as published, whatever the file is called."""
    answer = call("report --json --answers ME").answer
    Draft7Validator(schema_of("report")).validate(answer)
    assessed = call("assess --json --answers ME").answer
    assert answer["assess"] == told(assessed)
    plan = call("plan --json --answers ME").answer
    assert answer["plan"] == told(plan)
    path = call("path --json --answers ME").answer
    assert answer["path"] == told(path)
    assert call(f"report --json --answers ME -o {tmp_path / 'a.html'}").code == 0
    assert json.loads((tmp_path / "a.html").read_text(encoding="utf-8")) == answer


def test_history_belongs_to_the_answers_kept_here(call: Call, tmp_path: Path) -> None:
    """A report from the answers kept on this machine tells their history; one from a file tells none."""
    keep(call, tmp_path, day=1)
    keep(call, tmp_path, ANSWERS.replace("data-analysis: 2", "data-analysis: 4"), day=2)
    kept, given = call("report --json"), call(f"report --json --answers {tmp_path / 'kept.yaml'}")
    assert kept.answer["history"] == call("history --json").answer["assessments"]
    assert len(kept.answer["history"]) == 2
    assert given.answer["history"] == []
    assert {**told(kept.answer), "history": []} == told(given.answer)
    assert kept.err == "\nFrom the assessment of 2026-01-02 (number 2).\n"
    assert "## History" in call("report").out
    assert "2026-01-01" in call("report --format html").out
    assert "## History" not in call("report --answers ME").out


def test_report_of_nobody(call: Call, tmp_path: Path) -> None:
    """Without answers and assessment the exit code is 2, how to give them is said, and no file is written."""
    file = tmp_path / "a.html"
    done = call(f"report -o {file}")
    assert (done.code, done.out) == (2, "")
    assert "opscareer assess" in done.err
    assert "--answers FILE" in done.err
    assert not file.exists()


def test_open(call: Call, browser: Path, tmp_path: Path) -> None:
    """--open writes the page, says where, and opens it in the browser of the surroundings."""
    file = tmp_path / "my report.html"
    done = call("report", "--answers", "ME", "--open", "-o", str(file))
    assert (done.code, done.out) == (0, "")
    assert f"Written to {file}" in done.err
    assert browser.read_text() == f"{file.as_uri()}\n"
    assert is_html(file.read_text(encoding="utf-8"))


def test_open_a_page_that_nobody_keeps(
    call: Call, browser: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a file the page goes to a folder that nobody else on the machine can read, and it is HTML."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = call("report --answers ME --open --lang zh")
    assert (done.code, done.out) == (0, "")
    file = Path(url2pathname(urlparse(browser.read_text().strip()).path))
    assert f"写在 {file}" in done.err
    assert is_html(file.read_text(encoding="utf-8"))
    assert file.parent.stat().st_mode & 0o077 == 0


def test_no_browser(call: Call, browser: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no browser can be opened the exit code is 1, and the page is there with its place told."""
    monkeypatch.setenv("BROWSER", f"{tmp_path / 'nowhere'} %s")
    monkeypatch.setenv("PATH", str(tmp_path))
    file = tmp_path / "a.html"
    done = call(f"report --answers ME --open -o {file}")
    assert (done.code, done.out) == (1, "")
    assert "no browser could be opened" in done.err
    assert f"open {file}" in done.err
    assert is_html(file.read_text(encoding="utf-8"))
    assert not browser.exists()


def test_the_page_is_offered_to_a_person(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A person at a terminal who did not say how to have it is told of the page; nobody else is."""
    talk = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stderr", talk)
    for words in ("--format markdown", f"-o {tmp_path / 'a.md'}", "--json"):
        assert call(f"report --answers ME {words}").code == 0
    assert talk.getvalue() == f"\nWritten to {tmp_path / 'a.md'}\n"
    assert call("report --answers ME").code == 0
    assert "opscareer report -o report.html --open" in talk.getvalue()


def test_hostile_titles_in_markdown(call: Call, evil: str) -> None:
    """Markup in names of an overlay stays text in Markdown: the report is made of the same parts as without it."""
    page = call(f"report --answers ME --kb {evil}").out
    made_of = markdown_kinds(page)
    assert made_of == markdown_kinds(call("report --answers ME").out)
    assert not {"html_inline", "html_block", "link_open", "image", "code_inline", "fence"} & made_of


def test_hostile_titles_in_html(call: Call, evil: str) -> None:
    """Markup in names of an overlay stays text in HTML: no element and no handler of it is there, and it is shown."""
    page, plain = (Parts(call(f"report --format html --answers ME{kb}").out) for kb in (f" --kb {evil}", ""))
    assert page.tags == plain.tags
    assert page.names == plain.names
    assert not {"script", "img", "a"} & page.tags
    assert not [name for name in page.names if name.startswith("on")]
    assert EVIL in page.text


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_hostile_answers_of_a_report(call: Call, tmp_path: Path, form: str) -> None:
    """A file of answers with markup in it is refused, quoted without control characters; no page is made of it."""
    file, page = tmp_path / "evil.json", tmp_path / "page"
    answers = {"current": [EVIL], "education": f"\x1b[31m{EVIL}", f"skill.{EVIL}": 3}
    file.write_text(json.dumps({"schema": "opscareer/answers/1", "answers": answers}), encoding="utf-8")
    done = call(f"report --format {form} --answers {file} -o {page}")
    assert (done.code, done.out) == (2, "")
    assert "onerror" in done.err
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.err)
    assert not page.exists()


def take_in_evil(call: Call, tmp_path: Path) -> None:
    """Have a history of which one assessment was taken in from elsewhere, with markup for its words."""
    keep(call, tmp_path, day=2)
    exported = json.loads(call("history --export").out)
    (first,) = exported["assessments"]
    best = {**first["advice"]["next"], "position": f"\x1b[31m{EVIL}"}
    told = {"taken_at": "2026-01-01T00:00:00Z", "kb_sha256": EVIL, "advice": {**first["advice"], "next": best}}
    file = tmp_path / "evil.json"
    exported["assessments"] = [{**first, **told, "answers": {"current": [EVIL], "education": EVIL}}]
    file.write_text(json.dumps(exported), encoding="utf-8")
    assert call(f"history --import {file}").code == 0


def test_hostile_history(call: Call, tmp_path: Path) -> None:
    """Words of a history that were taken in from elsewhere stay text in both formats, without control characters."""
    take_in_evil(call, tmp_path)
    history = call("report --json").answer["history"]
    assert any(EVIL in str(entry["next"]) for entry in history)
    page = call("report").out
    assert not {"html_inline", "html_block", "link_open", "image", "code_inline", "fence"} & markdown_kinds(page)
    parts = Parts(call("report --format html").out)
    assert not {"script", "img", "a"} & parts.tags
    assert not [name for name in parts.names if name.startswith("on")]
    for text in (page, parts.text, *(str(part) for entry in history for part in entry.values())):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
