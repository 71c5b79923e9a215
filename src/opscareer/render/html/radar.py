"""The groups of skills as a radar: the outer ring is what the position asks, the shape within what is there."""

from collections.abc import Sequence
from math import cos, pi, sin

from opscareer.render.html.svg import element, picture, words
from opscareer.text import Lang, Text, joined
from opscareer.views.gaps import GroupView
from opscareer.wrapping import width, wrap

_WIDE, _HIGH, _RADIUS = 440, 320, 100
_COLUMNS = 11  # of letters in a line of a label, where there is a place to break it
_LETTER, _LINE = 15, 17  # pixels
_BROAD, _NARROW = "WMmw@%<>=+~^#&", "iljtfrI.,:;'|!()[] "
_GAP = 12
_SHAPE = 3  # fewer points than this enclose nothing
_TITLE = Text("各组能力，对着{title}", "Skills by group, against {title}")
_EACH = Text("{name} {met}", "{name} {met}")


def radar(groups: Sequence[GroupView], title: Text, lang: Lang) -> str:
    """Return the groups of skills that a position asks for, as a picture; `title` is that of the position."""
    told = joined(_EACH.fill(name=g.name, met=g.there) for g in groups)
    angles = [2 * pi * i / len(groups) for i in range(len(groups))]
    rings = [
        element("circle", class_="asked" if ring == 4 else "ring", cx=_WIDE / 2, cy=_HIGH / 2, r=_RADIUS * ring / 4)
        for ring in range(1, 5)
    ]
    spokes = [_spoke(angle) for angle in angles]
    labels = [_label(angle, g.name.of(lang)) for angle, g in zip(angles, groups, strict=True)]
    marks = [*rings, *spokes, *_shape(angles, groups), *labels]
    return picture(
        "radar", lang, _TITLE.fill(title=title), told, *marks, class_="radar", viewBox=f"0 0 {_WIDE} {_HIGH}"
    )


def _at(angle: float, radius: float) -> tuple[float, float]:
    """Return a point, the angle turning right from the top."""
    return _WIDE / 2 + radius * sin(angle), _HIGH / 2 - radius * cos(angle)


def _spoke(angle: float) -> str:
    x, y = _at(angle, _RADIUS)
    return element("line", class_="ring", x1=_WIDE / 2, y1=_HIGH / 2, x2=x, y2=y)


def _shape(angles: Sequence[float], groups: Sequence[GroupView]) -> list[str]:
    found = [_at(angle, _RADIUS * min(1.0, g.met)) for angle, g in zip(angles, groups, strict=True)]
    dots = [element("circle", class_="dot", cx=x, cy=y, r=3.5) for x, y in found]
    if len(found) < _SHAPE:
        lines = [element("line", class_="held", x1=_WIDE / 2, y1=_HIGH / 2, x2=x, y2=y) for x, y in found]
        return [*lines, *dots]
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in found)
    return [element("polygon", class_="held", points=corners), *dots]


def _label(angle: float, name: str) -> str:
    """Return the name of a group outside the ring, on as many lines as it takes, turned away from the middle."""
    lines = [_cut(line) for line in wrap(name, _COLUMNS)][:3]
    x, y = _at(angle, _RADIUS + _GAP)
    side = round(sin(angle), 3)
    anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
    top = y + 5 - _LINE * (len(lines) - 1) * (1 + cos(angle)) / 2
    half = max(map(_room, lines)) / (2 if anchor == "middle" else 1)
    x = max(half, x) if anchor == "end" else min(_WIDE - half, x) if anchor == "start" else x
    spans = [words(line, x=x, y=top + _LINE * i, text_anchor=anchor) for i, line in enumerate(lines)]
    return "".join(spans)


def _cut(line: str) -> str:
    """Return a line that fits beside the ring; of a word that is too long for it, the beginning."""
    most = _WIDE / 2 - _RADIUS - _GAP
    if _room(line) <= most:
        return line
    return next(line[:n] + "…" for n in range(len(line), -1, -1) if _room(line[:n]) + _LETTER <= most)


def _room(line: str) -> float:
    """Return the pixels that a line takes at most, in a font with broad letters."""
    return _LETTER * sum(map(_em, line))


def _em(letter: str) -> float:
    if width(letter) == 2 or letter in _BROAD:
        return 1.0
    return 0.42 if letter in _NARROW else 0.8 if letter.isupper() else 0.64
