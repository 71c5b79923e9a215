"""Job ads as Markdown: what each is for, what it asks in which words, and for who is known whether to apply."""

from opscareer.model.nouns import AD
from opscareer.render.markdown.marks import heading, listed, paragraphs, table
from opscareer.render.markdown.person import gaps_part
from opscareer.text import Lang
from opscareer.views.held import HeldView
from opscareer.views.match import MatchesView, MatchView
from opscareer.views.telling import match as words
from opscareer.views.telling.apply import advice_text, apply_text, no_fit_text, ranked, unmet_texts, usual_texts
from opscareer.views.words.headings import FIT, LEVEL, MISSING_FIRST, SKILL
from opscareer.views.words.units import percent


def match_markdown(view: MatchView | MatchesView, lang: Lang) -> str:
    """Return one ad, or several, as Markdown in one language; all text is escaped."""
    lines = _several(view, lang) if isinstance(view, MatchesView) else [*_ad(view, lang), *_fit(view, lang)]
    return "\n".join(lines).rstrip() + "\n"


def _ad(view: MatchView, lang: Lang) -> list[str]:
    places = [f"{percent(one.share)} {one.title.of(lang)} ({one.id})" for one in words.places_of(view)]
    rows = [(words.skill_text(one).of(lang), str(one.level), words.words_of(one).of(lang)) for one in view.skills]
    heads = (SKILL, LEVEL, words.IN_ITS_WORDS)
    return [
        *heading(1, words.FOR, lang),
        *paragraphs([words.FOREIGN] if view.foreign else [], lang),
        *listed(places),
        *paragraphs((*words.places_left_texts(view), *words.by_texts(view)), lang),
        *heading(2, words.ASKS, lang),
        *(table(heads, rows, lang, right=(1,)) if rows else paragraphs([words.NO_SKILL], lang)),
        *paragraphs(words.besides(view), lang),
    ]


def _fit(view: MatchView, lang: Lang) -> list[str]:
    """Return how a person fits to an ad; nothing of nobody."""
    if not isinstance(view, HeldView):
        return []
    lines = heading(2, words.FIT, lang)
    if view.near is None:
        return [*lines, *paragraphs([no_fit_text(view)], lang)]
    told = f"**{view.near_told}** {apply_text(view, view.near[1]).of(lang)}"
    gaps = gaps_part(MISSING_FIRST, view.gaps or (), lang, 3) if view.gaps_tell else []
    return [
        *lines,
        told,
        "",
        *paragraphs(usual_texts(view), lang),
        *gaps,
        *paragraphs(unmet_texts(view), lang),
    ]


def _several(view: MatchesView, lang: Lang) -> list[str]:
    rows = []
    for one in ranked(view.ads):
        advice = advice_text(one)
        told = " ".join((one.ad or "", *([advice.of(lang)] if advice else [])))
        rows.append((*words.fit_and_years(one), words.likeliest_text(one).of(lang), told))
    heads = (FIT, words.YEARS, words.LOOKS, AD)
    return [*heading(1, words.ADS, lang), *table(heads, rows, lang, right=(0, 1))]
