"""Whether a post that is offered could be taken, or a smaller one on the way to it."""

from typing import Literal

from opscareer.advice.belief import Beliefs
from opscareer.advice.gates import skill_gates_of
from opscareer.advice.leading import has_acted
from opscareer.advice.lines import wanted
from opscareer.advice.openings import (
    back_in_line,
    begins_near,
    far_below,
    jumps,
    no_more,
    off_course,
    on_a_level,
    onward_from,
    out_of_place,
    pieces_of,
    step_to,
    unwanted,
)
from opscareer.advice.person import Person
from opscareer.advice.reach import reach_of_beginning, reach_of_offer
from opscareer.advice.standing import Candidate, Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule

Against = Literal["unwanted", "higher", "lower", "aside", "even"]


def step_to_offer(
    kb: KnowledgeBase, profile: Profile, standing: Standing, beliefs: Beliefs, rule: SituationRule | None
) -> Candidate | None:
    """Return the step to a post that is offered, or None where there is none or a mentor would advise against it.

    Where the offer is not what brought the person, a smaller one in its place is not looked for.
    """
    offer = profile.offer
    if offer is None or against(kb, profile, standing, beliefs, offer, rule):
        return None
    person = _Offered(kb, profile, standing, beliefs)
    if person.could_take(offer, rule):
        again = rule is not None and rule.back_in and offer in standing.positions
        return Candidate(offer, "entry", offer) if again else step_to(kb, profile, standing, offer)
    smaller = person.smaller_than(offer) if rule and rule.step == "offer" else None
    return step_to(kb, profile, standing, smaller) if smaller else None


def against(
    kb: KnowledgeBase,
    profile: Profile,
    standing: Standing,
    beliefs: Beliefs,
    offer: str,
    rule: SituationRule | None,
) -> Against | None:
    """Return what speaks against a post offered, whatever that asks: not wanted, higher or lower than it should be, no
    more than they have, off the way they want to go.

    One two levels down is too low for who asks about it, and for who comes back in and still does theirs well; so is
    one a level down in the same line for who asks about it.
    """
    if unwanted(kb, profile, offer):
        return "unwanted"
    if away := out_of_place(kb, standing, offer, rule):
        return "higher" if away > 0 else "lower"
    if rule and offer != profile.goal and _too_low(Person(kb, profile, standing, beliefs), offer, rule):
        return "lower"
    if no_more(kb, profile, standing, offer, rule):
        return "even"
    return "aside" if off_course(kb, profile, standing, offer, rule) else None


def _too_low(person: Person, offer: str, rule: SituationRule) -> bool:
    kb, standing = person.kb, person.standing
    if rule.step == "offer":
        return far_below(kb, standing, offer) or back_in_line(kb, person.profile, standing, offer)
    if not rule.back_in or not far_below(kb, standing, offer):
        return False
    return any(person.fit(position) >= kb.rules.constants.mastery for position in standing.positions)


class _Offered(Person):
    """A person to whom a post is offered."""

    def could_take(self, position: str, rule: SituationRule | None) -> bool:
        """Return whether a post that is offered could be taken: no jump, in reach, no must of the craft far away.

        A must may be far away in one that is no higher than the post held, where the rest is there or one is on the way
        back in. Any that one begins by is taken by who comes back in from outside, for one in hand is worth more than
        none, and by who wants another line, holds no more and has some of it; or named it as their goal, no more than a
        level down.
        """
        if jumps(self.kb, self.standing, position):
            return False
        even, fit = on_a_level(self.kb, self.standing, position), self.fit(position)
        back_in, leaving = rule is not None and rule.back_in, rule is not None and rule.step == "other"
        begun = even and leaving and fit >= reach_of_beginning(self.kb)
        if self.kb.enters(position) and (begun or (even and back_in and self.standing.outside)):
            return True
        if leaving and position == self.profile.goal and begins_near(self.kb, self.standing, position):
            return True
        asked = self.asked(position)
        leading = self.kb.rules.leading
        far = [
            g
            for g in skill_gates_of(self.kb, asked, self.beliefs)
            if g.skill in self.beliefs.answered and not (leading and g.skill == leading.skill)
        ]
        eased = even and (back_in or fit >= self.reach)
        reach = reach_of_offer(self.kb, self.standing, position, acted=has_acted(self.profile))
        return (eased or not far) and fit >= reach

    def smaller_than(self, position: str) -> str | None:
        """Return the post on the way to one that is too large which is nearest, where it is above the present one."""
        above = wanted(self.kb, self.profile, pieces_of(self.kb, self.standing, position))
        onward = onward_from(self.kb, self.standing)
        best = max(above, key=lambda p: (p in onward, self.fit(p), p), default=None)
        return best if best and self.fit(best) >= self.kb.rules.constants.smaller_offer else None
