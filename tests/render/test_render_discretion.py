"""How to show one's figures decently is told where another company sees them, and nowhere else."""

import pytest
from odd_ways import squeezed
from report_payloads import MORE, REPORTS, report_of

from opscareer.advice import advise
from opscareer.interview import Answers, profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.render.html.report import report_html
from opscareer.render.markdown.advice import advice_markdown
from opscareer.render.screen.advice import advice_page
from opscareer.render.screen.page import Page, as_text
from opscareer.text import Lang
from opscareer.views.advice import advice_view
from opscareer.views.words.sentences import DISCREET, STRENGTHS

_OFFERED: Answers = {"reason": "offered", "offer": "user-ops/manager"}


def pages_of(kb: KnowledgeBase, told: Answers, lang: Lang) -> list[str]:
    """Return the pages of somebody who does the present post better than it asks, without blanks."""
    held: Answers = {f"skill.{r.skill}": 5 for r in kb.positions["user-ops/senior"].requirements}
    answers: Answers = {"current": ("user-ops/senior",), "years": 3.0, **told, **held}
    view, page = advice_view(kb, advise(kb, profile_of(kb, answers))), Page(lang, 80)
    advice_page(page, view)
    return [squeezed(as_text(page.lines)), squeezed(advice_markdown(view, lang))]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("told", "elsewhere"),
    [
        ({**_OFFERED, "where": "inside"}, False),
        ({"reason": "no-opening", "opening": "open"}, False),
        ({"reason": "how-do-i-stand"}, False),
        ({**_OFFERED, "where": "outside"}, True),
        ({"reason": "company-trouble"}, True),
        ({"reason": "out-of-work", "away": "short"}, True),
    ],
)
def test_discretion_is_told_to_who_changes_company(
    kb: KnowledgeBase, told: Answers, lang: Lang, *, elsewhere: bool
) -> None:
    """Leave of the company that figures come from is spoken of only to who takes them to another."""
    for page in pages_of(kb, told, lang):
        assert squeezed(STRENGTHS.of(lang)) in page
        assert (squeezed(DISCREET.of(lang)) in page) == elsewhere


@pytest.mark.parametrize("name", [*REPORTS, *MORE])
def test_the_report_tells_it_to_the_same_people(kb: KnowledgeBase, name: str) -> None:
    """The page that is kept asks for discretion where the screen does."""
    report = report_of(kb, name)
    told = bool(report.assess.strengths) and report.assess.outward
    assert (DISCREET.en in report_html(report, "en")) == told
