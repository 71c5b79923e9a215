"""Positions side by side on a screen."""

from collections.abc import Sequence
from string import ascii_uppercase

from opscareer.render.screen.page import Page, bar
from opscareer.text import NOTHING, Text
from opscareer.views.compare import AskedView, CompareView, StandView
from opscareer.views.telling import compare as words
from opscareer.views.words.headings import SKILL


def compare_page(page: Page, view: CompareView) -> None:
    """Write what positions ask side by side; each has a letter, as columns are narrow."""
    for letter, stand in zip(ascii_uppercase, view.positions, strict=False):
        _stand(page, letter, stand)
    for heading, rows in words.parts_of(view):
        page.head(heading)
        _table(page, view, rows)
    if not view.known:
        page.blank()
        page.say(words.NO_PROFILE, "dim")


def _stand(page: Page, letter: str, stand: StandView) -> None:
    page.say(stand.title if page.plain else f"{letter}  {stand.title.of(page.lang)}", "bold")
    if stand.fit is not None and stand.near:
        page.say(stand.near, first=f"{bar(stand.fit, 10)} {stand.fit_told}  ", indent=3)


def _table(page: Page, view: CompareView, rows: Sequence[AskedView]) -> None:
    letters = [Text(letter, letter) for letter in ascii_uppercase[: len(view.positions)]]
    if page.plain:
        letters = [stand.title for stand in view.positions]
    headings = (SKILL, *([words.YOU] if view.known else []), *letters, NOTHING)
    cells = [(row.name.of(page.lang), *words.levels_of(view, row), "") for row in rows]
    page.table(headings, cells, right=tuple(range(1, len(headings) - 1)))
