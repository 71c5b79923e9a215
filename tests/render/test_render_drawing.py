import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Ladder, Move, Post, Rung
from opscareer.render.drawing import dot, mermaid
from opscareer.text import Lang, Text, clean
from opscareer.views.ladder import LadderView, ladder_view

NASTY = [
    'say "hi"',
    "a[b]{c}(d)",
    "<script>alert(1)</script>",
    r"C:\new\N \"",
    "a#quot;b;",
    "`x` --> y",
    "%% end",
    "a|b",
]
QUOTED = r'"((?:[^"\\]|\\.)*)"'
NO_WHY = Text("", "")


def ladder(title: str) -> LadderView:
    """Return a ladder of two positions, all named alike."""
    told = Text(title, title)
    rung = Rung("end", 1, told, told, 1, 2, ())
    posts = (Post("a/end", "a", "end", told), Post("b/end", "b", "end", told))
    return ladder_view(Ladder((rung,), posts, (Move("a/end", "b/end", "lateral", NO_WHY, ()),)))


def mermaid_text(label: str) -> str:
    """Return what mermaid shows for a label."""
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label)


def dot_text(label: str) -> str:
    """Return what Graphviz shows for a quoted label: a backslash takes the character after it as it is."""
    assert not re.search(r"(?<!\\)(\\\\)*\\[^\\\"]", label), "an escape that Graphviz would read as a command"
    return re.sub(r"\\(.)", r"\1", label)


titles = st.one_of(st.sampled_from(NASTY), st.text(max_size=20).map(clean))


@given(titles)
def test_mermaid_titles_stay_text(title: str) -> None:
    """Whatever stands in a title is shown as it is: no quote, bracket, tag or code of it is mermaid's."""
    drawn = mermaid(ladder(title), "en")
    labels = re.findall(r'^ +(?:subgraph )?[pr]\d+\["([^"\n]*)"\]$', drawn, re.MULTILINE)
    assert [mermaid_text(label) for label in labels] == [title] * 3
    assert not re.search(r"[<>\[\]{}|`\\%]", "".join(labels))
    assert len(drawn.splitlines()) == 6


@given(titles)
def test_dot_titles_stay_text(title: str) -> None:
    """Whatever stands in a title is shown as it is: quotes and backslashes do not end the label or command."""
    drawn = dot(ladder(title), "en")
    labels = re.findall(rf"\[label={QUOTED}\];$", drawn, re.MULTILINE)
    assert [dot_text(label) for label in labels] == [title] * 2
    assert len(drawn.splitlines()) == 9


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_mermaid_has_every_move(kb: KnowledgeBase, lang: Lang) -> None:
    """The mermaid drawing has every position and every move, promotions in full lines and all others dotted."""
    drawn = mermaid(ladder_view(kb.ladder), lang)
    titles = re.findall(r'^    (p\d+)\["(.*)"\]$', drawn, re.MULTILINE)
    assert [mermaid_text(title) for _, title in titles] == in_rungs(kb, lang)
    ids = {name: post.id for name, post in zip((f"p{n}" for n in range(len(titles))), kb.ladder.posts, strict=True)}
    arrows = re.findall(r"^  (p\d+) (-->|-\.->) (p\d+)$", drawn, re.MULTILINE)
    drawn_moves = [(ids[start], ids[end], arrow == "-->") for start, arrow, end in arrows]
    assert drawn_moves == [(move.start, move.end, move.kind == "promotion") for move in kb.ladder.moves]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_dot_has_every_move(kb: KnowledgeBase, lang: Lang) -> None:
    """The dot drawing has every position and every move, promotions in full lines and all others dashed."""
    drawn = dot(ladder_view(kb.ladder), lang)
    posts = re.findall(rf"^    {QUOTED} \[label={QUOTED}\];$", drawn, re.MULTILINE)
    assert {id_: dot_text(title) for id_, title in posts} == {p.id: p.title.of(lang) for p in kb.ladder.posts}
    arrows = re.findall(rf"^  {QUOTED} -> {QUOTED}(.*);$", drawn, re.MULTILINE)
    drawn_moves = [(start, end, "dashed" not in style) for start, end, style in arrows]
    assert drawn_moves == [(move.start, move.end, move.kind == "promotion") for move in kb.ladder.moves]


def in_rungs(kb: KnowledgeBase, lang: Lang) -> list[str]:
    """Return all titles, rung by rung."""
    return [p.title.of(lang) for rung in kb.ladder.rungs for p in kb.ladder.posts if p.rung == rung.id]
