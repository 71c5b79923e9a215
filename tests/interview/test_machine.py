from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from any_answer import CHANCE, any_answer
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from opscareer.interview import Answers, Value, accept, back, give, next_question, profile_of
from opscareer.interview.answers import MORE
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NOT_SURE
from opscareer.model.question import Question
from opscareer.model.rules import Test


class Interview(RuleBasedStateMachine):
    """Somebody who answers, skips, goes back, changes their mind and comes back later; beside it a plain dict."""

    def __init__(self, kb: KnowledgeBase) -> None:
        super().__init__()
        self.kb = kb
        self.answers: Answers = {}
        self.told: dict[str, Any] = {}

    def give(self, question: str, value: Value) -> None:
        """Give an answer, here and there; a changed fact asks anew whether to go on."""
        self.answers = give(self.kb, self.answers, question, value)
        fact = question != MORE and not question.startswith("skill.")
        if fact and self.told.get(question, value) != value:
            self.told.pop(MORE, None)
        self.told[question] = value

    @initialize(rng=CHANCE, count=st.integers(0, 20))
    def begin(self, rng: Random, count: int) -> None:
        """Begin anywhere in an interview."""
        for _ in range(count):
            self.answer(rng)

    @rule(rng=CHANCE)
    def answer(self, rng: Random) -> None:
        """Answer what is asked."""
        if (ask := next_question(self.kb, self.answers)) is not None:
            self.give(ask.id, any_answer(self.kb, rng, ask.id))

    @rule()
    def skip(self) -> None:
        """Skip what is asked; who skips the present position has none, and whether to go on cannot be skipped."""
        if (ask := next_question(self.kb, self.answers)) is not None and ask.skip is not None:
            self.give(ask.id, () if ask.kind == "positions" else ask.skip)

    @precondition(lambda self: self.told)
    @rule()
    def go_back(self) -> None:
        """Take the last answer back."""
        self.answers, question = back(self.answers)
        assert question == self.told.popitem()[0]

    @precondition(lambda self: self.told)
    @rule(rng=CHANCE)
    def edit(self, rng: Random) -> None:
        """Answer an earlier question anew, whether or not it still applies."""
        question = rng.choice([question for question in self.told if question != MORE] or ["current"])
        self.give(question, any_answer(self.kb, rng, question))

    @rule(rng=CHANCE)
    def change_position(self, rng: Random) -> None:
        """Take another present position."""
        self.give("current", any_answer(self.kb, rng, "current"))

    @rule()
    def reload(self) -> None:
        """Come back later with answers that were kept elsewhere."""
        self.answers = {id_: accept(self.kb, id_, value) for id_, value in self.told.items()}

    @precondition(lambda self: "current" in self.told)
    @rule()
    def leave_and_return(self) -> None:
        """Give the present position up and take it again: what was told of it counts no more, and then again."""
        before, current = profile_of(self.kb, self.answers), self.told["current"]
        self.give("current", ())
        self.what_counts()
        self.give("current", current)
        assert profile_of(self.kb, self.answers) == before

    @invariant()
    def kept(self) -> None:
        """The answers are those given, in the order in which they were given."""
        assert list(self.answers.items()) == list(self.told.items())

    @invariant()
    def asked_once(self) -> None:
        """What is asked applies and has no answer, and does not depend on the order of the answers."""
        ask = next_question(self.kb, self.answers)
        assert ask is None or ask.id not in self.told
        assert ask is None or ask.id not in self.kb.questions or self.applies(self.kb.questions[ask.id])
        turned = next_question(self.kb, dict(reversed([*self.answers.items()])))
        assert (turned and turned.id) == (ask and ask.id)

    @invariant()
    def what_counts(self) -> None:
        """All answers count that apply, and no others."""
        profile = profile_of(self.kb, self.answers)
        counting = {
            id_: value
            for id_, value in self.meant.items()
            if value != NOT_SURE and id_ in self.kb.questions and self.applies(self.kb.questions[id_])
        }
        told: dict[str, object] = {
            "current": profile.current,
            "years": profile.years,
            "years_total": profile.years_total,
        }
        told = {**told, "goal": profile.goal, "offer": profile.offer, **profile.facts, **profile.notes}
        counting = {"current": (), **counting}
        assert profile.avoid == frozenset(counting.pop("avoid", ()))
        several = [id_ for id_ in counting if self.kb.questions[id_].kind == "choices"]
        chosen = {id_: sorted(options) for id_ in several if (options := counting.pop(id_))}
        assert {id_: sorted(options) for id_, options in profile.chosen.items()} == chosen
        assert {id_: value for id_, value in told.items() if value is not None} == counting
        skills = {id_.removeprefix("skill."): v for id_, v in self.told.items() if id_.startswith("skill.")}
        assert profile.levels == {skill: value for skill, value in skills.items() if isinstance(value, int)}
        assert profile.unsure | profile.no_opportunity == set(skills) - set(profile.levels)

    @property
    def meant(self) -> dict[str, Any]:
        """What is told; who tells which post is offered, and not what brings them, is brought by that."""
        brought = self.told.get("offer", NOT_SURE) != NOT_SURE and self.told.get("reason", NOT_SURE) == NOT_SURE
        return {**self.told, "reason": "offered"} if brought else self.told

    def offers(self) -> int:
        """Return how many posts are offered, where that was asked."""
        asked = self.applies(self.kb.questions["offer"])
        return int(asked and self.told.get("offer") not in (None, NOT_SURE))

    def applies(self, question: Question) -> bool:
        """Return whether a question applies: it asks for a post, its rung, or another answer that counts."""
        held = self.told.get("current", ())
        rungs = [self.kb.positions[post].rung for post in held]  # of equally high ones the first of the ladder counts
        rung = min(rungs, key=lambda one: (-self.kb.rungs[one].order, list(self.kb.rungs).index(one)), default=None)

        def answered(test: Test) -> bool:
            return self.applies(self.kb.questions[test.name]) and self.meant.get(test.name) in test.one_of

        tests: dict[str, Callable[[Any], bool]] = {
            "posts": lambda test: len(held) >= test.at_least,
            "rung": lambda test: rung in test.one_of,
            "offers": lambda test: self.offers() >= test.at_least,
        }
        spared = question.unless and all(tests.get(test.name, answered)(test) for test in question.unless)
        return not spared and all(tests.get(test.name, answered)(test) for test in question.when)


@pytest.mark.uncounted
def test_machine(kb: KnowledgeBase) -> None:
    """However an interview goes, nothing is asked twice, only what applies counts, and order does not matter."""

    class Here(Interview):
        def __init__(self) -> None:
            super().__init__(kb)

    run_state_machine_as_test(Here, settings=settings(max_examples=15, stateful_step_count=12, deadline=None))
