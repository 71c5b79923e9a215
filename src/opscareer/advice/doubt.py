"""What is still open of the step, once the line is settled: whether it is in reach, and what it cannot do without.

Which step a line means is judged by the advice alone (step.py): here it is only asked what it would be if what
is open turned out otherwise.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from opscareer.advice.belief import Belief, Beliefs, point
from opscareer.advice.duel import Duel
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.leading import has_acted, has_led
from opscareer.advice.offered import against, step_to_offer
from opscareer.advice.openings import far_below
from opscareer.advice.reach import reach_of_offer, reach_of_return, reach_of_rises
from opscareer.advice.situation import Situation
from opscareer.advice.standing import Candidate
from opscareer.advice.step import step_in
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement

_LITTLE = 1e-6


class _Bar(NamedTuple):
    """A position, the fit from which it is in reach, and the fit now (0-1)."""

    position: str
    reach: float
    fit: float


def doubts_of(kb: KnowledgeBase, situation: Situation) -> tuple[Duel, ...]:
    """Return what may still turn the step: each position whose reach decides it, against the fit that reach takes."""
    now = _step(kb, situation, situation.beliefs)
    return tuple(_duel(kb, bar, situation) for bar in _bars(kb, situation) if _hangs_on(kb, situation, bar, now))


def leading_decides(kb: KnowledgeBase, situation: Situation) -> str | None:
    """Return the position that comes next only if the person has led people, where nothing was told of that.

    A post that could yet turn out to be in reach counts as if it were.
    """
    leading, beliefs = kb.rules.leading, situation.beliefs
    if leading is None or has_led(kb, situation.profile, beliefs) is not None:
        return None
    least = 1 - kb.rules.constants.stop_confidence
    bars = [bar for bar in _bars(kb, situation) if bar.fit < bar.reach and _duel(kb, bar, situation).flip > least]
    near = [_turned(kb, bar, beliefs) for bar in bars]
    for supposed in (beliefs, *near):
        never, often = (_step(kb, situation, supposed.with_levels({leading.skill: x})) for x in (0, kb.top))
        if often and (never is None or often.position != never.position):
            return often.position
    return None


def led_share(kb: KnowledgeBase, situation: Situation) -> float:
    """Return how likely (0-1) a person has led people, by what is believed where nothing was told."""
    leading = kb.rules.leading
    return sum(situation.beliefs.skills[leading.skill][leading.least :]) if leading else 1.0


def musts_of(kb: KnowledgeBase, situation: Situation) -> Iterator[str]:
    """Yield the skills that the next position cannot do without, the heaviest first."""
    step = situation.next
    asked = kb.positions[step.position].requirements if step else ()
    yield from (r.skill for r in sorted(asked, key=lambda r: (-r.weight, r.skill)) if r.must)


def _step(kb: KnowledgeBase, situation: Situation, beliefs: Beliefs) -> Candidate | None:
    """Return which step the first line, or the post offered, would mean under some beliefs."""
    profile, standing, rule = situation.profile, situation.standing, situation.rule
    offered = step_to_offer(kb, profile, standing, beliefs, rule)
    if offered or not situation.scales:
        return offered
    return step_in(kb, profile, standing, beliefs, situation.scales[0].line, rule)


def _hangs_on(kb: KnowledgeBase, situation: Situation, bar: _Bar, now: Candidate | None) -> bool:
    """Return whether a position becomes the step, or is it no more, if its reach turns out otherwise."""
    then = _step(kb, situation, _turned(kb, bar, situation.beliefs))
    return then != now and bar.position in [step.position for step in (now, then) if step]


def _bars(kb: KnowledgeBase, situation: Situation) -> Iterator[_Bar]:
    """Yield the positions whose reach the step may hang on: the post offered, else those of the first line."""
    standing, offer = situation.standing, situation.profile.offer
    reach = {} if situation.offered else _looked_at(kb, situation)
    if offer and not against(kb, situation.profile, standing, situation.beliefs, offer, situation.rule):
        reach[offer] = reach_of_offer(kb, standing, offer, acted=has_acted(situation.profile))
    if offer and situation.back_in and far_below(kb, standing, offer):  # too low for who still does theirs well
        reach |= dict.fromkeys(standing.positions, kb.rules.constants.mastery)
    for position, bar in reach.items():
        yield _Bar(position, bar, fit_of(requirements_of(kb, position, entry=standing.outside), situation.beliefs))


def _looked_at(kb: KnowledgeBase, situation: Situation) -> dict[str, float]:
    """Return the reach (0-1) of those positions of the first line that may tell what comes next."""
    if situation.standing.outside or not situation.scales:
        return {}
    line, rule = situation.scales[0].line, situation.rule
    if line.own and rule and rule.back_in:
        return {line.present: reach_of_return(kb, line.present, lower=rule.step == "lower")}
    if line.own:
        return reach_of_rises(kb, situation.standing, situation.profile, line.present)
    above = [line.diagonal.end] if line.diagonal else []
    return dict.fromkeys(above, kb.rules.constants.within_reach)


def _turned(kb: KnowledgeBase, bar: _Bar, beliefs: Beliefs) -> Beliefs:
    """Return beliefs under which a position is just in reach where now it is not, or the other way round.

    All that is open of it is believed higher, or lower, in the same measure: a fit goes with the beliefs in a straight
    line. The same beliefs where that cannot be.
    """
    rising = bar.fit < bar.reach
    open_ = _open_of(kb, bar.position, beliefs)
    weight = sum(r.weight for r in open_)
    there = fit_of(open_, beliefs)
    room = weight - there if rising else there
    way = bar.reach - bar.fit + _LITTLE if rising else bar.fit - bar.reach + _LITTLE
    if way > room:
        return beliefs
    share, end = way / room, point(kb.top if rising else 0, kb.top)
    skills = {r.skill: _mixed(beliefs.skills[r.skill], end, share) for r in open_}
    return replace(beliefs, skills={**beliefs.skills, **skills})


def _duel(kb: KnowledgeBase, bar: _Bar, situation: Situation) -> Duel:
    """Return a position against its bar: how far its fit is from it, and the variance that each open skill brings."""
    spread = {
        f"skill.{r.skill}": r.weight**2 * _variance(situation.beliefs.skills[r.skill], r.level)
        for r in _open_of(kb, bar.position, situation.beliefs)
    }
    return Duel(bar.position, abs(bar.fit - bar.reach), spread)


def _open_of(kb: KnowledgeBase, position: str, beliefs: Beliefs) -> list[Requirement]:
    return [r for r in kb.positions[position].requirements if r.skill not in beliefs.answered]


def _mixed(belief: Belief, other: Belief, share: float) -> Belief:
    return tuple((1 - share) * a + share * b for a, b in zip(belief, other, strict=True))


def _variance(belief: Belief, level: int) -> float:
    met = [min(x / level, 1.0) for x in range(len(belief))]
    mean = sum(share * value for share, value in zip(belief, met, strict=True))
    return sum(share * (value - mean) ** 2 for share, value in zip(belief, met, strict=True))
