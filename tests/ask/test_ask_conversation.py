from collections.abc import Callable

import pytest

from opscareer.ask.conversation import converse, prompter
from opscareer.ask.plain import PlainPrompter
from opscareer.ask.steps import Step
from opscareer.ask.terminal import TerminalPrompter
from opscareer.errors import InterruptedByUserError, UsageError
from opscareer.interview import DONE, Answers, Ask, Value, next_question
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text


class Person:
    """Somebody who answers by a rule, and hears what is said."""

    def __init__(self, answer: Callable[[Ask], Value | Step]) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.heard: list[Text | None] = []
        self.refused: list[UsageError] = []
        self.reminded: dict[str, Value | None] = {}
        self.looks_over: list[Value | Step] = []

    def ask(self, question: Ask, so_far: Text | None, before: Value | None) -> Value | Step:
        """Answer; what is looked over at the end is right."""
        if question.id == "review":
            return self.looks_over.pop() if self.looks_over else DONE
        self.asked.append(question.id)
        self.heard.append(so_far)
        self.reminded[question.id] = before
        return self.answer(question)

    def refuse(self, error: UsageError) -> None:
        """Hear what was wrong."""
        self.refused.append(error)


def modest(question: Ask) -> Value:
    """Answer as a data specialist who does most things with guidance."""
    match question.kind:
        case "positions":
            return ("data-ops/specialist",)
        case "position":
            return "not-sure"
        case "years":
            return 2.0
        case "skill":
            return 2
        case _:
            return question.choices[-1].value


def forget(answers: Answers) -> None:
    """Keep nothing."""


def test_a_whole_conversation(kb: KnowledgeBase) -> None:
    """A conversation ends when nothing is left to ask; every answer is handed on as soon as it is given."""
    person, kept = Person(modest), list[Answers]()
    answers = converse(kb, {}, person, kept.append)
    assert next_question(kb, answers) is None
    assert kept[-1] == answers
    assert [len(told) for told in kept] == list(range(1, len(answers) + 1))
    assert list(answers) == person.asked


def test_a_conversation_goes_on(kb: KnowledgeBase) -> None:
    """Answers given before are not asked for again, and the end is the same."""
    whole = converse(kb, {}, Person(modest), forget)
    half = dict(list(whole.items())[: len(whole) // 2])
    person = Person(modest)
    assert converse(kb, half, person, forget) == whole
    assert not set(person.asked) & set(half)


def test_wrong_answers_are_refused(kb: KnowledgeBase) -> None:
    """An answer that is not valid is refused with a reason, kept nowhere, and asked for again."""
    tries = iter([-1.0, float("nan"), 61.0])
    person, kept = Person(lambda q: next(tries, 2.0) if q.id == "years" else modest(q)), list[Answers]()
    answers = converse(kb, {}, person, kept.append)
    assert len(person.refused) == 3
    assert person.asked.count("years") == 4
    assert answers["years"] == 2.0
    assert all(told.get("years", 2.0) == 2.0 for told in kept)


def test_stopping_keeps_what_was_told(kb: KnowledgeBase) -> None:
    """Who stops has all answers up to then handed on."""

    def stopping(question: Ask) -> Value:
        if question.kind == "skill":
            raise InterruptedByUserError("停", "stop")
        return modest(question)

    person, kept = Person(stopping), list[Answers]()
    with pytest.raises(InterruptedByUserError):
        converse(kb, {}, person, kept.append)
    assert list(kept[-1]) == person.asked[:-1]


def test_going_back(kb: KnowledgeBase) -> None:
    """Going back takes the last answer away, as often as wished, and asks it again with what was answered before."""
    steps = {"goal": 2}

    def hesitant(question: Ask) -> Value | Step:
        if steps.get(question.id):
            steps[question.id] -= 1
            return Step.BACK
        return modest(question)

    person, kept = Person(hesitant), list[Answers]()
    answers = converse(kb, {}, person, kept.append)
    assert person.asked[:7] == ["current", "years", "years_total", "goal", "years_total", "goal", "years_total"]
    assert person.reminded["years_total"] == 2.0
    assert answers == converse(kb, {}, Person(modest), forget)
    assert "years_total" not in kept[3]


def test_back_at_the_beginning(kb: KnowledgeBase) -> None:
    """Before the first question there is nowhere to go back to."""
    steps = iter([Step.BACK])
    person = Person(lambda question: next(steps, modest(question)))
    assert converse(kb, {}, person, forget)
    assert person.asked[:2] == ["current", "current"]


def test_changing_an_answer_at_the_end(kb: KnowledgeBase) -> None:
    """An answer changed while looking over is changed in its place, and what follows from it is asked."""
    person = Person(lambda q: ("bd/manager",) if person.asked.count("current") > 1 and q.id == "current" else modest(q))
    person.looks_over = ["current"]
    answers = converse(kb, {}, person, forget)
    assert next(iter(answers.items())) == ("current", ("bd/manager",))
    assert answers["reports"] == "some"
    assert person.reminded["current"] == ("data-ops/specialist",)


def test_leaving_an_answer_as_it_was(kb: KnowledgeBase) -> None:
    """Going back from an answer that was to be changed leaves it, and going back from the look takes the last away."""
    chosen = iter([False])
    person = Person(
        lambda q: (
            Step.BACK if q.id == "years" and person.reminded["years"] and next(chosen, True) is False else modest(q)
        )
    )
    person.looks_over = [Step.BACK, "years"]
    answers = converse(kb, {}, person, forget)
    assert answers == converse(kb, {}, Person(modest), forget)


def test_how_far_one_is(kb: KnowledgeBase) -> None:
    """Questions about skills say which one it is and how settled the advice is; the others do not."""
    person = Person(modest)
    converse(kb, {}, person, forget)
    told = [heard for id_, heard in zip(person.asked, person.heard, strict=True) if id_.startswith("skill.")]
    assert [heard.en.split()[1] for heard in told if heard] == [str(n + 1) for n in range(len(told))]
    assert all(heard and "to go" in heard.en for heard in told)
    others = [heard for id_, heard in zip(person.asked, person.heard, strict=True) if not id_.startswith("skill.")]
    assert set(others) == {None}


def test_the_prompter_that_is_wanted() -> None:
    """Plain prompts where they are wanted, else the full ones."""
    assert isinstance(prompter("zh", plain=True, columns=lambda: 80), PlainPrompter)
    assert isinstance(prompter("zh", plain=False, columns=lambda: 80), TerminalPrompter)
