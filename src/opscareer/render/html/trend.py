"""The fit of all assessments as a line over time; where the target changed, the line is broken into dashes."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from opscareer.render.html.svg import element, picture, share, words
from opscareer.text import Lang, Text, joined
from opscareer.views.assessment_line import AssessmentView
from opscareer.views.words.units import percent

_TOP, _HEIGHT, _BELOW = 26, 120, 26  # pixels: for a figure over the line, the scale, the dates
_LEFT, _RIGHT = 0.16, 0.04  # of the width: for the scale before the first point, and after the last
_TITLE = Text("匹配度的变化", "How the fit has changed")
_MARKS = (0.0, 0.5, 1.0)


class Point(NamedTuple):
    """An assessment where it stands on the picture: across (0-1), and up by its fit (0-1)."""

    across: float
    fit: float
    entry: AssessmentView

    @property
    def y(self) -> float:
        """How far it stands below the upper edge, in pixels."""
        return _y(self.fit)


def trend(history: Sequence[AssessmentView], lang: Lang) -> str:
    """Return the fit (0-1) of the assessments over time; those at the top of the ladder have none and are left out."""
    points = _points([(entry, entry.fit) for entry in history if entry.fit is not None])
    told = joined(_told(point.entry) for point in points)
    marks = [*(_scale(mark) for mark in _MARKS), *(_line(*pair) for pair in pairwise(points)), *map(_point, points)]
    return picture(
        "trend",
        lang,
        _TITLE,
        told,
        *marks,
        *_ends(points),
        class_="trend",
        width="100%",
        height=_TOP + _HEIGHT + _BELOW,
    )


def _points(entries: Sequence[tuple[AssessmentView, float]]) -> list[Point]:
    """Return where each assessment stands, in proportion to time; side by side where no time passed."""
    times = [datetime.fromisoformat(entry.taken_at).timestamp() for entry, _ in entries]
    span = times[-1] - times[0] if times else 0.0
    even = max(1, len(times) - 1)
    shares = [(time - times[0]) / span if span else i / even for i, time in enumerate(times)]
    across = [_LEFT + (1 - _LEFT - _RIGHT) * at for at in shares]
    return [Point(at, fit, entry) for at, (entry, fit) in zip(across, entries, strict=True)]


def _y(fit: float) -> float:
    return _TOP + _HEIGHT * (1 - min(1.0, fit))


def _told(entry: AssessmentView) -> Text:
    told = f"{entry.day} {entry.fit_told}"
    return Text(told, told)


def _scale(mark: float) -> str:
    line = element("line", class_="base" if mark == 0 else "tick", x1=0, y1=_y(mark), x2="100%", y2=_y(mark))
    return line + words(percent(mark), x=0, y=_y(mark) - 5)


def _line(one: Point, two: Point) -> str:
    same = one.entry.gaps_of == two.entry.gaps_of
    ends: dict[str, str | float] = {"x1": share(one.across), "y1": one.y, "x2": share(two.across), "y2": two.y}
    return element("line", class_="run" if same else "run changed", **ends)


def _point(point: Point) -> str:
    return element("circle", class_="dot", cx=share(point.across), cy=point.y, r=4)


def _ends(points: Sequence[Point]) -> list[str]:
    """Return the figures and dates of the first and the last point; the table has the others."""
    return [_figure(points[0], points[0].across, "start"), _figure(points[-1], 1.0, "end")]


def _figure(point: Point, x: float, anchor: str) -> str:
    told = words(point.entry.fit_told, class_="figure", x=share(x), y=point.y - 11, text_anchor=anchor)
    return told + words(point.entry.day, x=share(x), y=_TOP + _HEIGHT + 19, text_anchor=anchor)
