"""The ladder as a picture in the terminal: from the top down, each position under the one that it usually rises to."""

from collections.abc import Iterator, Mapping

from opscareer.model.ladder import Ladder, Post
from opscareer.render.page import Page
from opscareer.text import Lang, Text

_YEARS = Text(
    "在这一级通常 {typical:g} 年，最少 {least:g} 年", "usually {typical:g} years on this rung, at least {least:g}"
)
_SIDEWAYS = Text("可以横着走", "Sideways")
_HINT = Text(
    "看一条线：opscareer ladder 角色；画图：--format mermaid 或 dot",
    "One line: opscareer ladder ROLE; a drawing: --format mermaid or dot",
)


def ladder_page(page: Page, ladder: Ladder, *, sideways: bool) -> None:
    """Write the ladder on a page; with the sideways moves where it is small enough to read them."""
    for rung in reversed(ladder.rungs):
        years = _YEARS.of(page.lang).format(typical=rung.years_typical, least=rung.years_min)
        page.say(years, "dim", first=f"{rung.name.of(page.lang)}  ")
    page.blank()
    below = _below(ladder)
    for post in ladder.posts:
        if not _usual(ladder, post.id):
            for lead, line in _tree(post, below, page.lang, "", ""):
                page.say(line, first=lead)
    moves = [move for move in ladder.moves if move.kind == "lateral"]
    if sideways and moves:
        titles = {post.id: post.title.of(page.lang) for post in ladder.posts}
        page.head(_SIDEWAYS)
        for move in moves:
            page.say(move.why, "dim", first=f"{titles[move.start]} -> {titles[move.end]}  ", indent=2)
    if not sideways:
        page.blank()
        page.say(_HINT, "dim")


def _usual(ladder: Ladder, post: str) -> str | None:
    """Return where a position usually rises to."""
    return next((move.end for move in ladder.moves if move.start == post and move.kind == "promotion"), None)


def _below(ladder: Ladder) -> Mapping[str, list[Post]]:
    below: dict[str, list[Post]] = {post.id: [] for post in ladder.posts}
    for post in ladder.posts:
        above = _usual(ladder, post.id)
        if above in below:
            below[above].append(post)
    return below


def _tree(post: Post, below: Mapping[str, list[Post]], lang: Lang, lead: str, rest: str) -> Iterator[tuple[str, str]]:
    """Yield a position with all below it, each after its branches; a single one below stands on the same line."""
    children = below[post.id]
    line = post.title.of(lang)
    while len(children) == 1 and not below[children[0].id]:
        line += f" <- {children[0].title.of(lang)}"
        children = []
    yield lead, line
    for number, child in enumerate(children):
        last = number == len(children) - 1
        yield from _tree(child, below, lang, f"{rest}{'`- ' if last else '|- '}", f"{rest}{'   ' if last else '|  '}")
