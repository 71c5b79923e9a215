"""The ways to a goal on a screen: each step where it lies in time, and what has to be closed for it."""

from opscareer.render.screen.page import Page, stretch
from opscareer.views.path import NAMED, PathView, WayView
from opscareer.views.telling import path as words

_WIDE, _NARROW = 60, 40  # columns


def path_page(page: Page, view: PathView, *, whole: bool) -> None:
    """Write the ways on a page; `whole` names all that has to be closed, else only the first of it."""
    if not view.paths:
        page.say(words.nowhere_text(view))
        return
    page.say(words.title_text(view), "bold")
    longest = max(way.months for way in view.paths)
    for number, way in enumerate(view.paths, 1):
        _way(page, number, way, longest, None if whole else NAMED)
    if view.remarks:
        page.head(words.NOTES)
    for remark in view.remarks:
        page.say(remark, first="- ", indent=2)


def _way(page: Page, number: int, way: WayView, longest: float, shown: int | None) -> None:
    page.blank()
    page.say(f"{number}. {words.way_text(way).of(page.lang)}", "bold")
    cells = 24 if page.columns >= _WIDE else 16 if page.columns >= _NARROW else 6
    for leg in way.steps:
        page.say(words.leg_text(leg), indent=3)
        picture = "" if page.plain else f"{stretch(leg.start, leg.start + leg.months, longest, cells)} "
        page.say(f"{picture}{words.taken_text(leg).of(page.lang)}", "bold", indent=5)
        for told in words.leg_lines(leg, shown):
            page.say(told, "dim", indent=5)
