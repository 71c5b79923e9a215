from collections.abc import Callable
from dataclasses import replace

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from opscareer.ask.steps import Step
from opscareer.ask.terminal import TerminalPrompter
from opscareer.errors import InterruptedByUserError
from opscareer.interview import Ask, Choice, Value, next_question
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text

Keys = Callable[..., Value | Step]

UP, DOWN, ENTER, CTRL_C, CTRL_D = "\x1b[A", "\x1b[B", "\r", "\x03", "\x04"
CHOICE = Ask(
    "company",
    "choice",
    Text("公司怎么样？", "How is the company?"),
    Text("看人数。", "Look at headcount."),
    tuple(Choice(id_, Text(id_, id_)) for id_ in ("growing", "flat", "shrinking")),
)
AVOID = Ask(
    "avoid",
    "choices",
    Text("不想做什么？", "What not?"),
    Text("", ""),
    tuple(Choice(id_, Text(id_, id_)) for id_ in ("writing", "goods", "events")),
    skip=(),
)
YEARS = Ask("years", "years", Text("几年？", "How many years?"), Text("", ""), ())


@pytest.fixture
def press() -> Keys:
    """Put a question to somebody who presses keys and then closes the terminal; return the answer."""

    def pressed(question: Ask, *keys: str, before: Value | None = None) -> Value | Step:
        with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
            keyboard.send_text("".join(keys))
            keyboard.close()
            return TerminalPrompter("zh", lambda: 80).ask(question, None, before)

    return pressed


@pytest.fixture
def positions(kb: KnowledgeBase) -> Ask:
    """The first question: which positions are held."""
    question = next_question(kb, {})
    assert question is not None
    return question


@pytest.fixture
def skill(kb: KnowledgeBase) -> Ask:
    """A question about a skill."""
    answers: dict[str, Value] = {"current": ()}
    while (question := next_question(kb, answers)) and question.kind != "skill":
        answers[question.id] = "not-sure" if question.skip is None else question.skip
    assert question is not None
    return question


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ((ENTER,), "not-sure"),
        ((DOWN, DOWN, ENTER), "flat"),
        ((UP, ENTER), "shrinking"),
        (("2", ENTER), "flat"),
        (("s", ENTER), "not-sure"),
    ],
)
def test_choosing(press: Keys, keys: tuple[str, ...], value: str) -> None:
    """A choice is made by arrows or by its number; Enter alone skips, and so does s."""
    assert press(CHOICE, *keys) == value


@pytest.mark.parametrize(
    ("keys", "before", "chosen"),
    [
        ((ENTER,), None, ()),
        ((" ", DOWN, DOWN, " ", ENTER), None, ("writing", "events")),
        ((UP, " ", ENTER), None, ("events",)),
        ((" ", " ", ENTER), None, ()),
        ((ENTER,), ("goods",), ("goods",)),
        ((DOWN, " ", ENTER), ("goods",), ()),
    ],
)
def test_several_options(press: Keys, keys: tuple[str, ...], before: Value | None, chosen: Value) -> None:
    """Options are marked with the space bar; those chosen before are marked at first, and none is an answer."""
    assert press(AVOID, *keys, before=before) == chosen


def test_several_options_are_told(press: Keys, capsys: pytest.CaptureFixture[str]) -> None:
    """What was chosen is told in the language asked, on standard error."""
    press(AVOID, " ", ENTER)
    press(AVOID, ENTER)
    captured = capsys.readouterr()
    assert "选了：writing" in captured.err
    assert "选了：没有" in captured.err
    assert captured.out == ""


def test_leaving_several_options(press: Keys) -> None:
    """b goes back from there, ? tells why and asks again, Ctrl-C stops."""
    assert press(AVOID, "b") is Step.BACK
    assert press(AVOID, "?", " ", ENTER) == ("writing",)
    with pytest.raises(InterruptedByUserError):
        press(AVOID, CTRL_C, ENTER)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("3", ENTER), 3),
        (("0", ENTER), 0),
        ((UP, UP, ENTER), 4),
        ((DOWN, ENTER), "no-opportunity"),
        ((ENTER,), "not-sure"),
    ],
)
def test_levels(press: Keys, skill: Ask, keys: tuple[str, ...], value: Value) -> None:
    """A level is chosen by its own number, or by arrows; Enter alone is not sure, never a level."""
    assert press(skill, *keys) == value


def test_finding_a_position(press: Keys, positions: Ask) -> None:
    """A part of a Chinese title finds the position; Enter on an empty line ends the list."""
    assert press(positions, "产品运营经", ENTER, "BD专员", ENTER, ENTER) == ("product-ops/manager", "bd/specialist")


def test_a_word_for_several_positions(press: Keys, positions: Ask) -> None:
    """A word that several positions have is not taken before it is made longer."""
    assert press(positions, "产品运", ENTER, "营主管", ENTER, ENTER) == ("product-ops/manager",)


def test_no_position(press: Keys, positions: Ask) -> None:
    """Enter at once means: not in the trade yet."""
    assert press(positions, ENTER) == ()


def test_years(press: Keys) -> None:
    """Years are typed; what is no number is not taken, and an empty line skips."""
    assert press(YEARS, "2.5", ENTER) == 2.5
    assert press(YEARS, "x", ENTER, "\x7f", "3", ENTER) == 3.0
    assert press(YEARS, ENTER) == "not-sure"


@pytest.mark.parametrize(
    ("question", "keys"), [(CHOICE, [CTRL_C, ENTER]), (YEARS, [CTRL_C, ENTER]), (YEARS, [CTRL_D, ENTER])]
)
def test_stopping(press: Keys, question: Ask, keys: list[str]) -> None:
    """Ctrl-C stops, whatever is pressed after it, and so does Ctrl-D on a line."""
    with pytest.raises(InterruptedByUserError):
        press(question, *keys)


@pytest.mark.parametrize("question", [CHOICE, YEARS])
def test_a_terminal_that_goes_away(press: Keys, question: Ask) -> None:
    """A terminal that is closed is a stop, not an answer."""
    with pytest.raises(InterruptedByUserError):
        press(question)


def test_standard_output_is_for_the_answer(press: Keys, capsys: pytest.CaptureFixture[str]) -> None:
    """Questions are drawn on standard error; standard output stays empty."""
    press(CHOICE, "2", ENTER)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "公司怎么样？" in captured.err


@pytest.mark.parametrize("count", [1, 8, 9, 10, 12, 19, 20, 40])
def test_any_number_of_choices(press: Keys, count: int) -> None:
    """However many answers there are to look over, each can be chosen, and Enter alone goes on."""
    choices = (
        Choice("done", Text("看结果", "go on")),
        *(Choice(f"q{n}", Text(f"第{n}题", f"number {n}")) for n in range(count)),
    )
    question = Ask("review", "choice", Text("要改吗？", "Change?"), Text("", ""), choices, skip="done")
    assert press(question, ENTER) == "done"
    assert press(question, *[DOWN] * count, ENTER) == f"q{count - 1}"


@pytest.mark.parametrize("count", [9, 12, 30])
def test_the_first_nine_have_numbers(press: Keys, count: int) -> None:
    """However many options there are, the first nine are chosen by their numbers, and s skips."""
    question = replace(CHOICE, choices=tuple(Choice(f"o{n}", Text(f"选{n}", f"o{n}")) for n in range(1, count + 1)))
    assert [press(question, key, ENTER) for key in ("1", "9", "s")] == ["o1", "o9", "not-sure"]
