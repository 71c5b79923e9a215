"""What stands between a person and one position, whole, on a screen."""

from opscareer.render.screen.page import Page, bar
from opscareer.render.screen.parts import fit_lines, flags_part, gap_table, gates_part
from opscareer.text import NOTHING
from opscareer.views.gaps import GapsView, GroupView
from opscareer.views.words.headings import GROUP, MISSING_FIRST, SHARE, THERE
from opscareer.views.words.sentences import NOT_COUNTED, ROLE
from opscareer.views.words.units import percent

_ROOMY = 60  # columns


def gap_page(page: Page, found: GapsView) -> None:
    """Write all gaps of a position on a page, and how far each group of skills is there."""
    page.say(ROLE.fill(title=found.title, kind=found.words.kind), "bold")
    fit_lines(page, found.words)
    page.blank()
    _picture(page, found.groups)
    page.head(MISSING_FIRST)
    gap_table(page, found.gaps)
    gates_part(page, found.gates)
    flags_part(page, found.flags)
    page.blank()
    page.say(NOT_COUNTED, "dim")


def _picture(page: Page, groups: tuple[GroupView, ...]) -> None:
    """Write a bar for each group of skills, as long as the part of it that is there."""
    cells = 20 if page.columns >= _ROOMY else 10
    rows = [(g.name.of(page.lang), percent(g.weight), g.there, bar(g.met, cells)) for g in groups]
    if rows:
        page.table((GROUP, SHARE, THERE, NOTHING), rows, right=(1, 2))
