"""What a table of gaps, or a mark in a plan, is called is the same on every page that has one."""

import pytest
from report_payloads import plan_of, report_of

from opscareer.model.kb import KnowledgeBase
from opscareer.render.html.report import report_html
from opscareer.render.markdown.advice import advice_markdown
from opscareer.render.markdown.plan import plan_markdown
from opscareer.render.markdown.report import report_markdown
from opscareer.render.screen.advice import advice_page
from opscareer.render.screen.page import Page, as_text
from opscareer.render.screen.plan import plan_page
from opscareer.text import Lang
from opscareer.views.plan import PlanView
from opscareer.views.report import ReportView
from opscareer.views.telling import catalogue
from opscareer.views.words.headings import MUST

LANGS = pytest.mark.parametrize("lang", ["zh", "en"])


def advice_pages(report: ReportView, lang: Lang) -> list[str]:
    """Return every page that has the gaps of the step."""
    page = Page(lang, 80)
    advice_page(page, report.assess)
    written = [advice_markdown(report.assess, lang), report_markdown(report, lang), report_html(report, lang)]
    return [as_text(page.lines), *written]


def plan_pages(plan: PlanView, report: ReportView, lang: Lang) -> list[str]:
    """Return every page that has the steps of the plan."""
    page = Page(lang, 80)
    plan_page(page, plan, whole=True)
    return [as_text(page.lines), plan_markdown(plan, lang), report_html(report, lang)]


@LANGS
def test_gaps_are_said_to_be_in_the_order_of_what_matters(kb: KnowledgeBase, lang: Lang) -> None:
    """The heading says what matters most stands first; the way to begin is not said to be what to do first."""
    order = {"zh": "还差什么，要紧的在前", "en": "What is missing, what matters most first"}[lang]
    begin, before = {"zh": ("怎么着手", "先做  "), "en": ("ow to begin", "do first")}[lang]
    for text in advice_pages(report_of(kb, "unsure"), lang):
        assert order in text
        assert begin in text
        assert before not in text.lower()


@LANGS
def test_a_must_is_called_by_what_it_means(kb: KnowledgeBase, lang: Lang) -> None:
    """A step that a position does not waive is marked by a word that tells so, the one of notes below tables too."""
    report = report_of(kb, "unsure")
    plan = plan_of(report)
    assert any(step.must for step in plan.steps)
    word = {"zh": "不能缺", "en": "required"}[lang]
    assert MUST.of(lang) == word
    for text in plan_pages(plan, report, lang):
        assert word in text
    assert word in catalogue.CELLS.of(lang)
