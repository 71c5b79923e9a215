"""Where the answers have led so far, and how far that settles the line and the step."""

from dataclasses import replace
from functools import cached_property

from opscareer.advice import Situation, situation_of
from opscareer.advice.doubt import doubts_of, leading_decides, led_share
from opscareer.advice.duel import Duel, confidence
from opscareer.advice.rivals import duels_of
from opscareer.interview.answers import SKILL, Answers, profile_of
from opscareer.interview.choosing import Aim, enough
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass


@dataclass(frozen=True)
class SoFar:
    """What is known of a person, which skills were asked, and how far to ask."""

    kb: KnowledgeBase
    situation: Situation
    asked: frozenset[str]
    aim: Aim

    @cached_property
    def line(self) -> tuple[Duel, ...]:
        """The duels of the first line, of none where a post offered goes before all lines; a tie turns nothing."""
        tie = self.kb.rules.constants.tie
        duels = () if self.situation.offered else duels_of(self.situation)
        return tuple(replace(duel, lead=duel.lead + tie) for duel in duels)

    @cached_property
    def doubts(self) -> tuple[Duel, ...]:
        """The duels of the step: what may still turn whether it is in reach."""
        return doubts_of(self.kb, self.situation)

    @cached_property
    def by_leading(self) -> str | None:
        """The position that comes next only if the person has led people, where that is open."""
        return leading_decides(self.kb, self.situation)

    @cached_property
    def sure(self) -> float:
        """How unlikely (0-1) what is open would change the line or the step."""
        led = led_share(self.kb, self.situation) if self.by_leading else 1.0
        return max(0.0, confidence(self.line) + confidence(self.doubts) - 1 - min(led, 1 - led))

    @property
    def line_open(self) -> bool:
        """Whether another line may still come first."""
        return confidence(self.line) < self.aim.wanted(self.kb)

    @property
    def reach_open(self) -> bool:
        """Whether it is still open which step is in reach."""
        return confidence(self.doubts) < self.step_wanted

    @property
    def step_wanted(self) -> float:
        """The confidence (0-1) at which the questions about the step stop."""
        return 1 - self.kb.rules.constants.stop_step * (1 - self.aim.wanted(self.kb))

    @property
    def settled(self) -> bool:
        """Whether enough is known of the line, and nothing is open of the step."""
        line = enough(self.kb, self.aim, self.answered, confidence(self.line))
        return line and not self.reach_open and self.by_leading is None

    @property
    def most_of_line(self) -> float:
        """How many skills are asked at most to settle the line: more where the person said how sure they want to be."""
        bounds = self.kb.rules.constants
        return bounds.stop_line if self.aim.confidence is None else bounds.stop_questions

    @property
    def answered(self) -> int:
        """How many skills were answered: that there was no opportunity yet is an answer, not sure is none."""
        return len(self.situation.beliefs.answered)


def so_far(kb: KnowledgeBase, answers: Answers, aim: Aim) -> SoFar:
    """Return where the answers have led."""
    asked = frozenset(id_.removeprefix(SKILL) for id_ in answers if id_.startswith(SKILL))
    return SoFar(kb, situation_of(kb, profile_of(kb, answers)), asked, aim)
