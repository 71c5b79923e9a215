"""What brings a person and what they bring: their answers, their way, their playbook, what they have to show."""

from collections.abc import Iterable, Mapping

from opscareer.advice.routes import Way
from opscareer.advice.strengths import Strength
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.values import IfAsked, Level, Natural, PositionId


@dataclass(frozen=True)
class ProfileView:
    """What is known of a person: the answers, and nothing else.

    chosen: what was chosen of several, by question; notes: what they told in their own words.
    """

    current: tuple[PositionId, ...]
    years: float | None
    years_total: float | None
    goal: PositionId | None
    offer: PositionId | None
    avoid: tuple[str, ...]
    facts: Mapping[str, str]
    levels: Mapping[str, Level]
    not_sure: tuple[str, ...]
    no_opportunity: tuple[str, ...]
    chosen: IfAsked[Mapping[str, tuple[str, ...]]]
    notes: IfAsked[Mapping[str, str]]


@dataclass(frozen=True)
class RouteView:
    """The way to the next role, with the reasons for it, the one that decided first."""

    id: str
    name: Text
    summary: Text
    why: tuple[Text, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ParticularView:
    """What a person told of their case by choosing it, and what to do about it."""

    question: str
    option: str
    label: Text
    say: Text


@dataclass(frozen=True)
class PlaybookView:
    """How to go about what brings a person; first_month: in the post, once it is taken."""

    situation: str
    find_out: tuple[Text, ...]
    ask_for: tuple[Text, ...]
    decide_by: Text
    fallback: Text
    first_month: tuple[Text, ...]


@dataclass(frozen=True)
class StrengthView:
    """What a person has to show: need is what the present post asks, 0 where that asks nothing."""

    skill: str
    name: Text
    have: Level
    need: Level
    proof: tuple[Text, ...]


@dataclass(frozen=True)
class QuestionsView:
    """How many skills were asked about, how many of those were left without a level, and how many there are."""

    asked: Natural
    skipped: Natural
    total: Natural


def profile_view(profile: Profile) -> ProfileView:
    """Return what is known of a person."""
    return ProfileView(
        current=profile.current,
        years=profile.years,
        years_total=profile.years_total,
        goal=profile.goal,
        offer=profile.offer,
        avoid=tuple(sorted(profile.avoid)),
        facts=profile.facts,
        levels=profile.levels,
        not_sure=tuple(sorted(profile.unsure)),
        no_opportunity=tuple(sorted(profile.no_opportunity)),
        chosen=profile.chosen or None,
        notes=profile.notes or None,
    )


def route_view(kb: KnowledgeBase, way: Way | None) -> RouteView | None:
    """Return the way to the next role; None where no rule speaks for one."""
    if way is None:
        return None
    route = next(one for one in kb.rules.routes if one.id == way.route)
    sources = {source for rule in way.rules for source in rule.sources}
    why = tuple(rule.because for rule in way.rules)
    return RouteView(route.id, route.name, way.rules[0].how or route.summary, why, tuple(sorted(sources)))


def particular_views(kb: KnowledgeBase, profile: Profile) -> tuple[ParticularView, ...]:
    """Return what the person told of their case, in the order of the questions, and what to do about each."""
    return tuple(
        ParticularView(question, option.id, option.label, option.say)
        for question, chosen in profile.chosen.items()
        for option in kb.questions[question].options
        if option.id in chosen and option.say
    )


def playbook_view(rule: SituationRule | None) -> PlaybookView | None:
    """Return how to go about what brings the person; None where nothing is told of that."""
    if rule is None or rule.playbook is None:
        return None
    book = rule.playbook
    return PlaybookView(rule.id, book.find_out, book.ask_for, book.decide_by, book.fallback, book.first_month)


def strength_views(kb: KnowledgeBase, strengths: Iterable[Strength]) -> tuple[StrengthView, ...]:
    """Return what the person has to show, each with its proof."""
    skills = ((kb.skills[one.skill], one) for one in strengths)
    return tuple(
        StrengthView(skill.id, skill.name, one.have, one.need, skill.proofs(one.have)) for skill, one in skills
    )


def questions_view(kb: KnowledgeBase, profile: Profile) -> QuestionsView:
    """Return how many skills were asked about."""
    skipped = len(profile.unsure) + len(profile.no_opportunity)
    return QuestionsView(len(profile.levels) + skipped, skipped, len(kb.skills))
