"""Any answer that a knowledge base accepts to a question; chance is a seeded generator, or the one of hypothesis."""

import random

from hypothesis import strategies as st

from opscareer.interview import Value
from opscareer.interview.answers import MORE, NO, SKILL, YES
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.model.question import Question

CHANCE = st.randoms(use_true_random=False)
MOST_POSTS, MOST_OPTIONS = 3, 2


def any_answer(kb: KnowledgeBase, rng: random.Random, question: str) -> Value:
    """Return any valid answer: to a question about the person, to a skill, or to whether to go on."""
    if question.startswith(SKILL):
        levels: tuple[Value, ...] = (*range(kb.top + 1), NOT_SURE, NO_OPPORTUNITY)
        return rng.choice(levels)
    return rng.choice((YES, NO)) if question == MORE else _fact(kb, rng, kb.questions[question])


def _fact(kb: KnowledgeBase, rng: random.Random, question: Question) -> Value:
    """Return any answer about a person; of several options none is an answer, and not sure is not."""
    if not question.required and rng.random() < 0.08 and question.kind != "choices":
        return NOT_SURE
    match question.kind:
        case "positions":
            return _some(rng, [*kb.positions], MOST_POSTS)
        case "position":
            return rng.choice([*kb.positions])
        case "years":
            return rng.choice((0, 0.5, 1, 2, 2.9, 3, 3.5, 5, 8.5, 12))
        case "choices":
            return _some(rng, [*question.labels], MOST_OPTIONS)
        case "text":
            return rng.choice(("Shanghai", "说不准", "a; b", "3", "=1+1", "none", "[]", "两年"))
        case _:
            return rng.choice([*question.labels])


def _some(rng: random.Random, options: list[str], most: int) -> tuple[str, ...]:
    return tuple(rng.sample(options, rng.randint(0, min(most, len(options)))))
