"""The ladder, and ways up it, for programs that draw: mermaid and Graphviz dot. Names are escaped for each."""

from typing import TYPE_CHECKING

from opscareer.text import Lang, Text
from opscareer.views.ladder import LadderView

if TYPE_CHECKING:  # to draw the ladder takes none of the advice
    from opscareer.views.path import PathView


def mermaid(ladder: LadderView, lang: Lang) -> str:
    """Return the ladder as a mermaid flowchart; promotions are full lines, sideways moves dotted."""
    names = {post.id: f"p{number}" for number, post in enumerate(ladder.positions)}
    lines = ["flowchart BT"]
    for number, rung in enumerate(ladder.rungs):  # not by its id: "end" is a word of mermaid
        lines.append(f'  subgraph r{number}["{_mermaid(rung.name.of(lang))}"]')
        lines += [f'    {names[p.id]}["{_mermaid(p.title.of(lang))}"]' for p in ladder.positions if p.rung == rung.id]
        lines.append("  end")
    for move in ladder.moves:
        arrow = "-->" if move.kind == "promotion" else "-.->"
        lines.append(f"  {names[move.start]} {arrow} {names[move.end]}")
    return "\n".join(lines) + "\n"


def dot(ladder: LadderView, lang: Lang) -> str:
    """Return the ladder as a Graphviz digraph; each rung on a line of its own."""
    lines = ["digraph ladder {", "  rankdir=BT;", "  node [shape=box];"]
    for rung in ladder.rungs:
        lines.append("  { rank=same;")
        lines += [
            f"    {_quoted(p.id)} [label={_quoted(p.title.of(lang))}];" for p in ladder.positions if p.rung == rung.id
        ]
        lines.append("  }")
    for move in ladder.moves:
        style = "" if move.kind == "promotion" else " [style=dashed, constraint=false]"
        lines.append(f"  {_quoted(move.start)} -> {_quoted(move.end)}{style};")
    return "\n".join([*lines, "}"]) + "\n"


def mermaid_of_paths(view: "PathView", lang: Lang) -> str:
    """Return ways to a goal as a mermaid flowchart; a line says which way takes it, and in how many months."""
    from opscareer.interview.cell_names import OUTSIDE
    from opscareer.model.stretches import months_text

    titles: dict[str | None, Text] = {}
    for leg in (leg for way in view.paths for leg in way.steps):
        titles.setdefault(leg.origin, leg.left or OUTSIDE)
        titles.setdefault(leg.position, leg.title)
    names = {position: f"p{number}" for number, position in enumerate(titles)}
    lines = ["flowchart LR", *(f'  {names[p]}["{_mermaid(title.of(lang))}"]' for p, title in titles.items())]
    for number, way in enumerate(view.paths, 1):
        for leg in way.steps:
            arrow = "-.->" if leg.kind in ("lateral", "diagonal") else "-->"
            months = _mermaid(f"{number}: {months_text(leg.months).of(lang)}")
            lines.append(f'  {names[leg.origin]} {arrow}|"{months}"| {names[leg.position]}')
    return "\n".join(lines) + "\n"


def _mermaid(text: str) -> str:
    """Return a label that mermaid takes as text: everything that it or HTML would read as markup becomes a code."""
    return "".join(c if c.isalnum() or c in " ,.()/-，。（）、" else f"#{ord(c)};" for c in text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
