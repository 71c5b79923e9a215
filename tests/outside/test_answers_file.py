"""An answers file, YAML or JSON, is taken as it is meant, or told all that is wrong with it at once."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from profiles import answer_lists
from small_kb import question, with_questions

from opscareer.errors import Fault, FaultyAnswersError
from opscareer.interview import Answers, accept
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NOT_SURE
from opscareer.outside.answers import SCHEMA, changed_answers, read_answers, write_answers
from opscareer.text import Text

HEAD = f"schema: {SCHEMA}\nanswers:\n"
ME = f"{HEAD}  current: [bd/specialist]\n"


def read(kb: KnowledgeBase, text: str | bytes) -> Answers:
    """Return the answers of a text."""
    return read_answers(kb, text if isinstance(text, bytes) else text.encode(), "me.yaml")


def faults_of(kb: KnowledgeBase, text: str | bytes) -> tuple[Fault, ...]:
    """Return all that is wrong with a text."""
    with pytest.raises(FaultyAnswersError) as caught:
        read(kb, text)
    return caught.value.faults


@st.composite
def any_answers(draw: st.DrawFn, kb: KnowledgeBase) -> Answers:
    """Return answers to some questions, in any order; the present position, or that there is none, is among them."""
    years = st.integers(0, 60) | st.floats(0, 60) | st.just(NOT_SURE)
    goal = st.sampled_from([*kb.positions, NOT_SURE])
    more = {"years": years, "years_total": years, "goal": goal, "more": st.sampled_from(["yes", "no"])}
    others = draw(st.fixed_dictionaries({}, optional=more))
    return dict(draw(st.permutations([*draw(answer_lists(kb)), *others.items()])))


def test_there_and_back(kb: KnowledgeBase) -> None:
    """Answers that are written to a file are read back as they were, in their order."""

    @given(any_answers(kb))
    def holds(answers: Answers) -> None:
        found = read(kb, write_answers(answers))
        assert found == answers
        assert list(found) == list(answers)

    holds()


def test_own_words_there_and_back() -> None:
    """What was told in one's own words is written so that it is read back as it was, whatever it looks like."""
    asking = with_questions(question("city", "text"))

    @given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=80))
    @example("null")
    @example("12")
    @example("no")
    @example("杭州: #1")
    def holds(words: str) -> None:
        answers: Answers = {"current": (), "city": str(accept(asking, "city", words))}
        assert read(asking, write_answers(answers)) == answers

    holds()


@pytest.mark.parametrize(
    ("held", "told"),
    [("[新媒体]", 1), ("新媒体", 1), ("[新媒体, 私域]", 2), ("[新媒体运营主管]", 0), ("[bd/specialist]", 0), ("[]", 0)],
)
def test_a_line_in_place_of_a_post(kb: KnowledgeBase, held: str, told: int) -> None:
    """As which post the name of a line is taken is told, and what else is on that line."""
    notes: list[Text] = []
    text = f"{HEAD}  current: {held}\n  goal: not-sure\n"
    read_answers(kb, text.encode(), "me.yaml", note=notes.append)
    assert len(notes) == told
    assert all("new-media-ops/manager" in note.en or "private-domain/manager" in note.en for note in notes)


def test_json(kb: KnowledgeBase) -> None:
    """The same answers may be written in JSON, on one line or indented with blanks or tabs."""

    @given(any_answers(kb), st.sampled_from([None, 2, "\t"]), st.booleans())
    def holds(answers: Answers, indent: int | str | None, escaped: bool) -> None:
        separators = (",", ":") if indent is None else None
        envelope = {"schema": SCHEMA, "answers": answers}
        text = json.dumps(envelope, indent=indent, ensure_ascii=escaped, separators=separators)
        assert read(kb, text) == answers

    holds()


def test_years(kb: KnowledgeBase) -> None:
    """Years are read back exactly, to the last digit."""

    @given(st.floats(0, 60) | st.integers(0, 60))
    @example(2.7182818284590452)
    @example(1.2345678901234567e-5)
    def holds(years: float) -> None:
        assert read(kb, write_answers({"current": (), "years": years})) == {"current": (), "years": years}

    holds()


def test_titles(kb: KnowledgeBase) -> None:
    """A position may be written by its title or a unique beginning; what is kept is its id."""
    title = kb.positions["bd/specialist"].title.zh
    assert read(kb, f"{HEAD}  current: {title}\n  goal: coo\n") == {"current": ("bd/specialist",), "goal": "coo/chief"}
    escaped = json.dumps({"schema": SCHEMA, "answers": {"current": [title]}}).replace("/", "\\/")
    assert read(kb, escaped) == {"current": ("bd/specialist",)}


def test_windows_file(kb: KnowledgeBase) -> None:
    """A byte order mark and CRLF make no difference."""
    assert read(kb, b"\xef\xbb\xbf" + ME.replace("\n", "\r\n").encode()) == {"current": ("bd/specialist",)}


def test_words_of_yaml(kb: KnowledgeBase) -> None:
    """Words that YAML readers take for something else are the answers that they look like."""
    text = f"{HEAD}  current: [bd/manager]\n  reports: none\n  more: no\n"
    assert read(kb, text) == {"current": ("bd/manager",), "reports": "none", "more": "no"}


def test_outside(kb: KnowledgeBase) -> None:
    """An empty list says: not in the trade yet."""
    assert read(kb, f"{HEAD}  current: []\n") == {"current": ()}


def test_no_current(kb: KnowledgeBase) -> None:
    """Where the present position is not told, the file is asked for it, and told how to say that there is none."""
    (fault,) = faults_of(kb, f"{HEAD}  years: 2\n")
    assert (fault.place, fault.message) == ("me.yaml:3:3", ("缺少 current", "current is missing"))
    assert "current: []" in fault.hint[0]
    assert "current: []" in fault.hint[1]


@pytest.mark.parametrize(
    ("line", "column", "message", "nearest"),
    [
        ("skill.copywritng: 3", 3, "there is no skill copywritng", "nearest: copywriting"),
        ("yeers: 3", 3, "there is no question yeers", "nearest: years"),
        ("copywriting: 3", 3, "there is no question copywriting", "nearest: skill.copywriting"),
        ("skill.copywriting: 6", 22, "skill.copywriting cannot be 6", "0-5, not-sure, no-opportunity"),
        ("skill.copywriting: 2.5", 22, "skill.copywriting cannot be 2.5", "0-5, not-sure, no-opportunity"),
        ("skill.copywriting: true", 22, "skill.copywriting cannot be true", "0-5, not-sure, no-opportunity"),
        ("skill.copywriting: not sure", 22, "skill.copywriting cannot be not sure", "0-5, not-sure, no-opportunity"),
        ("skill.copywriting:", 21, "skill.copywriting cannot be null", "0-5, not-sure, no-opportunity"),
        ("skill.copywriting: '3'", 22, "skill.copywriting is the text '3'", "write 3, without quotes"),
        ("years: '2.5'", 10, "years is the text '2.5'", "write 2.5, without quotes"),
        ("skill.copywriting: {a: 1}", 22, "skill.copywriting cannot be {a: 1}", "0-5, not-sure, no-opportunity"),
        ("years: -1", 10, "years cannot be -1", "0 to 60"),
        ("years: .inf", 10, "years cannot be .inf", "0 to 60"),
        ("years: two", 10, "years cannot be two", "0 to 60"),
        ("goal: operation/director", 9, "there is no position operation/director", "nearest: operations/director"),
        ("metric: retenton", 11, "metric cannot be retenton", "acquisition, retention, engagement, revenue, not-sure"),
        ("more: perhaps", 9, "more cannot be perhaps", "yes, no"),
    ],
)
def test_wrong_answer(kb: KnowledgeBase, line: str, column: int, message: str, nearest: str) -> None:
    """An unknown key or value is told at its place, with what comes nearest or what may stand there."""
    (fault,) = faults_of(kb, f"{ME}  {line}\n")
    assert fault.place == f"me.yaml:4:{column}"
    assert fault.trail == line.partition(":")[0]
    assert message in fault.message[1]
    assert nearest in fault.hint[1]
    assert fault.message[0]
    assert fault.hint[0]


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        ("years: -1", "me.yaml:4:10: years: 不能是 -1", "me.yaml:4:10: years: cannot be -1"),
        ("skill.seo: 2.5", "me.yaml:4:14: skill.seo: 答案不能是 2.5", "me.yaml:4:14: skill.seo: cannot be 2.5"),
        ("yeers: 3", "me.yaml:4:3: yeers: 没有问题 yeers", "me.yaml:4:3: yeers: there is no question yeers"),
    ],
)
def test_a_key_is_said_once(kb: KnowledgeBase, line: str, zh: str, en: str) -> None:
    """A message that stands behind its key does not begin with it once more."""
    (fault,) = faults_of(kb, f"{ME}  {line}\n")
    assert (fault.told("zh").partition("\n")[0], fault.told("en").partition("\n")[0]) == (zh, en)


def test_unknown_present_position(kb: KnowledgeBase) -> None:
    """An unknown present position is told with the nearest ones."""
    (fault,) = faults_of(kb, f"{HEAD}  current: [bd/specialst]\n")
    assert "there is no position bd/specialst" in fault.message[1]
    assert fault.hint[1].startswith("nearest: bd/specialist")


@pytest.mark.parametrize("schema", ["opscareer/answers/2", "opscareer/assess/1", "1", "[]"])
def test_other_schema(kb: KnowledgeBase, schema: str) -> None:
    """A file of another schema is told which one is read."""
    (fault,) = faults_of(kb, ME.replace(SCHEMA, schema))
    assert (fault.place, fault.trail) == ("me.yaml:1:9", "schema")
    assert fault.message[1] == "schema must be opscareer/answers/1"


def test_no_schema(kb: KnowledgeBase) -> None:
    """A file without its first line is told which one is missing; one with another schema is not told to add it."""
    (fault,) = faults_of(kb, "answers: {current: []}\n")
    assert fault.hint.en == f"the line is missing: begin the file with schema: {SCHEMA}"
    (other,) = faults_of(kb, ME.replace(SCHEMA, "1"))
    assert other.hint.en == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected keys with values: schema and answers"),
        ("- a\n", "expected keys with values: schema and answers"),
        ("answers: {current: []}\n", "schema must be opscareer/answers/1"),
        (f"schema: {SCHEMA}\n", "answers is missing: it holds the answers"),
        (f"schema: {SCHEMA}\nanswers: []\n", "answers is missing: it holds the answers"),
        (f"{ME}answer: 1\n", "unknown key answer"),
        (f"{ME}  years: 1\n  years: 2\n", "the key years stands twice, first in line 4"),
        (f"{ME}  years: &a 1\n", "anchors and aliases (& and *) are not allowed"),
        ("schema：opscareer/answers/1\nanswers：\n", "this colon is full-width"),
    ],
)
def test_no_answers_file(kb: KnowledgeBase, text: str, message: str) -> None:
    """A text that is no answers file is told what is missing or too much."""
    assert message in " ".join(fault.message[1] for fault in faults_of(kb, text))


def test_all_at_once(kb: KnowledgeBase) -> None:
    """All faults are told at once, in the order of the file."""
    text = f"{HEAD}  years: -1\n  skill.seo: 9\n  yeers: 1\n  skill.seo: 1\nextra: 1\n".replace("/1", "/9", 1)
    faults = faults_of(kb, text)
    assert [(fault.line, fault.message[1]) for fault in faults] == [
        (1, "schema must be opscareer/answers/1"),
        (3, "current is missing"),
        (3, "years cannot be -1"),
        (5, "there is no question yeers"),
        (6, "the key skill.seo stands twice, first in line 4"),
        (7, "unknown key extra"),
    ]


def test_cleaned_in_messages(kb: KnowledgeBase) -> None:
    """What is quoted from the file, or its name, in a fault cannot command the terminal."""
    text = f'{ME}  "yea\\e[31mrs\\u202e": "\\e[2Jx"\n'
    with pytest.raises(FaultyAnswersError) as caught:
        read_answers(kb, text.encode(), "m\x1b[2Je.yaml")
    told = repr(caught.value.faults) + repr(caught.value.message)
    assert "\\x1b" not in told
    assert "\\u202e" not in told
    assert "me.yaml:4:24: years: cannot be x" in told


def test_any_bytes(kb: KnowledgeBase) -> None:
    """Whatever the bytes, what is no answers file is told as such, and nothing else happens."""

    @given(st.binary(max_size=100))
    def holds(content: bytes) -> None:
        faults = faults_of(kb, content)
        assert all(fault.file == "me.yaml" and all(fault.message) for fault in faults)

    holds()


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_former_ids_are_written_back(kb: KnowledgeBase, form: str) -> None:
    """A file with a former id of a skill takes a change, in its own format and with the ids that there are now."""
    told = {"schema": SCHEMA, "answers": {"current": ["bd/specialist"], "years": 1, "skill.video-live": 3}}
    text = json.dumps(told) if form == "json" else f"# mine\n{ME}  years: 1\n  skill.video-live: 3\n"
    wanted: Answers = {**read(kb, text), "years": 2}
    again = changed_answers(kb, text, Path("me.yaml"), wanted)
    assert read(kb, again) == wanted
    assert "video-live" not in again
    assert again.startswith("{" if form == "json" else "# mine")
