"""What to ask next: a pure function of knowledge base and answers so far. Nothing here waits, prints or reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from opscareer.advice import Situation, confidence_of, situation_of
from opscareer.interview.answers import MORE, NO, SKILL, YES, Answers, Value, applying, profile_of
from opscareer.interview.choosing import by_importance
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import position_names
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.model.question import Question
from opscareer.model.skill import LEVELS, Skill
from opscareer.text import Text

Kind = Literal["positions", "position", "years", "choice", "skill"]

SURE_TEXT = Text("说不准", "not sure")
OPPORTUNITY_TEXT = Text("还没有机会做", "no opportunity yet")
_WHICH = Text("{skill}：下面哪一条最像你做过的？", "{skill}: which of these comes closest to what you have done?")
_MORE = Text(
    "推荐已经有把握了。要不要再答 {n} 题，把差距补全？",
    "The advice is settled. Answer {n} more, so that the list of gaps is whole?",
)
_MORE_HELP = Text(
    "没答的能力会按你的岗位来估，并且标明是估的。",
    "Unanswered skills are estimated from your position, and marked as such.",
)


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen; `names` are other words by which it can be found."""

    value: Value
    label: Text
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ask:
    """A question to put to the person."""

    id: str
    kind: Kind
    text: Text
    help: Text
    choices: tuple[Choice, ...]
    required: bool = False


def next_question(kb: KnowledgeBase, answers: Answers) -> Ask | None:
    """Return what to ask next, or None when the answers settle it."""
    for question in applying(kb, answers):
        if question.id not in answers:
            return _about_person(kb, question)
    situation = situation_of(kb, profile_of(kb, answers))
    skill = _next_skill(kb, situation, answers)
    if skill is not None:
        return _about_skill(kb.skills[skill])
    return _about_more(kb, situation, answers)


def progress(kb: KnowledgeBase, answers: Answers) -> tuple[float, int]:
    """Return how sure the advice is so far (0-1), and how many skills have been answered."""
    situation = situation_of(kb, profile_of(kb, answers))
    return confidence_of(situation), len(_asked(answers))


def _next_skill(kb: KnowledgeBase, situation: Situation, answers: Answers) -> str | None:
    """Return the skill to ask next: until it is settled what comes first, then, if wished, what is missing in it."""
    asked = _asked(answers)
    if not _settled(kb, situation, answers):
        return by_importance(kb, situation, asked)
    return next(_missing(kb, situation, asked), None) if answers.get(MORE) == YES else None


def _settled(kb: KnowledgeBase, situation: Situation, answers: Answers) -> bool:
    """Tell whether enough has been answered: once it was, and more was offered, it stays so."""
    if MORE in answers or not situation.scales:
        return True
    if len(_asked(answers)) >= kb.rules["stop_questions"]:
        return True
    enough = len(situation.profile.levels) >= kb.rules["stop_answers"]
    return enough and confidence_of(situation) >= kb.rules["stop_confidence"]


def _missing(kb: KnowledgeBase, situation: Situation, asked: frozenset[str]) -> Iterator[str]:
    """Yield the unasked skills of the suggested position and of the present ones, the heaviest first."""
    leader = [situation.leader] if situation.leader else []
    for position in (*leader, *situation.standing.positions):
        for requirement in sorted(kb.positions[position].requirements, key=lambda r: (-r.weight, r.skill)):
            if requirement.skill not in asked:
                yield requirement.skill


def _asked(answers: Answers) -> frozenset[str]:
    return frozenset(id_.removeprefix(SKILL) for id_ in answers if id_.startswith(SKILL))


def _about_person(kb: KnowledgeBase, question: Question) -> Ask:
    if question.kind in ("positions", "position"):
        names = position_names(kb)
        choices = tuple(Choice(p.id, p.title, names[p.id]) for p in kb.positions.values())
    else:
        choices = tuple(Choice(o.id, o.label) for o in question.options)
    return Ask(question.id, question.kind, question.text, question.help, choices, question.required)


def _about_skill(skill: Skill) -> Ask:
    levels = tuple(Choice(level, skill.levels[level]) for level in LEVELS)
    unknown = (Choice(NOT_SURE, SURE_TEXT), Choice(NO_OPPORTUNITY, OPPORTUNITY_TEXT))
    return Ask(SKILL + skill.id, "skill", _WHICH.fill(skill=skill.name), skill.definition, (*levels, *unknown))


def _about_more(kb: KnowledgeBase, situation: Situation, answers: Answers) -> Ask | None:
    missing = len(set(_missing(kb, situation, _asked(answers))))
    if MORE in answers or not missing or not situation.scales:
        return None
    choices = (Choice(YES, Text("再答几题", "go on")), Choice(NO, Text("先看结果", "show the advice")))
    return Ask(MORE, "choice", _MORE.fill(n=missing), _MORE_HELP, choices)
