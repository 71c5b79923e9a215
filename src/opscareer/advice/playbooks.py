"""What a situation tells one person: a line that their own answers settle already is left out, or told otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from opscareer.model.profile import Profile
from opscareer.model.rules import Playbook, SituationRule
from opscareer.text import Text

Otherwise = Mapping[Text, Text | None]


def told_to(rule: SituationRule, profile: Profile) -> SituationRule:
    """Return a rule with its reason and playbook as they are told to a person: nothing is asked that they told."""
    known = {question: {told} for question, told in profile.facts.items()}
    known |= {question: set(chosen) for question, chosen in profile.chosen.items()}
    otherwise = {
        line.line: line.instead
        for line in rule.settled
        if any(known.get(question, set()) & {*options} for question, options in line.by.items())
    }
    if not otherwise:
        return rule
    book = _book(rule.playbook, otherwise) if rule.playbook else None
    return replace(rule, because=_line(rule.because, otherwise), playbook=book)


def _book(book: Playbook, otherwise: Otherwise) -> Playbook:
    return Playbook(
        find_out=_lines(book.find_out, otherwise),
        ask_for=_lines(book.ask_for, otherwise),
        decide_by=_line(book.decide_by, otherwise),
        fallback=_line(book.fallback, otherwise),
        first_month=_lines(book.first_month, otherwise),
    )


def _line(text: Text, otherwise: Otherwise) -> Text:
    return otherwise.get(text) or text


def _lines(texts: Iterable[Text], otherwise: Otherwise) -> tuple[Text, ...]:
    """Return lines as they are told; two that are told alike now are told once."""
    told = dict.fromkeys(otherwise.get(text, text) for text in texts)
    return tuple(text for text in told if text)
