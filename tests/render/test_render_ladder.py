import re
from collections.abc import Iterator

import pytest

from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Ladder, Move, Post, Rung, Track, of_role
from opscareer.render.screen.ladder import ladder_page, spine_of
from opscareer.render.screen.page import Page, as_text
from opscareer.text import Lang, Text
from opscareer.views.ladder import ladder_view
from opscareer.wrapping import width

NO_WHY = Text("", "")
BRANCHES = re.compile(r"^[ |]*[|`]- ")


def page(ladder: Ladder, lang: Lang = "en", columns: int = 100, *, role: str | None = None) -> str:
    """Return the page of a ladder, or of one role."""
    written = Page(lang, columns)
    ladder_page(written, ladder_view(ladder, role))
    return as_text(written.lines)


def drawn(text: str) -> list[str]:
    """Return the rows of the drawing: its root, and all that hangs on a branch."""
    lines = text.splitlines()
    first = next(number for number, line in enumerate(lines) if BRANCHES.match(line))
    return [lines[first - 1], *(line for line in lines if BRANCHES.match(line))]


def small(*moves: tuple[str, str]) -> Ladder:
    """Return a ladder of lines a and b with both tracks, a director, and a chief; promotions as given."""
    rungs: tuple[tuple[str, int, Track | None], ...] = (
        ("low", 1, None),
        ("lead", 2, "lead"),
        ("craft", 2, "craft"),
        ("high", 3, "lead"),
        ("top", 4, "lead"),
    )
    posts = ("a/low", "a/lead", "a/craft", "b/low", "b/lead", "o/high", "c/top")
    return Ladder(
        tuple(Rung(id_, order, Text(id_, id_), NO_WHY, 1, 2, (), track) for id_, order, track in rungs),
        tuple(Post(id_, id_[0], id_[2:], Text(id_, id_)) for id_ in posts),
        tuple(Move(start, end, "promotion", NO_WHY, ()) for start, end in moves),
    )


UPS = (("a/low", "a/lead"), ("a/low", "a/craft"), ("a/lead", "o/high"), ("a/craft", "o/high"))
WHOLE = (*UPS, ("b/low", "b/lead"), ("b/lead", "o/high"), ("o/high", "c/top"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_spine_comes_first(kb: KnowledgeBase, lang: Lang) -> None:
    """The ladder begins with the spine of the source, specialist, manager, director, chief; then what stands beside."""
    lines = page(kb.ladder, lang).splitlines()
    spine = [kb.rungs[rung].name.of(lang) for rung in ("specialist", "manager", "director", "chief")]
    assert lines[0].endswith(f"  {' -> '.join(spine)}")
    beside = " ".join(lines[1:4])
    assert all(kb.rungs[rung].name.of(lang) in beside for rung in ("senior", "expert", "vp"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_tracks_stand_beside_each_other(kb: KnowledgeBase, lang: Lang) -> None:
    """Each line is drawn once, from its lowest post up, leading and craft apart by a bar, with the id of its role."""
    rows = drawn(page(kb.ladder, lang))
    names = {id_: rung.name.of(lang).partition("/")[0] for id_, rung in kb.rungs.items()}
    for role in kb.roles:
        held = [rung for rung in ("specialist", "senior", "manager", "expert") if f"{role}/{rung}" in kb.positions]
        if "specialist" in held:
            (row,) = [row for row in rows if row.endswith(f"  [{role}]")]
            first = kb.positions[f"{role}/specialist"].title.of(lang)
            told = " -> ".join([first, *(names[rung] for rung in held[1:] if rung != "expert")])
            assert BRANCHES.sub("", row).startswith(told + (f" | {names['expert']}" if "expert" in held else ""))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_post_is_left_out(kb: KnowledgeBase, lang: Lang) -> None:
    """As many posts are drawn as there are: those where lines converge by their titles, the others in their lines."""
    rows = [BRANCHES.sub("", row) for row in drawn(page(kb.ladder, lang))]
    assert sum(len(re.split(r" -> | \| ", row)) for row in rows) == len(kb.positions)
    high = [p for p in kb.positions.values() if p.rung in ("vp", "chief")]
    assert all(rows.count(post.title.of(lang)) == 1 for post in high)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 40, 20])
def test_the_ladder_keeps_to_the_width(kb: KnowledgeBase, lang: Lang, columns: int) -> None:
    """No line of the ladder is wider than the terminal; what is wrapped hangs under its branch."""
    for role in (None, "game-ops"):
        lines = page(kb.ladder, lang, columns, role=role).splitlines()
        assert [line for line in lines if width(line) > columns] == []


def test_the_whole_ladder_can_be_read_at_once(kb: KnowledgeBase) -> None:
    """The whole ladder takes fewer lines than half its positions: a row each line, not a row each post."""
    assert len(drawn(page(kb.ladder, "zh"))) < len(kb.positions) / 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_line_has_its_titles(kb: KnowledgeBase, lang: Lang) -> None:
    """The ladder of one role names each of its posts by its title, once, and where they lead to."""
    ladder = of_role(kb.ladder, "product-ops")
    text = page(kb.ladder, lang, role="product-ops")
    cells = [cell for row in drawn(text) for cell in re.split(r" -> | \| ", BRANCHES.sub("", row))]
    if lang == "zh":  # in English the line is wrapped
        assert sorted(cells) == sorted(post.title.zh for post in ladder.posts)
    shown = "".join(re.sub(r"^[ |]+", "", line) for line in text.splitlines())
    assert all(post.title.of(lang).replace(" ", "") in shown.replace(" ", "") for post in ladder.posts)


def test_moves_beside_have_reasons(kb: KnowledgeBase) -> None:
    """Where sideways and diagonal moves are shown, each has the reason that a person would say aloud."""
    ladder = of_role(kb.ladder, "product-ops")
    text = " ".join(page(kb.ladder, role="product-ops").split())
    beside = [move for move in ladder.moves if move.kind != "promotion"]
    assert {move.kind for move in beside} == {"lateral", "diagonal"}
    assert all(move.why.en in text for move in beside)
    assert not any(move.why.en in " ".join(page(kb.ladder).split()) for move in beside)


def rows(*moves: tuple[str, str]) -> Iterator[str]:
    """Return the drawing of a small ladder."""
    return iter(drawn(page(small(*moves))))


def test_a_small_ladder() -> None:
    """Lines hang under the post they rise to; the last branch is closed."""
    assert list(rows(*WHOLE)) == [
        "c/top",
        "`- o/high",
        "   |- a/low -> lead | craft  [a]",
        "   `- b/low -> lead  [b]",
    ]


def test_a_craft_that_rises_elsewhere() -> None:
    """A craft post stands beside the one that leads in its line, wherever it rises itself."""
    moves = [("a/craft", "c/top") if move == ("a/craft", "o/high") else move for move in WHOLE]
    assert list(rows(*moves)) == list(rows(*WHOLE))


def test_a_line_that_others_join() -> None:
    """Where another line rises to a manager, that post is where both converge."""
    moves = [("b/low", "a/lead") if move == ("b/low", "b/lead") else move for move in WHOLE]
    assert list(rows(*moves)) == [
        "c/top",
        "`- o/high",
        "   |- b/lead  [b]",
        "   |- a/craft  [a]",
        "   `- a/lead",
        "      |- a/low  [a]",
        "      `- b/low  [b]",
    ]


def test_the_spine_of_any_ladder() -> None:
    """The spine passes as few rungs as can be, by leading where craft is as short; and ends at the highest."""
    assert [rung.id for rung in spine_of(ladder_view(small(*WHOLE)))] == ["low", "lead", "high", "top"]
    craft = [move for move in WHOLE if move[1] not in ("a/lead", "b/lead")]
    assert [rung.id for rung in spine_of(ladder_view(small(*craft)))] == ["low", "craft", "high", "top"]
    straight = (*WHOLE, ("a/low", "o/high"))
    assert [rung.id for rung in spine_of(ladder_view(small(*straight)))] == ["low", "high", "top"]


def test_a_rung_beyond_the_spine() -> None:
    """A rung that no promotion reaches is named all the same."""
    assert "\n  top\n" in page(small(*(move for move in WHOLE if move[1] != "c/top")))
