"""The fit of all assessments as a line over time; where the target changed, the line is broken into dashes."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from opscareer.render.json_parts import Object
from opscareer.render.report.svg import element, picture, share, words
from opscareer.text import Lang, Text, joined
from opscareer.views.words.units import percent

_TOP, _HEIGHT, _BELOW = 26, 120, 26  # pixels: for a figure over the line, the scale, the dates
_LEFT, _RIGHT = 0.16, 0.04  # of the width: for the scale before the first point, and after the last
_TITLE = Text("匹配度的变化", "How the fit has changed")
_MARKS = (0.0, 0.5, 1.0)


def trend(history: Sequence[Object], lang: Lang) -> str:
    """Return the fit (0-1) of the assessments over time; those at the top of the ladder have none and are left out."""
    entries = [entry for entry in history if entry["fit"] is not None]
    places = list(zip(_across(entries), entries, strict=True))
    told = joined(_told(entry) for entry in entries)
    marks = [*(_scale(mark) for mark in _MARKS), *(_line(*pair) for pair in pairwise(places)), *map(_point, places)]
    return picture(
        "trend",
        lang,
        _TITLE,
        told,
        *marks,
        *_ends(places),
        class_="trend",
        width="100%",
        height=_TOP + _HEIGHT + _BELOW,
    )


def _across(entries: Sequence[Object]) -> list[float]:
    """Return where each assessment stands (0-1), in proportion to time; side by side where no time passed."""
    times = [datetime.fromisoformat(entry["taken_at"]).timestamp() for entry in entries]
    span = times[-1] - times[0] if times else 0.0
    even = max(1, len(times) - 1)
    shares = [(time - times[0]) / span if span else i / even for i, time in enumerate(times)]
    return [_LEFT + (1 - _LEFT - _RIGHT) * at for at in shares]


def _y(fit: float) -> float:
    return _TOP + _HEIGHT * (1 - min(1.0, fit))


def _told(entry: Object) -> Text:
    told = f"{entry['taken_at'][:10]} {percent(entry['fit'])}"
    return Text(told, told)


def _scale(mark: float) -> str:
    line = element("line", class_="base" if mark == 0 else "tick", x1=0, y1=_y(mark), x2="100%", y2=_y(mark))
    return line + words(percent(mark), x=0, y=_y(mark) - 5)


def _line(before: tuple[float, Object], after: tuple[float, Object]) -> str:
    same = before[1]["gaps_of"] == after[1]["gaps_of"]
    (x1, one), (x2, two) = before, after
    ends: dict[str, str | float] = {"x1": share(x1), "y1": _y(one["fit"]), "x2": share(x2), "y2": _y(two["fit"])}
    return element("line", class_="run" if same else "run changed", **ends)


def _point(place: tuple[float, Object]) -> str:
    return element("circle", class_="dot", cx=share(place[0]), cy=_y(place[1]["fit"]), r=4)


def _ends(places: Sequence[tuple[float, Object]]) -> list[str]:
    """Return the figures and dates of the first and the last point; the table has the others."""
    (first, one), (_, other) = places[0], places[-1]
    return [_figure(one, first, "start"), _figure(other, 1.0, "end")]


def _figure(entry: Object, x: float, anchor: str) -> str:
    y = _y(entry["fit"])
    told = words(percent(entry["fit"]), class_="figure", x=share(x), y=y - 11, text_anchor=anchor)
    return told + words(entry["taken_at"][:10], x=share(x), y=_TOP + _HEIGHT + 19, text_anchor=anchor)
