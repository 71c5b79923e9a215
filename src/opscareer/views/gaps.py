"""What stands between a person and a position: gaps with what to do about each, gates, conditions that are not met."""

from collections.abc import Iterable
from typing import Literal

from opscareer.advice import Flag, Gap, Gate, Prospect, Situation, by_group, worked_on
from opscareer.advice.acting import actions_for, exposure_for
from opscareer.advice.heights import rise_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.step import StepKind, Verdict
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.steps import StepWords, step_words
from opscareer.views.values import Level, Need, OnPages, PositionId, Share
from opscareer.views.words.gates import gate_text
from opscareer.views.words.units import fit_text


@dataclass(frozen=True)
class GapView:
    """A skill that is short of what a position asks.

    have: the level told, null where none was; expected: the level believed; gain: what closing it adds to the fit;
    exposure: whom to ask for a first opportunity where there was none.
    """

    skill: str
    name: Text
    have: Level | None
    need: Need
    weight: Share
    gain: Share
    assumed: bool
    expected: float
    no_opportunity: bool
    actions: tuple[Text, ...]
    exposure: OnPages[Text | None]


@dataclass(frozen=True)
class GateView:
    """What says "not yet", and what opens it: levels of a skill, or years on the rung; null where it is not known."""

    kind: Literal["skill", "lead", "time"]
    skill: str | None
    have: float | None
    need: float
    opens: Text


@dataclass(frozen=True)
class FlagView:
    """A condition that employers state and the person does not meet."""

    fact: str
    have: str
    least: str
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True)
class GroupView:
    """A group of skills: its part of what a position asks, and how much of that part is there.

    there: that as it is shown, a band where too little of the group was told.
    """

    group: str
    name: Text
    weight: Share
    met: Share
    there: str


@dataclass(frozen=True)
class GapsView:
    """All that stands between a person and one position; rise: by how many levels that rises, below 0 falls."""

    position: PositionId
    title: Text
    kind: StepKind
    rise: int
    fit: Share
    verdict: Verdict
    gaps: tuple[GapView, ...]
    gates: tuple[GateView, ...]
    flags: tuple[FlagView, ...]
    words: OnPages[StepWords]
    groups: OnPages[tuple[GroupView, ...]]


def gaps_view(kb: KnowledgeBase, situation: Situation, prospect: Prospect) -> GapsView:
    """Return what stands between a person and the position of a prospect."""
    return GapsView(
        position=prospect.position,
        title=kb.positions[prospect.position].title,
        kind=prospect.candidate.kind,
        rise=rise_of(kb, prospect.candidate),
        fit=prospect.fit,
        verdict=prospect.verdict,
        gaps=gap_views(kb, situation.profile, prospect.gaps),
        gates=gate_views(kb, prospect.gates),
        flags=flag_views(prospect.flags),
        words=step_words(kb, situation.profile, prospect),
        groups=group_views(kb, situation, prospect),
    )


def gap_views(kb: KnowledgeBase, profile: Profile, gaps: Iterable[Gap]) -> tuple[GapView, ...]:
    """Return gaps with what to do about each."""
    return tuple(_gap(kb, profile, gap) for gap in gaps)


def gate_views(kb: KnowledgeBase, gates: Iterable[Gate]) -> tuple[GateView, ...]:
    """Return gates with what opens them."""
    return tuple(GateView(gate.kind, gate.skill or None, gate.have, gate.need, gate_text(kb, gate)) for gate in gates)


def flag_views(flags: Iterable[Flag]) -> tuple[FlagView, ...]:
    """Return the conditions that are not met."""
    stated = ((flag.condition, flag.have) for flag in flags)
    return tuple(FlagView(one.fact, have, one.least, one.text, one.sources) for one, have in stated)


def group_views(kb: KnowledgeBase, situation: Situation, prospect: Prospect) -> tuple[GroupView, ...]:
    """Return how far each group of skills is there that the position asks for which the fit is of."""
    names = {group.id: group.name for group in kb.groups}
    found = by_group(kb, worked_on(kb, prospect), situation.beliefs)
    return tuple(
        GroupView(one.group, names[one.group], one.weight, one.met, fit_text(one.met, one.answered)) for one in found
    )


def _gap(kb: KnowledgeBase, profile: Profile, gap: Gap) -> GapView:
    untried = gap.skill in profile.no_opportunity
    return GapView(
        skill=gap.skill,
        name=kb.skills[gap.skill].name,
        have=gap.have,
        need=gap.need,
        weight=gap.weight,
        gain=gap.gain,
        assumed=gap.assumed,
        expected=gap.expected,
        no_opportunity=untried,
        actions=actions_for(kb, profile, gap.skill, gap.step),
        exposure=exposure_for(kb, profile, gap.skill) if untried else None,
    )
