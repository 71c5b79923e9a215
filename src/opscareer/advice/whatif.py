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
class Turn:
    """An answer that alone, a level lower or higher, puts another position first."""

    skill: str
    to: int
    next: str


@dataclass(frozen=True)
class Steadiness:
    """The advice with every answer one level lower and one higher; stable where the position stays the same.

    turns: the single answers on which the position hangs.
    """

    lower: Shifted
    higher: Shifted
    stable: bool
    turns: tuple[Turn, ...] = ()


def effects_of(kb: KnowledgeBase, advice: Advice) -> tuple[Effect, ...]:
    """Return what one level more of each skill would do, the largest gain of fit first; idle ones are left out."""
    if advice.next is None:
        return ()
    found = [_effect(kb, advice.situation, advice.next, skill) for skill in kb.skills]
    telling = [e for e in found if e.fit_gain > 1e-9 or e.opens or e.next != advice.next.position]
    return tuple(sorted(telling, key=lambda e: (-e.fit_gain, e.skill)))


def suppose(kb: KnowledgeBase, situation: Situation, levels: Mapping[str, int]) -> Situation:
    """Return the situation with some skills supposed at other levels; what is believed of the others stays.

    To come further in one skill says nothing of another: not what is believed of it, nor how high all answers lean.
    """
    return ranked(kb, situation, situation.beliefs.with_levels(levels), levels.keys())


def supposition_of(kb: KnowledgeBase, advice: Advice, levels: Mapping[str, int]) -> Supposition:
    """Return what would come first, stood some skills at other levels (0 to the highest) and all else as it is."""
    then, before = suppose(kb, advice.situation, levels), advice.next
    return Supposition(before, best_of(kb, then), opened(kb, before, then) if before else ())


def opened(kb: KnowledgeBase, before: Prospect, then: Situation) -> tuple[str, ...]:
    """Return the skills whose gates stand before a position, and no more in another situation."""
    if not before.gates:
        return ()
    return _without(before.gates, gates_of(kb, before.candidate, then.standing, then.beliefs, then.profile))


def _without(before: tuple[Gate, ...], after: tuple[Gate, ...]) -> tuple[str, ...]:
    closed = {gate.skill for gate in after}
    return tuple(gate.skill for gate in before if gate.skill not in closed)


def steadiness_of(kb: KnowledgeBase, advice: Advice) -> Steadiness:
    """Return whether the advice survives self-ratings a level too high or too low (they lean high, d = .32)."""
    lower, higher = (_shifted(kb, advice.situation, by) for by in (-1, 1))
    here = advice.next.position if advice.next else None
    return Steadiness(lower, higher, lower.position == here == higher.position, _turns(kb, advice.situation))


def _turns(kb: KnowledgeBase, situation: Situation) -> tuple[Turn, ...]:
    """Return each answer that was told and that alone, a level off, would put another position first."""
    off = [(skill, level + by) for skill, level in situation.profile.levels.items() for by in (-1, 1)]
    found = ((skill, to, suppose(kb, situation, {skill: to}).leader) for skill, to in off if 0 <= to <= kb.top)
    return tuple(Turn(skill, to, leader) for skill, to, leader in found if leader and leader != situation.leader)


def _effect(kb: KnowledgeBase, situation: Situation, prospect: Prospect, skill: str) -> Effect:
    to = min(kb.top, supposed(situation.beliefs.skills[skill]) + 1)
    after = suppose(kb, situation, {skill: to})
    there = fit_of(worked_on(kb, prospect), after.beliefs)  # of the same position: then another might be worked on
    return Effect(skill, to, there - prospect.fit, opened(kb, prospect, after), after.leader or "")


def _shifted(kb: KnowledgeBase, situation: Situation, by: int) -> Shifted:
    levels = {skill: min(max(level + by, 0), kb.top) for skill, level in situation.profile.levels.items()}
    best = best_of(kb, retold(kb, situation, replace(situation.profile, levels=levels)))
    return Shifted(best.position, best.verdict) if best else Shifted(None, None)
