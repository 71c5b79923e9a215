"""The rules of the advice as data: tests over what is known, routes, growth, and the constants of the arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass

from opscareer.text import Text

YEAR = 12
"""Months."""


@dataclass(frozen=True, slots=True)
class Test:
    """A test of one thing that is known: one of some words, or a number at least or below a bound.

    What is not known passes no test.
    """

    __test__ = False  # pytest: this is a word of the product, not a test case

    name: str
    one_of: tuple[str, ...] = ()
    at_least: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """A number of the arithmetic with the reason for it."""

    value: float
    why: Text


@dataclass(frozen=True, slots=True)
class Route:
    """A way by which people get to their next role."""

    id: str
    name: Text
    summary: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteRule:
    """If all tests hold, this route, for this reason. The first that holds decides."""

    route: str
    when: tuple[Test, ...]
    because: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """Advice on how to grow that belongs to no single skill, given where all tests hold."""

    id: str
    when: tuple[Test, ...]
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleRule:
    """Who holds a title on one rung without its substance is advised as on another one."""

    rung: str
    advised_as: str
    when: tuple[Test, ...]
    unless: tuple[Test, ...]
    because: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Playbook:
    """How to go about a situation: what to find out first, what to ask for, by when to decide, what if it fails."""

    find_out: tuple[Text, ...]
    ask_for: tuple[Text, ...]
    decide_by: Text
    fallback: Text


@dataclass(frozen=True, slots=True)
class SituationRule:
    """What brings a person, and what that changes: how the step is chosen, from which fit (0-1) a post is in reach.

    step: `offer` (the post offered is judged first), `again` (back into the same post), `lower` (back in a rung lower),
    `own` (no other line yet), `other` (no promotion in one's own line), `elsewhere` (the same post in another
    company), or `usual`. reach: None where it is as usual.
    """

    id: str
    when: tuple[Test, ...]
    step: str
    reach: float | None
    because: Text
    playbook: Playbook | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leading:
    """The skill of leading people, the level (1-5) from which somebody has led, and the groups of skills it adds to."""

    skill: str
    least: int
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of a knowledge base."""

    constants: Mapping[str, Constant]
    months: tuple[float, ...]
    routes: tuple[Route, ...]
    route_rules: tuple[RouteRule, ...]
    growth: tuple[Growth, ...]
    titles: tuple[TitleRule, ...]
    situations: tuple[SituationRule, ...] = ()
    leading: Leading | None = None

    def __getitem__(self, name: str) -> float:
        """Return the value of a constant."""
        return self.constants[name].value
