import math
import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_payloads import REPORTS, plan_of, report_of

from opscareer.model.kb import KnowledgeBase
from opscareer.render.html.bars import fit_bar, gain_bar, level_pips
from opscareer.render.html.radar import radar
from opscareer.render.html.timeline import gantt, horizon_of, way
from opscareer.render.html.trend import trend
from opscareer.text import Lang, Text
from opscareer.views.assessment_line import AssessmentView
from opscareer.views.gaps import GroupView
from opscareer.views.path import LegView, WayView
from opscareer.views.report import ReportView

HOSTILE = "</text><script>alert(1)</script>&\"'"
TITLE = Text("主管", "Manager")
NAME = Text("数据与产品", "Data and product")


def drawn(svg: str) -> Element:
    """Return a drawing as a tree."""
    return ElementTree.fromstring(svg)


def marks(svg: str, tag: str, kind: str = "") -> list[Element]:
    """Return the marks of one sort, of one class if told."""
    return [e for e in drawn(svg).iter(tag) if kind in (e.get("class") or "").split() or not kind]


def percent(mark: Element, key: str) -> float:
    """Return a length in per cent."""
    value = mark.get(key) or ""
    assert value.endswith("%"), (key, value)
    return float(value[:-1])


def groups(*met: float, name: Text = NAME) -> list[GroupView]:
    """Return as many groups of skills as there are shares."""
    return [GroupView(str(i), name, 1 / len(met), m, f"{m:.0%}") for i, m in enumerate(met)]


def leg(start: float, ready: float, due: float) -> LegView:
    """Return a leg of a way that begins after some months."""
    months = max(ready, due)
    return LegView("a/b", "a/c", TITLE, "promotion", 1, None, start, months, ready, due, 1.0, (), (), (), TITLE)


def path(*legs: LegView) -> WayView:
    """Return a way of legs."""
    return WayView("a/c", legs[-1].start + legs[-1].months, 0, legs, TITLE)


def entry(day: str, position: str, fit: float | None) -> AssessmentView:
    """Return one assessment of a history, its fit being of a position."""
    told = "-" if fit is None else f"{100 * fit:.0f}%"
    return AssessmentView(1, f"{day}T08:00:00+00:00", (), "a/b", None, fit, position, "0", TITLE, told, day)


def all_drawings(report: ReportView, lang: Lang) -> list[str]:
    """Return all the drawings of a report."""
    assert report.told is not None
    paths, plan = report.path.paths, plan_of(report)
    ways = [way(p, f"way-{n}", horizon_of(paths), lang) for n, p in enumerate(paths)]
    plans = [gantt(plan, lang)] if plan.steps else []
    return [radar(report.groups, report.told.of, lang), *ways, *plans, trend(report.history, lang)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [name for name in REPORTS if name != "top"])
def test_pictures_are_sound(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """Each picture of every odd person is well formed, named and described in its language, and has no odd number."""
    for svg in all_drawings(report_of(kb, name), lang):
        root = drawn(svg)
        assert root.get("role") == "img"
        assert root.get("lang") == {"zh": "zh-CN", "en": "en"}[lang]
        assert all((root.findtext(tag) or "").strip() for tag in ("title", "desc"))
        assert "style" not in {attribute for e in root.iter() for attribute in e.attrib}
        assert not re.search(r"\b(nan|inf|None)\b", svg)
        in_chinese = re.search(r"[\u4e00-\u9fff]", "".join(root.itertext()))
        assert bool(in_chinese) == (lang == "zh")


def test_text_is_escaped() -> None:
    """Markup in a name is text in a drawing."""
    hostile = Text(HOSTILE, HOSTILE)
    svg = radar(groups(0.5, 0.6, 0.7, name=hostile), hostile, "en")
    assert not marks(svg, "script")
    assert HOSTILE in (drawn(svg).findtext("title") or "")
    assert HOSTILE in (drawn(svg).findtext("desc") or "")


@given(st.lists(st.floats(0, 1), min_size=3, max_size=10))
def test_radar(met: list[float]) -> None:
    """The shape has a corner for each group, as far out as its share is there; nothing leaves the ring."""
    svg = radar(groups(*met), TITLE, "en")
    (shape,) = marks(svg, "polygon")
    (ring,) = marks(svg, "circle", "asked")
    centre = float(ring.get("cx") or 0), float(ring.get("cy") or 0)
    corners = [tuple(map(float, corner.split(","))) for corner in (shape.get("points") or "").split()]
    assert len(corners) == len(met)
    far = [math.dist(centre, corner) / float(ring.get("r") or 1) for corner in corners]
    assert far == pytest.approx(met, abs=0.002)


@pytest.mark.parametrize("met", [(0.4,), (0.4, 1.0)])
def test_radar_of_few(met: tuple[float, ...]) -> None:
    """One or two groups enclose nothing; they are drawn as lengths from the middle."""
    svg = radar(groups(*met), TITLE, "zh")
    assert not marks(svg, "polygon")
    assert len(marks(svg, "line", "held")) == len(marks(svg, "circle", "dot")) == len(met)


@pytest.mark.parametrize("name", ["Data and product", "W" * 60, "品" * 40, "a" * 5 + " " + "W" * 30, "人 " * 30])
def test_radar_labels(name: str) -> None:
    """A label is cut to its room on at most three lines; the whole name is in the description."""
    svg = radar(groups(*([0.5] * 10), name=Text(name, name)), TITLE, "en")
    labels = [e.text or "" for e in marks(svg, "text")]
    assert 10 <= len(labels) <= 30
    assert max(map(len, labels)) <= 12
    assert name.strip() in (drawn(svg).findtext("desc") or "")


def test_way_in_proportion() -> None:
    """A leg is as long as its months, begins where it begins, and shows how much of it builds skills."""
    svg = way(path(leg(0, 6, 12), leg(12, 36, 0)), "w", 48, "zh")
    assert [percent(e, "width") for e in marks(svg, "rect", "wait")] == [25, 75]
    assert [percent(e, "width") for e in marks(svg, "rect", "work")] == [12.5, 75]
    assert [percent(e, "x") for e in marks(svg, "rect", "work")] == [0, 25]


def test_ways_rise() -> None:
    """Each leg stands above the one before it, and carries its number."""
    svg = way(path(leg(0, 6, 0), leg(6, 6, 0), leg(12, 6, 0)), "w", 18, "en")
    tops = [float(e.get("y") or 0) for e in marks(svg, "rect", "work")]
    assert tops == sorted(tops, reverse=True)
    assert [e.text for e in marks(svg, "text", "number")] == ["1", "2", "3"]


def test_ways_share_a_scale() -> None:
    """All ways are drawn over the months of the longest, so that they can be compared."""
    short, long = path(leg(0, 12, 0)), path(leg(0, 24, 0))
    horizon = horizon_of([short, long])
    widths = [percent(marks(way(p, "w", horizon, "en"), "rect", "work")[0], "width") for p in (short, long)]
    assert widths == [50, 100]


def test_way_that_takes_no_time() -> None:
    """A step that can be taken now is drawn without dividing by its months."""
    svg = way(path(leg(0, 0, 0)), "w", horizon_of([]), "zh")
    assert percent(marks(svg, "rect", "work")[0], "width") == 0


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(0, 60)), min_size=1, max_size=12))
def test_nothing_outside(legs: list[tuple[float, float]]) -> None:
    """No bar and no number leaves the picture, however the months fall."""
    told = [leg(start, ready, 0) for start, ready in legs]
    svg = way(path(*told), "w", max(one.start + one.months for one in told), "en")
    assert all(percent(e, "x") + percent(e, "width") <= 100.01 for e in marks(svg, "rect"))
    for number in marks(svg, "text", "number"):
        room = percent(number, "x") if number.get("text-anchor") == "end" else 100 - percent(number, "x")
        assert number.get("text-anchor") == "middle" or room >= 9.99


@pytest.mark.parametrize("months", [0.5, 1, 2.5, 11, 18, 25, 59, 61, 97, 150, 400, 3000])
def test_axis(months: float) -> None:
    """An axis has few ticks, from now on, none beyond the end, and years where they come out even."""
    ticks = [e for e in marks(way(path(leg(0, months, 0)), "w", months, "en"), "text") if e.get("class") is None]
    assert ticks[0].text == "now"
    assert len(ticks) <= 6
    assert all(percent(e, "x") <= 100 for e in ticks)
    assert all((e.text or "").endswith((" mo", " yr", "now")) for e in ticks)


def test_gantt(kb: KnowledgeBase) -> None:
    """The plan has a bar for each step, a dot at each look before its end, and the month when skills suffice."""
    plan = plan_of(report_of(kb, "unsure"))
    svg = gantt(plan, "en")
    assert plan.aim.en in svg
    bars = marks(svg, "rect")
    assert len(bars) == len(plan.steps)
    for bar, step in zip(bars, plan.steps, strict=True):
        assert percent(bar, "x") == pytest.approx(100 * step.start / plan.months, abs=0.01)
        assert (bar.get("class") == "guess") == step.assumed
    looks = [month for step in plan.steps for month in step.look_again if month < step.end]
    assert len(marks(svg, "circle", "look")) == len(looks)
    (ready,) = marks(svg, "line", "ready")
    assert percent(ready, "x1") == pytest.approx(100 * plan.ready_month / plan.months, abs=0.01)


def test_trend() -> None:
    """Points stand in proportion to time, higher the better; another position breaks the line into dashes."""
    history = [
        entry("2026-01-01", "a/b", 0.2),
        entry("2026-01-11", "a/b", None),
        entry("2026-01-11", "a/b", 0.4),
        entry("2026-01-31", "c/d", 0.6),
    ]
    svg = trend(history, "en")
    across = [percent(e, "cx") for e in marks(svg, "circle", "dot")]
    assert (across[1] - across[0]) * 2 == pytest.approx(across[2] - across[1], abs=0.05)
    up = [float(e.get("cy") or 0) for e in marks(svg, "circle", "dot")]
    assert up[0] - up[1] == pytest.approx(up[1] - up[2], abs=0.05)
    assert up[0] > up[1]
    assert [e.get("class") for e in marks(svg, "line") if "run" in (e.get("class") or "")] == ["run", "run changed"]
    assert [e.text for e in marks(svg, "text", "figure")] == ["20%", "60%"]


def test_trend_within_a_moment() -> None:
    """Assessments of the same moment stand side by side."""
    svg = trend([entry("2026-01-01", "a/b", share) for share in (0.2, 0.3, 1.0)], "zh")
    across = [percent(e, "cx") for e in marks(svg, "circle", "dot")]
    assert across == sorted(set(across))


@given(st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_gain_bar(gain: float, more: float, assumed: bool) -> None:
    """A bar is as long as its gain against the largest, never longer than its room."""
    svg = gain_bar(gain, gain + more, assumed=assumed)
    (fill,) = marks(svg, "rect", "fill")
    assert percent(fill, "width") == pytest.approx(100 * gain / (gain + more) if gain + more else 0, abs=0.01)
    assert ("assumed" in (drawn(svg).get("class") or "")) == assumed
    assert drawn(svg).get("aria-hidden") == "true"


def test_fit_bar() -> None:
    """The fit fills its track as far as it goes."""
    track, fill = marks(fit_bar(0.625), "rect")
    assert track.get("width") == "100%"
    assert percent(fill, "width") == 62.5


@pytest.mark.parametrize(
    ("have", "need", "states"),
    [
        (None, 2, "aabbb"),
        (0, 5, "aaaaa"),
        (3, 4, "tttab"),
        (5, 3, "ttttt"),
        (1, 1, "tbbbb"),
        (2, 3, "tta"),
        (6, 8, "ttttttaab"),
    ],
)
def test_level_pips(have: int | None, need: int, states: str) -> None:
    """A pip for each level says what is there, what is asked for besides, and what is not."""
    assert "".join((e.get("class") or "")[0] for e in marks(level_pips(have, need, len(states)), "circle")) == states
