import csv
import re

import pytest
from advised_people import ALL, people
from markdown_it import MarkdownIt
from odd_ways import HOSTILE, hostile_kb, situated, squeezed

from opscareer.advice import advise, held_against
from opscareer.interview import profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.render.markdown.advice import advice_markdown
from opscareer.render.markdown.gap import gap_markdown
from opscareer.render.tables.ahead import gap_table
from opscareer.render.tables.table import as_csv
from opscareer.text import Lang
from opscareer.views.advice import AdviceView, advice_view
from opscareer.views.gaps import GapsView, gaps_view
from opscareer.views.words import sentences as said

INLINE = {"em_open", "strong_open", "link_open", "image", "code_inline", "html_inline", "html_block", "s_open", "fence"}
ORDER = (
    "Why",
    "What you have to show",
    "Your case, as you told it",
    "How to go about it",
    "Still missing in the present post",
    "What is missing",
    "Gates to open first",
    "Which way to take",
    "How to grow meanwhile",
    "Also to consider",
    "How far to trust this",
)


def advised(kb: KnowledgeBase, name: str) -> AdviceView:
    """Return the advice for one of the odd people as it is told."""
    return advice_view(kb, advise(kb, profile_of(kb, people(kb)[name])))


def missing(kb: KnowledgeBase, name: str, position: str = "operations/director") -> GapsView:
    """Return what one of the odd people is told of a position."""
    situation = situated(kb, name)
    return gaps_view(kb, situation, held_against(kb, situation, position))


def seen(markdown: str) -> tuple[str, set[str], list[str]]:
    """Return the text that a reader sees without blanks, what it is made of, and its headings from the first level."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    text = "".join(child.content for child in inline if child.type in ("text", "text_special"))
    heads = [token.tag for token in tokens if token.type == "heading_open"]
    return squeezed(text), {token.type for token in (*tokens, *inline)}, heads


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ALL)
def test_advice_is_whole(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """The page has one title, and tells reasons, all gaps, gates and conditions, the playbook, what is not counted."""
    view = advised(kb, name)
    text, kinds, heads = seen(advice_markdown(view, lang))
    assert (heads[0], set(heads[1:])) == ("h1", {"h2"})
    assert not INLINE & kinds
    told = [said.NOT_COUNTED, *(gap.name for gap in view.gaps), *(growth.text for growth in view.growth)]
    told += [gate.opens for gate in (*view.gates, *view.aim_gates)] + [flag.text for flag in view.flags]
    told += [proof for one in view.strengths for proof in one.proof[:2]]
    if view.playbook:
        told += [*view.playbook.find_out, *view.playbook.ask_for, view.playbook.decide_by, view.playbook.fallback]
        told += view.playbook.first_month
    told += [text for one in view.particulars for text in (one.label, one.say)]
    if view.next:
        told += [view.next.words.headline, view.next.words.near, view.next.words.fit_name, *view.next.why]
    assert [one for one in told if squeezed(one.of(lang)) not in text] == []


@pytest.mark.parametrize("name", ALL)
def test_advice_in_english(kb: KnowledgeBase, name: str) -> None:
    """In English there is no Chinese character, and the parts stand in the order of the screen."""
    text = advice_markdown(advised(kb, name), "en")
    assert not re.search("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", text)
    heads = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    places = [next((n for n, head in enumerate(heads) if head.startswith(one)), None) for one in ORDER]
    found = [place for place in places if place is not None]
    assert found == sorted(found)


def test_advice_at_the_top(kb: KnowledgeBase) -> None:
    """At the top it says so, what the present post still asks, and what to do from there."""
    view = advised(kb, "unfinished top")
    text = advice_markdown(view, "en")
    assert text.startswith("# The next step\n\nYou stand at the top of this ladder")
    assert text.index("## Still missing in the present post") < text.index("## What to do from here")
    assert all(gap.name.en in text for gap in view.present_gaps)


@pytest.mark.uncounted
@pytest.mark.parametrize("evil", HOSTILE)
@pytest.mark.parametrize("name", ["unsure", "offered", "unfinished top"])
def test_markup_in_advice(kb: KnowledgeBase, name: str, evil: str) -> None:
    """Whatever the names, reasons and playbooks of a knowledge base hold stays text."""
    text, kinds, heads = seen(advice_markdown(advised(hostile_kb(kb, evil), name), "en"))
    assert squeezed(evil) in text
    assert not INLINE & kinds
    assert heads.count("h1") == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ALL)
def test_gaps_are_whole(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """The page of a position has its title, the fit, all groups of skills, every gap with what to do, the gates."""
    view = missing(kb, name)
    text, kinds, heads = seen(gap_markdown(view, lang))
    assert (heads[0], set(heads[1:])) == ("h1", {"h2"})
    assert not INLINE & kinds
    told = [view.title, view.words.kind, view.words.fit_name, said.NOT_COUNTED]
    told += [group.name for group in view.groups] + [gate.opens for gate in view.gates]
    told += [one for gap in view.gaps for one in (gap.name, *gap.actions[:1])]
    assert [one for one in told if squeezed(one.of(lang)) not in text] == []


def test_nothing_missing(kb: KnowledgeBase) -> None:
    """Where nothing is missing the page says so, and draws no table of gaps."""
    text = gap_markdown(missing(kb, "perfect", "product-ops/manager"), "en")
    assert "Nothing is missing." in text
    assert "has>needs" not in text.casefold()


@pytest.mark.uncounted
@pytest.mark.parametrize("evil", HOSTILE)
def test_markup_in_gaps(kb: KnowledgeBase, evil: str) -> None:
    """Whatever the names of a knowledge base hold stays text."""
    text, kinds, heads = seen(gap_markdown(missing(hostile_kb(kb, evil), "newcomer"), "en"))
    assert squeezed(evil) in text
    assert not INLINE & kinds
    assert heads.count("h1") == 1


@pytest.mark.parametrize("name", ALL)
def test_gaps_as_cells(kb: KnowledgeBase, name: str) -> None:
    """A line a gap, in the order in which they matter: an empty cell where no level was told, every action in one."""
    view = missing(kb, name)
    rows = list(csv.DictReader(as_csv(gap_table(view, "zh")).splitlines(keepends=True)))
    assert [row["skill"] for row in rows] == [gap.skill for gap in view.gaps]
    for row, gap in zip(rows, view.gaps, strict=True):
        assert row["name"] == gap.name.zh
        assert row["have"] == ("" if gap.have is None else str(gap.have))
        assert (row["need"], row["no_opportunity"]) == (str(gap.need), str(int(gap.no_opportunity)))
        assert float(row["gain"]) == pytest.approx(gap.gain, abs=1e-4)
        assert row["do"] == "\n".join(one.zh for one in gap.actions)
