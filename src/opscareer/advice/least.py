"""What a way to a goal takes at least: the time that has to be served, and the work that has to be done.

Both are never more than the truth, so that the search for the shortest ways may trust them: time counts the rungs
alone, and work takes the cheapest levels first, parts of levels even, without order and without a free hand ever idle.
"""

from dataclasses import dataclass
from math import inf

from opscareer.advice.belief import Beliefs, supposed
from opscareer.advice.fit import fit_of, met, requirements_of
from opscareer.advice.leg import Place, time_due
from opscareer.advice.standing import Kind
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.model.rules import YEAR
from opscareer.model.skill import Skill

_Piece = tuple[float, float]
"""Months of work, and the points of fit (0-1) that they bring."""


@dataclass(frozen=True)
class Least:
    """What it takes at least to reach any of some goals."""

    kb: KnowledgeBase
    goals: frozenset[str]
    due: dict[str, float]

    def time(self, place: Place, kind: Kind, end: str) -> float:
        """Return the months still to serve from a place by way of a step; infinite where no way leads on from it."""
        if kind == "promotion":
            return time_due(self.kb, place) + self.due[end]
        return self.due[end]

    def work(self, place: Place) -> float:
        """Return the months of learning still needed before one is ready for a goal."""
        if place.position in self.goals:
            return 0.0
        works = [self._work(goal, place) for goal in self.goals if self.due[goal] < inf]
        return min(works, default=inf) / self.kb.rules["plan_parallel"]

    def _work(self, goal: str, place: Place) -> float:
        """Return the least work for one goal: what opens its gates, then the rest of the fit where it is cheapest."""
        lowest = self.kb.positions[goal].rung == next(iter(self.kb.rungs))
        asked = requirements_of(self.kb, goal, entry=lowest and not place.position)
        missing = self.kb.rules["ready"] - fit_of(asked, place.beliefs)
        done, pieces = 0.0, []
        for requirement in asked:
            opening, free = _pieces(self.kb.skills[requirement.skill], requirement, place.beliefs)
            done += sum(months for months, _ in opening)
            missing -= sum(gain for _, gain in opening)
            pieces += free
        for months, gain in sorted(pieces, key=lambda piece: piece[0] / piece[1]):
            if missing <= 0:
                break
            done += months * min(1.0, missing / gain)
            missing -= gain
        return done


def least_of(kb: KnowledgeBase, goals: frozenset[str]) -> Least:
    """Return what it takes at least to reach any of the goals from each position."""
    due = {position: 0.0 if position in goals else inf for position in kb.positions}
    changed = True
    while changed:
        changed = False
        for move in kb.ladder.moves:
            served = YEAR * kb.rungs[kb.positions[move.start].rung].years_min if move.kind == "promotion" else 0.0
            if due[move.end] + served < due[move.start]:
                due[move.start] = due[move.end] + served
                changed = True
    return Least(kb, goals, due)


def _pieces(skill: Skill, asked: Requirement, beliefs: Beliefs) -> tuple[list[_Piece], list[_Piece]]:
    """Return the pieces of work on a skill: those that its gate waits for, and the others.

    What is not known must be shown first, in the shortest time that any level takes; the first level shows it as well.
    """
    belief, need = beliefs.skills[asked.skill], asked.level
    have, known = supposed(belief), asked.skill in beliefs.answered
    there = met(belief, need)
    shown = max(there, min(have / need, 1.0))
    proof = 0.0 if known else min(skill.months.values())
    pieces = [] if known else [(proof, asked.weight * (shown - there))]
    for level in range(have + 1, need + 1):
        pieces.append((skill.months[str(level)] - proof, asked.weight * (level / need - shown)))
        proof, shown = 0.0, level / need
    gate = (not known) + max(0, need - 1 - have) if asked.must else 0
    return pieces[:gate], [piece for piece in pieces[gate:] if piece[1] > 0]
