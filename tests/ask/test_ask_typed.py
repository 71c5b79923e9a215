import pytest

from opscareer.ask.steps import Put, Step
from opscareer.ask.terminal.menu import Given
from opscareer.ask.terminal.typed import Field, Finder
from opscareer.ask.terminal.words import Words
from opscareer.interview import Ask, Value, again
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text

WORDS = Ask("note", "text", Text("哪些？", "Which?"), Text("", ""), ())
YEARS = Ask("years", "years", Text("几年？", "How many years?"), Text("", ""), ())


def searched(kb: KnowledgeBase, question: str, *keys: str, before: Value | None = None) -> Finder | Given | Step:
    """Return what some keys lead to; what is no key is typed."""
    state: Finder | Given | Step = Finder(Put(again(kb, question), before=before))
    for word in keys:
        for key in [word] if word in ("enter", "up", "down", "backspace", "clear", "pagedown", "tab") else word:
            assert isinstance(state, Finder)
            state = state.press(key)
    return state


def found(kb: KnowledgeBase, *keys: str) -> Finder:
    """Return the search after some keys."""
    state = searched(kb, "current", *keys)
    assert isinstance(state, Finder)
    return state


def taken(kb: KnowledgeBase, question: str, *keys: str, before: Value | None = None) -> Value:
    """Return what is answered."""
    state = searched(kb, question, *keys, before=before)
    assert isinstance(state, Given)
    return state.value


def test_what_is_on_the_list_is_taken(kb: KnowledgeBase) -> None:
    """Enter takes what comes first on the list, arrows and a number another; several may be held."""
    assert taken(kb, "current", "新媒体运营专", "enter", "enter") == ("new-media-ops/specialist",)
    assert taken(kb, "current", "市场经", "enter", "enter") == ("marketing/manager",)
    assert taken(kb, "current", "市场经", "down", "enter", "enter") == ("overseas-ops/manager",)
    assert taken(kb, "current", "新媒3", "enter", "enter") == ("new-media-ops/manager",)
    assert taken(kb, "current", "coo", "enter", "BD专员", "enter", "coo", "enter", "enter") == (
        "coo/chief",
        "bd/specialist",
    )
    assert taken(kb, "goal", "coo", "enter") == "coo/chief"


@pytest.mark.parametrize("said", ["新媒体", "新媒体运营", "新媒", "brand man", "直播"])
def test_no_rung_is_chosen_for_somebody(kb: KnowledgeBase, said: str) -> None:
    """Of several rungs of a line that are called so Enter takes none, and what to do instead is told."""
    state = found(kb, said, "enter")
    assert state.at is None
    assert "several levels" in state.face().said.en
    assert len(state.face().entries) > 1
    first, then = (choice.value for choice in state.listed.choices[:2])
    assert taken(kb, "goal", said, "down", "enter") == first
    assert taken(kb, "goal", said, "enter", "2", "enter") == then
    assert found(kb, said, "enter", "专员").typed == f"{said}专员"


def test_a_whole_title_is_chosen(kb: KnowledgeBase) -> None:
    """A title that is typed in full is chosen, with the other rungs of its line below it."""
    state = found(kb, "新媒体运营专员")
    assert [c.value for c in state.listed.choices] == [
        f"new-media-ops/{r}" for r in ("specialist", "senior", "manager")
    ]
    assert state.at == 0


def test_the_whole_list(kb: KnowledgeBase) -> None:
    """Before anything is typed all positions are listed, and none of them is chosen."""
    state = found(kb)
    assert len(state.face().entries) == len(kb.positions)
    assert state.face().at is None
    assert taken(kb, "goal", "down", "down", "enter") == list(kb.positions)[1]
    assert taken(kb, "goal", "up", "enter") == list(kb.positions)[-1]


def test_near_misses(kb: KnowledgeBase) -> None:
    """Where nothing is called so, what is near is listed with numbers; only a choice among them is taken."""
    state = found(kb, "新媒体小编")
    assert "Near it" in state.face().said.en
    assert state.at is None
    assert isinstance(searched(kb, "current", "新媒体小编", "enter"), Finder)
    first = state.listed.choices[0].value
    assert taken(kb, "goal", "新媒体小编1", "enter") == first
    assert taken(kb, "goal", "新媒体小编", "down", "enter") == first


def test_nothing_near(kb: KnowledgeBase) -> None:
    """Where nothing is near either that is said, and an arrow finds nothing to choose."""
    state = found(kb, "护士", "enter", "down")
    assert state.face().said.zh == "没有“护士”，也没有相近的：换个说法。"
    assert state.face().entries == ()
    assert found(kb, "新媒9").at is None
    assert found(kb, "新媒9", "enter").face().said.en == "Choose one, then Enter."


def test_another_word_after_one_that_is_refused(kb: KnowledgeBase) -> None:
    """After a word was refused the next letter begins another; a figure picks, and going back mends the old one."""
    assert found(kb, "护士", "enter", "运营").typed == "运营"
    assert taken(kb, "goal", "nurse", "enter", "coo", "enter") == "coo/chief"
    assert found(kb, "护士", "enter", "3").typed == "3"
    assert found(kb, "护士", "enter", "backspace", "兵").typed == "护兵"
    near = found(kb, "新媒体小编", "enter")
    assert taken(kb, "goal", "新媒体小编", "enter", "1", "enter") == near.listed.choices[0].value
    assert found(kb, "新媒体小编", "enter", "BD").typed == "BD"
    assert found(kb, "护士", "enter", "护", "士").typed == "护士"


def test_an_empty_line(kb: KnowledgeBase) -> None:
    """Enter alone ends, skips, or keeps what was proposed."""
    assert taken(kb, "current", "enter") == ()
    assert taken(kb, "goal", "enter") == "not-sure"
    assert taken(kb, "current", "enter", before=("bd/specialist",)) == ("bd/specialist",)
    assert taken(kb, "goal", "x", "backspace", "enter", before="coo/chief") == "coo/chief"
    assert taken(kb, "goal", "xyz", "clear", "enter") == "not-sure"


@pytest.mark.parametrize("said", ["-", "－", " - "])
def test_an_answer_is_emptied(kb: KnowledgeBase, said: str) -> None:
    """A dash empties what was answered: no post is held, what is asked about is left open; that is told beforehand."""
    assert taken(kb, "current", said, "enter", before=("bd/specialist",)) == ()
    assert taken(kb, "goal", said, "enter", before="coo/chief") == "not-sure"
    assert taken(kb, "current", "coo", "enter", said, "enter") == ()
    empty = searched(kb, "goal", said, before="coo/chief")
    assert isinstance(empty, Finder)
    assert empty.face().said == Text("= 跳过了", "= skipped")
    assert "- empties it" in empty.face().keys.en
    assert Field(Put(YEARS, before=3), said).press("enter") == Given("not-sure")
    assert Words(Put(WORDS, before="mine"), said).press("enter") == Given("not-sure")


def test_what_was_chosen_is_told(kb: KnowledgeBase) -> None:
    """What was chosen so far, or proposed, is told beside the question."""
    title = kb.positions["bd/specialist"].title.zh
    assert found(kb, "BD专员", "enter").face().notes[0].zh == f"选了：{title}"
    proposed = searched(kb, "current", before=("bd/specialist",))
    assert isinstance(proposed, Finder)
    assert title in proposed.face().notes[0].zh
    assert found(kb, "tab").typed == ""


def years(*keys: str, before: Value | None = None) -> Field | Given | Step:
    """Return what is typed of years."""
    state: Field | Given | Step = Field(Put(YEARS, before=before))
    for word in keys:
        for key in [word] if word in ("enter", "backspace", "up") else word:
            assert isinstance(state, Field)
            state = state.press(key)
    return state


def test_years() -> None:
    """Years are typed in words, and how they are understood is told meanwhile; what is none is told and kept."""
    assert years("两年半", "enter") == Given(2.5)
    assert years("enter") == Given("not-sure")
    assert years("enter", before=3.0) == Given(3.0)
    typed = years("a year and a half", "up")
    assert isinstance(typed, Field)
    assert typed.face().said.en == "= 1.5 years"
    wrong = years("long", "enter")
    assert isinstance(wrong, Field)
    assert wrong.typed == "long"
    assert wrong.face().said.en.startswith("Not understood")
    assert years("3x", "backspace", "enter") == Given(3.0)
    assert years("long", "enter", "2.5", "enter") == Given(2.5)
    assert years("3x", "enter", "backspace", "enter") == Given(3.0)


@pytest.mark.parametrize("number", range(1, 50))
def test_a_number_is_the_one_beside_the_name(kb: KnowledgeBase, number: int) -> None:
    """A number picks what stands beside it on the list, whatever names have that figure in them."""
    first = [choice.value for choice in found(kb).listed.choices]
    assert taken(kb, "current", str(number), "enter", "enter") == (first[number - 1],)
    listed = found(kb, "运营总监").listed.choices
    if number <= len(listed):
        assert taken(kb, "current", f"运营总监 {number}", "enter", "enter") == (listed[number - 1].value,)
