"""An ad read: its clauses, its title if it has one, its conditions, and guesses of its role and its rung."""

from collections.abc import Iterable
from dataclasses import dataclass

from opscareer.match.clauses import Clause, clauses
from opscareer.match.conditions import conditions_of
from opscareer.match.guess import Guesser
from opscareer.match.plain import Plain, plain
from opscareer.model.ad import Conditions
from opscareer.model.kb import KnowledgeBase
from opscareer.model.market import Cue, Market

_LONGEST_TITLE = 40  # letters
_YEARS = (0, 1, 2, 3, 5, 8)


@dataclass(frozen=True)
class Ad:
    """A job ad: the text to search, its clauses, its title (empty where it has none), what it asks besides skills."""

    plain: Plain
    clauses: tuple[Clause, ...]
    title: str
    conditions: Conditions


def read(text: str) -> Ad:
    """Return an ad read from its text; a short first line that is no sentence is its title."""
    whole = plain(text)
    found = tuple(clauses(whole.text))
    return Ad(whole, found, _title(whole.text), conditions_of(found))


def role_guesser(kb: KnowledgeBase, market: Market) -> Guesser:
    """Return what tells the role of an ad: the roles whose line begins on the lowest rung."""
    lowest = next(iter(kb.rungs))
    ids = [role for role in kb.roles if f"{role}/{lowest}" in kb.positions]
    return Guesser(ids, _role_cues(kb, market, ids), market.roles)


def rung_guesser(kb: KnowledgeBase, market: Market) -> Guesser:
    """Return what tells the rung of an ad: the rungs that ads were counted of; where nobody has counted, all."""
    known = {cue.word for cue in market.rung_cues}
    names = [Cue(name, (rung.id,), {}) for rung in kb.rungs.values() for name in _names(rung.name) if name not in known]
    counted = [rung for rung in kb.rungs if market.rungs.get(rung)]
    return Guesser(counted or kb.rungs, (*market.rung_cues, *names), market.rungs)


def years_cue(years: int | None) -> tuple[str, ...]:
    """Return the cue that stands for the years an ad asks, none where it does not say."""
    return () if years is None else (f"@years-{max(bound for bound in _YEARS if bound <= years)}",)


def _role_cues(kb: KnowledgeBase, market: Market, ids: Iterable[str]) -> Iterable[Cue]:
    """Return the cues of the market, and the names of positions that are none of them."""
    own: dict[str, set[str]] = {}
    for position in kb.positions.values():
        if position.role in ids:
            for name in (*position.title, *position.aliases.zh, *position.aliases.en):
                own.setdefault(name, set()).add(position.role)
    known = {cue.word for cue in market.role_cues}
    return (
        *market.role_cues,
        *(Cue(name, tuple(sorted(roles)), {}) for name, roles in own.items() if name not in known),
    )


def _names(text: Iterable[str]) -> list[str]:
    return [name.strip() for told in text for name in told.split("/")]


def _title(text: str) -> str:
    """Return the title with the blanks before it, so that its end is where it ends in the text."""
    line = text.lstrip().partition("\n")[0]
    short = line and len(line) <= _LONGEST_TITLE and not any(mark in line for mark in "。;:,.")
    return text[: text.index(line) + len(line)] if short else ""
