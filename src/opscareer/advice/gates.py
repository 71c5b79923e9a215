"""Gates say "not yet", by name and with what opens them; flags are conditions that people get round.

Neither changes a fit or a score.
"""

from collections.abc import Iterable
from typing import Literal

from opscareer.advice.belief import Beliefs, mean, nearest
from opscareer.advice.fit import Gap, asked_of
from opscareer.advice.leading import has_acted, has_led, leads
from opscareer.advice.standing import Candidate, Standing, highest_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.role import Condition, Position, Requirement
from opscareer.model.rules import YEAR
from opscareer.model.step import Verdict
from opscareer.records import dataclass

NEW = 1 / 3
"""Share of the time due on a rung under which somebody is new in their post."""


@dataclass(frozen=True)
class Gate:
    """A must skill more than a step short (levels from 0), people never led, or too little time on the rung (years).

    have is None where it is not known: nobody is called ready on what is not known.
    """

    kind: Literal["skill", "lead", "time"]
    skill: str
    have: float | None
    need: float


@dataclass(frozen=True)
class Flag:
    """A condition that employers state and the person does not meet; ids of the options of a question."""

    condition: Condition
    have: str


def gates_of(
    kb: KnowledgeBase, candidate: Candidate, standing: Standing, beliefs: Beliefs, profile: Profile
) -> tuple[Gate, ...]:
    """Return the gates between a person and a position, skills first."""
    skills = skill_gates_of(kb, asked_of(kb, candidate), beliefs)
    lead = _lead_gate(kb, candidate.position, beliefs, profile)
    time = None if candidate.entering else _time_gate(kb, candidate.position, standing, profile)
    shut = {gate.skill for gate in skills}
    return (*skills, *([lead] if lead and lead.skill not in shut else []), *([time] if time else []))


def skill_gates_of(kb: KnowledgeBase, requirements: Iterable[Requirement], beliefs: Beliefs) -> tuple[Gate, ...]:
    """Return the gates of skills alone."""
    return tuple(gate for r in requirements if r.must and (gate := _skill_gate(r, beliefs, kb.step)))


def bars_of(kb: KnowledgeBase, requirements: Iterable[Requirement], beliefs: Beliefs) -> dict[str, int]:
    """Return from which level each skill is no bar to being ready any more, of those that are one now.

    A must that nobody told is, and whatever was told to be more than a step short.
    """
    believed, told = beliefs.skills, beliefs.answered
    return {
        r.skill: r.level - kb.step
        for r in requirements
        if (_too_far(kb, r.level, mean(believed[r.skill])) if r.skill in told else r.must)
    }


def enough(kb: KnowledgeBase, fit: float) -> bool:
    """Return whether a fit (0-1) is enough to be ready; a sum of shares must not miss it by a last digit."""
    return round(fit, 9) >= kb.rules.constants.ready


def flags_of(kb: KnowledgeBase, position: str, profile: Profile) -> tuple[Flag, ...]:
    """Return the conditions of a position that what is known of the person falls short of."""
    where = kb.positions[position]
    return tuple(
        Flag(condition, profile.facts[condition.fact])
        for condition in conditions_of(kb, where)
        if condition.fact in profile.facts and _short(kb, condition, profile.facts[condition.fact])
    )


def conditions_of(kb: KnowledgeBase, position: Position) -> Iterable[Condition]:
    """Return the conditions of a role that bear on one of its positions."""
    return [c for c in kb.roles[position.role].conditions if not c.rungs or position.rung in c.rungs]


def verdict_of(
    kb: KnowledgeBase, fit: float, gates: tuple[Gate, ...], gaps: Iterable[Gap] = (), reach: float | None = None
) -> Verdict:
    """Return how near a position is, from fit (0-1), gates and gaps: with one of more than a step nobody is ready.

    reach: the fit from which it is within reach, where that is not what holds for all.
    """
    far = any(_too_far(kb, gap.need, gap.expected) for gap in gaps if not gap.assumed)
    if enough(kb, fit) and not gates and not far:
        return "ready"
    near = kb.rules.constants.within_reach if reach is None else reach
    return "within-reach" if round(fit, 9) >= near else "build-first"


def _too_far(kb: KnowledgeBase, need: int, expected: float) -> bool:
    """Return whether a level that was told, as it is expected, is more than a step short."""
    return need - nearest(expected) > kb.step


def _skill_gate(requirement: Requirement, beliefs: Beliefs, step: int) -> Gate | None:
    skill, need = requirement.skill, requirement.level
    if skill not in beliefs.answered:
        return Gate("skill", skill, None, need)
    if skill in beliefs.unproved:
        return Gate("skill", skill, None, need) if need > step else None
    have = beliefs.skills[skill].index(1.0)
    return Gate("skill", skill, have, need) if need - have > step else None


def _lead_gate(kb: KnowledgeBase, position: str, beliefs: Beliefs, profile: Profile) -> Gate | None:
    """Return the gate of leading people: nobody is ready for a post that leads who has led nobody."""
    leading = kb.rules.leading
    if leading is None or not leads(kb, position) or has_led(kb, profile, beliefs):
        return None
    told = leading.skill in beliefs.answered - beliefs.unproved
    return Gate("lead", leading.skill, mean(beliefs.skills[leading.skill]) if told else None, leading.least)


def _time_gate(kb: KnowledgeBase, position: str, standing: Standing, profile: Profile) -> Gate | None:
    """Return the gate of time: only a way up waits for it, and no title that is held."""
    if standing.holds(position) or not upwards(kb, position, standing) or not months_due(kb, standing, profile):
        return None
    return Gate("time", "", profile.years, least_years(kb, standing))


def upwards(kb: KnowledgeBase, position: str, standing: Standing) -> bool:
    """Return whether a position is a way up: on a higher rung, or a promotion that stays on the rung (COO to CEO).

    Who holds a lower post besides does not rise from that one.
    """
    risen = any(position in kb.promotions(held) for held in highest_of(kb, standing))
    return risen or kb.order(position) > kb.rungs[standing.rung].order


def months_due(kb: KnowledgeBase, standing: Standing, profile: Profile) -> float:
    """Return the months still to serve before one can rise from where one stands.

    Who acted for somebody above has served them; years that nobody told are none.
    """
    if has_acted(profile):
        return 0.0
    return max(0.0, round(YEAR * (least_years(kb, standing) - (profile.years or 0.0)), 9))


def is_new(kb: KnowledgeBase, standing: Standing, profile: Profile) -> bool:
    """Return whether somebody told that they served less than a third of the time due, and has not acted for others."""
    if profile.years is None or has_acted(profile):
        return False
    return profile.years < least_years(kb, standing) * NEW


def least_years(kb: KnowledgeBase, standing: Standing) -> float:
    """Return the least years before the next rung: of several posts equally high, those of the fastest line."""
    return min((kb.years(position)[0] for position in highest_of(kb, standing)), default=0.0)


def _short(kb: KnowledgeBase, condition: Condition, have: str) -> bool:
    scale = list(kb.questions[condition.fact].labels)
    return have in scale and scale.index(have) < scale.index(condition.least)
