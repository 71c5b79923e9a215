"""The axis of time under the pictures of the way and the plan: months from now, as a few ticks with words."""

from opscareer.render.html.svg import element, share, words
from opscareer.text import Lang, Text

TICKS = 34
"""The height (pixels) that an axis takes."""

_STEPS = (1, 2, 3, 6, 12, 24, 36, 60, 120, 240)
_MOST = 5
_EDGE = 0.9
_NOW = Text("现在", "now")
_MONTHS, _YEARS = Text("{n} 个月", "{n} mo"), Text("{n} 年", "{n} yr")


def axis(horizon: float, top: float, lang: Lang) -> list[str]:
    """Return ticks from now to the horizon (months), their lines rising from `top` (pixels) to the upper edge."""
    step = next((s for s in _STEPS if horizon / s <= _MOST), horizon / _MOST)
    count = int(horizon / step + 1e-9)
    marks = [_tick(i * step, horizon, top, lang) for i in range(count + 1)]
    return [element("line", class_="base", x1=0, y1=top, x2="100%", y2=top), *marks]


def _tick(month: float, horizon: float, top: float, lang: Lang) -> str:
    x = month / horizon
    anchor = "start" if x == 0 else "end" if x > _EDGE else "middle"
    line = element("line", class_="tick", x1=share(x), y1=0, x2=share(x), y2=top + 5)
    return line + words(_named(month).of(lang), x=share(x), y=top + 21, text_anchor=anchor)


def _named(month: float) -> Text:
    if month == 0:
        return _NOW
    told = _MONTHS if month % 12 else _YEARS
    return told.fill(n=f"{month if month % 12 else month / 12:g}")
