import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from report_payloads import MORE, REPORTS, plan_of, report_of, told_by

from opscareer.model.kb import KnowledgeBase
from opscareer.render.markdown.path import path_markdown
from opscareer.render.markdown.plan import plan_markdown
from opscareer.render.markdown.report import report_markdown
from opscareer.text import Lang
from opscareer.views.path import PathView

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](//example.org/b.png)",
    "*a* _b_ `c` ~~d~~",
    "a | b",
    "&lt;b&gt;",
    "\n\n# a\n\n---\n",
    "1. a",
    "- a",
    "+ a",
    "> a",
    "```",
    "    a",
    "http://example.org www.example.org",
    "\\",
]


def tokens(page: str) -> list[Token]:
    """Return what a reader of CommonMark with tables makes of a page."""
    found = MarkdownIt("commonmark").enable("table").parse(page)
    return [part for token in found for part in (token, *(token.children or ()))]


def shape(page: str) -> list[str]:
    """Return what a page is made of, without its text."""
    return [token.type for token in tokens(page) if token.type not in ("text", "text_special")]


def text(found: Sequence[Token]) -> str:
    """Return the text that a reader sees."""
    return "".join(token.content for token in found if token.type in ("text", "text_special"))


@pytest.mark.uncounted
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [*REPORTS, *MORE])
def test_one_language(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """The report of every odd person is in the one language asked for, and no heading skips a level."""
    page = report_markdown(report_of(kb, name), lang)
    assert bool(re.search(r"[\u4e00-\u9fff]", page)) == (lang == "zh")
    levels = [int(token.tag[1]) for token in tokens(page) if token.type == "heading_open"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not {"html_block", "html_inline", "link_open", "image", "code_block", "fence"} & set(shape(page))


@pytest.mark.uncounted
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text(kb: KnowledgeBase, hostile: str) -> None:
    """Markup in any text of the payload stays text: the report is made of the same parts as without it."""
    report = report_of(kb, "unsure")
    for change in (lambda told: told + hostile, lambda told: hostile + told):
        assert shape(report_markdown(told_by(report, change), "en")) == shape(report_markdown(report, "en"))


@pytest.mark.parametrize("hostile", [told for told in HOSTILE if "\n" not in told and told.strip() == told])
def test_hostile_text_is_told(kb: KnowledgeBase, hostile: str) -> None:
    """Markup in a text is seen as it was written."""
    page = report_markdown(told_by(report_of(kb, "top"), lambda told: f"{told} {hostile}"), "en")
    assert f"Internet operations {hostile}" in text(tokens(page))


def test_no_address_becomes_a_link(kb: KnowledgeBase) -> None:
    """An address in a text is not written so that readers make it a link by itself."""
    page = report_markdown(
        told_by(report_of(kb, "perfect"), lambda told: f"{told} https://a.example www.a.example"), "en"
    )
    assert not re.search(r"(?<!\\)://", page)
    assert "www." not in page
    assert "https://a.example www.a.example" in text(tokens(page))


def test_boxes_for_the_plan(kb: KnowledgeBase) -> None:
    """Each step of the plan has an empty box, its actions and what to show."""
    report = report_of(kb, "several posts")
    page = report_markdown(report, "zh")
    steps = plan_of(report).steps
    assert page.count("\n- [ ] ") == len(steps)
    seen = text(tokens(page))
    assert all(told.zh in seen for step in steps for told in (step.name, *step.actions, *step.proof))


@pytest.mark.parametrize("name", [name for name in REPORTS if name != "top"])
def test_points_add_up(kb: KnowledgeBase, name: str) -> None:
    """The points in the last table add up to its total."""
    page = report_markdown(report_of(kb, name), "en")
    rows = page.partition("## Where the numbers come from")[2]
    found = [row.split(" | ")[4] for row in rows.splitlines() if row.startswith("| ")][2:]
    *points, total = map(float, found)
    assert round(sum(points), 1) == total


@pytest.mark.uncounted
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["unsure", *MORE])
def test_says_the_advice(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """Step, reasons, strengths, gates and playbook are told, what there is to show before what is missing."""
    report = report_of(kb, name)
    assess, step, seen = report.assess, report.told, text(tokens(report_markdown(report, lang)))
    told = [one.proof[0] for one in assess.strengths]
    if assess.playbook:
        parts = assess.playbook
        told += [*parts.find_out, *parts.ask_for, parts.decide_by, *parts.first_month, parts.fallback]
    told += [text for one in assess.particulars for text in (one.label, one.say)]
    if step and assess.next:
        told += [step.headline, step.near, step.fit_name, *assess.next.why]
        told += [gate.opens for gate in (*assess.gates, *step.aim_gates)]
    assert not [one for one in told if one.of(lang) not in seen]
    heads = [line.lstrip("# ") for line in report_markdown(report, lang).splitlines() if line.startswith("#")]
    if step and assess.strengths:
        shown, missing = ("拿得出手的", "还差什么") if lang == "zh" else ("What you have to show", "What is missing")
        assert heads.index(shown) < next(place for place, head in enumerate(heads) if missing in head)
    assert ("没算进来的" if lang == "zh" else "Not taken into account") in seen


def test_top_of_the_ladder(kb: KnowledgeBase) -> None:
    """Somebody at the top is told so, and sees nothing about a target that there is not."""
    page = report_markdown(report_of(kb, "top"), "en")
    assert "You stand at the top of this ladder" in page
    heads = [line for line in page.splitlines() if line.startswith("## ")]
    assert heads == ["## The next step", "## History"]


def test_quiet_corners(kb: KnowledgeBase) -> None:
    """Without gaps, steps, ways or a second assessment the report says so, or leaves the part out."""
    report = report_of(kb, "unsure")
    page = report_markdown(
        replace(
            report,
            assess=replace(report.assess, gaps=()),
            plan=replace(plan_of(report), steps=(), by=None),
            path=PathView((), (), (), ()),
            history=(),
        ),
        "en",
    )
    assert "Nothing is missing." in page
    assert "There is nothing left to close." in page
    assert "## Ways to" not in page
    assert "## History" not in page


@pytest.mark.uncounted
def test_ends_with_one_line_break(kb: KnowledgeBase) -> None:
    """The file ends with a single line break, and no two empty lines follow each other."""
    page = report_markdown(report_of(kb, "newcomer"), "zh")
    assert page.endswith("\n")
    assert not page.endswith("\n\n")
    assert "\n\n\n" not in page


@pytest.mark.uncounted
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [name for name in REPORTS if name != "top"])
def test_ways_and_plan_are_told_once(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """The report tells ways and plan in the very lines of `path` and `plan` in Markdown, but for where else to look:
    that is the report itself."""
    report = report_of(kb, name)
    page = report_markdown(report, lang).splitlines()
    plan = plan_markdown(replace(plan_of(report), growth=(), book=False), lang).splitlines()
    told = [line.lstrip("#") for line in (*path_markdown(report.path, lang).splitlines(), *plan)]
    assert [line for line in told if line not in [one.lstrip("#") for one in page]] == []
