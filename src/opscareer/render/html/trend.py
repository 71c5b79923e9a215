"""The fit of all assessments as a line over time; where the target changed, the line is broken into dashes."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from opscareer.render.html.svg import element, picture, share, words
from opscareer.text import Lang, Text, joined
from opscareer.views.history import AssessmentView
from opscareer.views.words.units import percent

_TOP, _HEIGHT, _BELOW = 26, 120, 26  # pixels: for a figure over the line, the scale, the dates
_LEFT, _RIGHT = 0.16, 0.04  # of the width: for the scale before the first point, and after the last
_TITLE = Text("匹配度的变化", "How the fit has changed")
_MARKS = (0.0, 0.5, 1.0)


class _Point(NamedTuple):
    """An assessment in the picture: where it stands (0-1), its fit (0-1) and of which position that is, its day."""

    across: float
    fit: float
    of: str | None
    day: str


def trend(history: Sequence[AssessmentView], lang: Lang) -> str:
    """Return the fit (0-1) of the assessments over time; those at the top of the ladder have none and are left out."""
    points = _points(history)
    marks = [*(_scale(mark) for mark in _MARKS), *(_line(*pair) for pair in pairwise(points)), *map(_dot, points)]
    return picture(
        "trend",
        lang,
        _TITLE,
        joined(_told(point) for point in points),
        *marks,
        *_ends(points),
        class_="trend",
        width="100%",
        height=_TOP + _HEIGHT + _BELOW,
    )


def _points(history: Sequence[AssessmentView]) -> list[_Point]:
    fits = [(one, one.fit) for one in history if one.fit is not None]
    places = _across([one.taken_at for one, _ in fits])
    return [_Point(at, fit, one.gaps_of, one.day) for at, (one, fit) in zip(places, fits, strict=True)]


def _across(taken: Sequence[str]) -> list[float]:
    """Return where each assessment stands (0-1), in proportion to time; side by side where no time passed."""
    times = [datetime.fromisoformat(at).timestamp() for at in taken]
    span = times[-1] - times[0] if times else 0.0
    even = max(1, len(times) - 1)
    shares = [(time - times[0]) / span if span else i / even for i, time in enumerate(times)]
    return [_LEFT + (1 - _LEFT - _RIGHT) * at for at in shares]


def _y(fit: float) -> float:
    return _TOP + _HEIGHT * (1 - min(1.0, fit))


def _told(point: _Point) -> Text:
    told = f"{point.day} {percent(point.fit)}"
    return Text(told, told)


def _scale(mark: float) -> str:
    line = element("line", class_="base" if mark == 0 else "tick", x1=0, y1=_y(mark), x2="100%", y2=_y(mark))
    return line + words(percent(mark), x=0, y=_y(mark) - 5)


def _line(one: _Point, two: _Point) -> str:
    ends: dict[str, str | float] = {
        "x1": share(one.across),
        "y1": _y(one.fit),
        "x2": share(two.across),
        "y2": _y(two.fit),
    }
    return element("line", class_="run" if one.of == two.of else "run changed", **ends)


def _dot(point: _Point) -> str:
    return element("circle", class_="dot", cx=share(point.across), cy=_y(point.fit), r=4)


def _ends(points: Sequence[_Point]) -> list[str]:
    """Return the figures and dates of the first and the last point; the table has the others."""
    return [_figure(points[0], points[0].across, "start"), _figure(points[-1], 1.0, "end")]


def _figure(point: _Point, x: float, anchor: str) -> str:
    told = words(percent(point.fit), class_="figure", x=share(x), y=_y(point.fit) - 11, text_anchor=anchor)
    return told + words(point.day, x=share(x), y=_TOP + _HEIGHT + 19, text_anchor=anchor)
