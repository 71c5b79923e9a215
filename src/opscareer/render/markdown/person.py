"""Pieces of Markdown about a person: how near a position is, what is missing for it, groups of skills, a playbook."""

from collections.abc import Iterable, Sequence

from opscareer.render.markdown.marks import facts, heading, paragraphs, part, table
from opscareer.text import Lang, Text
from opscareer.views.gaps import FlagView, GapView, GateView, GroupView
from opscareer.views.person import ParticularView, PlaybookView, StrengthView
from opscareer.views.steps import StepWords
from opscareer.views.telling.advice import particular_texts, playbook_parts, strength_texts
from opscareer.views.telling.gaps import answered_text, assumed_text, exposure_texts, levels_text, order_text
from opscareer.views.words import headings as heads
from opscareer.views.words.sentences import FLAGS, NAMED, NOTHING_MISSING, PARTICULARS, PLAYBOOK, STRENGTHS
from opscareer.views.words.units import APART, percent, points


def standing(step: StepWords, lang: Lang, more: Iterable[tuple[Text, str]] = ()) -> list[str]:
    """Return the fit, how near the step is, and what else is known, as facts; then how much was answered."""
    answered = answered_text(step)
    told = [(step.fit_name, step.fit_told), (heads.NEARNESS, step.nearness.of(lang)), *more]
    return [*facts(told, lang), *paragraphs([answered] if answered else [], lang)]


def gaps_part(name: Text, gaps: Sequence[GapView], lang: Lang, level: int) -> list[str]:
    """Return gaps as a table, with what to know of those that were not answered or had no opportunity."""
    rows = [(gap.name.of(lang), levels_text(gap, APART), points(gap.gain), _first(gap, lang)) for gap in gaps]
    columns = (heads.SKILL, heads.LEVELS, heads.GAIN, heads.BEGIN)
    told = table(columns, rows, lang, right=(1, 2)) if rows else paragraphs([NOTHING_MISSING], lang)
    general = [text for text in (order_text(gaps), assumed_text(gaps)) if text]
    notes = [*general, *exposure_texts(gaps)]
    return [*heading(level, name, lang), *told, *paragraphs(notes, lang)]


def groups_part(groups: Sequence[GroupView], lang: Lang, level: int) -> list[str]:
    """Return how far each group of skills is there, as a table; nothing where none is asked for."""
    rows = [(group.name.of(lang), percent(group.weight), group.there) for group in groups]
    told = table((heads.GROUP, heads.SHARE, heads.THERE), rows, lang, right=(1, 2))
    return [*heading(level, heads.GROUPS, lang), *told] if rows else []


def gates_part(name: Text, gates: Iterable[GateView], lang: Lang, level: int) -> list[str]:
    """Return what says "not yet"."""
    return part(name, (gate.opens for gate in gates), lang, level)


def flags_part(flags: Iterable[FlagView], lang: Lang, level: int) -> list[str]:
    """Return the conditions that people get round."""
    return part(FLAGS, (flag.text for flag in flags), lang, level)


def strengths_part(strengths: Sequence[StrengthView], discreet: Text | None, lang: Lang, level: int) -> list[str]:
    """Return what the person has to show, each with its proofs, and how to show it decently where strangers see it."""
    told = list(strength_texts(strengths))
    return [*part(STRENGTHS, told, lang, level), *paragraphs([discreet] if discreet else [], lang)] if told else []


def case_part(
    particulars: Iterable[ParticularView], playbook: PlaybookView | None, lang: Lang, level: int
) -> list[str]:
    """Return the answer to what brought the person: their case as they told it, and how to go about it."""
    parts = playbook_parts(playbook) if playbook else ()
    told = [NAMED.fill(name=name, what=text) for name, texts in parts for text in texts]
    case = part(PARTICULARS, particular_texts(particulars), lang, level)
    return [*case, *part(PLAYBOOK, told, lang, level)]


def _first(gap: GapView, lang: Lang) -> str:
    return gap.actions[0].of(lang) if gap.actions else ""
