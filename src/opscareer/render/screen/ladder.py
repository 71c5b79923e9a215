"""The ladder as a picture in the terminal: its spine first, then from the top down where lines converge, and the lines.

A line stands on one line: who leads and who goes deep in the craft stand beside each other, apart by a bar.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from opscareer.model.stretches import years_text
from opscareer.render.screen.page import Page
from opscareer.text import Lang, Text
from opscareer.views.ladder import LadderView, PostView, RungView
from opscareer.wrapping import width, wrap

_SPINE = Text("主干", "Spine")
_BETWEEN = Text("{rung}：在{low}和{high}之间，有的线有", "{rung}: between {low} and {high}, in some lines")
_BESIDE = Text("{rung}：和{other}同级，不带人，靠手艺", "{rung}: beside {other}, by craft and without leading people")
_YEARS = Text("在这一级通常 {typical}，最少 {least} 年", "usually {typical} on this rung, at least {least}")
_SIDEWAYS = Text("可以横着走，或换线并升一级", "Sideways, or up in another line")
_ALOUD = {
    "promotion": Text("升{titles}", "rises to {titles}"),
    "lateral": Text("平移到{titles}", "sideways to {titles}"),
    "diagonal": Text("换线升{titles}", "up in another line to {titles}"),
}
_TOPMOST = Text("上面没有了", "nothing above")
_COMMA = Text("、", ", ")
_HINT = Text(
    "竖线两边是同一级的两条路：带人 | 靠手艺。",
    "The two sides of a bar are two tracks on one height: leading | craft.",
)


def ladder_page(page: Page, ladder: LadderView) -> None:
    """Write the ladder on a page; that of one role with titles in full and the sideways moves."""
    full = ladder.role is not None
    _rungs(page, ladder)
    page.blank()
    if page.plain:
        _aloud(page, ladder)
        return
    for lead, rest, told in _Drawing(ladder, page.lang, full=full).rows():
        for number, line in enumerate(wrap(told, page.columns - width(rest))):
            page.spans((rest if number else lead, ""), (line, ""))
    moves = [move for move in ladder.moves if move.kind != "promotion"]
    if full and moves:
        titles = {post.id: post.title.of(page.lang) for post in ladder.positions}
        page.head(_SIDEWAYS)
        for move in moves:
            page.say(move.why, "dim", first=f"{titles[move.start]} -> {titles[move.end]}  ", indent=2)
    page.blank()
    page.say(_HINT, "dim")


def _aloud(page: Page, ladder: LadderView) -> None:
    """Write each position with those that it rises to, or may move to sideways; a reader hears no tree."""
    titles = {post.id: post.title.of(page.lang) for post in ladder.positions}
    comma = _COMMA.of(page.lang)
    for post in ladder.positions:
        ways = {kind: [titles[m.end] for m in ladder.moves if m.start == post.id and m.kind == kind] for kind in _ALOUD}
        told = [_ALOUD[kind].fill(titles=comma.join(ends)).of(page.lang) for kind, ends in ways.items() if ends]
        page.say(("；" if page.lang == "zh" else "; ").join(told) or _TOPMOST.of(page.lang), first=titles[post.id])


def spine_of(ladder: LadderView) -> list[RungView]:
    """Return the rungs that one passes at least from the lowest to the highest, where there is a choice by leading."""
    rungs = {rung.id: rung for rung in ladder.rungs}
    height = {post.id: post.rung for post in ladder.positions}
    ups = {(height[m.start], height[m.end]) for m in ladder.moves if m.kind == "promotion"}
    order = sorted(rungs.values(), key=lambda rung: (rung.order, rung.track == "craft"))
    ways = {order[0].id: [order[0]]}
    for rung in order[1:]:
        below = [way for id_, way in ways.items() if (id_, rung.id) in ups]
        if below:
            best = min(below, key=lambda way: (len(way), sum(one.track == "craft" for one in way)))
            ways[rung.id] = [*best, rung]
    return max(ways.values(), key=lambda way: (way[-1].order, way[-1].track != "craft"))


def _rungs(page: Page, ladder: LadderView) -> None:
    """Write the spine, what stands between and beside it, and for each height the years that it takes."""
    spine = spine_of(ladder)
    page.say(" -> ".join(rung.name.of(page.lang) for rung in spine), "bold", first=f"{_SPINE.of(page.lang)}  ")
    for rung in ladder.rungs:
        if rung not in spine:
            page.say(_place(rung, spine), indent=2)
    page.blank()
    heights = {rung.order: [one for one in ladder.rungs if one.order == rung.order] for rung in reversed(ladder.rungs)}
    for beside in heights.values():
        names = " | ".join(rung.name.of(page.lang) for rung in sorted(beside, key=lambda rung: rung.track == "craft"))
        typical, least = years_text(beside[0].years.typical), f"{beside[0].years.min:g}"
        page.say(_YEARS.fill(typical=typical, least=least), "dim", first=f"{names}  ")


def _place(rung: RungView, spine: Iterable[RungView]) -> Text:
    """Return where a rung stands to the spine."""
    for beside in spine:
        if beside.order == rung.order:
            return _BESIDE.fill(rung=rung.name, other=beside.name)
    for low, high in pairwise(spine):
        if low.order < rung.order < high.order:
            return _BETWEEN.fill(rung=rung.name, low=low.name, high=high.name)
    return rung.name


class _Drawing:
    """Where lines converge as a tree, from the top; under each post the lines that usually rise to it."""

    def __init__(self, ladder: LadderView, lang: Lang, *, full: bool) -> None:
        self._lang, self._full = lang, full
        self._posts = {post.id: post for post in ladder.positions}
        self._rungs = {rung.id: rung for rung in ladder.rungs}
        ups = [move for move in ladder.moves if move.kind == "promotion"]
        self._above = {move.start: move.end for move in reversed(ups)}  # of several the first, the usual one
        self._joins = self._joined()
        self._lines = self._by_end()

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield the rows of the drawing: what stands before the first line of each, before the others, and the text."""
        nodes = [post for post in self._posts.values() if not self._in_line(post)]
        for post in nodes:
            if post.id not in self._above:
                yield from self._tree(post, nodes, "", "")

    def _tree(self, post: PostView, nodes: list[PostView], lead: str, rest: str) -> Iterator[tuple[str, str, str]]:
        yield lead, rest, post.title.of(self._lang)
        lines = [line for (_, end), line in self._lines.items() if end == post.id]
        below = [node for node in nodes if self._above.get(node.id) == post.id]
        for number, line in enumerate(lines, 1):
            lead, beside = _branch(rest, last=number == len(lines) and not below)
            yield lead, f"{beside}  ", self._line(line)
        for number, node in enumerate(below, 1):
            lead, beside = _branch(rest, last=number == len(below))
            yield from self._tree(node, nodes, lead, beside)

    def _joined(self) -> set[str]:
        """Return the posts that lines of other roles rise to, and all above them."""
        found: set[str] = set()
        ahead = [up for id_, up in self._above.items() if self._posts[id_].role != self._posts[up].role]
        while ahead:
            here = ahead.pop()
            if here not in found:
                found.add(here)
                ahead += [self._above[here]] if here in self._above else []
        return found

    def _in_line(self, post: PostView) -> bool:
        """Return whether a post is one of a line's: it rises, and no other line rises to it."""
        return post.id in self._above and post.id not in self._joins

    def _by_end(self) -> Mapping[tuple[str, str], list[PostView]]:
        """Return the posts of lines by their role and the post that they rise to, the lowest first, the craft last."""
        lines: dict[tuple[str, str], list[PostView]] = {}
        for post in sorted(filter(self._in_line, self._posts.values()), key=self._height):
            lines.setdefault((post.role, self._end(post)), []).append(post)
        return lines

    def _height(self, post: PostView) -> tuple[int, bool]:
        rung = self._rungs[post.rung]
        return rung.order, rung.track == "craft"

    def _end(self, post: PostView) -> str:
        """Return the post that a line usually rises to from one of its posts; who goes deep, beside those who lead."""
        order, craft = self._height(post)
        leading = [p for p in self._posts.values() if p.role == post.role and self._height(p) == (order, False)]
        here = leading[0] if craft and leading and self._in_line(leading[0]) else post
        while self._in_line(here):
            here = self._posts[self._above[here.id]]
        return here.id

    def _line(self, line: list[PostView]) -> str:
        """Return a line from its lowest post; what stands on one height is parted by a bar."""
        told = line[0].title.of(self._lang)
        for before, post in pairwise(line):
            beside = self._height(before)[0] == self._height(post)[0]
            told += f"{' | ' if beside else ' -> '}{self._short(post)}"
        return told if self._full else f"{told}  [{line[0].role}]"

    def _short(self, post: PostView) -> str:
        """Return the title of a post, or where there are many of them only its rung."""
        if self._full:
            return post.title.of(self._lang)
        return self._rungs[post.rung].name.of(self._lang).partition("/")[0].strip()


def _branch(rest: str, *, last: bool) -> tuple[str, str]:
    """Return what stands before a branch of the tree, and before all below it."""
    return (f"{rest}`- ", f"{rest}   ") if last else (f"{rest}|- ", f"{rest}|  ")
