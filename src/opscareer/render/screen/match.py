"""What job ads are for and what they ask, on a screen."""

from opscareer.model.nouns import AD
from opscareer.render.screen.page import Page
from opscareer.views.match import MatchesView, MatchView
from opscareer.views.telling import match as words
from opscareer.views.telling.apply import advice_text, ranked
from opscareer.views.words.headings import FIT, LEVEL, SKILL
from opscareer.views.words.units import percent


def match_page(page: Page, view: MatchView) -> None:
    """Write what an ad is for, by which words, and what it asks."""
    if view.foreign:
        page.say(words.FOREIGN, "warn")
    page.say(words.FOR, "bold")
    for one in words.places_of(view):
        page.say(f"{percent(one.share)}  {one.title.of(page.lang)}  [{one.id}]", indent=2)
    for told in (*words.places_left_texts(view), *words.by_texts(view)):
        page.say(told, "dim", indent=2)
    _skills(page, view)
    page.blank()
    for told in words.besides(view):
        page.say(told)


def matches_page(page: Page, view: MatchesView) -> None:
    """Write what several ads are for, a row each: with a person known the best fit first, else as they were given."""
    rows = []
    for one in ranked(view.ads):
        advice = advice_text(one)
        told = f"{one.ad}  {advice.of(page.lang)}" if advice else f"{one.ad}"
        rows.append((*words.fit_and_years(one), words.likeliest_text(one).of(page.lang), told))
    if page.plain:
        page.table((AD, FIT, words.YEARS, words.LOOKS), [(row[-1], *row[:-1]) for row in rows])
        return
    page.table((FIT, words.YEARS, words.LOOKS, AD), rows, right=(0, 1))


def _skills(page: Page, view: MatchView) -> None:
    page.head(words.ASKS)
    rows = [
        (words.skill_text(one).of(page.lang), str(one.level), words.words_of(one).of(page.lang)) for one in view.skills
    ]
    if rows:
        page.table((SKILL, LEVEL, words.IN_ITS_WORDS), rows, right=(1,))
    else:
        page.say(words.NO_SKILL, indent=2)
