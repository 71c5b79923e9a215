"""How a question is put: every word of it in both languages, with the right numbers."""

from dataclasses import replace

import pytest
from small_kb import SMALL, asked, position, question, with_positions, with_questions
from two_tracks import TWO_TRACKS

from opscareer.errors import UsageError
from opscareer.interview import Answers, accept
from opscareer.interview.answers import applying, pending
from opscareer.interview.asking import unasked
from opscareer.interview.forms import about_more, about_person, about_skill
from opscareer.interview.why_asked import why_asked
from opscareer.model.profile import NOT_SURE
from opscareer.model.rules import Test
from opscareer.text import Text


def test_what_a_question_is_about_in_short() -> None:
    """Where there is room for no more, a question is its own text, a skill its name, the offer its number."""
    metric = SMALL.questions["metric"]
    assert about_person(SMALL, metric).short == metric.text
    assert about_skill(SMALL, "words").short == Text("「Wording」：哪条最像？", "Wording: which is closest?")
    assert about_more(7, 0.9, settled=True).short == Text(
        "再答 7 题，把差距补全？", "Answer 7 more, for the whole list of gaps?"
    )


def test_the_offer_of_more() -> None:
    """The offer says how many questions it is about, in its text and in the answer that takes it up."""
    offer = about_more(7, 0.9, settled=True)
    assert [choice.label for choice in offer.choices] == [
        Text("再答这 7 题", "answer these 7 too"),
        Text("先看结果", "show the advice"),
    ]
    assert "估" in offer.help.zh
    assert "estimated" in offer.help.en


@pytest.mark.parametrize(("sure", "said"), [(0.999, "99% sure"), (0.01, "1% sure"), (0.009, "much alike")])
def test_how_sure_an_unsettled_advice_is(sure: float, said: str) -> None:
    """What is not settled says how sure it is, never rounded up; where that is nothing, that ways are alike."""
    offer = about_more(3, sure, settled=False)
    assert said in offer.text.en
    assert "3" in offer.text.en
    assert "3" in offer.text.zh


def test_an_advice_that_nothing_turns() -> None:
    """What no answer could turn is not said to be unsettled, nor sure, where it is open what is lacked."""
    offer = about_more(3, 1.0, settled=False)
    assert "not settled" not in offer.text.en
    assert "%" not in offer.text.en + offer.text.zh
    assert "hardly change" in offer.text.en
    assert "多半不会再变" in offer.text.zh
    assert offer.skip == "yes"


def test_who_asks_for_a_skill() -> None:
    """With a skill stands how many positions ask for it, and of those the four that ask most."""
    asking = about_skill(SMALL, "deals").asked_by
    assert asking is not None
    assert asking.en == "5 positions ask for it, most of all: Seller, Head Seller, Counter, Director."
    assert asking.zh == "有 5 个岗位要它，要得最高的：「Seller」、「Head Seller」、「Counter」、「Director」。"


def test_why_a_skill_completes_the_gaps() -> None:
    """A skill that decides nothing is asked for its share of what the position asks."""
    kb = with_positions(
        position("writer", "manager", "Head Writer", asked("words", 4, 0.4), asked("people", 4, 0.6, must=True))
    )
    told: Answers = {"current": ("writer/specialist",), "years": 3, "skill.words": 4, "skill.deals": 0}
    whys = dict(unasked(kb, told))
    assert whys["people"] is not None
    assert whys["people"].en.startswith("It makes up 60% of what Head Writer asks")


def test_questions_that_wait_for_an_offer() -> None:
    """What is asked of who has been offered a post applies once one is told, and may apply until it was asked."""
    kb = with_questions(
        question("offer", "position"), question("pay", "choice", "more", "less", when=(Test("offers", at_least=1),))
    )

    def states(answers: Answers) -> tuple[bool, bool]:
        applies, may = ["pay" in [q.id for q in found(kb, answers)] for found in (applying, pending)]
        return applies, may

    told: Answers = {"current": ("writer/specialist",)}
    assert states(told) == (False, True)
    assert states({**told, "offer": NOT_SURE}) == (False, False)
    assert states({**told, "offer": "writer/manager"}) == (True, True)


def test_only_an_offer_is_one() -> None:
    """That other questions are open or answered says nothing of an offer; two are none where one is offered."""
    kb = with_questions(
        question("offer", "position"),
        question("pay", "choice", "more", "less", when=(Test("offers", at_least=1),)),
        question("several", "choice", "one", "other", when=(Test("offers", at_least=2),)),
    )
    told: Answers = {"current": ("writer/specialist",), "offer": NOT_SURE, "metric": "come"}
    assert not {"pay", "several"} & {q.id for q in (*applying(kb, told), *pending(kb, told))}
    assert "several" not in {q.id for q in applying(kb, {**told, "offer": "writer/manager"})}


@pytest.mark.parametrize(
    ("asked_for", "value", "hint"),
    [
        ("years", 61, Text("写年数，0 到 60，如 2.5", "write years from 0 to 60, as 2.5")),
        ("skill.word", 3, Text("最接近的：words", "nearest: words")),
        ("skill.people-sums", 3, None),
    ],
)
def test_hints(asked_for: str, value: object, hint: Text | None) -> None:
    """What cannot be an answer is told with what can be, in words of either language."""
    with pytest.raises(UsageError) as refused:
        accept(SMALL, asked_for, value)
    assert hint is None or refused.value.hint == hint


def test_several_near_skills() -> None:
    """Several near names are listed as each language lists them."""
    skills = {**SMALL.skills, "wordy": replace(SMALL.skills["words"], id="wordy")}
    with pytest.raises(UsageError) as refused:
        accept(replace(SMALL, skills=skills), "skill.word", 1)
    assert refused.value.hint == Text("最接近的：wordy、words", "nearest: wordy, words")


@pytest.mark.parametrize(
    ("value", "spelt"),
    [
        (False, "false"),
        (True, "true"),
        (None, "null"),
        ([1, 2], "[1, 2]"),
        ({"a": 1, "b": [False]}, "{a: 1, b: [false]}"),
    ],
)
def test_a_wrong_answer_is_spelt_as_in_a_file(value: object, spelt: str) -> None:
    """What is no answer is shown as YAML and JSON write it."""
    with pytest.raises(UsageError) as refused:
        accept(SMALL, "skill.words", value)
    assert refused.value.message.en == f"skill.words cannot be {spelt}"


def test_what_the_lowest_and_the_highest_answer_would_make() -> None:
    """A skill tells the fit with the next role at its lowest and its highest level, in whole percents, rounded down."""
    kb = with_positions(
        position("writer", "manager", "Head Writer", asked("words", 4, 0.59), asked("people", 4, 0.41, must=True))
    )
    told: Answers = {"current": ("writer/specialist",), "years": 3, "skill.words": 4, "skill.deals": 0}
    found = [text.en for text in why_asked(kb, told, about_skill(kb, "people"))]
    assert any("41%" in text for text in found)
    assert any("59%" in text and "100%" in text for text in found)


TOLD: Answers = {"current": ("writer/specialist",), "years": 3, "skill.words": 4, "skill.deals": 0}


def why_skill(skill: str, answers: Answers) -> list[str]:
    """Return why a skill is asked, but for who asks for it."""
    return [text.en for text in why_asked(SMALL, answers, about_skill(SMALL, skill))][:-1]


def test_why_a_skill_word_for_word() -> None:
    """A skill weighs in what comes next, what comes then, the post held and what else leads; its answer may turn it."""
    sways = "With the lowest answer the advice is Writer; with the highest, Head Writer."
    assert why_skill("words", TOLD) == [
        "It is 50% of what Head Writer asks, at level 4.",
        "It is 50% of what Writer asks, at level 4.",
        "It is 25% of what Counter asks, at level 2.",
        "With the lowest answer your fit with Head Writer is 23%; with the highest, 74%.",
        sways,
    ]
    assert why_skill("people", TOLD)[-2:] == [
        "With the lowest answer your fit with Head Writer is 50%; with the highest, 100%.",
        sways,
    ]
    assert why_skill("sums", TOLD)[-1] == "By this answer alone the advice does not change."


def test_why_a_skill_of_the_goal() -> None:
    """What the goal asks is told after what comes next."""
    assert why_skill("words", {**TOLD, "goal": "top/chief"})[:2] == [
        "It is 50% of what Head Writer asks, at level 4.",
        "It is 25% of what Chief asks, at level 2.",
    ]


def test_why_a_skill_of_who_enters() -> None:
    """Of who comes from outside the fit is with what is asked of whoever enters."""
    assert why_skill("words", {"current": ()})[-2:] == [
        "With the lowest answer your fit with Seller is 36%; with the highest, 78%.",
        "With the lowest answer the advice is Seller; with the highest, Writer.",
    ]


@pytest.mark.parametrize(
    ("held", "asked_for", "why"),
    [
        (
            "writer/specialist",
            "years",
            "People spend at least 2 years as Writer before they move up; with fewer you are told how long is left.",
        ),
        ("writer/specialist", "metric", "Whatever you answer, the advice so far is Writer."),
        ("writer/specialist", "goal", "The advice so far is Writer."),
        ("first/chief", "goal", "The advice so far is nothing further up."),
    ],
)
def test_why_a_question_about_the_person(held: str, asked_for: str, why: str) -> None:
    """A question about the person is asked for what hangs on it: years, what each answer brings, or what comes."""
    asking = about_person(SMALL, SMALL.questions[asked_for])
    assert [text.en for text in why_asked(SMALL, {"current": (held,)}, asking)] == [why]


def test_why_several_may_be_chosen() -> None:
    """Of a question of which several may be chosen it is told what each alone would make come next."""
    asking = about_person(TWO_TRACKS, TWO_TRACKS.questions["avoid"])
    assert why_asked(TWO_TRACKS, {"current": ("writer/specialist",)}, asking) == (
        Text("答“「pen」”，眼下推荐的是「Seller」。", "With “pen” the advice so far is Seller."),
        Text("答“「phone」”，眼下推荐的是「Senior Writer」。", "With “phone” the advice so far is Senior Writer."),
    )
