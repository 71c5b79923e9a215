from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_kb import SMALL, question, with_questions
from two_tracks import TWO_TRACKS

from opscareer.errors import UsageError
from opscareer.interview import Answers, accept, give, profile_of
from opscareer.interview.answers import MORE
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE


@pytest.mark.parametrize(
    ("asked", "value", "kept"),
    [
        ("current", ["writer/specialist"], ("writer/specialist",)),
        ("current", ("Head Writer", "top"), ("writer/manager", "top/chief")),
        ("current", "head", ("head/director",)),
        ("current", ["head", "head/director"], ("head/director",)),
        ("current", [], ()),
        ("goal", "big head", "head/director"),
        ("goal", NOT_SURE, NOT_SURE),
        ("years", 0, 0),
        ("years", 2.5, 2.5),
        ("years", 60, 60),
        ("years", NOT_SURE, NOT_SURE),
        ("work", "pen", "pen"),
        ("work", NOT_SURE, NOT_SURE),
        ("skill.words", 0, 0),
        ("skill.words", 5, 5),
        ("skill.words", 3.0, 3),
        ("skill.words", NOT_SURE, NOT_SURE),
        ("skill.words", NO_OPPORTUNITY, NO_OPPORTUNITY),
        (MORE, "yes", "yes"),
        (MORE, "no", "no"),
    ],
)
def test_valid_answers(asked: str, value: object, kept: object) -> None:
    """A valid answer is kept with its ids written out."""
    assert accept(SMALL, asked, value) == kept


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("pen", ("pen",)),
        (["phone", "pen"], ("phone", "pen")),
        (("pen", "pen"), ("pen",)),
        ([], ()),
        (NOT_SURE, NOT_SURE),
    ],
)
def test_several_options(value: object, kept: object) -> None:
    """Of several options any number may be chosen, also none; one may be told by its word alone."""
    assert accept(TWO_TRACKS, "avoid", value) == kept
    known = profile_of(TWO_TRACKS, {"current": (), "avoid": accept(TWO_TRACKS, "avoid", value)})
    assert known.avoid == (frozenset(kept) if isinstance(kept, tuple) else frozenset())


@pytest.mark.parametrize("value", ["pne", ["pen", "pne"], [3], 3, None, [NOT_SURE]])
def test_illegal_options(value: object) -> None:
    """A word that is no option is refused with those that there are, also among others that are."""
    with pytest.raises(UsageError) as refused:
        accept(TWO_TRACKS, "avoid", value)
    assert refused.value.hint[1] == "it may be: pen, phone"


@pytest.mark.parametrize(
    ("asked", "value", "hints"),
    [
        ("current", ["writr/manager"], ["writer/manager"]),
        ("current", "writer/", ["writer/specialist", "writer/manager"]),
        ("current", [3], ["writer/specialist"]),
        ("current", 3, ["[writer/specialist]", "[]"]),
        ("current", NOT_SURE, ["opscareer ladder"]),
        ("goal", "hed/director", ["head/director"]),
        ("goal", None, ["writer/specialist"]),
        ("years", -1, ["0", "60", "2.5"]),
        ("years", 61, ["0", "60", "2.5"]),
        ("years", float("nan"), ["0", "60", "2.5"]),
        ("years", True, ["0", "60", "2.5"]),
        ("years", "two", ["0", "60", "2.5"]),
        ("work", "pne", ["pen", "phone", NOT_SURE]),
        ("work", 1, ["pen", "phone", NOT_SURE]),
        ("skill.words", 6, ["0-5", NOT_SURE, NO_OPPORTUNITY]),
        ("skill.words", -1, ["0-5", NOT_SURE, NO_OPPORTUNITY]),
        ("skill.words", 2.5, ["0-5", NOT_SURE, NO_OPPORTUNITY]),
        ("skill.words", True, ["0-5", NOT_SURE, NO_OPPORTUNITY]),
        ("skill.words", "good", ["0-5", NOT_SURE, NO_OPPORTUNITY]),
        ("skill.words", "3", ["3"]),
        ("skill.words", "9999", ["0-5"]),
        ("years", "2.5", ["2.5"]),
        ("years", {"a": [True]}, ["0", "60"]),
        (MORE, "perhaps", ["yes, no"]),
    ],
)
def test_illegal_answers(asked: str, value: object, hints: list[str]) -> None:
    """An illegal answer is refused with the question, the value and what it may be, in both languages."""
    plain = value[0] if isinstance(value, list) else value
    shown = {True: "true", None: "null"}[plain] if plain is None or plain is True else str(plain)
    with pytest.raises(UsageError) as refused:
        accept(SMALL, asked, value)
    for message, hint in zip(refused.value.message, refused.value.hint, strict=True):
        assert asked in message
        assert shown in message or isinstance(value, dict)
        assert all(expected in hint for expected in hints)


def test_why_a_position_is_illegal() -> None:
    """A word for no position, or for several, is refused with the reason, in both languages."""
    for word, zh, en in (
        ("xyz", "没有岗位 xyz", "there is no position xyz"),
        ("writer/", "岗位 writer/ 不止一个", "position writer/ may be several"),
    ):
        with pytest.raises(UsageError) as refused:
            accept(SMALL, "goal", word)
        assert refused.value.message == (f"goal 不能是 {word}：{zh}", f"goal cannot be {word}: {en}")


def test_only_possible_answers_are_named() -> None:
    """Where not sure is no answer it is not offered as one."""
    kb = with_questions(question("work", "choice", "pen", "phone", required=True))
    for asked in (MORE, "work"):
        with pytest.raises(UsageError) as refused:
            accept(kb, asked, NOT_SURE)
        assert NOT_SURE not in refused.value.hint[1]


@pytest.mark.parametrize(
    ("asked", "near"),
    [("yeras", "years"), ("skil.words", "skill.words"), ("skill.word", "words"), ("word", "skill.words")],
)
def test_unknown_question_names_the_nearest(asked: str, near: str) -> None:
    """An unknown question or skill is refused, and the nearest is named."""
    with pytest.raises(UsageError) as refused:
        accept(SMALL, asked, 1)
    assert asked.removeprefix("skill.") in refused.value.message[1]
    assert all(near in hint for hint in refused.value.hint)


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("skill.数据分析", "nearest: data-analysis"),
        ("skill.Data analysis", "nearest: data-analysis"),
        ("skill.数据分柝", "data-analysis"),
        ("数据分析", "nearest: skill.data-analysis"),
        ("现在的岗位", "nearest: current"),
        ("年限", "nearest: years"),
    ],
)
def test_a_key_by_its_name(kb: KnowledgeBase, asked: str, near: str) -> None:
    """A question or a skill that a key names by its title, or nearly so, is told by its true key."""
    with pytest.raises(UsageError) as refused:
        accept(kb, asked, 1)
    assert near in refused.value.hint.en


def test_a_question_like_nothing() -> None:
    """Where nothing is near, nothing is named."""
    with pytest.raises(UsageError) as refused:
        accept(SMALL, "qqqq", 1)
    assert refused.value.hint == ("", "")


def test_long_and_hostile_values_are_shown_safely() -> None:
    """A value is shown shortened and without control characters."""
    with pytest.raises(UsageError) as refused:
        accept(SMALL, "work", "\x1b[31m" + "x" * 100)
    assert refused.value.message[1] == f"work cannot be {'x' * 40}..."
    with pytest.raises(UsageError) as refused:
        accept(SMALL, "work", "y" * 40)
    assert refused.value.message[1] == f"work cannot be {'y' * 40}"


def test_a_refused_answer_changes_nothing() -> None:
    """Giving an answer makes new answers; refusing one leaves all as it was."""
    before = MappingProxyType({"current": ("writer/specialist",)})
    assert give(SMALL, before, "years", 2) == {"current": ("writer/specialist",), "years": 2}
    assert before == {"current": ("writer/specialist",)}
    with pytest.raises(UsageError):
        give(SMALL, before, "years", "many")
    assert before == {"current": ("writer/specialist",)}


def test_an_answer_can_be_changed() -> None:
    """A second answer to a question takes the place of the first."""
    answers = give(SMALL, give(SMALL, {}, "skill.words", 2), "skill.words", NOT_SURE)
    assert answers == {"skill.words": NOT_SURE}


JUNK = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.lists(st.text(max_size=4))


@given(data=st.data(), value=JUNK)
def test_any_value_is_kept_or_refused(kb: KnowledgeBase, data: st.DataObject, value: object) -> None:
    """Whatever is given, an answer is refused as such or kept so that giving it again keeps the same."""
    asked = data.draw(st.sampled_from([*kb.questions, MORE, *(f"skill.{skill}" for skill in kb.skills)]))
    try:
        kept = accept(kb, asked, value)
    except UsageError:
        return
    assert accept(kb, asked, kept) == kept


def test_a_changed_fact_opens_what_was_settled() -> None:
    """Where one stands being changed, whether to go on is asked anew; a changed skill or the same fact leaves it."""
    settled: Answers = {"current": ("writer/specialist",), "more": "no", "skill.sums": 2}
    assert "more" not in give(SMALL, settled, "current", ["seller/specialist"])
    assert give(SMALL, settled, "current", ["writer/specialist"]) == settled
    assert give(SMALL, settled, "skill.sums", 3) == {**settled, "skill.sums": 3}
    assert give(SMALL, settled, "more", "yes") == {**settled, "more": "yes"}


@pytest.mark.parametrize("asked", ["skill.words", "years"])
@pytest.mark.parametrize("value", ["3", " 3 "])
def test_a_number_in_quotes(asked: str, value: str) -> None:
    """A number that was written as text is told how to be written."""
    with pytest.raises(UsageError) as refused:
        accept(SMALL, asked, value)
    assert refused.value.message.en == f"{asked} is the text '3'"
    assert refused.value.hint == ("去掉引号，写 3", "write 3, without quotes")


CITY = with_questions(question("city", "text"))


@pytest.mark.parametrize("value", ["", " ", "a" * 81, None, ["Hangzhou"], True])
def test_no_own_words(value: object) -> None:
    """What is told in one's own words is a line of them; anything else is refused."""
    with pytest.raises(UsageError):
        accept(CITY, "city", value)


def test_wide_figures() -> None:
    """A number in full-width figures is told with the figures to write."""
    with pytest.raises(UsageError) as wrong:
        accept(SMALL, "skill.words", "３")
    assert wrong.value.hint.en == "write 3, without quotes"
