import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.ask.steps import Put, Step
from opscareer.ask.terminal.menu import Given, Menu, menu
from opscareer.interview import Ask, Choice, Value, review
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Lang, Text

ASKED = Text("公司怎么样？", "How is the company?")
CHOICE = Ask("company", "choice", ASKED, ASKED, tuple(Choice(i, Text(i, i)) for i in ("growing", "flat", "shrinking")))
AVOID = Ask(
    "avoid", "choices", ASKED, ASKED, tuple(Choice(i, Text(i, i)) for i in ("writing", "goods", "events")), skip=()
)
NONE = tuple(Choice(i, Text(i, i)) for i in ("not-sure", "no-opportunity"))
LEVELS = Ask(
    "skill.x",
    "skill",
    ASKED,
    ASKED,
    (
        *(Choice(n, Text(f"第{n}种", f"way {n}")) for n in range(6)),
        *NONE,
    ),
)
MORE = Ask("more", "choice", ASKED, ASKED, (Choice("yes", Text("再", "on")), Choice("no", Text("不", "no"))), skip=None)
LONG = Ask(
    "review",
    "choice",
    ASKED,
    ASKED,
    (
        Choice("done", Text("看结果", "show")),
        *(Choice(f"q{n}", Text(f"第{n}题 {n * 7}", f"entry {n}")) for n in range(1, 40)),
    ),
    skip="done",
)


def pressed(question: Ask, *keys: str, before: Value | None = None) -> Menu | Given | Step:
    """Return what some keys lead to."""
    state: Menu | Given | Step = menu(Put(question, before=before))
    for key in keys:
        assert isinstance(state, Menu)
        state = state.press(key)
    return state


def answered(question: Ask, *keys: str, before: Value | None = None) -> Value:
    """Return what is answered by some keys and Enter."""
    given_ = pressed(question, *keys, "enter", before=before)
    assert isinstance(given_, Given)
    return given_.value


def at(question: Ask, *keys: str) -> Menu:
    """Return the list after some keys."""
    state = pressed(question, *keys)
    assert isinstance(state, Menu)
    return state


@pytest.mark.parametrize(
    ("question", "keys", "value"),
    [
        *[(CHOICE, (), "not-sure"), (CHOICE, ("down", "down"), "flat"), (CHOICE, ("up",), "not-sure")],
        *[(CHOICE, ("2",), "flat"), (CHOICE, ("s",), "not-sure"), (CHOICE, ("9", "1"), "growing")],
        *[(LEVELS, ("3",), 3), (LEVELS, ("0",), 0), (LEVELS, (), "not-sure"), (LEVELS, ("n",), "no-opportunity")],
        *[(LEVELS, ("up",), "no-opportunity"), (LEVELS, ("down",), 0), (LEVELS, ("3", "up"), 2)],
        *[(LEVELS, ("end",), "no-opportunity"), (LEVELS, ("home",), 0), (LEVELS, ("pagedown", "pagedown"), 5)],
        *[
            (MORE, ("1",), "yes"),
            (LONG, (), "done"),
            (LONG, ("up",), "q39"),
            (LEVELS, ("第",), 0),
            (LEVELS, ("f1",), "not-sure"),
        ],
    ],
)
def test_choosing(question: Ask, keys: tuple[str, ...], value: Value) -> None:
    """A choice is made by its number, its letter or arrows; Enter alone is never a level by accident."""
    assert answered(question, *keys) == value


def test_what_must_be_answered() -> None:
    """Where no answer is none, Enter alone asks to choose."""
    state = at(MORE, "enter")
    assert state.face().said.en == "Choose one, then Enter."


@pytest.mark.parametrize(("question", "before"), [(CHOICE, "flat"), (LEVELS, 0), (LEVELS, "no-opportunity")])
def test_what_was_answered_before(question: Ask, before: Value) -> None:
    """Enter alone keeps what was answered before, which is chosen at first."""
    assert answered(question, before=before) == before


@pytest.mark.parametrize(
    ("keys", "before", "chosen"),
    [
        ((), None, ()),
        ((" ", "down", "down", " "), None, ("writing", "events")),
        (("up", " "), None, ("events",)),
        ((" ", " "), None, ()),
        (("3", " ", "1", " "), None, ("writing", "events")),
        ((), ("goods",), ("goods",)),
        (("down", " "), ("goods",), ()),
    ],
)
def test_several(keys: tuple[str, ...], before: Value | None, chosen: Value) -> None:
    """Options are marked with the space bar; those chosen before are marked at first, and none is an answer."""
    assert answered(AVOID, *keys, before=before) == chosen


def test_marks_are_seen() -> None:
    """What is marked is seen, and by which number an entry is."""
    assert [entry.lead for entry in at(AVOID, " ").face().entries] == ["1) [x] ", "2) [ ] ", "3) [ ] "]


TWELVE = Ask(
    "avoid", "choices", ASKED, ASKED, tuple(Choice(f"q{n}", Text(f"{n}", f"{n}")) for n in range(1, 13)), skip=()
)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("3",), ("q3",)),
        (("3", "5"), ("q3", "q5")),
        (("1", "2"), ("q12",)),
        (("1", ",", "2"), ("q1", "q2")),
        (("1", " ", "2", " "), ("q1", "q2")),
        (("1", " ", " "), ()),
        (("1", "2", "backspace"), ()),
        (("5", "1", "2", "backspace"), ("q5",)),
        (("4", "down", " "), ("q4", "q5")),
        (("4", "3", "3"), ("q4",)),
        (("1", ",", "1"), ()),
        (("1", ",", "1", "2"), ("q1", "q12")),
        (("0",), ()),
    ],
)
def test_several_by_number(keys: tuple[str, ...], chosen: Value) -> None:
    """A number marks its entry, and unmarks it again; one that has begun may become another's."""
    then = pressed(TWELVE, *keys, "enter")
    if chosen == () and isinstance(then, Menu):
        then = then.press("enter")
    assert then == Given(chosen)


def test_a_number_that_grows_is_told() -> None:
    """Where a second figure makes another number of the first it is said which one is marked, and how to mark both."""
    grown = pressed(TWELVE, "1", "2")
    assert isinstance(grown, Menu)
    assert "12 is marked; for 1 and 2 press a comma" in grown.face().said.en
    apart = pressed(TWELVE, "1", ",", "2")
    assert isinstance(apart, Menu)
    assert apart.face().said == Text("", "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_none_is_not_taken_from_an_entry(lang: Lang) -> None:
    """Who goes to an entry and presses Enter with none marked is asked whether none is meant, and told how to mark."""
    state = pressed(AVOID, "down", "enter")
    assert isinstance(state, Menu)
    assert {"zh": "空格勾选", "en": "space marks"}[lang] in state.face().said.of(lang)
    assert state.press("enter") == Given(())
    marked = state.press(" ")
    assert isinstance(marked, Menu)
    assert marked.press("enter") == Given(("goods",))


@pytest.mark.parametrize("question", [CHOICE, AVOID, LEVELS, MORE])
def test_back_by_letter(question: Ask) -> None:
    """b goes back, where nothing is sought by typing."""
    assert pressed(question, "b") is Step.BACK


@pytest.mark.parametrize(
    ("typed", "value"),
    [("12", "q11"), ("40", "q39"), ("1", "done"), ("entry 33", "q33"), ("第7题", "q7"), ("99", "q8"), ("2x3", "q2")],
)
def test_jumping(typed: str, value: str) -> None:
    """In a long list a number or a part of a text jumps there; what leads nowhere begins anew or stays."""
    if typed == "2x3":
        assert at(LONG, "4", "x").face().said.en == "None has “x”."
        return
    assert answered(LONG, *typed) == value


def test_what_is_sought_is_seen() -> None:
    """What is sought is seen, can be taken back, and is forgotten when one moves."""
    assert at(LONG, "e", "n").face().said.en == "find: en"
    assert at(LONG, "e", "n", "backspace").face().said.en == "find: e"
    assert at(LONG, "e", "backspace").face().said.en == ""
    assert at(LONG, "e", "n", "down").typed == ""


def test_turning_over() -> None:
    """Space turns over what is longer than the room, and moving on begins at its top again."""
    assert at(LEVELS, "3", " ").face().page == 1
    assert at(LEVELS, "3", " ", "down").face().page == 0


def test_the_look_tells_how_to_move(kb: KnowledgeBase) -> None:
    """The look over the answers says how to move and to jump, and has an entry for all that was not answered."""
    question = review(kb, {"current": ("bd/specialist",)})
    face = menu(Put(question)).face()
    assert "jump" in face.keys.en
    assert "编号" in face.keys.zh
    assert len(face.entries) == len(question.choices)
    assert len(question.choices) > len(kb.skills)


@given(
    keys=st.lists(st.sampled_from(["up", "down", "home", "end", "pageup", "pagedown", "backspace", " ", *"0129sne第x"]))
)
@pytest.mark.parametrize("question", [CHOICE, AVOID, LEVELS, MORE, LONG])
def test_any_keys(question: Ask, keys: list[str]) -> None:
    """Whatever is pressed, the list stands somewhere within itself, and Enter gives one of its own answers or asks."""
    state = at(question, *keys)
    assert state.at is None or 0 <= state.at < len(state.choices)
    end = state.press("enter")
    own = [choice.value for choice in state.choices]
    assert isinstance(end, Menu) or (
        isinstance(end, Given) and (end.value in own or isinstance(end.value, tuple) or end.value == question.skip)
    )
