"""The rules of the advice as data: tests over what is known, routes, growth, and the constants of the arithmetic."""

from collections.abc import Mapping

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
class Constants:
    """The numbers of the arithmetic. Shares are of 1; why each is what it is stands in `Rules.reasons`."""

    interest: float
    """Share of a line's score: how much what somebody would like to do counts, beside their skills."""

    entry_interest: float
    """Share of a line's score: the same for whoever comes from outside."""

    promotion: float
    """Share added to the score of one's own line, because standing and contacts are there already."""

    settled: float
    """The same for whoever came for something else than their line of work."""

    tie: float
    """Share: lines whose scores differ by no more are told as level."""

    telling_gain: float
    """Share of fit: what a gap has to bring to be worth working on first."""

    unused_scale: float
    """Share of what a post asks that people in it have: the measure of what would lie unused."""

    short_list: float
    """Share of its rung's usual number of requirements, from which a list says all that its post calls for."""

    ready: float
    """Fit from which somebody is ready for a post."""

    within_reach: float
    """Fit from which a post is in reach."""

    offer_reach: float
    """Fit from which a post offered is in reach, where rules judge offers first and say nothing else."""
    smaller_offer: float
    """Fit from which a smaller piece of a post offered is worth having."""

    mastery: float
    """Fit with the present post from which one may talk of the next step."""

    mastery_answered: float
    """Share of what the present post asks that has to be answered before a verdict on it."""

    prior_present: float
    """Share of the level that the present post asks, at which an unanswered skill is supposed."""

    prior_elsewhere: float
    """Share of the level that the rung asks on average, at which a skill is supposed that the post does not ask."""

    prior_sd: float
    """Levels, of the five built-in ones: how far such a supposition spreads."""

    prior_typical: float
    """How likely (0-1) somebody is typical of their post, before they have answered."""

    stop_confidence: float
    """How unlikely (0-1) open questions have to be to change the line, for the asking to stop."""

    stop_answers: float
    """How many skills are answered at least before it stops."""

    stop_questions: float
    """How many skills are asked at most before it stops."""

    stop_line: float
    """How many skills are asked at most to settle the line, where nobody wished to be surer."""

    stop_step: float
    """How many times the doubt that is left of the line may be left of the step."""

    broad_rivals: int
    """How many rivals of the first line are told apart from the beginning on; more are first asked broadly."""

    broad_questions: int
    """How many of the first skills are then those in which all rivals differ most."""

    plan_parallel: int
    """How many skills are worked on at once."""

    path_sideways: int
    """How many steps sideways a path takes at most."""

    path_entries: int
    """By how many posts whoever comes from outside may begin a path."""

    path_steps: int
    """How many places the search for paths looks at, at most."""

    review_months: float
    """Months until one should look again; a way that saves more is shorter, one that saves less hardly is."""


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
    """How to go about a situation: what to find out first, what to ask for, by when to decide, what if it fails."""

    find_out: tuple[Text, ...]
    ask_for: tuple[Text, ...]
    decide_by: Text
    fallback: Text


@dataclass(frozen=True)
class SituationRule:
    """What brings a person, and what that changes: how the step is chosen, from which fit (0-1) a post is in reach.

    step: `offer` (the post offered is judged first), `again` (back into the same post), `lower` (back in a rung lower),
    `own` (no other line yet), `other` (no promotion in one's own line), `elsewhere` (the same post in another
    company), `settled` (as usual, but another line has to lead by more), or `usual`. reach: that of a post offered
    (0-1); None where it is the one that holds for all offers.
    """

    id: str
    when: tuple[Test, ...]
    step: str
    reach: float | None
    because: Text
    playbook: Playbook | None
    sources: tuple[str, ...]

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
