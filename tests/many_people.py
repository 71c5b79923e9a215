"""Many random people as rows of a table: any answers that the knowledge base accepts; and what each is told alone."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from any_answer import any_answer

from opscareer.advice import advise
from opscareer.interview import Answers, Value, profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE

FIRST = 5


def anybody(kb: KnowledgeBase, rng: random.Random) -> Answers:
    """Return the answers of any person: of no post, one or several, in any situation, with any skills told or not."""
    posts = list(kb.positions)
    count = rng.choices((0, 1, 2, 3), (15, 65, 15, 5))[0]
    answers: dict[str, Value] = {"current": tuple(rng.sample(posts, min(count, len(posts))))}
    for question in kb.questions.values():
        if question.id != "current" and rng.random() < rng.choice((0.2, 0.8)):
            answers[question.id] = any_answer(kb, rng, question.id)
    return {**answers, **_levels(kb, rng, answers["current"])}


def _levels(kb: KnowledgeBase, rng: random.Random, current: Any) -> dict[str, Value]:
    """Return levels of all skills, most or few: any, or about what a post asks and a bit beyond."""
    told = rng.choice((1.0, 1.0, 0.7, 0.3, 0.0))
    like = rng.choice((*current, *current, rng.choice(list(kb.positions)), None))
    by = rng.choice((-1, 0, 0, 1, 1, 2))
    return {f"skill.{skill}": _level(kb, rng, skill, like, by) for skill in kb.skills if rng.random() < told}


def _level(kb: KnowledgeBase, rng: random.Random, skill: str, like: str | None, by: int) -> Value:
    if rng.random() < 0.12:
        return rng.choice((NOT_SURE, NO_OPPORTUNITY))
    if like is None:
        return rng.randint(0, kb.top)
    asked = kb.needed[like].get(skill, rng.randint(-2, 2) - by)
    return min(kb.top, max(0, asked + by + rng.choice((-1, 0, 0, 0, 1))))


def rows_of(kb: KnowledgeBase, people: Sequence[Answers]) -> list[dict[str, Any]]:
    """Return people as the rows of a table, levels as words."""
    return [
        {"id": str(n), **{name: _cell(kb, name, value) for name, value in one.items()}} for n, one in enumerate(people)
    ]


def _cell(kb: KnowledgeBase, name: str, value: Value) -> Any:
    if name in kb.questions and kb.questions[name].kind == "years":
        return None if value == NOT_SURE else value
    return list(value) if isinstance(value, tuple) else str(value)


def told_alone(kb: KnowledgeBase, answers: Answers) -> dict[str, Any]:
    """Return what `assess` tells a person, as a row of the table of what people are told."""
    advice = advise(kb, profile_of(kb, answers))
    step = advice.next
    if step is None:
        return {
            **dict.fromkeys(("next", "kind", "then", "fit", "score", "verdict", "gaps_of")),
            "gates": [],
            "gaps": [],
            "mastery": advice.mastery,
        }
    return {
        "next": step.position,
        "kind": step.candidate.kind,
        "then": step.candidate.then or None,
        "fit": step.fit,
        "score": step.score,
        "verdict": step.verdict,
        "gates": [f"{gate.kind}:{gate.skill}" if gate.skill else gate.kind for gate in step.gates],
        "gaps": [{"skill": g.skill, "need": g.need, "have": g.have, "gain": g.gain} for g in step.gaps[:FIRST]],
        "gaps_of": step.gaps_of,
        "mastery": advice.mastery,
    }


def differences(alone: Mapping[str, Any], together: Mapping[str, Any], close: float = 1e-6) -> list[str]:
    """Return in which columns a person is told something else: numbers may differ by so much."""
    return [name for name, value in alone.items() if not _same(value, together[name], close)]


def _same(one: Any, other: Any, close: float) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= close
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key], close) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(_same(a, b, close) for a, b in zip(one, other, strict=True))
    return bool(one == other)
