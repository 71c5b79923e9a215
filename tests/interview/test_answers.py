from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_kb import SMALL, question, with_questions
from two_tracks import TWO_TRACKS

from opscareer.errors import UsageError
from opscareer.interview import Answers, accept, back, give, next_question, profile_of
from opscareer.interview.answers import MORE, applying, idle, named_now, pending
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE, Profile
from opscareer.model.rules import Test


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


def test_an_offer_counts_where_it_is_asked_for() -> None:
    """A post offered is told by any name of it; not sure is none, and it counts only where it is asked for."""
    assert profile_of(TWO_TRACKS, {"current": (), "offer": accept(TWO_TRACKS, "offer", "big head")}).offer == (
        "head/director"
    )
    assert profile_of(TWO_TRACKS, {"current": (), "offer": NOT_SURE}).offer is None
    kb = with_questions(question("offer", "position", when=(Test("posts", at_least=1),)))
    assert profile_of(kb, {"current": (), "offer": "head/director"}).offer is None


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


def test_back_takes_the_last_answer() -> None:
    """Going back takes the last answer given, tells whose it was, and leaves the answers before as they were."""
    given: Answers = {"current": ("writer/specialist",), "years": 2, "skill.words": 4}
    before = MappingProxyType(given)
    left, question_ = back(before)
    assert (list(left.items()), question_) == ([("current", ("writer/specialist",)), ("years", 2)], "skill.words")
    assert list(before) == ["current", "years", "skill.words"]


def test_back_after_a_change() -> None:
    """A changed answer keeps its place, so that going back takes the answer that was given last, not changed last."""
    answers = give(SMALL, {"current": (), "work": "pen"}, "current", ["top"])
    assert back(answers) == ({"current": ("top/chief",)}, "work")


def test_back_undoes_give() -> None:
    """Going back after an answer leads to where one was, down to no answers; before them there is nothing."""
    answers: Answers = {}
    assert back(give(SMALL, answers, "current", [])) == (answers, "current")
    with pytest.raises(IndexError):
        back(answers)


def test_profile_by_hand() -> None:
    """A profile holds what was told, and keeps not sure, no opportunity and not asked apart."""
    answers: Answers = {
        "current": ("writer/manager",),
        "years": 2,
        "years_total": 5.5,
        "goal": "top/chief",
        "reports": "some",
        "work": "pen",
        "skill.words": 0,
        "skill.deals": NOT_SURE,
        "skill.sums": NO_OPPORTUNITY,
        MORE: "yes",
    }
    assert profile_of(SMALL, answers) == Profile(
        current=("writer/manager",),
        years=2,
        years_total=5.5,
        goal="top/chief",
        facts={"reports": "some", "work": "pen"},
        levels={"words": 0},
        unsure=frozenset({"deals"}),
        no_opportunity=frozenset({"sums"}),
    )


def test_profile_of_nothing() -> None:
    """Without answers nothing is known, and not sure tells nothing either."""
    assert profile_of(SMALL, {}) == Profile()
    unsure = dict.fromkeys(("years", "years_total", "goal", "work", "metric"), NOT_SURE)
    assert profile_of(SMALL, {"current": ("writer/specialist",), **unsure}) == Profile(("writer/specialist",))


@pytest.mark.parametrize(
    ("current", "asked"),
    [
        ((), ["current", "goal", "metric", "work", "degree"]),
        (("writer/specialist",), ["current", "years", "years_total", "goal", "metric", "work", "degree"]),
        (("writer/manager",), ["current", "years", "years_total", "goal", "reports", "metric", "work", "degree"]),
    ],
)
def test_questions_that_apply(current: tuple[str, ...], asked: list[str]) -> None:
    """Only questions whose tests hold apply: years to who holds a post, reports to managers."""
    assert [q.id for q in applying(SMALL, {"current": current})] == asked


def test_not_sure_passes_no_test() -> None:
    """Who is not sure is asked no question that depends on the answer, even one that names it."""
    kb = with_questions(question("why", "choice", "pay", "place", when=(Test("work", ("pen", NOT_SURE)),)))
    for answer, applies in (("pen", True), ("phone", False), (NOT_SURE, False)):
        assert ("why" in [q.id for q in applying(kb, {"work": answer})]) is applies


def test_stale_answers_do_not_count() -> None:
    """When an earlier answer changes, the answers that depended on it no longer count."""
    answers: Answers = {"current": ("writer/manager",), "years": 3, "years_total": 4, "reports": "none"}
    assert profile_of(SMALL, answers) == Profile(("writer/manager",), 3, 4, facts={"reports": "none"})
    assert profile_of(SMALL, {**answers, "current": ("writer/specialist",)}) == Profile(("writer/specialist",), 3, 4)
    assert profile_of(SMALL, {**answers, "current": ()}) == Profile()


def test_stale_answers_make_others_stale() -> None:
    """What depends on a stale answer is stale too, whatever its kind; a goal is no exception."""
    kb = with_questions(
        question("goal", "position", when=(Test("posts", at_least=1),)),
        question("moved", "choice", "yes", "no", when=(Test("years", below=1),)),
        question("why", "choice", "pay", "place", when=(Test("moved", ("yes",)),)),
    )
    answers: Answers = {
        "current": ("writer/specialist",),
        "years": 0.5,
        "goal": "top/chief",
        "moved": "yes",
        "why": "pay",
    }
    known = profile_of(kb, answers)
    assert (known.goal, known.facts) == ("top/chief", {"moved": "yes", "why": "pay"})
    assert profile_of(kb, {**answers, "years": 2}).facts == {}
    assert profile_of(kb, {**answers, "years": NOT_SURE}).facts == {}
    assert profile_of(kb, {**answers, "current": ()}) == Profile()


def test_no_answer_is_from_outside() -> None:
    """Where a knowledge base lets one be unsure of the present post, who is unsure is advised as from outside."""
    kb = with_questions(question("current", "positions"))
    assert accept(kb, "current", NOT_SURE) == NOT_SURE
    assert profile_of(kb, {"current": NOT_SURE}).outside


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


@pytest.mark.parametrize(
    ("question", "told", "now"),
    [
        ("skill.words", (), ("skill.words",)),
        ("skill.letters", (), ("skill.words", "skill.sums")),
        ("skill.letters", ("skill.sums",), ("skill.words",)),
        ("skill.nothing", (), ("skill.nothing",)),
        ("letters", (), ("letters",)),
    ],
)
def test_former_skills(question: str, told: tuple[str, ...], now: tuple[str, ...]) -> None:
    """An answer to a skill that was divided is one to each of its parts that was not told itself; others stay."""
    divided = {id_: replace(SMALL.skills[id_], was=("letters",)) for id_ in ("words", "sums")}
    assert named_now(replace(SMALL, skills={**SMALL.skills, **divided}), question, told) == now


CITY = with_questions(question("city", "text"))


@pytest.mark.parametrize("value", ["", " ", "a" * 81, None, ["Hangzhou"], True])
def test_no_own_words(value: object) -> None:
    """What is told in one's own words is a line of them; anything else is refused."""
    with pytest.raises(UsageError):
        accept(CITY, "city", value)


def test_own_words_decide_nothing() -> None:
    """What is told in one's own words is kept as it was told, and changes neither what is asked next nor the advice."""
    without: Answers = {"current": ("writer/specialist",), "skill.words": 4, "city": NOT_SURE}
    told = give(CITY, without, "city", " 杭州 ")
    assert told == {**without, "city": "杭州"}
    assert profile_of(CITY, told) == replace(profile_of(CITY, without), notes={"city": "杭州"})
    assert not profile_of(CITY, without).notes
    assert next_question(CITY, told) == next_question(CITY, without)


def test_an_offer_that_nobody_asked_for(kb: KnowledgeBase) -> None:
    """Who tells which post is offered, and not what brings them, is brought by that; another reason stands."""
    told: Answers = {"current": ("content-ops/specialist",), "offer": "new-media-ops/manager", "where": "outside"}
    for reason, brought in ((None, "offered"), (NOT_SURE, "offered"), ("no-opening", "no-opening")):
        person = profile_of(kb, {**told, "reason": reason} if reason else told)
        assert person.offer == "new-media-ops/manager"
        assert (person.facts["reason"], person.facts["where"]) == (brought, "outside")
    assert idle(kb, told) == ()
    assert "reason" in [question.id for question in pending(kb, told)]
    assert "reason" not in profile_of(kb, {**told, "offer": NOT_SURE}).facts


def test_idle_answers(kb: KnowledgeBase) -> None:
    """Idle are the answers to questions that do not apply; what nobody is sure of is no answer."""
    told: Answers = {"current": ("content-ops/specialist",), "away": "long", "where": "inside", "reports": NOT_SURE}
    assert [question.id for question in idle(kb, told)] == ["away", "where"]


def test_an_offer_where_none_brings_anybody() -> None:
    """Where a knowledge base does not ask what brings people, an offer brings nobody."""
    assert profile_of(with_questions(question("offer", "position")), {"offer": "writer/manager"}).facts == {}


def test_wide_figures() -> None:
    """A number in full-width figures is told with the figures to write."""
    with pytest.raises(UsageError) as wrong:
        accept(SMALL, "skill.words", "３")
    assert wrong.value.hint.en == "write 3, without quotes"
