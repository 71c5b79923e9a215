"""A position held against a person: how near it is, what is missing and in which order, and what stands before it."""

from collections.abc import Iterable
from dataclasses import replace

from opscareer.advice.fit import Gap, asked_of, fit_of, gaps_of, mastery_of, requirements_of
from opscareer.advice.gates import Flag, Gate, flags_of, gates_of
from opscareer.advice.leading import what_leading_adds
from opscareer.advice.lines import ups_of, wanted
from opscareer.advice.nearness import does_already, in_name, nearness_of, reach_of, taken_anew
from opscareer.advice.openings import step_to
from opscareer.advice.situation import Situation
from opscareer.advice.standing import Candidate, reachable
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.model.step import Verdict
from opscareer.records import dataclass
from opscareer.text import Text


@dataclass(frozen=True)
class Prospect:
    """A position held against a person: fit and score as shares of 1, and what stands between the two.

    gaps_of: the position that gaps and fit are of: another one where the present post is real already, which then
    lowers the verdict; own_verdict is without that, and with the gates and the flags of the position itself. reach: the
    fit from which it is within reach. offered: whether it is the post offered, advised; piece: whether it is a smaller
    one, advised in place of that; anew: whether it is the post that one has, taken once more: in another company, or
    after a time without; firm: whether it is to stay in a post done well; doing: whether its work is done in fact.
    """

    candidate: Candidate
    fit: float
    score: float
    verdict: Verdict
    own_verdict: Verdict
    reach: float
    why: tuple[Text, ...]
    gaps: tuple[Gap, ...]
    gates: tuple[Gate, ...]
    flags: tuple[Flag, ...]
    gaps_of: str
    offered: bool = False
    piece: bool = False
    anew: bool = False
    firm: bool = False
    doing: bool = False

    @property
    def position(self) -> str:
        """The id of the position."""
        return self.candidate.position


def prospect_of(
    kb: KnowledgeBase, situation: Situation, candidate: Candidate, reasons: Iterable[Text] = (), score: float = 0.0
) -> Prospect:
    """Return a position held against the person."""
    asked = asked_of(kb, candidate)
    here = fit_of(asked, situation.beliefs)
    gates = gates_of(kb, candidate, situation.standing, situation.beliefs, situation.profile)
    aim, short = _works_on(kb, candidate, situation), gaps_of(asked, situation.beliefs)
    elsewhere = aim != candidate.position
    wanted = requirements_of(kb, aim) if elsewhere else asked
    fit = fit_of(wanted, situation.beliefs) if elsewhere else here
    near = nearness_of(kb, situation, candidate, here, gates, short)
    first = situation.offered is not None and situation.offered.position == candidate.position
    return Prospect(
        candidate=candidate,
        fit=fit,
        score=score,
        verdict=_beyond(kb, situation, candidate, near, fit) if elsewhere else near,
        own_verdict=near,
        reach=reach_of(kb, situation, candidate),
        why=tuple(reasons),
        gaps=ordered(kb, situation, aim, gaps_of(wanted, situation.beliefs) if elsewhere else short),
        gates=gates,
        flags=flags_of(kb, candidate.position, situation.profile),
        gaps_of=aim,
        offered=first and situation.profile.offer == candidate.position,
        piece=first and situation.profile.offer != candidate.position,
        anew=taken_anew(situation, candidate),
        firm=is_firm(kb, situation, candidate),
        doing=does_already(kb, situation, candidate),
    )


def step_towards(kb: KnowledgeBase, situation: Situation, position: str) -> Candidate:
    """Return any position as a step, as all commands tell it: as it comes next, as its line means it, else by how it
    stands to where the person is."""
    told = (one for one in (situation.next, *situation.steps.values()) if one and one.position == position)
    return next(told, None) or step_to(kb, situation.profile, situation.standing, position)


def by_itself(kb: KnowledgeBase, situation: Situation, candidate: Candidate) -> Prospect:
    """Return a position with its own fit and gaps, where it is told with those of another; it is as near as told."""
    found = prospect_of(kb, situation, candidate)
    if found.gaps_of == candidate.position:
        return found
    own = replace(found, gaps_of=candidate.position)
    asked = worked_on(kb, own)
    gaps = ordered(kb, situation, candidate.position, gaps_of(asked, situation.beliefs))
    return replace(own, fit=fit_of(asked, situation.beliefs), gaps=gaps)


def held_against(kb: KnowledgeBase, situation: Situation, position: str) -> Prospect:
    """Return any position by what it asks itself, as the person stands to it."""
    return by_itself(kb, situation, step_towards(kb, situation, position))


def worked_on(kb: KnowledgeBase, prospect: Prospect) -> tuple[Requirement, ...]:
    """Return what the position asks that the gaps and the fit are of; of somebody who comes in from outside less."""
    return asked_of(kb, prospect.candidate, prospect.gaps_of)


def ordered(kb: KnowledgeBase, situation: Situation, position: str, gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """Return gaps in the order in which they matter for the step: by their gain, times what else makes them matter.

    That is the emphasis on the skill; that a post that leads adds it to one that does not, or does not waive it and it
    is far away; or else that the present post never asked it, of what the person told.
    """
    asked = {r.skill: r for r in kb.positions[position].requirements}
    held = {skill for present in situation.standing.positions for skill in kb.needed[present]}
    constants = kb.rules.constants
    telling = [gap for gap in gaps if gap.gain >= constants.telling_gain]
    shut = {gap.skill for gap in telling if asked[gap.skill].must and gap.need - gap.expected > kb.step}
    new = {gap.skill for gap in telling if held and gap.skill not in held and not gap.assumed}
    first = {gap.skill for gap in telling} & (what_leading_adds(kb, situation.standing, position) | shut)

    def rank(gap: Gap) -> tuple[float, str]:
        times = constants.first_gap if gap.skill in first else constants.new_gap if gap.skill in new else 1
        return (-round(gap.gain * times * kb.skills[gap.skill].emphasis, 9), gap.skill)

    return tuple(sorted(gaps, key=rank))


def best_of(kb: KnowledgeBase, situation: Situation) -> Prospect | None:
    """Return the position that comes first in a situation, or None at the top of the ladder."""
    return prospect_of(kb, situation, situation.next) if situation.next else None


def stands(kb: KnowledgeBase, situation: Situation, candidate: Candidate) -> bool:
    """Return whether it is to stay in a post that is real already, by its own fit."""
    if candidate.kind != "stay" or in_name(situation, candidate):
        return False
    return round(fit_of(requirements_of(kb, candidate.position), situation.beliefs), 9) >= kb.rules.constants.mastery


def is_firm(kb: KnowledgeBase, situation: Situation, candidate: Candidate) -> bool:
    """Return whether it is to stay in a post that is real already, and by what was told the present posts all are."""
    if not stands(kb, situation, candidate):
        return False
    mastery = mastery_of(kb, situation.standing.positions, situation.profile)
    return mastery is None or mastery >= kb.rules.constants.mastery


def is_a_step(kb: KnowledgeBase, present: str, goal: str) -> bool:
    """Return whether a goal is a step away from the post held: on its height, or one rung up by its own line."""
    rise = kb.order(goal) - kb.order(present)
    return goal != present and (rise == 0 or (rise == 1 and goal in reachable(kb, present)))


def _beyond(kb: KnowledgeBase, situation: Situation, candidate: Candidate, near: Verdict, fit: float) -> Verdict:
    """Return how near a post is whose gaps and fit (0-1) are those of another.

    Of one that is real already the one after it decides: nobody is told to be ready for what they have.
    """
    if near != "ready" or round(fit, 9) >= kb.rules.constants.higher_rise or taken_anew(situation, candidate):
        return near
    return "within-reach" if stands(kb, situation, candidate) else near


def _works_on(kb: KnowledgeBase, candidate: Candidate, situation: Situation) -> str:
    """Return the position whose gaps are worked on: of a stay the goal, where it is a step away; of a post that is real
    already, the one that it leads to; of one lower in one's own line the one held, to which it is the way back, where
    that is wanted."""
    if (
        candidate.kind == "stay"
        and (goal := situation.profile.goal)
        and is_a_step(kb, candidate.start or candidate.position, goal)
    ):
        return goal
    if candidate.kind == "down":
        own = kb.positions[candidate.position].role == kb.positions[candidate.start].role
        return candidate.start if own and wanted(kb, situation.profile, [candidate.start]) else candidate.position
    onward = candidate.then or next(iter(ups_of(kb, situation.profile, candidate.position)), "")
    return onward if onward and stands(kb, situation, candidate) else candidate.position
