"""What would change with skills at other levels: the fit, the gates, the next role."""

from collections.abc import Iterable, Mapping

from opscareer.advice import Advice, Effect, Prospect, effects_of, supposition_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.step import Verdict
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.steps import StepWords, step_words
from opscareer.views.values import Level, OnPages, PositionId, Share


@dataclass(frozen=True)
class EffectView:
    """What one level more of a skill does: to the fit, to gates (by their skills), to the next role.

    turns: the title of the next role, where that becomes another one.
    """

    skill: str
    to: Level
    fit_gain: float
    opens: tuple[str, ...]
    next: PositionId | None
    name: OnPages[Text]
    turns: OnPages[Text | None]


@dataclass(frozen=True)
class OutcomeView:
    """What comes next, before or after a supposition; null where nothing does."""

    next: PositionId | None
    fit: Share | None
    verdict: Verdict | None
    words: OnPages[StepWords | None]


@dataclass(frozen=True)
class WhatIfView:
    """The advice before and after a supposition; without one, what one level more of each skill would do.

    supposed: whether anything was; aim: the title of the position that the fit is of; opened: names of skills;
    raised: what was supposed, each skill with its name.
    """

    before: OutcomeView
    after: OutcomeView
    opens: tuple[str, ...]
    effects: tuple[EffectView, ...]
    supposed: OnPages[bool]
    aim: OnPages[Text | None]
    opened: OnPages[tuple[Text, ...]]
    raised: OnPages[tuple[tuple[str, Text], ...]]


def what_if_view(kb: KnowledgeBase, advice: Advice, levels: Mapping[str, int]) -> WhatIfView:
    """Return what would change with some skills at other levels (0 to the highest); without any, by one level more."""
    profile, before, found = advice.situation.profile, advice.next, supposition_of(kb, advice, levels)
    return WhatIfView(
        before=_outcome(kb, profile, before),
        after=_outcome(kb, profile, found.after),
        opens=found.opens,
        effects=effect_views(kb, before, () if levels else effects_of(kb, advice)),
        supposed=bool(levels),
        aim=kb.positions[before.gaps_of].title if before else None,
        opened=tuple(kb.skills[skill].name for skill in found.opens),
        raised=tuple((skill, kb.skills[skill].name) for skill in levels),
    )


def effect_views(kb: KnowledgeBase, before: Prospect | None, effects: Iterable[Effect]) -> tuple[EffectView, ...]:
    """Return what one level more of each skill would do to what comes next."""
    return tuple(_effect(kb, before, effect) for effect in effects)


def _effect(kb: KnowledgeBase, before: Prospect | None, effect: Effect) -> EffectView:
    turns = before is not None and effect.next not in ("", before.position)
    return EffectView(
        skill=effect.skill,
        to=effect.to,
        fit_gain=effect.fit_gain,
        opens=effect.opens,
        next=effect.next or None,
        name=kb.skills[effect.skill].name,
        turns=kb.positions[effect.next].title if turns else None,
    )


def _outcome(kb: KnowledgeBase, profile: Profile, one: Prospect | None) -> OutcomeView:
    if one is None:
        return OutcomeView(None, None, None, None)
    return OutcomeView(one.position, one.fit, one.verdict, step_words(kb, profile, one))
