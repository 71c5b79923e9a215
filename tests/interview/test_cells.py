import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from many_people import anybody
from odd_words import odd_kbs
from random_kb import random_kbs
from small_kb import SMALL, question, with_questions

from opscareer.errors import UsageError
from opscareer.interview import Value
from opscareer.interview.cells import Cell, reading_of
from opscareer.interview.putting import put
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.text import Text

SEVERAL = question("several", "choices", "pen", "phone", "none")
KB = with_questions(SEVERAL, question("own", "text"))


def read(kb: KnowledgeBase, asked: str, cell: Cell) -> Value | None:
    """Return the answer that a cell gives."""
    return reading_of(kb, asked)(cell)


@given(st.one_of(random_kbs(), odd_kbs()), st.randoms(use_true_random=False))
def test_what_is_put_reads_back(kb: KnowledgeBase, rng: random.Random) -> None:
    """Whatever anybody answers, however a knowledge base words it: as a form says it, it reads back as it was."""
    for asked, value in anybody(kb, rng).items():
        for words in put(kb, asked, value):
            assert read(kb, asked, words) == value, (asked, words)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *[("3", 3), ("3.0", 3), (3, 3), (3.0, 3), ("３", 3), ("L3", 3), ("level 3", 3), ("3级", 3), ("第3级", 3)],
        *[("3 Wording 3", 3), ("3: 「Wording 3」", 3), ("3 「Wording 3」 / Wording 3", 3), ("Wording 3", 3), ("0", 0)],
        *[("说不准", NOT_SURE), ("Not sure", NOT_SURE), ("not-sure", NOT_SURE), ("还没有机会做", NO_OPPORTUNITY)],
        *[("no opportunity yet", NO_OPPORTUNITY), ("", None), (None, None), (" ", None)],
    ],
)
def test_levels(cell: Cell, value: Value | None) -> None:
    """A level is read with its text or without, as a number or a word; what is no level keeps its two meanings."""
    assert read(KB, "skill.words", cell) == value


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("6", "cannot be 6"),
        ("6 Wording 6", "cannot be 6 Wording 6"),
        ("-1", "cannot be -1"),
        ("3.5", "3.5 is no level"),
        ("3-4", "3-4 is no level"),
        ("3 so-so", "what stands after 3 is not the text of that level"),
        ("3 Wording 2", "it says 3, with the text of level 2"),
        ("well", "cannot be well"),
        ("x" * 100, "x" * 40 + "..."),
        (True, "cannot be yes"),
    ],
)
def test_no_levels(cell: Cell, why: str) -> None:
    """What is no level is refused with what there may be; so is a number with the text of another level."""
    with pytest.raises(UsageError) as wrong:
        read(KB, "skill.words", cell)
    assert why in wrong.value.message.en
    assert wrong.value.hint.en


def test_a_text_worded_anew() -> None:
    """A level whose text has changed since the form was handed out is still that level."""
    assert read(KB, "skill.words", "3 Wording, 3") == 3
    assert read(KB, "skill.words", "3 Her wording 3") == 3


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *[("writer/specialist", ("writer/specialist",)), ("Writer", ("writer/specialist",)), ("", None)],
        *[("Writer; Head Seller", ("writer/specialist", "seller/manager")), ("还没入行", ()), ("[]", ()), ((), ())],
        *[
            ("「Writer」、seller/manager", ("writer/specialist", "seller/manager")),
            ("Writer; Writer", ("writer/specialist",)),
        ],
        *[
            ("Old Name [writer/manager]", ("writer/manager",)),
            (["Writer", "head"], ("writer/specialist", "head/director")),
        ],
        *[("Writer\nHead Writer", ("writer/specialist", "writer/manager"))],
    ],
)
def test_positions(cell: Cell, value: Value | None) -> None:
    """Positions are read by ids, titles and ids in brackets, one or several; nothing at all is no answer."""
    assert read(KB, "current", cell) == value


@pytest.mark.parametrize(
    ("asked", "cell", "value"),
    [
        *[("several", "pen; phone", ("pen", "phone")), ("several", "没有", ()), ("several", "「pen」", ("pen",))],
        *[("several", "none", ("none",)), ("several", "说不准", NOT_SURE), ("several", ["pen"], ("pen",))],
        *[("several", [], ()), ("several", "pen [phone]", ("phone",))],
        *[("years", "2.5", 2.5), ("years", 2, 2), ("years", "两年半", 2.5), ("years", "not sure", NOT_SURE)],
        *[("years", "", None), ("goal", "Chief", "top/chief"), ("goal", "说不准", NOT_SURE), ("goal", "", None)],
        *[("own", " a; 说不准 ", "a; 说不准"), ("own", 3.0, "3"), ("own", "not-sure", NOT_SURE), ("own", "", None)],
        *[("work", "「pen」 / pen", "pen"), ("work", "whatever, it was [pen]", "pen")],
    ],
)
def test_other_answers(asked: str, cell: Cell, value: Value | None) -> None:
    """Options are read by ids and labels, years in words, and what somebody cannot tell is no option."""
    assert read(KB, asked, cell) == value


@pytest.mark.parametrize(
    ("asked", "cell", "hint"),
    [
        ("work", "pencil", "pen; "),
        ("several", "pen, ink", "pen; phone"),
        ("years", "long", "2.5"),
        ("own", "x" * 99, "at most 80"),
        ("goal", "writr", "writer"),
    ],
)
def test_no_answers(asked: str, cell: str, hint: str) -> None:
    """What is no answer is refused with what there may be, or with the nearest."""
    with pytest.raises(UsageError) as wrong:
        read(KB, asked, cell)
    assert hint in wrong.value.hint.en


def test_no_question() -> None:
    """What nothing is asked by is refused with the nearest question."""
    with pytest.raises(UsageError, match="no skill wrds") as wrong:
        reading_of(SMALL, "skill.wrds")
    assert "words" in wrong.value.hint.en


def test_a_level_text_that_begins_with_a_sign() -> None:
    """A level reads back from a form whose text of it begins with what may stand between a number and a text."""
    levels = (*SMALL.skills["words"].levels[:3], Text(":N", ":N"), *SMALL.skills["words"].levels[4:])
    kb = replace(SMALL, skills={**SMALL.skills, "words": replace(SMALL.skills["words"], levels=levels)})
    assert read(kb, "skill.words", put(kb, "skill.words", 3).en) == 3


@pytest.mark.parametrize("said", ["2.5", "3-4", "3～4", "2 或 3", "3/4"])
def test_two_levels_in_one(said: str) -> None:
    """What lies between two levels is told as no level, with what to write."""
    with pytest.raises(UsageError, match="is no level") as wrong:
        read(SMALL, "skill.words", said)
    assert wrong.value.hint.en == "write one number from 0 to 5"
