"""Which step a line means for a person now: first the line, then when.

A promotion is no reward for answering: it is named where it is at least within reach, where nothing says that the
person could not lead, and where they want what it is. Else the present post is made real first.
"""

from opscareer.advice.belief import Beliefs
from opscareer.advice.heights import alone, on_a_track
from opscareer.advice.leading import has_led_by_level, leads
from opscareer.advice.lines import Line, wanted
from opscareer.advice.openings import is_less, one_lower, step_to, to_other_track, usual_next
from opscareer.advice.person import Person
from opscareer.advice.reach import reach_of_return, reach_of_rises
from opscareer.advice.standing import Candidate, Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule


def step_in(
    kb: KnowledgeBase, profile: Profile, standing: Standing, beliefs: Beliefs, line: Line, rule: SituationRule | None
) -> Candidate | None:
    """Return the step that a line means, or None where none is allowed now."""
    person = _Going(kb, profile, standing, beliefs)
    if standing.outside:
        return Candidate(line.present, "entry")
    if not line.own:
        return person.into(line, rule)
    if rule and rule.back_in:
        return person.again(line, lower=rule.step == "lower")
    return person.own(line, rule)


class _Going(Person):
    """A person who goes on in a line."""

    def own(self, line: Line, rule: SituationRule | None) -> Candidate:
        """Return a promotion in reach on a track that is wanted; else to stay, and what for.

        Who wants another line is told no promotion in their own but the first, and who wants the post they hold none. A
        title is given its substance where that is wanted.
        """
        titles = [title for title, real in self.standing.in_name.items() if real == line.present]
        if (held := wanted(self.kb, self.profile, titles)) and not self.is_hollow(held[0], rule):
            return step_to(self.kb, self.profile, self.standing, held[0])
        if able := self._rises(line, rule):
            best = max(able, key=lambda up: self._preferred(line.present, up))
            move = next(m for m in self.kb.moves_from[line.present] if m.end == best)
            return Candidate(best, "promotion", line.present, move)
        if aside := to_other_track(self.kb, self.profile, line):
            return self._aside(line, aside)
        if lower := self._given_up(line, rule):
            return Candidate(lower, "down", line.present)
        return Candidate(line.present, "stay", line.present, None, self._then(line))

    def _rises(self, line: Line, rule: SituationRule | None) -> list[str]:
        """Return the promotions in reach that are wanted: only the first, which is the same work, for who wants another
        line but names none; it or the one onto a track for who has to look in another company."""
        if self.profile.goal in self.standing.positions or (rule and rule.step == "other" and self.profile.goal):
            return []
        reach = reach_of_rises(self.kb, self.standing, self.profile, line.present)
        rising = [up for up in wanted(self.kb, self.profile, reach) if self.in_reach(up, reach[up])]
        return [up for up in rising if self._may_rise(line, up, reach[up] < self.reach, rule)]

    def _may_rise(self, line: Line, up: str, first: bool, rule: SituationRule | None) -> bool:
        """Return whether what brings a person leaves a promotion open.

        Who is on a track and asks about an offer is not named another post in its place: they lack the same there. Nor
        is who is offered less of their own work: they have what they hold to keep.
        """
        if rule and rule.step in ("elsewhere", "other"):
            onto = rule.step == "elsewhere" and alone(self.kb, line.present) and not alone(self.kb, up)
            return onto or (alone(self.kb, up) and first)
        offer = self.profile.offer if rule and rule.step == "offer" else None
        kept = on_a_track(self.kb, line.present) or (offer and is_less(self.kb, offer, line.present))
        return not offer or not kept or up == offer

    def _given_up(self, line: Line, rule: SituationRule | None) -> str:
        """Return the post below one that leads, for who will lead no more and wants other work, where none is beside
        it; else empty."""
        leading = leads(self.kb, line.present) and not wanted(self.kb, self.profile, [line.present])
        if not leading or not rule or rule.step != "other":
            return ""
        return self._below(line)

    def _aside(self, line: Line, aside: Move) -> Candidate:
        """Return the step to the other track, on the same height.

        Who gives up leading comes back to the work a rung lower where the post for it here is not in reach.
        """
        lower = self._below(line)
        if lower and not leads(self.kb, aside.end) and self.fit(aside.end) < self.reach:
            return Candidate(lower, "down", line.present)
        return Candidate(aside.end, "lateral", line.present, aside)

    def _below(self, line: Line) -> str:
        """Return the post of a line below the present one, where it is wanted; else empty."""
        lower = one_lower(self.kb, self.profile, line)
        return lower if lower and wanted(self.kb, self.profile, [lower]) else ""

    def into(self, line: Line, rule: SituationRule | None) -> Candidate | None:
        """Return the step into another line: one rung up where that is in reach, else on the same height.

        Who is on the way back in does not rise meanwhile.
        """
        up = None if rule and rule.back_in else line.diagonal
        if up and wanted(self.kb, self.profile, [up.end]) and self.in_reach(up.end, self.reach):
            return Candidate(up.end, "diagonal", up.start, up)
        if line.begins:
            return Candidate(line.present, "lateral", line.start)
        move = line.lateral
        return Candidate(move.end, "lateral", move.start, move) if move else None

    def again(self, line: Line, *, lower: bool) -> Candidate:
        """Return the way back in: the same post, or one rung lower in the line where most of it would be too much.

        lower: whether a rung lower is the rule; who still has enough of the same post comes back into it all the same.

        Who does not want what the post is comes back on the other track, or lower.
        """
        position, aside = one_lower(self.kb, self.profile, line), to_other_track(self.kb, self.profile, line)
        if position and self.fit(line.present) < reach_of_return(self.kb, line.present, lower=lower):
            return Candidate(position, "down", line.present)
        if aside:
            return Candidate(aside.end, "lateral", line.present, aside)
        if position and not wanted(self.kb, self.profile, [line.present]):
            return Candidate(position, "down", line.present)
        return Candidate(line.present, "entry", line.present)

    def _likes(self, position: str) -> bool:
        """Return whether a post leads, for who wants to lead; for all others whether it does not."""
        return leads(self.kb, position) == (self.profile.facts.get("lead") == "yes")

    def _preferred(self, held: str, up: str) -> tuple[bool, bool, float, bool, float]:
        """Return what speaks for one of several promotions in reach.

        First the goal, then to lead, for who has led by the level that they told; else one rung after another.
        """
        new = leads(self.kb, up) and not leads(self.kb, held)
        led = new and has_led_by_level(self.kb, self.profile, self.beliefs)
        return (up == self.profile.goal, led, -self.kb.order(up), self._likes(up), self.fit(up))

    def _then(self, line: Line) -> str:
        """Return the promotion that making the present post real leads to: the goal, else the usual one."""
        goal = self.profile.goal
        return goal if goal in line.ups else usual_next(self.kb, self.profile, line)
