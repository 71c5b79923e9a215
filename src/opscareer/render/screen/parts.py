"""Pieces of pages about a person: the fit, what they have to show, what is missing, gates, and how to go about it."""

from collections.abc import Iterator, Sequence

from opscareer.render.screen.page import Page, Style, bar
from opscareer.text import Text, capital
from opscareer.views.gaps import FlagView, GapView, GateView
from opscareer.views.person import ParticularView, PlaybookView, StrengthView
from opscareer.views.steps import StepWords
from opscareer.views.telling.advice import particular_texts, playbook_parts, strength_text
from opscareer.views.telling.gaps import (
    aloud_text,
    answered_text,
    assumed_text,
    exposure_texts,
    levels_text,
    order_text,
)
from opscareer.views.words.gates import GATES
from opscareer.views.words.headings import ASK, BEGIN, GAIN, LEVELS, SKILL
from opscareer.views.words.sentences import FLAGS, NOTHING_MISSING, PARTICULARS, PLAYBOOK, STRENGTHS
from opscareer.views.words.units import points
from opscareer.wrapping import width

_FIT_ALOUD = Text("{fit}，{near}", "{fit}, {near}")
_AS_ABOVE = Text("同上", "as above")
_ROOMY = 60  # columns
_STYLES: dict[str, Style] = {"ready": "good", "within-reach": "warn", "build-first": "bad"}


def fit_lines(page: Page, step: StepWords) -> None:
    """Write how near a step is and the fit as a bar, with the position that it is of; and how much was answered."""
    if page.plain:
        page.say(_FIT_ALOUD.fill(fit=step.fit_told, near=step.nearness), first=step.fit_name.of(page.lang))
        if answered := answered_text(step):
            page.say(answered)
        return
    style, near = _STYLES[step.verdict], step.nearness.of(page.lang)
    name = step.fit_name.of(page.lang)
    drawn = bar(step.fit, 20 if page.columns >= _ROOMY else 10)
    if step.of or width(f"{name}  {drawn} {step.fit_told}  {near}") > page.columns:
        page.say(near[:1].upper() + near[1:], style)
        near = ""
    if width(f"{name}  {drawn} {step.fit_told}") > page.columns:
        page.say(name)
        name = ""
    page.spans((f"{name}  ", ""), (drawn, style), (f" {step.fit_told}  ", "bold"), (near, style))
    if answered := answered_text(step):
        page.say(answered, "dim", indent=2)


def strengths_part(page: Page, strengths: Sequence[StrengthView], discreet: Text | None) -> None:
    """Write what the person has to show, each with its proof, and how to show it decently where strangers see it."""
    if not strengths:
        return
    page.head(STRENGTHS)
    for one in strengths:
        page.say(strength_text(one), first="- ", indent=2)
        for proof in one.proof[:1]:
            page.say(proof, "dim", indent=4)
    if discreet:
        page.say(discreet, indent=2)


def particulars_part(page: Page, particulars: Sequence[ParticularView]) -> None:
    """Write what the person told of their case, each with what to do about it."""
    if particulars:
        page.head(PARTICULARS)
    for told in particular_texts(particulars):
        page.say(told, first="- ", indent=2)


def gap_table(page: Page, gaps: Sequence[GapView], shown: int | None = None) -> None:
    """Write gaps as a table: have and need, what closing adds, and how to begin; told twice it is said so.

    shown: how many, and then how many there are besides; None: all.
    """
    order = order_text(gaps)
    gaps, left_out = gaps[:shown], len(gaps[len(gaps) if shown is None else shown :])
    if page.plain:
        if order:
            page.say(order)
        _gaps_aloud(page, gaps)
        page.more(left_out)
        return
    if gaps:
        page.table((SKILL, LEVELS, GAIN, BEGIN), list(_gap_rows(page, gaps)), right=(1, 2))
    else:
        page.say(NOTHING_MISSING, indent=2)
    page.more(left_out)
    if order:
        page.say(order, "dim", indent=2)
    if assumed := assumed_text(gaps):
        page.say(assumed, "dim", indent=2)
    for exposure in exposure_texts(gaps):
        page.say(exposure, indent=2)


def _gap_rows(page: Page, gaps: Sequence[GapView]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the cells of each gap; what is to be done first stands once, however many gaps it closes."""
    told = set[str]()
    for gap in gaps:
        first = gap.actions[0].of(page.lang) if gap.actions else ""
        do = _AS_ABOVE.of(page.lang) if first in told else first
        yield gap.name.of(page.lang), levels_text(gap), points(gap.gain), do
        told |= {first} - {""}


def _gaps_aloud(page: Page, gaps: Sequence[GapView]) -> None:
    """Write gaps one after another: what is there, what is needed, what closing adds, how to begin."""
    for gap in gaps:
        page.say(aloud_text(gap))
        if gap.exposure:
            page.say(gap.exposure, first=ASK.of(page.lang))
        for action in gap.actions[:1]:
            page.say(action, first=capital(BEGIN).of(page.lang))
    if not gaps:
        page.say(NOTHING_MISSING)


def gates_part(page: Page, gates: Sequence[GateView], heading: Text = GATES) -> None:
    """Write what says "not yet"."""
    if gates:
        page.head(heading)
    for gate in gates:
        page.say(gate.opens, "warn", first="! ", indent=2)


def flags_part(page: Page, flags: Sequence[FlagView]) -> None:
    """Write the conditions that people get round."""
    if flags:
        page.head(FLAGS)
    for flag in flags:
        page.say(flag.text, first="- ", indent=2)


def playbook_part(page: Page, playbook: PlaybookView | None) -> None:
    """Write how to go about what brings the person: what to find out, to ask for, by when to decide, what if not."""
    if playbook is None:
        return
    page.head(PLAYBOOK)
    for name, texts in playbook_parts(playbook):
        page.say(name, "bold", indent=2)
        for text in texts:
            page.say(text, first="- ", indent=2)
