import signal
import sys
from collections.abc import Callable

import pyte
import pytest
from at_terminal import Terminal
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from opscareer.ask.steps import Put, Step
from opscareer.ask.terminal.prompter import TerminalPrompter
from opscareer.cli.ending import ended_in_order
from opscareer.errors import InterruptedByUserError
from opscareer.interview import Ask, Choice, Value, next_question
from opscareer.model.kb import KnowledgeBase
from opscareer.text import NOTHING, Text

Keys = Callable[..., Value | Step]

UP, DOWN, ENTER, CTRL_C, CTRL_D, SHIFT_TAB = "\x1b[A", "\x1b[B", "\r", "\x03", "\x04", "\x1b[Z"
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
CITY = Ask("city", "text", Text("哪里？", "Where?"), Text("", ""), ())
YEARS = Ask("years", "years", Text("几年？", "How many years?"), Text("", ""), ())


@pytest.fixture
def press() -> Keys:
    """Put a question to somebody who presses keys and then closes the terminal; return the answer."""

    def pressed(
        question: Ask,
        *keys: str,
        before: Value | None = None,
        why: tuple[Text, ...] = (),
        objection: Callable[[Value | Step], Text] = lambda _: NOTHING,
    ) -> Value | Step:
        with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
            keyboard.send_text("".join(keys))
            keyboard.close()
            return TerminalPrompter("zh", lambda: 80).ask(
                Put(question, before=before, why=lambda: why, objection=objection)
            )

    return pressed


@pytest.fixture
def positions(kb: KnowledgeBase) -> Ask:
    """The first question: which positions are held."""
    question = next_question(kb, {})
    assert question is not None
    return question


def test_keys_reach_the_question(press: Keys, positions: Ask) -> None:
    """Arrows, numbers, the space bar, words and Enter do what they say, also typed in Chinese and pasted."""
    assert press(CHOICE, DOWN, DOWN, ENTER) == "flat"
    assert press(CHOICE, "2", ENTER) == "flat"
    assert press(AVOID, " ", UP, " ", ENTER) == ("writing", "events")
    assert press(positions, "产品运营经", ENTER, "BD专员", ENTER, ENTER) == ("product-ops/manager", "bd/specialist")
    assert press(positions, "\x1b[200~产品运营经理\nrm -rf\x1b[201~", ENTER, ENTER) == ("product-ops/manager",)
    assert press(YEARS, "x", ENTER, "\x7f", "3", ENTER) == 3.0
    assert press(YEARS, "\x1b[200~\x1b[201~", "1", ENTER) == 1.0
    assert press(YEARS, "99", "\x15", "2", ENTER) == 2.0


@pytest.mark.parametrize("question", [CHOICE, AVOID, YEARS])
@pytest.mark.parametrize(
    ("key", "step"),
    [("<", Step.BACK), ("《", Step.BACK), (SHIFT_TAB, Step.BACK), ("!", Step.ENOUGH), ("！", Step.ENOUGH)],
)
def test_steps(press: Keys, question: Ask, key: str, step: Step) -> None:
    """Back and enough are keys that no multiplexer takes, the same wherever one is."""
    assert press(question, key) is step


def test_objections(press: Keys, capsys: pytest.CaptureFixture[str]) -> None:
    """An answer or a step that cannot be taken is not said to be chosen: the question stands, with the reason."""

    def against(value: Value | Step) -> Text:
        return Text("不行", "no") if value in (Step.ENOUGH, 99.0, "shrinking", "word") else NOTHING

    assert press(YEARS, "99", ENTER, "\x15", "!", "2", ENTER, objection=against) == 2.0
    assert press(CHOICE, "3", ENTER, "!", "2", ENTER, objection=against) == "flat"
    assert press(CITY, "word", ENTER, "s", ENTER, objection=against) == "words"
    assert "99" not in capsys.readouterr().err


def test_why(press: Keys) -> None:
    """? tells why, page by page, and any other key comes back to the question as it was."""
    long = tuple(Text(f"理由 {n}", f"reason {n}") for n in range(99))
    assert press(CHOICE, "2", "?", "x", ENTER) == "flat"
    assert press(CHOICE, "2", "？", " ", DOWN, " ", " ", ENTER, ENTER, why=long) == "flat"


@pytest.mark.parametrize("question", [CHOICE, YEARS])
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_stopping(press: Keys, question: Ask, key: str) -> None:
    """Ctrl-C stops, whatever is pressed after it, and so does Ctrl-D; an escape alone does nothing."""
    with pytest.raises(InterruptedByUserError):
        press(question, "\x1b", key, ENTER)


@pytest.mark.parametrize("question", [CHOICE, YEARS])
def test_a_terminal_that_goes_away(press: Keys, question: Ask) -> None:
    """A terminal that is closed is a stop, not an answer."""
    with pytest.raises(InterruptedByUserError):
        press(question)


def test_what_was_understood(press: Keys, capsys: pytest.CaptureFixture[str]) -> None:
    """What was understood stays on the screen, on standard error; standard output is for the answer."""
    press(CHOICE, "2", ENTER)
    press(YEARS, "两年半", ENTER)
    press(AVOID, " ", ENTER)
    press(AVOID, ENTER)
    captured = capsys.readouterr()
    assert captured.out == ""
    for told in ("公司怎么样？", "> flat", "> 2.5 年", "> writing", "> 没有"):
        assert told in captured.err


@pytest.mark.parametrize(("count", "keys"), [(3, ""), (60, " " * 9 + "x")])
def test_what_is_told_can_be_read(capsys: pytest.CaptureFixture[str], count: int, keys: str) -> None:
    """What is told stays on the screen; where it is longer than that it is first read page by page."""
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
        keyboard.send_text(keys)
        TerminalPrompter("zh", lambda: 80).tell([Text(f"第{n}句", f"sentence {n}") for n in range(count)])
    assert f"第{count - 1}句" in capsys.readouterr().err


class EndedWhileDrawn(Terminal):
    """A terminal whose program is told to end when half of a question is drawn."""

    def write(self, text: str) -> int:
        """Take a text, the signal in its middle."""
        half = len(text) // 2 if "growing" in text else 0
        super().write(text[:half])
        if half:
            signal.raise_signal(signal.SIGTERM)
        super().write(text[half:])
        return len(text)


def test_told_to_end_while_it_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """Told to end in the middle of drawing a question, it erases the question and shows the cursor again."""
    terminal, seen = EndedWhileDrawn(), pyte.Screen(80, 24)
    monkeypatch.setattr(sys, "stderr", terminal)
    with create_pipe_input() as keyboard, create_app_session(input=keyboard), ended_in_order():
        with pytest.raises(InterruptedByUserError):
            TerminalPrompter("zh", lambda: 80).ask(Put(CHOICE))
        assert signal.getsignal(signal.SIGTERM) not in (signal.SIG_DFL, signal.SIG_IGN)
    pyte.Stream(seen).feed(terminal.getvalue())
    assert "growing" in terminal.getvalue()
    assert not "".join(seen.display).strip()
    assert not seen.cursor.hidden
    assert pyte.modes.DECAWM in seen.mode
