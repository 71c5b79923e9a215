import csv
from dataclasses import replace
from io import StringIO

import pytest
from markdown_it import MarkdownIt

from opscareer.model.assessment import Assessment
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Fact
from opscareer.render.markdown.catalogue import role_markdown, skill_markdown
from opscareer.render.markdown.history import history_markdown
from opscareer.render.screen.catalogue import role_page
from opscareer.render.screen.history import history_page
from opscareer.render.screen.page import Page, as_text
from opscareer.render.tables.history import history_table
from opscareer.render.tables.table import as_csv
from opscareer.render.tables.trade import ladder_table, roles_table, skills_table
from opscareer.text import Lang, Text
from opscareer.views.encoding import encode_record
from opscareer.views.history import HistoryView, history_view
from opscareer.views.ladder import ladder_view
from opscareer.views.role import role_view
from opscareer.views.roles import roles_view
from opscareer.views.skills import skill_view, skills_view
from opscareer.views.telling.history import NONE

COMMONMARK = MarkdownIt("commonmark").enable("table")
BEST = {"position": "bd/manager", "fit": 0.5, "kind": "promotion", "gaps_of": "bd/manager"}


def rows_of(text: str) -> list[dict[str, str]]:
    """Return the lines of a CSV by their headings."""
    return list(csv.DictReader(StringIO(text)))


def shown(markdown: str) -> tuple[str, list[str]]:
    """Return all that a reader of Markdown shows as text, without blanks, and the kinds of its blocks."""
    tokens = COMMONMARK.parse(markdown)
    texts = [child.content for token in tokens for child in token.children or ()]
    return "".join("".join(texts).split()), [token.type for token in tokens]


def history(kb: KnowledgeBase, number: int, *, diff: bool = False) -> HistoryView:
    """Return some assessments, each with another level of a skill; or what changed between the first and the last."""
    kept = [
        Assessment(
            n, f"2026-01-0{n}T08:00:00Z", "a", {"current": [], "skill.seo": n}, {"next": {**BEST, "fit": n / 10}}
        )
        for n in range(1, number + 1)
    ]
    return history_view(kb, kept, (kept[0], kept[-1]) if diff else None)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_roles_as_csv(kb: KnowledgeBase, lang: Lang) -> None:
    """Every role is a line, with its name, its family, and all its positions."""
    rows = rows_of(as_csv(roles_table(roles_view(kb), lang)))
    assert [row["role"] for row in rows] == list(kb.roles)
    assert [row["name"] for row in rows] == [role.name.of(lang) for role in kb.roles.values()]
    assert [position for row in rows for position in row["positions"].split()] == list(kb.positions)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_ladder_as_csv(kb: KnowledgeBase, lang: Lang) -> None:
    """Every position is a line, with its title, its rung, and all positions that one moves to from it."""
    rows = {row["position"]: row for row in rows_of(as_csv(ladder_table(ladder_view(kb.ladder), lang)))}
    assert rows.keys() == kb.positions.keys()
    assert all(rows[id_]["title"] == position.title.of(lang) for id_, position in kb.positions.items())
    assert all(rows[id_]["name"] == kb.rungs[position.rung].name.of(lang) for id_, position in kb.positions.items())
    told = {
        (id_, kind, end)
        for id_, row in rows.items()
        for kind in ("promotion", "lateral", "diagonal")
        for end in row[kind].split()
    }
    assert told == {(move.start, move.kind, move.end) for move in kb.ladder.moves}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_skills_as_csv(kb: KnowledgeBase, lang: Lang) -> None:
    """Every skill is a line, with its name and what it is."""
    rows = {row["skill"]: row for row in rows_of(as_csv(skills_table(skills_view(kb), lang)))}
    assert rows.keys() == kb.skills.keys()
    assert all(rows[id_]["definition"] == skill.definition.of(lang) for id_, skill in kb.skills.items())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_role_as_markdown(kb: KnowledgeBase, lang: Lang) -> None:
    """A role in Markdown has its duties, its positions, and a row for each skill that these ask."""
    for role in kb.roles.values():
        view = role_view(kb, role)
        text, kinds = shown(role_markdown(view, lang))
        assert all("".join(duty.text.of(lang).split()) in text for duty in role.duties)
        assert all(position.id in text for position in view.positions)
        assert kinds.count("tr_open") == 1 + len(view.asks)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_skill_as_markdown(kb: KnowledgeBase, lang: Lang) -> None:
    """A skill in Markdown has its levels, the ways to grow, the proof, and the positions that ask for it."""
    for skill in kb.skills.values():
        text, kinds = shown(skill_markdown(skill_view(kb, skill), lang))
        told = [
            *skill.levels,
            *(action for actions in skill.grow for action in actions),
            *(one.told for one in skill.proof),
        ]
        assert all("".join(one.of(lang).split()) in text for one in told)
        assert all(id_ in text for id_, needed in kb.needed.items() if skill.id in needed)
        assert kinds.count("heading_open") == 5


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_history_as_markdown(kb: KnowledgeBase, lang: Lang) -> None:
    """The assessments are a table with a row each, and the trend below; of none it is said that there is none."""
    text, kinds = shown(history_markdown(history(kb, 3), lang))
    assert kinds.count("tr_open") == 4
    assert "+20.0" in text
    assert "2026-01-02" in text
    assert "trend" not in shown(history_markdown(history(kb, 1), lang))[0]
    assert shown(history_markdown(history(kb, 0), lang))[0] == "".join(NONE.of(lang).split())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_difference_as_markdown(kb: KnowledgeBase, lang: Lang) -> None:
    """What changed between two assessments is a list of answers, before and after."""
    text, kinds = shown(history_markdown(history(kb, 3, diff=True), lang))
    assert f"{''.join(kb.skills['seo'].name.of(lang).split())}:1→3" in text
    assert kinds.count("list_item_open") == 1


def test_history_as_csv(kb: KnowledgeBase) -> None:
    """The assessments are a line each; of a difference every answer that changed is one, none being an empty cell."""
    rows = rows_of(as_csv(history_table(history(kb, 3), "en")))
    assert [(row["id"], row["next"], row["fit"]) for row in rows] == [
        (str(n), "bd/manager", f"0.{n}") for n in (1, 2, 3)
    ]
    changed = rows_of(as_csv(history_table(history(kb, 3, diff=True), "en")))
    assert [(row["question"], row["before"], row["after"]) for row in changed] == [("skill.seo", "1", "3")]


def test_nothing_suggested_as_csv(kb: KnowledgeBase) -> None:
    """Where nothing was suggested the cells of position, kind and fit are empty, on a screen there is no bar."""
    kept = [Assessment(1, "2026-01-01T08:00:00Z", "a", {"lead": "yes"}, {"next": None})]
    (row,) = rows_of(as_csv(history_table(history_view(kb, kept), "en")))
    assert (row["next"], row["kind"], row["fit"]) == ("", "", "")
    page = Page("en", 80)
    history_page(page, history_view(kb, kept))
    assert as_text(page.lines).splitlines()[1].split() == ["1", "2026-01-01", "-", "(top", "of", "the", "ladder)"]
    (gone,) = rows_of(as_csv(history_table(history_view(kb, kept, (kept[0], kept[0]._replace(answers={}))), "en")))
    assert (gone["before"], gone["after"]) == ("yes", "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_else_there_is_to_know(kb: KnowledgeBase, lang: Lang) -> None:
    """A fact that the knowledge base has of a role stands on its page, in Markdown, JSON and CSV under its own name."""
    name, text = Text("团队一般多大", "Usual size"), Text("三*五*个人", "three to *five*")
    role = replace(kb.roles["bd"], facts=(Fact(name, text, ("judgement",)),))
    view, line = role_view(kb, role), {"zh": "团队一般多大：三*五*个人", "en": "Usual size: three to *five*"}[lang]
    page = Page(lang, 100)
    role_page(page, view)
    assert line in as_text(page.lines)
    assert "".join(line.split()) in shown(role_markdown(view, lang))[0]
    assert encode_record(view)["facts"] == [
        {"name": name._asdict(), "text": text._asdict(), "sources": ["judgement"]},
    ]
    trade = roles_view(replace(kb, roles={**kb.roles, "bd": role}))
    facts = {row["role"]: row["facts"] for row in rows_of(as_csv(roles_table(trade, lang)))}
    assert (facts["bd"], facts["sales"]) == (line, "")
