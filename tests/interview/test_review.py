from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import answer_lists
from small_kb import SMALL, question, with_questions
from two_tracks import TWO_TRACKS

from opscareer.interview import DONE, GO_ON, Answers, Value, again, give, next_question, review, told
from opscareer.interview.answers import MORE, SKILL, applying
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.text import Text

WORDS = SKILL + "words"


@pytest.mark.parametrize(
    ("question", "value", "words"),
    [
        ("current", ("writer/manager",), Text("「Head Writer」", "Head Writer")),
        ("current", ("writer/manager", "top/chief"), Text("「Head Writer」、「Chief」", "Head Writer, Chief")),
        ("current", (), Text("还没入行", "not in the trade yet")),
        ("goal", "head/director", Text("「Director」", "Director")),
        ("goal", NOT_SURE, Text("（跳过）", "(skipped)")),
        ("years", 3, Text("3 年", "3 years")),
        ("years", 2.5, Text("2.5 年", "2.5 years")),
        ("years", 3.0, Text("3 年", "3 years")),
        ("years", 0, Text("0 年", "0 years")),
        ("years", 1, Text("1 年", "1 year")),
        ("years", NOT_SURE, Text("（跳过）", "(skipped)")),
        ("work", "pen", Text("「pen」", "pen")),
        ("work", NOT_SURE, Text("（跳过）", "(skipped)")),
        (WORDS, 0, Text("0 「Wording 0」", "0 Wording 0")),
        (WORDS, 4, Text("4 「Wording 4」", "4 Wording 4")),
        (WORDS, NOT_SURE, Text("说不准", "not sure")),
        (WORDS, NO_OPPORTUNITY, Text("还没有机会做", "no opportunity yet")),
    ],
)
def test_answers_in_words(question: str, value: Value, words: Text) -> None:
    """An answer is told in words: titles, years, labels, a level with what it stands for, or that it was skipped."""
    assert told(SMALL, question, value) == words


def test_own_words_in_words() -> None:
    """What was told in one's own words is told in these, or that it was skipped."""
    asking = with_questions(question("city", "text"))
    assert told(asking, "city", "杭州") == Text("杭州", "杭州")
    assert told(asking, "city", NOT_SURE) == Text("（跳过）", "(skipped)")
    assert again(asking, "city").kind == "text"


def test_options_in_words() -> None:
    """Several options are told by their labels, none of them as that; put again, they may be left out."""
    assert told(TWO_TRACKS, "avoid", ("pen", "phone")) == Text("「pen」、「phone」", "pen, phone")
    assert told(TWO_TRACKS, "avoid", ()) == Text("没有", "none")
    assert (again(TWO_TRACKS, "avoid").kind, again(TWO_TRACKS, "avoid").skip) == ("choices", ())


def listed(kb: KnowledgeBase, answers: Answers) -> list[Value]:
    """Return what the last look lists, but for what has no answer."""
    return [choice.value for choice in review(kb, answers).choices if not choice.open]


def test_review_by_hand() -> None:
    """The last look lists each answer with its question, in the order given, after the choice to change none."""
    ask = review(SMALL, {"current": ("writer/specialist",), WORDS: 4, "work": NOT_SURE})
    assert (ask.id, ask.kind, ask.required, ask.skip) == ("review", "choice", False, DONE)
    given_ = [choice for choice in ask.choices if not choice.open]
    assert [choice.value for choice in given_] == [DONE, GO_ON, "current", WORDS, "work"]
    assert [choice.label for choice in given_[2:]] == [
        Text("「current?」：「Writer」", "current? Writer"),
        Text("「Wording」：4 「Wording 4」", "Wording: 4 Wording 4"),
        Text("「work?」：（跳过）", "work? (skipped)"),
    ]


def test_review_of_what_does_not_count() -> None:
    """Answers that do not count at present are not listed, nor is whether to go on; they are once they count again."""
    answers: Answers = {"current": ("writer/manager",), "years": 2, "reports": "some", MORE: "no"}
    assert listed(SMALL, answers) == [DONE, GO_ON, "current", "years", "reports"]
    assert listed(SMALL, {**answers, "current": ()}) == [DONE, GO_ON, "current"]


def test_review_of_nothing() -> None:
    """Without answers there is nothing to change."""
    assert listed(SMALL, {}) == [DONE, GO_ON]
    assert [choice.value for choice in review(SMALL, {}).choices if choice.open] == [
        "current",
        "goal",
        "metric",
        "work",
        "degree",
    ]


def test_what_was_not_answered() -> None:
    """After the answers stands what has none, of the person and of skills, with what each weighs where it is wanted."""
    ask = review(SMALL, {"current": ("writer/specialist",), "years": 3, "years_total": 3, "goal": NOT_SURE, WORDS: 4})
    open_ = {choice.value: choice.label.en for choice in ask.choices if choice.open}
    assert list(open_)[:3] == ["metric", "work", "degree"]
    assert open_["metric"] == "metric? not answered"
    assert set(open_) == {"metric", "work", "degree", *(f"skill.{skill}" for skill in SMALL.skills if skill != "words")}
    assert any(label.startswith("Leading people: not answered. It makes up") for label in open_.values())
    assert again(SMALL, "skill.people").id == "skill.people"


def test_going_on_from_the_look() -> None:
    """Where the questions were left before their end one may go on with them, and is told how many are to go."""
    on = next(choice for choice in review(SMALL, {"current": ()}).choices if choice.value == GO_ON)
    assert on.label.en == "go on with the questions (about 8 to go)"
    done: Answers = {"current": (), **dict.fromkeys(("goal", "metric", "work", "degree"), NOT_SURE)}
    done = {**done, **{SKILL + skill: 2 for skill in SMALL.skills}}
    assert listed(SMALL, done)[:2] == [DONE, "current"]


def test_asked_again_as_before() -> None:
    """A question is put again as it was put first, without why and how far, which no longer hold."""
    first = next_question(SMALL, {})
    assert first is not None
    assert again(SMALL, "current") == replace(first, progress=None)
    skill = again(SMALL, WORDS)
    assert (skill.id, skill.kind, skill.why, skill.progress) == (WORDS, "skill", None, None)
    assert [choice.value for choice in skill.choices] == [0, 1, 2, 3, 4, 5, NOT_SURE, NO_OPPORTUNITY]


@pytest.mark.uncounted
@given(data=st.data())
def test_review_lists_what_counts(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Whatever was answered, each answer that counts is listed once, and can be asked and given again."""
    answers: Answers = dict(data.draw(answer_lists(kb)))
    lines = [line for line in review(kb, answers).choices if not line.open and line.value not in (DONE, GO_ON)]
    asked = {question.id for question in applying(kb, answers)}
    assert [line.value for line in lines] == [q for q in answers if q in asked or q.startswith(SKILL)]
    for line in lines:
        question = str(line.value)
        assert again(kb, question).id == question
        assert give(kb, answers, question, answers[question]) == answers


def test_after_a_question_mark(kb: KnowledgeBase) -> None:
    """An answer follows its question without a colon after the question mark."""
    ask = review(kb, {"current": (), "skill.retention": 2})
    (current,) = [choice.label for choice in ask.choices if choice.value == "current"]
    (skill,) = [choice.label for choice in ask.choices if choice.value == "skill.retention"]
    assert current == Text("你现在是什么岗位？还没入行", "What is your present position? not in the trade yet")
    assert skill.zh.startswith("留存：2 ")
