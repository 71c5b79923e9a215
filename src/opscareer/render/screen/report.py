"""The report on a screen that is read aloud, where Markdown would be signs and columns."""

from opscareer.render.screen.advice import advice_page
from opscareer.render.screen.page import Page
from opscareer.render.screen.path import path_page
from opscareer.render.screen.plan import plan_page
from opscareer.text import capital
from opscareer.views.report import ReportView
from opscareer.views.telling.history import HELD
from opscareer.views.telling.report import head_facts
from opscareer.views.words import report as words
from opscareer.views.words.sentences import NAMED


def report_page(page: Page, report: ReportView) -> None:
    """Write the advice, the ways, the plan with every step, and the assessments before, one after another."""
    page.say(words.TITLE, "bold")
    for name, fact in head_facts(report):
        page.say(NAMED.fill(name=capital(name), what=fact))
    page.blank()
    advice_page(page, report.assess)
    page.blank()
    path_page(page, report.path, whole=True)
    if report.plan:
        page.blank()
        plan_page(page, report.plan, whole=True)
    if report.history:
        page.head(words.HISTORY)
    for one in report.history:
        page.say(HELD.fill(role=one.role, fit=one.fit_told), first=one.day)
    page.blank()
    page.say(words.FOOT)
