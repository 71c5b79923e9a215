"""The advice as Markdown, whole, in the order of the screen: a page to keep, to print, to talk over."""

from opscareer.render.markdown.marks import facts, heading, more, paragraphs, part, table
from opscareer.render.markdown.person import (
    case_part,
    flags_part,
    gaps_part,
    gates_part,
    standing,
    strengths_part,
)
from opscareer.text import Lang, Text
from opscareer.views.advice import AdviceView, ProspectView
from opscareer.views.telling import advice as words
from opscareer.views.words import headings as heads
from opscareer.views.words.sentences import NOT_COUNTED, OTHERS, TOP
from opscareer.views.words.sureness import TRUST


def advice_markdown(advice: AdviceView, lang: Lang) -> str:
    """Return the advice as Markdown in one language; all text is escaped."""
    step = advice.next
    lines = _topmost(advice, lang) if step is None else _advised(advice, step, lang)
    return "\n".join(lines).rstrip() + "\n"


def _topmost(advice: AdviceView, lang: Lang) -> list[str]:
    return [*heading(1, heads.NEXT, lang), *paragraphs([TOP], lang), *at_the_top(advice, lang, 2)]


def _advised(advice: AdviceView, step: ProspectView, lang: Lang) -> list[str]:
    return [
        *heading(1, step.words.headline, lang),
        *opening(advice, step, lang, 2),
        *gaps_part(words.missing_text(advice, step), advice.gaps, lang, 2),
        *what_to_do(advice, step, lang, 2),
    ]


def opening(advice: AdviceView, step: ProspectView, lang: Lang, level: int) -> list[str]:
    """Return how near the step is, why it is named, what there is to show, how to go about it, what is missing here."""
    return [
        *paragraphs([advice.answer] if advice.answer else [], lang),
        *standing(step.words, lang, _mastery(advice, lang)),
        *paragraphs(words.doubts(advice, step), lang),
        *part(heads.WHY, step.why, lang, level),
        *strengths_part(advice.strengths, words.discreet_text(advice), lang, level),
        *_case(advice, lang, level),
        *_present(advice, lang, level),
    ]


def what_to_do(advice: AdviceView, step: ProspectView, lang: Lang, level: int) -> list[str]:
    """Return the gates and by which way, what else to consider, and how far to trust all that."""
    way = (advice.route.name, *words.route_texts(advice, advice.route)) if advice.route else ()
    return [
        *gates_part(step.words.gates, advice.gates, lang, level),
        *flags_part(advice.flags, lang, level),
        *gates_part(step.words.aim_gates, advice.aim_gates, lang, level),
        *part(heads.ROUTE, way, lang, level),
        *part(heads.GROWTH, (growth.text for growth in advice.growth), lang, level),
        *_others(advice, lang, level),
        *part(TRUST, words.trust_texts(advice, step), lang, level),
    ]


def at_the_top(advice: AdviceView, lang: Lang, level: int) -> list[str]:
    """Return what to do where no position is above."""
    return [
        *facts(_mastery(advice, lang), lang),
        *strengths_part(advice.strengths, words.discreet_text(advice), lang, level),
        *_case(advice, lang, level),
        *_present(advice, lang, level),
        *part(heads.FROM_HERE, words.from_here(advice), lang, level),
        *paragraphs([NOT_COUNTED], lang),
    ]


def _mastery(advice: AdviceView, lang: Lang) -> list[tuple[Text, str]]:
    return [(name, mastery.of(lang)) for name, mastery in words.mastery_texts(advice)]


def _case(advice: AdviceView, lang: Lang, level: int) -> list[str]:
    return case_part(advice.particulars, advice.playbook, lang, level)


def _present(advice: AdviceView, lang: Lang, level: int) -> list[str]:
    """Return the gaps of the present post; of a step that works on these they stand below already."""
    here = advice.next is not None and advice.gaps_of in advice.profile.current
    return gaps_part(heads.PRESENT_GAPS, advice.present_gaps, lang, level) if advice.present_gaps and not here else []


def _others(advice: AdviceView, lang: Lang, level: int) -> list[str]:
    rows = [
        (step.named.of(lang), step.kind.of(lang), step.beside.of(lang), step.fit_told)
        for other in advice.alternatives[: words.OTHERS_SHOWN]
        for step in (other.words,)
    ]
    columns = (heads.POSITION, heads.KIND, heads.NEARNESS, heads.FIT)
    told = [*table(columns, rows, lang, right=(3,)), *more(len(advice.alternatives) - words.OTHERS_SHOWN, lang)]
    return [*heading(level, OTHERS, lang), *told] if rows else []
