"""Which step a line means for a person now: first the line, then when.

A promotion is no reward for answering: it is named where it is at least within reach, where nothing says that the
person could not lead, and where they want what it is. Else the present post is made real first.
"""

from typing import Literal

from opscareer.advice.belief import Beliefs, mean
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.gates import skill_gates_of
from opscareer.advice.leading import has_led, leads, may_lead
from opscareer.advice.lines import Line, wanted
from opscareer.advice.openings import (
    jumps,
    on_a_level,
    one_lower,
    onward_from,
    out_of_place,
    pieces_of,
    reach_of_offer,
    reach_of_rise,
    step_to,
    to_other_track,
    unwanted,
    usual_next,
)
from opscareer.advice.standing import Candidate, Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.role import Requirement
from opscareer.model.rules import SituationRule

Against = Literal["unwanted", "higher", "lower"]

BEGUN = 1.5
"""The expected level from which a skill that nobody told counts as begun."""


def step_in(
    kb: KnowledgeBase, profile: Profile, standing: Standing, beliefs: Beliefs, line: Line, rule: SituationRule | None
) -> Candidate | None:
    """Return the step that a line means, or None where none is allowed now."""
    person = _Person(kb, profile, standing, beliefs)
    if standing.outside:
        return Candidate(line.present, "entry")
    if not line.own:
        return person.into(line, rule)
    if rule and rule.back_in:
        return person.again(line, lower=rule.step == "lower")
    return person.own(line, rule)


def step_to_offer(
    kb: KnowledgeBase, profile: Profile, standing: Standing, beliefs: Beliefs, rule: SituationRule | None
) -> Candidate | None:
    """Return the step to a post that is offered, or None where there is none or a mentor would advise against it.

    Where the offer is not what brought the person, a smaller one in its place is not looked for.
    """
    offer = profile.offer
    if offer is None or against(kb, profile, standing, offer, rule):
        return None
    person = _Person(kb, profile, standing, beliefs)
    if person.could_take(offer, rule):
        again = rule is not None and rule.back_in and offer in standing.positions
        return Candidate(offer, "entry", offer) if again else step_to(kb, profile, standing, offer)
    smaller = person.smaller_than(offer) if rule and rule.step == "offer" else None
    return step_to(kb, profile, standing, smaller) if smaller else None


def against(
    kb: KnowledgeBase, profile: Profile, standing: Standing, offer: str, rule: SituationRule | None
) -> Against | None:
    """Return what speaks against a post offered, whatever one can: not wanted, higher or lower than it should be."""
    if unwanted(kb, profile, offer):
        return "unwanted"
    away = out_of_place(kb, standing, offer, rule)
    return None if not away else "higher" if away > 0 else "lower"


class _Person:
    """What is known of a person, held against positions; `_reach` is the fit (0-1) from which a post is in reach."""

    def __init__(self, kb: KnowledgeBase, profile: Profile, standing: Standing, beliefs: Beliefs) -> None:
        self._kb, self._profile, self._standing, self._beliefs = kb, profile, standing, beliefs
        self._reach = kb.rules.constants.within_reach

    def own(self, line: Line, rule: SituationRule | None) -> Candidate:
        """Return a promotion in reach on a track that is wanted; else to stay, and what for.

        Who wants another line is told no promotion in their own, and who wants the post they hold no other. A title is
        given its substance where that is wanted.
        """
        titles = [title for title, real in self._standing.in_name.items() if real == line.present]
        if held := wanted(self._kb, self._profile, titles):
            return step_to(self._kb, self._profile, self._standing, held[0])
        rising = wanted(self._kb, self._profile, self._kb.promotions(line.present))
        able = [up for up in rising if self._in_reach(up, reach_of_rise(self._kb, line.present, up))]
        held_goal = self._profile.goal in self._standing.positions
        if able and not held_goal and not (rule and rule.step in ("other", "elsewhere")):
            best = max(able, key=lambda up: self._preferred(line.present, up))
            move = next(m for m in self._kb.moves_from[line.present] if m.end == best)
            return Candidate(best, "promotion", line.present, move)
        aside = to_other_track(self._kb, self._profile, line)
        if aside:
            return Candidate(aside.end, "lateral", line.present, aside)
        return Candidate(line.present, "stay", line.present, None, self._then(line))

    def into(self, line: Line, rule: SituationRule | None) -> Candidate | None:
        """Return the step into another line: one rung up where that is in reach, else on the same height.

        Who is on the way back in does not rise meanwhile.
        """
        up = None if rule and rule.back_in else line.diagonal
        if up and wanted(self._kb, self._profile, [up.end]) and self._in_reach(up.end, self._reach):
            return Candidate(up.end, "diagonal", up.start, up)
        move = line.lateral
        return Candidate(move.end, "lateral", move.start, move) if move else None

    def again(self, line: Line, *, lower: bool) -> Candidate:
        """Return the way back in: the same post, or one rung lower in the line where the post would be too much.

        lower: whether a rung lower is the rule; who is ready for the same post all the same comes back into it.

        Who does not want what the post is comes back on the other track, or lower.
        """
        position, aside = one_lower(self._kb, self._profile, line), to_other_track(self._kb, self._profile, line)
        fit = self._fit(line.present)
        if position and (fit < self._reach or (lower and fit < self._kb.rules.constants.ready)):
            return Candidate(position, "down", line.present)
        if aside:
            return Candidate(aside.end, "lateral", line.present, aside)
        if position and not wanted(self._kb, self._profile, [line.present]):
            return Candidate(position, "down", line.present)
        return Candidate(line.present, "entry", line.present)

    def could_take(self, position: str, rule: SituationRule | None) -> bool:
        """Return whether a post that is offered could be taken: no jump, in reach, no must of the craft far away.

        A must may be far away in one that is no higher than the post held, where the rest is there or one is on the way
        back in. Any that one begins by is taken by who comes back in from outside, for one in hand is worth more than
        none, and by who wants another line, holds no more and has some of it.
        """
        if jumps(self._kb, self._standing, position):
            return False
        even, fit = on_a_level(self._kb, self._standing, position), self._fit(position)
        back_in, leaving = rule is not None and rule.back_in, rule is not None and rule.step == "other"
        begun = leaving and fit >= self._kb.rules.constants.smaller_offer
        if even and (begun or (back_in and self._standing.outside)) and self._kb.enters(position):
            return True
        asked = self._asked(position)
        leading = self._kb.rules.leading
        far = [
            g
            for g in skill_gates_of(self._kb, asked, self._beliefs)
            if g.skill in self._beliefs.answered and not (leading and g.skill == leading.skill)
        ]
        eased = even and (back_in or fit >= self._reach)
        return (eased or not far) and fit >= reach_of_offer(self._kb, self._standing, position)

    def smaller_than(self, position: str) -> str | None:
        """Return the post on the way to one that is too large which is nearest, where it is above the present one."""
        above = wanted(self._kb, self._profile, pieces_of(self._kb, self._standing, position))
        onward = onward_from(self._kb, self._standing)
        best = max(above, key=lambda p: (p in onward, self._fit(p), p), default=None)
        return best if best and self._fit(best) >= self._kb.rules.constants.smaller_offer else None

    def _in_reach(self, position: str, reach: float) -> bool:
        may = not leads(self._kb, position) or may_lead(self._kb, self._profile, self._beliefs, unknown=self._begun)
        return may and self._fit(position) >= reach

    def _begun(self, skill: str) -> bool:
        return mean(self._beliefs.skills[skill]) >= BEGUN

    def _fit(self, position: str) -> float:
        """Return the fit, rounded: no last digit of a sum decides between two posts, or at a bound."""
        return round(fit_of(self._asked(position), self._beliefs), 9)

    def _asked(self, position: str) -> tuple[Requirement, ...]:
        return requirements_of(self._kb, position, entry=self._standing.outside)

    def _likes(self, position: str) -> bool:
        """Return whether a post leads, for who wants to lead; for all others whether it does not."""
        return leads(self._kb, position) == (self._profile.facts.get("lead") == "yes")

    def _preferred(self, held: str, up: str) -> tuple[bool, bool, float, bool, float]:
        """Return what speaks for one of several promotions in reach.

        First the goal, then to lead, for who has led without the title; else one rung after another.
        """
        new = leads(self._kb, up) and not leads(self._kb, held)
        led = new and has_led(self._kb, self._profile, self._beliefs) is True
        return (up == self._profile.goal, led, -self._kb.order(up), self._likes(up), self._fit(up))

    def _then(self, line: Line) -> str:
        """Return the promotion that making the present post real leads to: the goal, else the usual one."""
        goal = self._profile.goal
        return goal if goal in line.ups else usual_next(self._kb, self._profile, line)
