"""What to ask next: a pure function of knowledge base and answers so far. Nothing here waits, prints or reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from opscareer.advice import Situation, situation_of
from opscareer.advice.duel import confidence, duels_of, rival_for
from opscareer.interview.answers import MORE, NO, SKILL, YES, Answers, Value, applying, profile_of
from opscareer.interview.choosing import Aim, Progress, enough, most_telling, remaining
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import position_names
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.model.question import Question
from opscareer.model.skill import LEVELS
from opscareer.text import Text, joined

Kind = Literal["positions", "position", "years", "choice", "choices", "skill"]

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
_WHY = Text(
    "这一题最可能改变{leader}和{rival}谁排在前面。",
    "It is the question most likely to change whether {leader} or {rival} comes first.",
)
_COMPLETES = Text(
    "它在{title}的要求里占 {share}%，答了差距才完整。",
    "It makes up {share}% of what {title} asks, and completes the list of gaps.",
)
_ASKED_BY = Text("有 {n} 个岗位要它，要得最高的：{titles}。", "{n} positions ask for it, most of all: {titles}.")
_NAMED = 4
_USUAL = Aim()


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen; `names` are other words by which it can be found."""

    value: Value
    label: Text
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ask:
    """A question to put to the person: why it is asked, how far the skills are settled, what no answer stands for."""

    id: str
    kind: Kind
    text: Text
    help: Text
    choices: tuple[Choice, ...]
    required: bool = False
    why: Text | None = None
    progress: Progress | None = None
    skip: Value | None = NOT_SURE
    asked_by: Text | None = None


def next_question(kb: KnowledgeBase, answers: Answers, aim: Aim = _USUAL) -> Ask | None:
    """Return what to ask next, or None when the answers settle it."""
    for question in applying(kb, answers):
        if question.id not in answers:
            return about_person(kb, question)
    situation = situation_of(kb, profile_of(kb, answers))
    asked = _asked(answers)
    if aim.full:
        return _next_of(kb, situation, _all(kb, situation, asked))
    if not situation.scales:
        return None
    if MORE not in answers:
        return _telling(kb, situation, asked, aim) or _about_more(kb, situation, asked)
    return _next_of(kb, situation, _missing(kb, situation, asked)) if answers[MORE] == YES else None


def _telling(kb: KnowledgeBase, situation: Situation, asked: frozenset[str], aim: Aim) -> Ask | None:
    """Return the skill to ask until it is settled what comes first, and enough is known to say how near that is.

    Where nothing can come first but one position (a goal leaves no other), the heaviest of what it asks are asked.
    """
    duels = duels_of(situation)
    sure, answered = confidence(duels), len(situation.profile.levels)
    if enough(kb, aim, answered, sure) or len(asked) >= kb.rules["stop_questions"]:
        return None
    progress = Progress(sure, len(asked), remaining(kb, aim, duels, asked, answered))
    skill = most_telling(duels, asked)
    if skill is None:
        skill = next(_missing(kb, situation, asked), None)
        return None if skill is None else about_skill(kb, skill, _completing(kb, situation, skill), progress)
    leader, rival = situation.scales[0].line.key, rival_for(duels, SKILL + skill)
    why = _WHY.fill(leader=kb.positions[leader].title, rival=kb.positions[rival].title)
    return about_skill(kb, skill, why, progress)


def _next_of(kb: KnowledgeBase, situation: Situation, skills: Iterator[str]) -> Ask | None:
    """Return the first of some skills as a question that completes the list of gaps, or None where there is none."""
    skill = next(skills, None)
    return None if skill is None else about_skill(kb, skill, _completing(kb, situation, skill))


def _completing(kb: KnowledgeBase, situation: Situation, skill: str) -> Text | None:
    """Return why a skill is asked that decides nothing any more: who asks for it, and how much it weighs there."""
    for position in _wanted(situation):
        for requirement in kb.positions[position].requirements:
            if requirement.skill == skill:
                return _COMPLETES.fill(title=kb.positions[position].title, share=round(100 * requirement.weight))
    return None


def _wanted(situation: Situation) -> tuple[str, ...]:
    leader = (situation.leader,) if situation.leader else ()
    return (*leader, *situation.standing.positions)


def _all(kb: KnowledgeBase, situation: Situation, asked: frozenset[str]) -> Iterator[str]:
    """Yield every unasked skill, those that are wanted first."""
    yield from _missing(kb, situation, asked)
    yield from (skill for skill in kb.skills if skill not in asked)


def _missing(kb: KnowledgeBase, situation: Situation, asked: frozenset[str]) -> Iterator[str]:
    """Yield the unasked skills of the suggested position and of the present ones, the heaviest first."""
    for position in _wanted(situation):
        for requirement in sorted(kb.positions[position].requirements, key=lambda r: (-r.weight, r.skill)):
            if requirement.skill not in asked:
                yield requirement.skill


def _asked(answers: Answers) -> frozenset[str]:
    return frozenset(id_.removeprefix(SKILL) for id_ in answers if id_.startswith(SKILL))


def about_person(kb: KnowledgeBase, question: Question) -> Ask:
    """Return how a question about the person is put."""
    if question.kind in ("positions", "position"):
        names = position_names(kb)
        choices = tuple(Choice(p.id, p.title, names[p.id]) for p in kb.positions.values())
    else:
        choices = tuple(Choice(o.id, o.label) for o in question.options)
    return Ask(question.id, question.kind, question.text, question.help, choices, question.required)


def about_skill(kb: KnowledgeBase, id_: str, why: Text | None = None, progress: Progress | None = None) -> Ask:
    """Return how the question about a skill is put: its levels, and the two answers that are no level."""
    skill = kb.skills[id_]
    levels = tuple(Choice(level, skill.levels[level]) for level in LEVELS)
    choices = (*levels, Choice(NOT_SURE, SURE_TEXT), Choice(NO_OPPORTUNITY, OPPORTUNITY_TEXT))
    text, askers = _WHICH.fill(skill=skill.name), _askers(kb, id_)
    return Ask(SKILL + id_, "skill", text, skill.definition, choices, why=why, progress=progress, asked_by=askers)


def _askers(kb: KnowledgeBase, skill: str) -> Text:
    """Return which positions ask for a skill, those that ask the most of it first."""
    asking = sorted((id_ for id_ in kb.positions if skill in kb.needed[id_]), key=lambda id_: -kb.needed[id_][skill])
    titles = joined(kb.positions[id_].title for id_ in asking[:_NAMED])
    return _ASKED_BY.fill(n=len(asking), titles=titles)


def _about_more(kb: KnowledgeBase, situation: Situation, asked: frozenset[str]) -> Ask | None:
    missing = len(set(_missing(kb, situation, asked)))
    if not missing:
        return None
    choices = (Choice(YES, Text("再答几题", "go on")), Choice(NO, Text("先看结果", "show the advice")))
    return Ask(MORE, "choice", _MORE.fill(n=missing), _MORE_HELP, choices, skip=None)
