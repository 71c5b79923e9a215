"""The assessments kept, on a screen: a line each with the fit over time, or what changed between two."""

from opscareer.render.screen.page import Page, bar
from opscareer.text import NOTHING
from opscareer.views.assessment_line import AssessmentView
from opscareer.views.history import Difference, HistoryView
from opscareer.views.telling import history as words
from opscareer.views.words.headings import DATE, FIT, NEXT_ROLE

_HEADINGS = (words.ASSESSMENT, DATE, FIT, NOTHING, NEXT_ROLE)


def history_page(page: Page, history: HistoryView) -> None:
    """Write a line for each assessment, with its fit as a bar; or what changed between two, and so why advice did."""
    if history.diff:
        _difference(page, history.diff)
    else:
        _list(page, history)
    if history.trend and not history.diff:
        page.blank()
        page.say(words.trend_text(history.trend))
    for one in () if history.diff else history.unfinished:
        page.blank()
        page.say(words.unfinished_text(one))


def _list(page: Page, history: HistoryView) -> None:
    if history.assessments:
        page.table(_HEADINGS, [_row(page, one) for one in history.assessments], right=(0, 2))
    elif not history.left_out:
        page.say(words.NONE)
    if history.left_out:
        page.say(words.earlier_text(history), "dim", indent=2)


def _row(page: Page, one: AssessmentView) -> tuple[str, ...]:
    drawn = "" if one.fit is None else bar(one.fit, 10)
    return str(one.id), one.day, one.fit_told, drawn, one.role.of(page.lang)


def _difference(page: Page, diff: Difference) -> None:
    page.say(words.between_text(diff), "bold")
    for told in words.came_of_it(diff):
        page.say(told)
    for warning in words.warnings(diff):
        page.say(warning, "warn")
    if diff.answers:
        page.head(words.ANSWERS)
    for one in diff.answers:
        before, after = one.before_told.of(page.lang), one.after_told.of(page.lang)
        page.say(f"{before} -> {after}", first=f"{one.name.of(page.lang)}  ", indent=2)
