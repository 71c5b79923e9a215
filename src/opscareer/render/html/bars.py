"""Bars and pips beside a figure: the fit, what closing a gap adds, and the level there is against the level asked.

Each repeats a figure that stands next to it as text, so none is read aloud.
"""

from opscareer.render.html.svg import decoration, element, share

_PIP, _STEP = 9, 13


def fit_bar(fit: float) -> str:
    """Return the fit (0-1) as a bar on its track."""
    return _bar(fit, "bar fit", 10, element("rect", class_="track", width="100%", height=10, rx=5))


def gain_bar(gain: float, largest: float, *, assumed: bool) -> str:
    """Return what closing a gap adds, against the largest gain; one that rests on no answer is pale."""
    return _bar(gain / largest if largest else 0.0, "bar assumed" if assumed else "bar", 8)


def level_pips(have: int | None, need: int, top: int) -> str:
    """Return a pip for each level up to the highest: full where it is there, a ring where it is to come, else a dot."""
    pips = [_pip(level, have or 0, need) for level in range(1, top + 1)]
    return decoration(*pips, class_="pips", width=_STEP * top, height=_STEP)


def _bar(value: float, class_: str, height: int, *track: str) -> str:
    inset = 1  # half of the outline's width, which would else be cut off
    fill = element(
        "rect", class_="fill", x=0, y=inset, width=share(value), height=height - 2 * inset, rx=height / 2 - 1
    )
    return decoration(*track, fill, class_=class_, width="100%", height=height)


def _pip(level: int, have: int, need: int) -> str:
    state = "there" if level <= have else "asked" if level <= need else "beyond"
    radius = 1.5 if state == "beyond" else _PIP / 2 - 0.75
    return element("circle", class_=state, cx=_STEP * level - _STEP / 2, cy=_STEP / 2, r=radius)
