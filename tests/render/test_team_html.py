"""The page of a group as HTML: a table that is read aloud, nothing that asks, nothing that is not text."""

import re
from itertools import pairwise

import pytest
from groups import group_of, view_of
from html_pages import parsed, tags, told
from report_payloads import told_by

from opscareer.model.kb import KnowledgeBase
from opscareer.render.html.team import team_html
from opscareer.text import Lang
from opscareer.views.team import TeamView
from opscareer.views.telling.heat import cell_text

HOSTILE = "<img src=x onerror=alert(1)>\"'&amp;</style><script>alert(2)</script>]]>--><!--{{ 7*7 }}"


@pytest.fixture(scope="module")
def view(kb: KnowledgeBase) -> TeamView:
    """Return what is told of a group, with names."""
    return view_of(kb, group_of(kb, 21, 70), least=4, names=True)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_strict_parser(view: TeamView, lang: Lang) -> None:
    """The page is HTML without a parse error, with both languages, of which the one asked for shows."""
    root = parsed(team_html(view, lang))
    found = list(tags(root))
    assert root.get("lang") == {"zh": "zh-CN", "en": "en"}[lang]
    (main,) = [e for tag, e in found if tag == "main"]
    count = {tongue: sum(e.get("lang") == tongue for _, e in tags(main)) for tongue in ("zh-CN", "en")}
    assert count["zh-CN"] == count["en"] > 0
    levels = [int(tag[1]) for tag, _ in found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [e.get("id") for _, e in found if e.get("id")]
    assert len(ids) == len(set(ids))
    assert {e.get("aria-labelledby") for _, e in found if e.get("aria-labelledby")} <= set(ids)


def test_asks_for_nothing(view: TeamView) -> None:
    """There is no script, no address, no handler and no style attribute."""
    page = team_html(view, "zh")
    assert not re.search(r"https?://|url\(|@import", page)
    found = list(tags(parsed(page)))
    assert not {tag for tag, _ in found} & {"script", "iframe", "object", "embed", "img", "form", "base", "a", "use"}
    names = {attribute for _, element in found for attribute in element.attrib}
    assert not {name for name in names if name.startswith("on") or name in ("style", "src", "action", "srcset")}


def test_the_map_is_a_table(view: TeamView) -> None:
    """The heat map is tables with a head for each row and column, whose cells are those of the view, for all parts."""
    tables = [e for tag, e in tags(parsed(team_html(view, "en"))) if tag == "table" and e.get("class") == "heat"]
    heads = [head for table in tables for head in [told(e) for tag, e in tags(table) if e.get("scope") == "col"][1:]]
    names = [f"{part.name.en} ({part.people})" for part in view.heat.parts]
    assert all(name in head for name, head in zip(names, heads, strict=True))
    cells = {row.name.en: [cell_text(cell) for cell in row.cells] for row in view.heat.skills}
    (first, *_) = tables
    rows = [e for tag, e in tags(first) if tag == "tr"][1:]
    assert rows
    for row in rows:
        (name,) = [e for tag, e in tags(row) if tag == "th"]
        english = next(told(e) for tag, e in tags(name) if e.get("lang") == "en")
        assert [told(e) for tag, e in tags(row) if tag == "td"] == cells[english][:6]


def test_hostile_text(view: TeamView) -> None:
    """Whatever names and ids hold is text: no element more, and all of it to be read."""
    hostile = parsed(team_html(told_by(view, lambda text: text + HOSTILE), "zh"))
    plain = parsed(team_html(view, "zh"))
    assert {tag for tag, _ in tags(hostile)} == {tag for tag, _ in tags(plain)}
    assert HOSTILE in told(hostile)
