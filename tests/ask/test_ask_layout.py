import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.ask.steps import Put, Step
from opscareer.ask.terminal import hints
from opscareer.ask.terminal.face import Entry, Face
from opscareer.ask.terminal.layout import drawn, page_of
from opscareer.ask.terminal.menu import Given, menu
from opscareer.ask.terminal.shown import state_of
from opscareer.ask.terminal.typed import Field, Finder
from opscareer.interview import Answers, Ask, Value, again, review
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Lang, Text
from opscareer.wrapping import width

SIZES = [(40, 8), (40, 24), (60, 24), (80, 24), (80, 8), (120, 50)]
LANGS: list[Lang] = ["zh", "en"]
PROGRESS = Text("第 12 题，大约共 30 题；推荐有 62% 的把握", "Question 12 of about 30; the advice is 62% sure")


def questions(kb: KnowledgeBase) -> list[Ask]:
    """Return every question that can be put, and the look over the answers."""
    told: Answers = {"current": ("user-ops/specialist",), "skill.copywriting": 4}
    asked = [again(kb, id_) for id_ in (*kb.questions, *(f"skill.{skill}" for skill in kb.skills))]
    return [*asked, review(kb, told)]


def face_of(question: Ask, progress: Text = PROGRESS) -> Face:
    """Return what is drawn of a question at first."""
    put = Put(question, progress)
    if question.kind in ("positions", "position"):
        return Finder(put).face()
    return Field(put).face() if question.kind == "years" else menu(put).face()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_every_question_stays_on_the_screen(kb: KnowledgeBase, lang: Lang, columns: int, rows: int) -> None:
    """In any window the question is seen whole or in short, nothing is wider or longer than it, and a key is told."""
    for question in questions(kb) if rows == 8 else questions(kb)[::5]:
        lines = drawn(face_of(question), lang, columns, rows)
        shown = "".join(line.text for line in lines).replace(" ", "")
        whole, short = (text.of(lang).replace(" ", "") for text in (question.text, question.short))
        assert whole in shown or short in shown
        assert len(lines) <= rows
        assert all(width(line.text) <= columns for line in lines)
        assert "<" in lines[-1].text or "<" in lines[-2].text or "Enter" in shown or "回车" in shown


@pytest.mark.parametrize("lang", LANGS)
def test_a_chosen_level_can_be_read_whole(kb: KnowledgeBase, lang: Lang) -> None:
    """In the smallest window the whole of each level can be read, turning it over where it is longer than the room."""
    for skill in [*kb.skills.values()][::4]:
        state = menu(Put(again(kb, f"skill.{skill.id}"), PROGRESS))
        for level in range(kb.top + 1):
            chosen = state.press(str(level))
            seen = ""
            for _ in range(4):
                assert not isinstance(chosen, Given | Step)
                seen += "".join(line.text.strip() for line in drawn(chosen.face(), lang, 40, 8))
                chosen = chosen.press(" ")
            told = skill.levels[level].of(lang)
            parts = [told[i : i + 6].replace(" ", "") for i in range(0, len(told) - 6, 6)]
            assert all(part in seen.replace(" ", "").replace(">", "") for part in parts[:1] + parts[-1:])


def test_what_is_cut_says_so(kb: KnowledgeBase) -> None:
    """Where entries are folded their end is two dots, and where the list goes on it is told where it stands."""
    lines = [line.text for line in drawn(face_of(again(kb, "skill.copywriting")), "en", 40, 8)]
    assert sum(line.endswith("..") for line in lines) >= 3
    assert "/8" in lines[-1]


def test_with_room_all_is_drawn(kb: KnowledgeBase) -> None:
    """With room for all of it nothing is cut: progress, question, help, every level whole, and the keys."""
    question = again(kb, "skill.copywriting")
    shown = "".join(line.text.strip() for line in drawn(face_of(question), "zh", 80, 50))
    for text in (PROGRESS, question.text, question.help, *(choice.label for choice in question.choices)):
        assert text.zh.replace(" ", "") in shown.replace(" ", "")


def test_help_goes_before_levels_are_folded(kb: KnowledgeBase) -> None:
    """With a little less room the help is left out, and the levels stay whole."""
    question = again(kb, "skill.copywriting")
    face = face_of(question)
    rows = len(drawn(face, "zh", 80, 99)) - 1
    shown = "".join(line.text.strip() for line in drawn(face, "zh", 80, rows))
    assert question.help.zh not in shown
    assert all(choice.label.zh.replace(" ", "") in shown.replace(" ", "") for choice in question.choices)


@given(columns=st.integers(20, 130), rows=st.integers(6, 60), keys=st.lists(st.sampled_from(["up", "down", " ", "3"])))
def test_any_window(kb: KnowledgeBase, columns: int, rows: int, keys: list[str]) -> None:
    """However large the window is, and whatever was pressed, no line too many and none too wide is drawn."""
    state = menu(Put(review(kb, {"current": ("user-ops/specialist",), "years": 2.0}), PROGRESS))
    for key in keys:
        then = state.press(key)
        assert not isinstance(then, Given | Step)
        state = then
    lines = drawn(state.face(), "en", columns, rows)
    assert len(lines) <= rows
    assert all(width(line.text) <= columns for line in lines)
    assert " " in keys or any(line.text.startswith("> ") for line in lines)


def test_a_typed_line_holds_the_cursor(kb: KnowledgeBase) -> None:
    """Where something is typed the cursor stands behind it, and a line that is too long shows its end."""
    lines = drawn(Finder(Put(again(kb, "current")), "x" * 60).face(), "en", 40, 8)
    (typed,) = [line for line in lines if line.typed]
    assert typed.text.endswith("x")
    assert width(typed.text) <= 40


def test_pages() -> None:
    """Running text is told page by page, and its last line says whether there is more."""
    text = [f"line {n}" for n in range(10)]
    first, more = page_of(text, 40, 8, 0, ("more", "end"))
    assert ([line.text for line in first], more) == ([*text[:7], "more"], True)
    last, more = page_of(text, 40, 8, 7, ("more", "end"))
    assert ([line.text for line in last], more) == ([*text[7:], "end"], False)


TITLE, SHORT, KEYS, WORD = (
    Text("问什么？", "What?"),
    Text("什么？", "What?"),
    Text("按键" * 30, "keys"),
    Text("词", "word"),
)
NINE = tuple(Entry(f"{n}) ", WORD) for n in range(9))


def test_the_keys_in_a_line() -> None:
    """Where there is room for a line of keys, those of this question are in it; where there is not, those of all."""
    face = Face(TITLE, SHORT, KEYS, entries=NINE, tight=hints.TIGHT_LEVELS)
    assert "s 说不准 n 没机会" in drawn(face, "zh", 60, 6)[-1].text
    assert drawn(face, "zh", 34, 6)[-1].text.endswith("/9 < 返回 ? 为什么 ! 够了")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("before", [None, True])
@pytest.mark.parametrize("id_", ["goal", "offer", "avoid", "reason", "years"])
def test_what_enter_does_in_a_small_window(kb: KnowledgeBase, id_: str, lang: Lang, before: bool | None) -> None:
    """In 40 columns and 8 lines it is told what Enter alone does: skips, keeps, or by which key one marks."""
    question = again(kb, id_)
    usual = next((choice.value for choice in question.choices), 2.0)
    held: Value = ("writing",) if id_ == "avoid" else usual
    lines = drawn(state_of(Put(question, PROGRESS, held if before else None)).face(), lang, 40, 8)
    told = (" " if lang == "en" else "").join(line.text for line in lines)
    told = told.replace("直接回车", "回车").replace("Enter alone", "Enter")
    skips, keeps, marks = {"zh": ("回车跳过", "回车沿用", "空格"), "en": ("Enter skips", "Enter keeps", "space")}[lang]
    lit = before and question.kind == "choice"  # what was answered is lit up, which is the one that Enter takes
    assert lit or (marks if id_ == "avoid" else keeps if before else skips) in told


def test_a_remark_that_is_cut_says_so() -> None:
    """A remark longer than its room ends in two dots, and has more room where there is no list."""
    long = Text("对不上" * 80, "no" * 99)
    typed = drawn(Face(TITLE, SHORT, KEYS, typed="", said=long), "zh", 40, 8)
    told = [line.text for line in typed if line.style == "warn"]
    assert (len(told), told[-1][-2:]) == (4, "..")
    listed = drawn(Face(TITLE, SHORT, KEYS, entries=NINE, said=long), "zh", 40, 8)
    assert len([line for line in listed if line.style == "warn"]) <= 2


def test_the_last_page_of_a_text_says_so(kb: KnowledgeBase) -> None:
    """Turning a long level over tells how many lines follow, and on its last page that it is the last."""
    state = menu(Put(again(kb, "skill.team-leadership"))).press("5")
    told: list[str] = []
    for _ in range(6):
        assert not isinstance(state, Given | Step)
        told += [line.text for line in drawn(state.face(), "en", 28, 8) if line.text.startswith("(")]
        state = state.press(" ")
    ends = [number for number, line in enumerate(told) if line == "(the end; space: its top)"]
    assert ends[:1] not in ([], [0])
    assert all("more line" in line for number, line in enumerate(told) if number not in ends)
    assert hints.CUT.fill(n=1).en == "(1 more line: space)"
