"""The rules of the advice as data: tests over what is known, routes, growth, situations."""

from collections.abc import Mapping

from opscareer.model.constants import Constants
from opscareer.records import dataclass
from opscareer.text import Text

YEAR = 12
"""Months."""


@dataclass(frozen=True)
class Test:
    """A test of one thing that is known: one of some words, or a number at least or below a bound.

    What is not known passes no test.
    """

    __test__ = False  # pytest: this is a word of the product, not a test case

    name: str
    one_of: tuple[str, ...] = ()
    at_least: float | None = None
    below: float | None = None


@dataclass(frozen=True)
class Route:
    """A way by which people get to their next role."""

    id: str
    name: Text
    summary: Text
    sources: tuple[str, ...]


@dataclass(frozen=True)
class RouteRule:
    """If all tests hold, this route, for this reason. The first that holds decides.

    how: how to go about it then, where that is not what the route says for all.
    """

    route: str
    when: tuple[Test, ...]
    because: Text
    sources: tuple[str, ...]
    how: Text | None = None


@dataclass(frozen=True)
class Growth:
    """Advice on how to grow that belongs to no single skill, given where all tests hold."""

    id: str
    when: tuple[Test, ...]
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True)
class TitleRule:
    """Who holds a title on one rung without its substance is advised as on another one."""

    rung: str
    advised_as: str
    when: tuple[Test, ...]
    unless: tuple[Test, ...]
    because: Text
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Playbook:
    """How to go about a situation: what to find out first, what to ask for, by when to decide, what if it fails.

    first_month: what to do in the post once it is taken; nothing where there is none to take.
    """

    find_out: tuple[Text, ...]
    ask_for: tuple[Text, ...]
    decide_by: Text
    fallback: Text
    first_month: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Settled:
    """A line that some answers settle already: options by question; instead: what is told then, None for nothing."""

    line: Text
    by: Mapping[str, tuple[str, ...]]
    instead: Text | None = None


@dataclass(frozen=True)
class SituationRule:
    """What brings a person, and what that changes: how the step is chosen, from which fit (0-1) a post is in reach.

    step: `offer` (the post offered is judged first), `again` (back into the same post), `lower` (back in a rung lower),
    `own` (no other line yet), `other` (no promotion in one's own line), `elsewhere` (the same post in another
    company), `settled` (as usual, but another line has to lead by more), `build` (as that, and the present post is
    built first until it is done well), or `usual`. reach: that of a post offered (0-1); None where it is the one that
    holds for all offers. settled: which of its lines an answer may settle. portable: whether skills are best raised
    where nothing is lost with the company, as those without a post raise them. answer: what the person is told first,
    in a sentence, with the {post} held, the {share} of it that is done, and the {next} one.
    """

    id: str
    when: tuple[Test, ...]
    step: str
    reach: float | None
    because: Text
    playbook: Playbook | None
    sources: tuple[str, ...]
    settled: tuple[Settled, ...] = ()
    portable: bool = False
    answer: Text | None = None

    @property
    def back_in(self) -> bool:
        """Whether posts of the same height, or one lower, come first."""
        return self.step in ("again", "lower")


@dataclass(frozen=True)
class Leading:
    """The skill of leading people, the level (1-5) from which somebody has led, and the groups of skills it adds to."""

    skill: str
    least: int
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rules:
    """All rules of a knowledge base. reasons: why each constant is what it is, by its name."""

    constants: Constants
    reasons: Mapping[str, Text]
    months: tuple[float, ...]
    routes: tuple[Route, ...]
    route_rules: tuple[RouteRule, ...]
    growth: tuple[Growth, ...]
    titles: tuple[TitleRule, ...]
    situations: tuple[SituationRule, ...] = ()
    leading: Leading | None = None
