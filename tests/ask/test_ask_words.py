from opscareer.ask.steps import Put, Step
from opscareer.ask.terminal.menu import Given
from opscareer.ask.terminal.words import Words
from opscareer.interview import Ask, Value
from opscareer.text import Text

CITY = Ask("city", "text", Text("哪个城市？", "Which city?"), Text("", ""), ())


def given(*keys: str, before: Value | None = None) -> Value:
    """Return what some keys lead to."""
    state: Words | Given | Step = Words(Put(CITY, before=before))
    for key in keys:
        assert isinstance(state, Words)
        state = state.press(key)
    assert isinstance(state, Given)
    return state.value


def test_a_line() -> None:
    """What was typed is the answer; nothing typed skips, or keeps what was told before."""
    assert given(*"杭 州b", "backspace", "up", "enter") == "杭 州"
    assert given("enter") == "not-sure"
    assert given(" ", "enter", before="宁波") == "宁波"


def test_the_face() -> None:
    """What was typed is shown, with what was told before beside it."""
    state = Words(Put(CITY, before="宁波")).press("杭")
    assert isinstance(state, Words)
    face = state.face()
    assert (face.typed, face.title) == ("杭", CITY.text)
    assert "宁波" in face.notes[0].zh
