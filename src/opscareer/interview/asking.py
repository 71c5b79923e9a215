"""What to ask next: a pure function of knowledge base and answers so far. Nothing here waits, prints or reads."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from opscareer.advice import Situation, situation_of
from opscareer.advice.doubt import doubts_of, leading_decides, led_share, musts_of
from opscareer.advice.duel import Duel, confidence, rival_for
from opscareer.advice.situation import duels_of
from opscareer.interview.answers import MORE, SKILL, YES, Answers, applying, pending, profile_of
from opscareer.interview.choosing import Aim, ahead, enough, hopeless, most_telling
from opscareer.interview.forms import Ask, about_more, about_person, about_skill
from opscareer.interview.progress import Progress
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text

_WHY = Text(
    "这一题最可能改变{leader}和{rival}谁排在前面。",
    "It is the question most likely to change whether {leader} or {rival} comes first.",
)
_LEADING = Text(
    "带没带过人，决定下一步是不是{title}。", "Whether you have led people decides whether {title} comes next."
)
_MUST = Text("{title}离不了它。", "{title} cannot do without it.")
_REACH = Text("它最能说明{title}现在够不够得着。", "It tells most about whether {title} is within your reach now.")
_COMPLETES = Text(
    "它在{title}的要求里占 {share}%，答了差距才完整。",
    "It makes up {share}% of what {title} asks, and completes the list of gaps.",
)
_USUAL = Aim()


def next_question(kb: KnowledgeBase, answers: Answers, aim: Aim = _USUAL) -> Ask | None:
    """Return what to ask next, or None when the answers settle it."""
    for question in applying(kb, answers):
        if question.id not in answers:
            return about_person(kb, question, _of_person(kb, answers, aim))
    so_far = _so_far(kb, answers, aim)
    if aim.full:
        return so_far.next_of(so_far.all())
    if so_far.situation.next is None:
        return None
    if MORE not in answers:
        return so_far.telling() or so_far.more()
    return so_far.next_of(so_far.missing()) if answers[MORE] == YES else None


def begun_again(answers: Answers) -> Answers:
    """Return answers as one goes on from them: whether to fill in what is missing is asked anew."""
    return {question: value for question, value in answers.items() if question != MORE}


def left_open(kb: KnowledgeBase, answers: Answers) -> int:
    """Return about how many questions are open: those that the advice waits for, or that complete the list of gaps."""
    ahead = next_question(kb, answers)
    if ahead is None:
        return 0
    if ahead.progress is not None:
        return ahead.progress.remaining + 1
    return len(set(_so_far(kb, answers, _USUAL).missing()))


def unasked(kb: KnowledgeBase, answers: Answers) -> Iterator[tuple[str, Text | None]]:
    """Yield every skill that was not asked, and why it would be: those first that the next post and the present ask."""
    so_far = _so_far(kb, answers, _USUAL)
    for skill in dict.fromkeys(so_far.all()):
        yield skill, so_far.completing(skill)


@dataclass(frozen=True)
class _SoFar:
    """Where the answers have led, which skills were asked, and after how many questions of what kind.

    after: how many questions have been answered; filled: how many of them only to complete the list of gaps.
    """

    kb: KnowledgeBase
    situation: Situation
    asked: frozenset[str]
    aim: Aim
    after: int
    filled: int

    def telling(self) -> Ask | None:
        """Return the skill to ask until it is settled what comes first, and enough is known to say how near that is."""
        asked = len(self.asked)
        if asked >= self.kb.rules.constants.stop_questions or hopeless(self.kb, asked, self._answered):
            return None
        skill, why = next(self._deciding(), (None, None))
        return None if skill is None else about_skill(self.kb, skill, why, self._progress())

    def more(self) -> Ask | None:
        """Return the offer to ask what is missing of the list of gaps, or None where nothing is."""
        missing = len(set(self.missing()))
        settled = enough(self.kb, self.aim, self._answered, confidence(self._line)) and not self._step_open
        return about_more(missing, self._sure, settled=settled) if missing else None

    def next_of(self, skills: Iterator[str]) -> Ask | None:
        """Return the first of some skills as a question that completes the list of gaps; None where there is none."""
        left = list(dict.fromkeys(skills))
        if not left:
            return None
        progress = Progress(self.filled + 1, len(left) - 1, filling=True)
        return about_skill(self.kb, left[0], self.completing(left[0]), progress)

    def all(self) -> Iterator[str]:
        """Yield every unasked skill, those that are wanted first."""
        yield from self.missing()
        yield from (skill for skill in self.kb.skills if skill not in self.asked)

    def missing(self) -> Iterator[str]:
        """Yield the unasked skills of the suggested position and of the present ones, the heaviest first."""
        for position in self._wanted:
            for requirement in sorted(self.kb.positions[position].requirements, key=lambda r: (-r.weight, r.skill)):
                if requirement.skill not in self.asked:
                    yield requirement.skill

    def _deciding(self) -> Iterator[tuple[str, Text | None]]:
        """Yield what to ask: of the line until it is settled, then of the step, then what it weighs most on.

        Of the line also what only makes it surer, until enough is known for an earlier career to show.
        """
        few = self._answered < self.kb.rules.constants.stop_answers
        skill = most_telling(self.kb, self._line, self.asked)
        if skill is not None and (few or self._line_open) and len(self.asked) < self._most_of_line:
            yield skill, self._between(skill)
        yield from self._of_the_step()
        if few:
            yield from ((skill, self.completing(skill)) for skill in self.missing())

    def _of_the_step(self) -> Iterator[tuple[str, Text]]:
        """Yield what decides the step: having led people, what it cannot do without, whether it is in reach."""
        kb, leading = self.kb, self.kb.rules.leading
        if leading and self._by_leading and leading.skill not in self.asked:
            yield leading.skill, _LEADING.fill(title=kb.positions[self._by_leading].title)
        for skill in musts_of(kb, self.situation):
            if skill not in self.asked and self.situation.leader:
                yield skill, _MUST.fill(title=kb.positions[self.situation.leader].title)
        telling = most_telling(kb, self._doubts, self.asked)
        if telling is not None and self._reach_open:
            yield telling, _REACH.fill(title=kb.positions[rival_for(self._doubts, SKILL + telling)].title)

    @cached_property
    def _line(self) -> tuple[Duel, ...]:
        """The duels of the first line, of none where a post offered goes before all lines; a tie turns nothing."""
        tie = self.kb.rules.constants.tie
        duels = () if self.situation.offered else duels_of(self.situation)
        return tuple(replace(duel, lead=duel.lead + tie) for duel in duels)

    @cached_property
    def _doubts(self) -> tuple[Duel, ...]:
        return doubts_of(self.kb, self.situation)

    @cached_property
    def _by_leading(self) -> str | None:
        return leading_decides(self.kb, self.situation)

    @cached_property
    def _sure(self) -> float:
        """How unlikely (0-1) what is open would change the line or the step."""
        led = led_share(self.kb, self.situation) if self._by_leading else 1.0
        return max(0.0, confidence(self._line) + confidence(self._doubts) - 1 - min(led, 1 - led))

    @property
    def _line_open(self) -> bool:
        return confidence(self._line) < self.aim.wanted(self.kb)

    @property
    def _reach_open(self) -> bool:
        return confidence(self._doubts) < self._step_wanted

    @property
    def _step_wanted(self) -> float:
        return 1 - self.kb.rules.constants.stop_step * (1 - self.aim.wanted(self.kb))

    @property
    def _step_open(self) -> bool:
        return self._reach_open or self._by_leading is not None

    @property
    def _most_of_line(self) -> float:
        """How many skills are asked at most to settle the line: more where the person said how sure they want to be."""
        bounds = self.kb.rules.constants
        return bounds.stop_line if self.aim.confidence is None else bounds.stop_questions

    @property
    def _answered(self) -> int:
        """How many skills were answered: that there was no opportunity yet is an answer, not sure is none."""
        return len(self.situation.beliefs.answered)

    @property
    def _wanted(self) -> tuple[str, ...]:
        leader = (self.situation.leader,) if self.situation.leader else ()
        return (*leader, *self.situation.standing.positions)

    def _progress(self) -> Progress:
        """Return how sure the advice is, and about how many questions more it takes."""
        bounds, asked = self.kb.rules.constants, len(self.asked)
        of_line = ahead(self.kb, self._line, self.asked, self.aim.wanted(self.kb))
        of_line = of_line[: int(max(0, self._most_of_line - asked))]
        of_step = [skill for skill, _ in self._of_the_step()]
        more = {*of_line, *of_step, *ahead(self.kb, self._doubts, self.asked, self._step_wanted)}
        least = bounds.stop_answers - self._answered
        left = int(min(bounds.stop_questions - asked, max(len(more), least)))
        return Progress(self.after + 1, max(0, left - 1), self._sure)

    def _between(self, skill: str) -> Text:
        leader, rival = self.situation.scales[0].line.key, rival_for(self._line, SKILL + skill)
        return _WHY.fill(leader=self.kb.positions[leader].title, rival=self.kb.positions[rival].title)

    def completing(self, skill: str) -> Text | None:
        """Return why a skill is asked that decides nothing any more: who asks for it, and how much it weighs there."""
        for position in self._wanted:
            for requirement in self.kb.positions[position].requirements:
                if requirement.skill == skill:
                    title = self.kb.positions[position].title
                    return _COMPLETES.fill(title=title, share=round(100 * requirement.weight))
        return None


def _so_far(kb: KnowledgeBase, answers: Answers, aim: Aim) -> _SoFar:
    """Return where the answers have led; skills answered after the offer of more complete the list of gaps."""
    skills = [id_.removeprefix(SKILL) for id_ in answers if id_.startswith(SKILL)]
    order = list(answers)
    later = order[order.index(MORE) :] if MORE in answers else []
    filled = len(skills) if aim.full else sum(id_.startswith(SKILL) for id_ in later)
    situation = situation_of(kb, profile_of(kb, answers))
    return _SoFar(kb, situation, frozenset(skills), aim, len(answers) - (MORE in answers), filled)


def _of_person(kb: KnowledgeBase, answers: Answers, aim: Aim) -> Progress:
    """Return how far one is before any skill: all that may yet be asked of the person, and the skills it usually takes.

    Of those what the line takes at most is more than it mostly takes, so that the estimate falls rather than rises.
    """
    constants, told = kb.rules.constants, len(answers) - (MORE in answers)
    asked = sum(id_.startswith(SKILL) for id_ in answers)
    usual = len(kb.skills) if aim.full else constants.stop_line if aim.confidence is None else constants.stop_questions
    skills = 0 if _at_the_top(kb, answers) and not aim.full else max(0, int(usual) - asked)
    return Progress(told + 1, len(pending(kb, answers)) - 1 + skills)


def _at_the_top(kb: KnowledgeBase, answers: Answers) -> bool:
    return "current" in answers and situation_of(kb, profile_of(kb, answers)).next is None
