import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import answer_lists
from small_kb import SMALL, asked, position, with_positions
from two_tracks import TWO_TRACKS

from opscareer.advice import situation_of
from opscareer.interview import Answers, again, next_question, profile_of, why_asked
from opscareer.model.kb import KnowledgeBase

WRITER: Answers = {"current": ("writer/specialist",), "years": 3, "years_total": 3, "goal": "not-sure"}


def why(kb: KnowledgeBase, answers: Answers, question: str) -> list[str]:
    """Return why a question is asked, in English."""
    return [text.en for text in why_asked(kb, answers, again(kb, question))]


def test_a_skill_by_hand() -> None:
    """A skill is asked for what it weighs in the posts that lead, and for what its answer would make of the advice."""
    told = why(SMALL, {**WRITER, "skill.words": 4, "skill.deals": 0}, "skill.people")
    assert "It is 50% of what Head Writer asks, at level 4." in told
    assert any(text.startswith("With the lowest answer the advice is") for text in told)
    assert any("positions ask for it" in text for text in told)


def test_how_much_hangs_on_a_skill() -> None:
    """How much hangs on a skill is told as the fit with what comes next, answered lowest and highest."""
    answers: Answers = {**WRITER, "skill.words": 4, "skill.people": 4, "skill.deals": 0}
    told = why(SMALL, {q: a for q, a in answers.items() if q != "skill.people"}, "skill.words")
    assert any(text.startswith("With the lowest answer your fit with") for text in told)
    still = why(SMALL, answers, "skill.sums")
    assert any("does not change" in text or "With the lowest answer" in text for text in still)


def test_a_skill_that_nobody_asks() -> None:
    """Of a skill that no post asks that leads, just that is told; at the top nothing hangs on any."""
    kb = with_positions(position("first", "chief", "First", asked("people", 4, 0.25), asked("sums", 4, 0.75)))
    told = why(kb, {"current": ("first/chief",)}, "skill.words")
    assert told[0] == "None of the posts that lead at present asks for it; another line of work may."
    assert not any("With the lowest answer" in text for text in told)


def test_the_reason_it_was_chosen_for_comes_first() -> None:
    """Where a skill was chosen to decide between two posts, that is told first."""
    answers: Answers = {**WRITER, "metric": "come", "work": "pen", "degree": "not-sure"}
    ask = next_question(SMALL, answers)
    assert ask is not None
    assert ask.why is not None
    assert why_asked(SMALL, answers, ask)[0] == ask.why


def test_a_choice_by_hand() -> None:
    """Of a choice it is told what would come next by each answer, or that none changes it."""
    told = why(SMALL, WRITER, "work")
    titles = {
        value: situation_of(SMALL, profile_of(SMALL, {**WRITER, "work": value})).leader
        for value in SMALL.questions["work"].labels
    }
    if len(set(titles.values())) == 1:
        assert told[-1].startswith("Whatever you answer, the advice so far is")
    else:
        assert len([text for text in told if text.startswith("With")]) == len(set(titles.values()))
    assert why(SMALL, WRITER, "degree")[-1].startswith("Whatever you answer")
    assert why(TWO_TRACKS, {"current": ("writer/specialist",)}, "avoid")


def test_answers_that_lead_elsewhere() -> None:
    """From outside, what one would like to do decides, and each answer is told with the post that it leads to."""
    told = why(SMALL, {"current": (), "goal": "not-sure"}, "work")
    assert [text for text in told if text.startswith("With “")]


def test_years_by_hand() -> None:
    """Of the years on a rung it is told how many are served at the least."""
    told = why(SMALL, {"current": ("writer/specialist",)}, "years")
    assert told[-1].startswith("People spend at least 2 years as Writer")
    assert why(SMALL, {"current": ("writer/specialist",)}, "goal")[-1].startswith("The advice so far is")


def test_before_anything_is_known(kb: KnowledgeBase) -> None:
    """Before the first answer the knowledge base's own reason is told; without one, that the rest depends on it."""
    assert why(kb, {}, "current") == [kb.questions["current"].why.en]
    assert why(SMALL, {}, "current") == ["What is asked next depends on this."]


def test_whether_to_go_on() -> None:
    """Whether to go on is explained by what is estimated else."""
    ask = next_question(
        SMALL, {**WRITER, "metric": "come", "work": "pen", "degree": "not-sure", "skill.words": 4, "skill.deals": 0}
    )
    more = next_question(
        SMALL,
        {
            **WRITER,
            "metric": "come",
            "work": "pen",
            "degree": "not-sure",
            **{f"skill.{s}": "not-sure" for s in ("deals", "words")},
        },
    )
    for found in (ask, more):
        assert found is not None
        assert why_asked(SMALL, WRITER, found)


@pytest.mark.parametrize(
    "question", ["current", "reason", "lead", "acting", "metric", "work", "avoid", "education", "company"]
)
def test_every_question_has_its_own_reason(kb: KnowledgeBase, question: str) -> None:
    """Every question about the person tells what hangs on it, and none of them what the next one tells."""
    others = [other.why for other in kb.questions.values() if other.id != question]
    assert kb.questions[question].why not in others
    assert kb.questions[question].why.zh


@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_there_is_always_a_reason(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Whatever was answered, every question that can be put has a reason in both languages."""
    answers: Answers = dict(data.draw(answer_lists(kb)))
    id_ = data.draw(st.sampled_from([*kb.questions, *(f"skill.{skill}" for skill in kb.skills)]))
    for text in why_asked(kb, answers, again(kb, id_)):
        assert text.zh
        assert text.en
        assert "{" not in text.zh + text.en
