import re
from base64 import b64decode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from types import SimpleNamespace
from typing import cast
from xml.etree.ElementTree import Element

import pytest
from html_pages import parsed, tags, told
from jinja2 import UndefinedError
from markdown_it import MarkdownIt
from report_payloads import MORE, REPORTS, plan_of, report_of, told_by

from opscareer.model.kb import KnowledgeBase
from opscareer.render.html.report import report_html
from opscareer.render.markdown.report import report_markdown
from opscareer.text import Lang, Text
from opscareer.views.path import PathView
from opscareer.views.person import RouteView

HOSTILE = "<img src=x onerror=alert(1)>\"'&amp;</style><script>alert(2)</script>]]>--><!--{{ 7*7 }}"
SECTIONS = ["next", "gaps", "groups", "path", "plan", "history", "sources"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [*REPORTS, *MORE])
def test_strict_parser(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """The page of every odd person is HTML without a parse error, in the language asked for."""
    root = parsed(report_html(report_of(kb, name), lang))
    assert root.get("lang") == {"zh": "zh-CN", "en": "en"}[lang]
    chosen = [e.get("value") for tag, e in tags(root) if tag == "input" and e.get("checked") is not None]
    assert chosen == [lang]


@pytest.mark.parametrize("name", REPORTS)
def test_asks_for_nothing(kb: KnowledgeBase, name: str) -> None:
    """There is no script, no address, no handler and no style attribute; the icon is a data URL without data."""
    page = report_html(report_of(kb, name), "zh")
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page
    assert "url(" not in page
    assert "@import" not in page
    found = list(tags(parsed(page)))
    assert not {tag for tag, _ in found} & {"script", "iframe", "object", "embed", "img", "form", "base", "a", "use"}
    names = {attribute for _, element in found for attribute in element.attrib}
    assert not {n for n in names if n.startswith("on") or n in ("style", "src", "action", "srcset", "xlink:href")}
    assert [element.attrib for tag, element in found if tag == "link"] == [{"rel": "icon", "href": "data:,"}]


def test_policy(kb: KnowledgeBase) -> None:
    """The page forbids itself everything but its own style, by the hash of that style."""
    root = parsed(report_html(report_of(kb, "top"), "en"))
    policy = next(e for tag, e in tags(root) if e.get("http-equiv") == "Content-Security-Policy").get("content") or ""
    style = next(told(e) for tag, e in tags(root) if tag == "style")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    digest = re.search(r"style-src 'sha256-([^']+)'", policy)
    assert digest
    assert b64decode(digest[1]) == sha256(style.encode()).digest()


@pytest.mark.parametrize("name", [*REPORTS, *MORE])
def test_order(kb: KnowledgeBase, name: str) -> None:
    """The sections stand in the order in which one asks; each is named by its heading, and no level is skipped."""
    root = parsed(report_html(report_of(kb, name), "en"))
    named = [e.get("aria-labelledby") for tag, e in tags(root) if tag == "section"]
    assert named == [one for one in SECTIONS if one in named]
    if "top" not in name:
        assert named == SECTIONS
    levels = [int(tag[1]) for tag, _ in tags(root) if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", [*REPORTS, *MORE])
def test_references(kb: KnowledgeBase, name: str) -> None:
    """No id stands twice, and all that a name, a description or a label refers to is there."""
    found = list(tags(parsed(report_html(report_of(kb, name), "zh"))))
    ids = [e.get("id") for _, e in found if e.get("id")]
    assert len(ids) == len(set(ids))
    wanted = {e.get(key) for _, e in found for key in ("aria-labelledby", "aria-describedby", "for") if e.get(key)}
    assert wanted <= set(ids)


def test_drawings_are_named(kb: KnowledgeBase) -> None:
    """Each drawing is either a picture with a name and a description, or passed over when read aloud."""
    drawings = [e for tag, e in tags(parsed(report_html(report_of(kb, "unsure"), "zh"))) if tag == "svg"]
    pictures = [e for e in drawings if e.get("role") == "img"]
    assert pictures
    assert all(e.get("aria-hidden") == "true" for e in drawings if e not in pictures)
    for picture in pictures:
        name, description = (tags_of(picture, tag) for tag in ("title", "desc"))
        assert told(name).strip()
        assert told(description).strip()


def tags_of(element: Element, tag: str) -> Element:
    """Return the one element of a name within another."""
    (found,) = [e for name, e in tags(element) if name == tag]
    return found


@pytest.mark.parametrize("name", [*REPORTS, *MORE])
def test_both_languages(kb: KnowledgeBase, name: str) -> None:
    """All that the page says stands there in both languages, as often in one as in the other."""
    report = tags_of(parsed(report_html(report_of(kb, name), "zh")), "main")
    count = {lang: sum(e.get("lang") == lang for _, e in tags(report)) for lang in ("zh-CN", "en")}
    assert count["zh-CN"] == count["en"] > 0
    chinese = [told(e) for tag, e in tags(report) if e.get("lang") == "zh-CN" and tag == "span"]
    assert [text for text in chinese if not re.search(r"[\u4e00-\u9fff]", text)] in ([], ["gone/specialist"])
    english = [told(e) for tag, e in tags(report) if e.get("lang") == "en" and tag == "span"]
    assert not [text for text in english if re.search(r"[\u4e00-\u9fff]", text)]


@pytest.mark.parametrize("name", REPORTS)
def test_hostile_text(kb: KnowledgeBase, name: str) -> None:
    """Markup in any text of the payload stays text: no new element, no new attribute, the same policy."""
    report = report_of(kb, name)
    hostile = report_html(told_by(report, lambda text: text + HOSTILE), "zh")
    assert kinds(parsed(hostile)) <= kinds(parsed(report_html(report, "zh")))
    assert HOSTILE in told(parsed(hostile))


def kinds(root: Element) -> set[tuple[str, frozenset[str]]]:
    """Return the kinds of elements, with the attributes that they have."""
    return {(tag, frozenset(map(str, element.attrib))) for tag, element in tags(root)}


def test_control_characters(kb: KnowledgeBase) -> None:
    """Characters that no page may hold, and those that turn the direction of text, are left out."""
    page = report_html(told_by(report_of(kb, "perfect"), lambda text: f"\x00\x1b[31m\u202e{text}\ud800"), "en")
    parsed(page)
    assert not re.search("[\x00\x1b\u202e\ud800]", page)


@pytest.mark.parametrize("name", ["unsure", *MORE])
def test_says_the_advice(kb: KnowledgeBase, name: str) -> None:
    """Step, fit, reasons, strengths, gates, playbook, route, growth and others are told in both languages."""
    report = report_of(kb, name)
    page, assess, step = told(parsed(report_html(report, "zh"))), report.assess, report.told
    texts = [growth.text for growth in assess.growth] + [one.proof[0] for one in assess.strengths]
    if assess.playbook:
        parts = assess.playbook
        texts += [*parts.find_out, *parts.ask_for, parts.decide_by, *parts.first_month, parts.fallback]
    texts += [text for one in assess.particulars for text in (one.label, one.say)]
    if step:
        assert assess.next is not None
        assert assess.route is not None
        texts += [step.headline, step.near, step.fit_name, *assess.next.why, assess.route.name]
        texts += [gate.opens for gate in (*assess.gates, *step.aim_gates)]
        texts += [text for other in step.others[:5] for text in (other.title, other.kind, other.near)]
        assert step.fit in page
    assert not [text for text in texts if text.zh not in page or text.en not in page]
    assert "没算进来的" in page
    assert "Not taken into account" in page
    assert ("没公开过的，先问过那家公司" in page) == bool(assess.strengths and assess.outward)


@pytest.mark.parametrize("name", [name for name in REPORTS if name != "top"])
def test_points_add_up(kb: KnowledgeBase, name: str) -> None:
    """The points of the requirements, as printed, add up to the fit as printed."""
    report = report_of(kb, name)
    table = next(
        e for tag, e in tags(parsed(report_html(report, "zh"))) if tag == "table" and e.get("class") == "asked"
    )
    rows = [row for tag, row in tags(table) if tag == "tr" and row.get("class") is None]
    assert report.assess.next is not None
    *points, total = [float(row[-1].text or "") for row in rows[1:]]
    assert round(sum(points), 1) == total
    assert int(total) == int(100 * report.assess.next.fit + 1e-9)


def test_top_of_the_ladder(kb: KnowledgeBase) -> None:
    """Somebody at the top is told so, and sees nothing about a target that there is not."""
    page = told(parsed(report_html(report_of(kb, "top"), "zh")))
    assert "你已经在这架梯子的顶上了" in page
    assert "接下来" in page
    assert "匹配度是一项一项加出来的" not in page


def test_first_assessment(kb: KnowledgeBase) -> None:
    """With a single assessment there is no history to show."""
    report = report_of(kb, "unsure")
    page = report_html(replace(report, history=report.history[-1:]), "zh")
    assert 'aria-labelledby="history"' not in page


def test_history_at_the_top(kb: KnowledgeBase) -> None:
    """Assessments without a fit stand in the table, and no line is drawn through fewer than two points."""
    page = report_html(report_of(kb, "top"), "en")
    assert "(top of the ladder)" in page
    assert 'id="trend-en-title"' not in page


def test_no_way(kb: KnowledgeBase) -> None:
    """Where no way leads to the goal, remarks are told without a picture; without remarks there is no such section."""
    report = report_of(kb, "unsure")
    empty = PathView((), (), (), ())
    assert 'aria-labelledby="path"' not in report_html(replace(report, path=empty), "zh")
    told = report_html(replace(report, path=replace(empty, remarks=(Text("走不到。", "No way."),))), "zh")
    assert "走不到。" in told


def test_no_gap(kb: KnowledgeBase) -> None:
    """Somebody who lacks nothing is told so."""
    report = report_of(kb, "unsure")
    plan = replace(plan_of(report), steps=())
    page = report_html(replace(report, assess=replace(report.assess, gaps=()), plan=plan), "zh")
    assert "没有差的了。" in page
    assert "没有要补的了。" in page


def test_missing_key(kb: KnowledgeBase) -> None:
    """A view that lacks what the page shows is refused, not rendered with a hole."""
    report = report_of(kb, "unsure")
    route = cast(RouteView, SimpleNamespace(**{k: v for k, v in vars(report.assess.route).items() if k != "name"}))
    with pytest.raises(UndefinedError):
        report_html(replace(report, assess=replace(report.assess, route=route)), "zh")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(kb: KnowledgeBase, scheme: str) -> None:
    """Text and what carries meaning stand out from the page as WCAG AA asks, in both colour schemes."""
    css = next(told(e) for tag, e in tags(parsed(report_html(report_of(kb, "top"), "zh"))) if tag == "style")
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", css.partition("@media")[0 if scheme == "light" else 2]))
    for ink in ("ink", "soft", "accent"):
        assert contrast(colours[ink], colours["paper"]) >= 4.5
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5
    assert contrast(colours["ink"], colours["pale"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, as WCAG reckons it."""
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour written as #rrggbb."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_own_words(kb: KnowledgeBase, lang: Lang) -> None:
    """What a person told in their own words stands in the head of the page and of its Markdown, as it was told."""
    report = replace(report_of(kb, "newcomer"), notes=((Text("哪个城市", "city"), HOSTILE),))
    facts = [told(e) for tag, e in tags(parsed(report_html(report, lang))) if tag == "dd"]
    assert HOSTILE in facts
    shown = MarkdownIt("commonmark").parse(report_markdown(report, lang))
    texts = ["".join(part.content for part in token.children or ()) for token in shown]
    assert any(text.endswith(HOSTILE) for text in texts)
