"""What would change: one skill one level up, and the whole advice with every answer a level lower or higher."""

from collections.abc import Mapping
from dataclasses import replace

from opscareer.advice.advise import Advice
from opscareer.advice.belief import supposed
from opscareer.advice.fit import fit_of
from opscareer.advice.gates import Gate, gates_of
from opscareer.advice.prospect import Prospect, best_of, worked_on
from opscareer.advice.situation import Situation, ranked, retold
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.step import Verdict
from opscareer.records import dataclass


@dataclass(frozen=True)
class Effect:
    """One skill supposed at a level: how the fit of the suggested role moves, which gates open, what comes first."""

    skill: str
    to: int
    fit_gain: float
    opens: tuple[str, ...]
    next: str


@dataclass(frozen=True)
class Supposition:
    """What comes first before and after some skills are supposed at other levels, and the skills whose gates open."""

    before: Prospect | None
    after: Prospect | None
    opens: tuple[str, ...]


@dataclass(frozen=True)
class Shifted:
    """The suggested position and its verdict, with every answer shifted."""

    position: str | None
    verdict: Verdict | None


@dataclass(frozen=True)
class Steadiness:
    """The advice with every answer one level lower and one higher; stable where the position stays the same."""

    lower: Shifted
    higher: Shifted
    stable: bool


def effects_of(kb: KnowledgeBase, advice: Advice) -> tuple[Effect, ...]:
    """Return what one level more of each skill would do, the largest gain of fit first; idle ones are left out."""
    if advice.next is None:
        return ()
    found = [_effect(kb, advice.situation, advice.next, skill) for skill in kb.skills]
    telling = [e for e in found if e.fit_gain > 1e-9 or e.opens or e.next != advice.next.position]
    return tuple(sorted(telling, key=lambda e: (-e.fit_gain, e.skill)))


def suppose(kb: KnowledgeBase, situation: Situation, levels: Mapping[str, int]) -> Situation:
    """Return the situation with some skills supposed at other levels; what is believed of the others stays."""
    return ranked(kb, situation, situation.beliefs.with_levels(levels), levels.keys())


def supposition_of(kb: KnowledgeBase, advice: Advice, levels: Mapping[str, int]) -> Supposition:
    """Return what `assess` would say, were some skills answered with other levels (0 to the highest).

    What is believed of all that was not told follows anew, as it would from these answers.
    """
    then, before = retold(kb, advice.situation, _answering(advice.situation.profile, levels)), advice.next
    return Supposition(before, best_of(kb, then), _opened(kb, before, then) if before else ())


def _answering(profile: Profile, levels: Mapping[str, int]) -> Profile:
    """Return a person who had told these levels, whatever else they told of these skills."""
    told = levels.keys()
    return replace(
        profile,
        levels={**profile.levels, **levels},
        unsure=profile.unsure - told,
        no_opportunity=profile.no_opportunity - told,
    )


def opened(before: Prospect, after: Prospect) -> tuple[str, ...]:
    """Return the skills whose gates are open in the second prospect and not in the first."""
    return _without(before.gates, after.gates)


def _without(before: tuple[Gate, ...], after: tuple[Gate, ...]) -> tuple[str, ...]:
    closed = {gate.skill for gate in after}
    return tuple(gate.skill for gate in before if gate.skill not in closed)


def steadiness_of(kb: KnowledgeBase, advice: Advice) -> Steadiness:
    """Return whether the advice survives self-ratings a level too high or too low (they lean high, d = .32)."""
    lower, higher = (_shifted(kb, advice.situation, by) for by in (-1, 1))
    here = advice.next.position if advice.next else None
    return Steadiness(lower, higher, lower.position == here == higher.position)


def _effect(kb: KnowledgeBase, situation: Situation, prospect: Prospect, skill: str) -> Effect:
    to = min(kb.top, supposed(situation.beliefs.skills[skill]) + 1)
    after = retold(kb, situation, _answering(situation.profile, {skill: to}))
    opens = _opened(kb, prospect, after)
    gain = _fit_in(kb, after, prospect) - prospect.fit if _adds(kb, situation, prospect, skill, to) else 0.0
    return Effect(skill, to, gain, opens, after.leader or "")


def _adds(kb: KnowledgeBase, situation: Situation, prospect: Prospect, skill: str, to: int) -> bool:
    """Return whether a level of a skill adds to a fit by itself: what is not asked adds none."""
    asked = worked_on(kb, prospect)
    if all(r.skill != skill for r in asked):
        return False
    return fit_of(asked, situation.beliefs.with_levels({skill: to})) > prospect.fit


def _opened(kb: KnowledgeBase, before: Prospect, then: Situation) -> tuple[str, ...]:
    """Return the skills whose gates stand before a position, and no more in another situation."""
    if not before.gates:
        return ()
    return _without(before.gates, gates_of(kb, before.candidate, then.standing, then.beliefs, then.profile))


def _fit_in(kb: KnowledgeBase, situation: Situation, prospect: Prospect) -> float:
    """Return the fit to what a prospect works on, in another situation: there it might work on something else."""
    return fit_of(worked_on(kb, prospect), situation.beliefs)


def _shifted(kb: KnowledgeBase, situation: Situation, by: int) -> Shifted:
    levels = {skill: min(max(level + by, 0), kb.top) for skill, level in situation.profile.levels.items()}
    best = best_of(kb, retold(kb, situation, replace(situation.profile, levels=levels)))
    return Shifted(best.position, best.verdict) if best else Shifted(None, None)
