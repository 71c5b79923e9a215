import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opscareer.interview import Answers, Ask, Progress, give, next_question, steadied
from opscareer.interview.answers import applying, pending
from opscareer.interview.progress import FALL
from opscareer.model.kb import KnowledgeBase


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [(None, 9, 9), (9, 8, 8), (9, 20, 9), (9, 9, 9), (9, 2, 9 - FALL), (2, 0, 0), (0, 5, 0)],
)
def test_steadied_by_hand(before: int | None, now: int, told: int) -> None:
    """What is to come never grows, and never falls by more than a little at once, so that it need not stand still."""
    last = None if before is None else Progress(4, before)
    assert steadied(Progress(5, now, 0.5), last) == Progress(5, told, 0.5)


def test_filling_in_is_counted_by_itself() -> None:
    """What completes the list of gaps is counted anew: the person has asked for it."""
    assert steadied(Progress(1, 7, filling=True), Progress(30, 0)) == Progress(1, 7, filling=True)


def any_value(data: st.DataObject, ask: Ask) -> object:
    """Draw an answer that anybody could give."""
    values = [choice.value for choice in ask.choices]
    if ask.kind == "positions":
        return data.draw(st.lists(st.sampled_from(values), max_size=2, unique=True))
    if ask.kind == "choices":
        return data.draw(st.lists(st.sampled_from(values), max_size=2, unique=True))
    if ask.kind == "text":
        return "Hangzhou"
    return data.draw(st.integers(0, 20)) if ask.kind == "years" else data.draw(st.sampled_from(values))


@pytest.mark.uncounted
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_what_is_told_is_true(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Whoever answers whatever: each question has the next number, what is to come never grows, the total never jumps.

    At the last question of the filling in nothing is told to come, and all that is left is counted before.
    """
    answers: Answers = {}
    told: Progress | None = None
    number = 0
    while (ask := next_question(kb, answers)) is not None:
        if ask.progress is not None:
            number = 1 if ask.progress.filling and (told is None or not told.filling) else number + 1
            before, told = told, steadied(ask.progress, told)
            assert told.number == number
            assert told.total >= told.number
            if before is not None and before.filling == told.filling:
                assert told.remaining <= before.remaining
                assert -FALL < told.total - before.total + 1 <= 2
        answers = give(kb, answers, ask.id, "yes" if ask.id == "more" else any_value(data, ask))
    assert told is not None


@pytest.mark.uncounted
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_pending_holds_all_that_comes(kb: KnowledgeBase, data: st.DataObject) -> None:
    """What may yet be asked of the person holds whatever is asked of them later, and shrinks with every answer."""
    answers: Answers = {}
    before = set(kb.questions)
    while left := [question for question in applying(kb, answers) if question.id not in answers]:
        may = {question.id for question in pending(kb, answers)}
        assert {question.id for question in left} <= may <= before
        ask = next_question(kb, answers)
        assert ask is not None
        answers = give(kb, answers, ask.id, any_value(data, ask))
        before = may - {ask.id}
    assert pending(kb, answers) == ()
