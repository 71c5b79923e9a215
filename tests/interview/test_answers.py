from dataclasses import replace
from types import MappingProxyType

import pytest
from small_kb import SMALL, question, with_questions
from two_tracks import TWO_TRACKS

from opscareer.advice import advise
from opscareer.interview import Answers, accept, back, give, next_question, profile_of
from opscareer.interview.answers import MORE, applying, idle, most_to_come, named_now, pending
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE, Profile
from opscareer.model.rules import Test


def test_an_offer_counts_where_it_is_asked_for() -> None:
    """A post offered is told by any name of it; not sure is none, and it counts only where it is asked for."""
    assert profile_of(TWO_TRACKS, {"current": (), "offer": accept(TWO_TRACKS, "offer", "big head")}).offer == (
        "head/director"
    )
    assert profile_of(TWO_TRACKS, {"current": (), "offer": NOT_SURE}).offer is None
    kb = with_questions(question("offer", "position", when=(Test("posts", at_least=1),)))
    assert profile_of(kb, {"current": (), "offer": "head/director"}).offer is None


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


def test_own_words_decide_nothing() -> None:
    """What is told in one's own words is kept as it was told, and changes neither what is asked next nor the advice."""
    without: Answers = {"current": ("writer/specialist",), "skill.words": 4, "city": NOT_SURE}
    told = give(CITY, without, "city", " 杭州 ")
    assert told == {**without, "city": "杭州"}
    assert profile_of(CITY, told) == replace(profile_of(CITY, without), notes={"city": "杭州"})
    assert not profile_of(CITY, without).notes
    assert next_question(CITY, told) == next_question(CITY, without)


def test_what_is_particular_decides_nothing(kb: KnowledgeBase) -> None:
    """What is told of the case is kept in the order of its options, where it is asked, and decides only words."""
    without: Answers = {"current": ("content-ops/specialist",), "reason": "company-trouble", "skill.copywriting": 4}
    told = give(kb, without, "trouble_facts", ["pay-late", "ai-takes-over"])
    person = profile_of(kb, told)
    assert person == replace(profile_of(kb, without), chosen={"trouble_facts": ("ai-takes-over", "pay-late")})
    assert profile_of(kb, {**told, "reason": "no-opening"}).chosen == {}
    step, other = advise(kb, person).next, advise(kb, profile_of(kb, without)).next
    assert step is not None
    assert other is not None
    assert replace(step, why=()) == replace(other, why=())


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


def test_questions_that_spare_some_people() -> None:
    """A question is not put, and its answer does not count, where all its tests of whom to spare hold."""
    kb = with_questions(
        question("why", "choice", "away", "here"),
        replace(question("room", "choice", "yes", "no"), unless=(Test("why", ("away",)),)),
    )

    def put(answers: Answers) -> tuple[bool, bool, bool]:
        return tuple("room" in [q.id for q in found(kb, answers)] for found in (applying, pending, idle))  # type: ignore[return-value]

    assert put({}) == put({"why": "here"}) == put({"why": NOT_SURE}) == (True, True, False)
    assert put({"why": "away"}) == (False, False, False)
    assert put({"why": "away", "room": "yes"}) == (False, False, True)


def test_an_offer_where_none_brings_anybody() -> None:
    """Where a knowledge base does not ask what brings people, an offer brings nobody."""
    assert profile_of(with_questions(question("offer", "position")), {"offer": "writer/manager"}).facts == {}


def test_of_what_waits_for_one_answer_not_all_comes() -> None:
    """Of the questions that wait for one answer as many are to come as the answer with most of them lets in."""
    waiting = (("one", "a"), ("two", "b"), ("three", "b"))
    kb = with_questions(
        question("why", "choice", "a", "b"),
        *(question(id_, "choice", "x", when=(Test("why", (option,)),)) for id_, option in waiting),
    )
    before = most_to_come(kb, {})
    assert before == len(pending(kb, {})) - 1
    assert most_to_come(kb, {"why": "b"}) == before - 1
    assert most_to_come(kb, {"why": "a"}) == before - 2
