import dataclasses
import io
import sys
from collections.abc import Callable

import pytest

from opscareer.ask.plain.prompter import PlainPrompter
from opscareer.ask.steps import Put as Posed
from opscareer.ask.steps import Step
from opscareer.errors import InterruptedByUserError
from opscareer.interview import Ask, Choice, Value, again, next_question, review
from opscareer.model.kb import KnowledgeBase
from opscareer.text import NOTHING, Lang, Text

Asked = tuple[Value | Step, str]
Put = Callable[..., Asked]

CHOICE = Ask(
    "company",
    "choice",
    Text("公司怎么样？", "How is the company?"),
    Text("看人数。", "Look at headcount."),
    (Choice("growing", Text("在扩", "growing")), Choice("flat", Text("持平", "level"))),
)
MORE = Ask(
    "more",
    "choice",
    Text("再答？", "More?"),
    Text("", ""),
    (Choice("yes", Text("再", "go on")), Choice("no", Text("不", "no"))),
    skip=None,
)
AVOID = Ask(
    "avoid",
    "choices",
    Text("不想做什么？", "What not?"),
    Text("", ""),
    tuple(Choice(id_, Text(zh, id_)) for id_, zh in (("writing", "写"), ("goods", "货"), ("events", "活动"))),
    skip=(),
)
YEARS = Ask("years", "years", Text("几年？", "How many years?"), Text("半年写 0.5。", "Half a year is 0.5."), ())


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Put:
    """Put a question to somebody who types lines; return the answer and what they read."""

    def asked(
        question: Ask,
        *lines: str,
        lang: Lang = "en",
        so_far: Text = NOTHING,
        why: tuple[Text, ...] = (),
        before: Value | None = None,
    ) -> Asked:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        monkeypatch.setattr(sys, "stderr", screen := io.StringIO())
        value = PlainPrompter(lang).ask(Posed(question, so_far, before, lambda: why))
        return value, screen.getvalue()

    return asked


@pytest.fixture
def positions(kb: KnowledgeBase) -> Ask:
    """The first question: which positions are held."""
    question = next_question(kb, {})
    assert question is not None
    return question


@pytest.fixture
def goal(kb: KnowledgeBase) -> Ask:
    """The question for the position that is wished for."""
    return question_after(kb, {"current": ("bd/specialist",), "years": 1.0, "years_total": 1.0})


@pytest.fixture
def skill(kb: KnowledgeBase) -> Ask:
    """A question about a skill."""
    answers: dict[str, Value] = {"current": ()}
    while (question := question_after(kb, answers)).kind != "skill":
        answers[question.id] = "not-sure"
    return question


def question_after(kb: KnowledgeBase, answers: dict[str, Value]) -> Ask:
    """Return the question that follows some answers."""
    question = next_question(kb, answers)
    assert question is not None
    return question


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "产品运营经"), ("en", "Product Operations Mana"), ("zh", "product-ops/man")]
)
def test_finds_a_position(put: Put, positions: Ask, lang: Lang, said: str) -> None:
    """A position is found by a part of its name in either language, or of its id, and its title is told."""
    value, read = put(positions, said, "", lang=lang)
    assert value == ("product-ops/manager",)
    assert {"zh": "选了：产品运营经理", "en": "Chosen: Product Operations Manager"}[lang] in read


def test_whole_names_come_first(put: Put, positions: Ask) -> None:
    """A whole name is taken though it is a part of other names."""
    assert put(positions, "coo", "")[0] == put(positions, "coo/chief", "")[0] == ("coo/chief",)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_several_matches(put: Put, positions: Ask, kb: KnowledgeBase, lang: Lang) -> None:
    """Where a word matches several positions they are numbered, and a number chooses."""
    value, read = put(positions, "产品运", "2", "", lang=lang)
    second = next(line for line in read.splitlines() if line.startswith("2. "))
    assert isinstance(value, tuple)
    assert kb.positions[value[0]].title.of(lang) in second


@pytest.mark.parametrize(("lang", "said"), [("zh", "新媒体运营"), ("en", "marketing"), ("en", "growth")])
def test_a_line_is_no_post(put: Put, positions: Ask, kb: KnowledgeBase, lang: Lang, said: str) -> None:
    """The name of a line is taken for none of its rungs: they are read out, lowest first, and a number chooses."""
    value, read = put(positions, said, "3", "", lang=lang)
    assert isinstance(value, tuple)
    assert kb.positions[value[0]].rung == "manager"
    assert f"1. {kb.positions[value[0].replace('manager', 'specialist')].title.of(lang)}\n" in read


@pytest.mark.parametrize("wrong", ["0", "99", "-9", "zz"])
def test_a_wrong_number_among_matches(put: Put, positions: Ask, wrong: str) -> None:
    """A number that is not in the list is told, and the search begins anew."""
    value, read = put(positions, "产品运", wrong, "BD专员", "", lang="zh")
    assert value == ("bd/specialist",)
    assert "没找到" in read


def test_several_posts(put: Put, positions: Ask) -> None:
    """Several positions may be held; one named twice is held once."""
    assert put(positions, "BD专员", "品牌专员", "BD专员", "")[0] == ("bd/specialist", "brand/specialist")


def test_no_post(put: Put, positions: Ask) -> None:
    """Enter at once means: not in the trade yet."""
    assert put(positions, "")[0] == ()


@pytest.mark.parametrize(("lang", "told"), [("zh", "没找到 裁缝"), ("en", "Nothing matches 裁缝")])
def test_no_match(put: Put, goal: Ask, lang: Lang, told: str) -> None:
    """A word that matches nothing is told, and the question stands."""
    value, read = put(goal, "裁缝", "首席运营官", lang=lang)
    assert value == "coo/chief"
    assert told in read


def test_skip(put: Put, goal: Ask) -> None:
    """Enter skips a question, and that is an answer: not sure."""
    assert put(goal, "")[0] == "not-sure"
    assert put(CHOICE, "")[0] == "not-sure"
    assert put(YEARS, "")[0] == "not-sure"


@pytest.mark.parametrize(("lang", "told"), [("zh", "没有这个选项：7"), ("en", "There is no such choice: 7")])
def test_wrong_numbers_are_told(put: Put, lang: Lang, told: str) -> None:
    """A number that is no choice is told, and asked again."""
    value, read = put(CHOICE, "7", "0", "level?", "2", lang=lang)
    assert value == "flat"
    assert told in read


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("1,3", ("writing", "events")),
        ("3 1", ("events", "writing")),
        ("２、2，1", ("goods", "writing")),
        ("2", ("goods",)),
        ("0", ()),
        ("", ()),
    ],
)
def test_several_options(put: Put, said: str, chosen: Value) -> None:
    """Several options are chosen by their numbers, however these are set apart; Enter alone, or 0, chooses none."""
    value, read = put(AVOID, said)
    assert value == chosen
    assert "as 1,3" in read
    assert "3. events" in read


@pytest.mark.parametrize("wrong", ["4", "1,4", "0,1", "writing", "1;x", ","])
def test_wrong_options(put: Put, wrong: str) -> None:
    """What is no list of numbers that are there is told, and asked again, as a whole."""
    value, read = put(AVOID, wrong, "2")
    assert value == ("goods",)
    assert f"no such choice: {wrong}" in read


def test_options_answered_before(put: Put) -> None:
    """What was chosen before is told and kept by Enter; 0 takes it back, and none before is told as none."""
    value, read = put(AVOID, "", lang="zh", before=("goods", "events"))
    assert value == ("goods", "events")
    assert "货、活动" in read
    assert put(AVOID, "0", before=("goods",))[0] == ()
    assert "before: none" in put(AVOID, "", before=())[1]


CITY = Ask("city", "text", Text("哪个城市？", "Which city?"), Text("", ""), ())


@pytest.mark.parametrize(
    ("question", "before"),
    [(CHOICE, "flat"), (YEARS, 3.0), (CITY, "宁波"), (AVOID, ("goods",))],
    ids=lambda q: str(q)[:8],
)
@pytest.mark.parametrize("dash", ["-", "－"])
def test_an_answer_is_emptied(put: Put, question: Ask, before: Value, dash: str) -> None:
    """A dash empties what was answered before, which is told where it is so."""
    empty, read = put(question, dash, before=before)
    assert empty == (() if question is AVOID else "not-sure")
    assert ("- empties it" in read) == (question is not AVOID)


def test_a_post_is_emptied(put: Put, positions: Ask, goal: Ask) -> None:
    """A dash empties a post that was answered before, also after others were chosen; no level is emptied so."""
    assert put(positions, "-", before=("bd/specialist",))[0] == ()
    assert put(positions, "BD专员", "-")[0] == ()
    assert put(goal, "-", before="coo/chief")[0] == "not-sure"


def test_back_from_several_options(put: Put) -> None:
    """Going back works there as everywhere."""
    assert put(AVOID, "b")[0] is Step.BACK


@pytest.mark.parametrize("said", ["1", "-1", "２", "16"])
def test_a_number_with_nothing_read_out(kb: KnowledgeBase, put: Put, said: str) -> None:
    """A number names no position before positions were read out with numbers."""
    question = again(kb, "goal")
    assert put(question, said, "")[0] == "not-sure"


def test_own_words(put: Put) -> None:
    """A line of one's own words is taken as it is; an empty one skips, or keeps what was told before."""
    assert put(CITY, " 杭州 ")[0] == "杭州"
    assert put(CITY, "")[0] == "not-sure"
    assert put(CITY, "", before="宁波")[0] == "宁波"


def test_years(put: Put) -> None:
    """Years may have decimals; a word is told, and asked again."""
    value, read = put(YEARS, "twoish", "2.5")
    assert value == 2.5
    assert "Not understood: twoish" in read


@pytest.mark.parametrize(("said", "value"), [("0", 0), ("3", 3), ("5", 5), ("s", "not-sure"), ("n", "no-opportunity")])
def test_levels(put: Put, skill: Ask, said: str, value: Value) -> None:
    """A skill is answered with a level 0-5, s for not sure, or n for no opportunity yet."""
    assert put(skill, said)[0] == value


@pytest.mark.parametrize("wrong", ["6", "-1", "", "x", "9 级"])
def test_wrong_levels(put: Put, skill: Ask, wrong: str) -> None:
    """Anything else is told and asked again; a skill is not skipped by a mere Enter."""
    assert put(skill, wrong, "4")[0] == 4


@pytest.mark.parametrize("said", ["３", "3级", "L3", "level 3", "3.", " 3 "])
def test_levels_by_their_number(put: Put, skill: Ask, said: str) -> None:
    """A level is known by its number, however that is written."""
    value, read = put(skill, said)
    assert value == 3
    assert f"Chosen: 3 {skill.choices[3].label.en}" in read


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_levels_by_their_words(put: Put, skill: Ask, lang: Lang) -> None:
    """A level is known by its text, and not sure and no opportunity by theirs."""
    assert put(skill, skill.choices[4].label.of(lang), lang=lang)[0] == 4
    assert put(skill, {"zh": "说不准", "en": "not sure"}[lang], lang=lang)[0] == "not-sure"
    assert put(skill, {"zh": "还没有机会做", "en": "no opportunity"}[lang], lang=lang)[0] == "no-opportunity"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_thing_a_line(put: Put, skill: Ask, lang: Lang) -> None:
    """Each level is read out in a line of its own with its number, and there is no sign that only looks like one."""
    _, read = put(skill, "1", lang=lang)
    lines = read.splitlines()
    assert all(f"{choice.value}. {choice.label.of(lang)}" in lines for choice in skill.choices[:6])
    assert not {*"▮▯>*|│─·"} & {*read}


@pytest.mark.parametrize(
    ("word", "step"), [("!", Step.ENOUGH), ("够了", Step.ENOUGH), ("<", Step.BACK), ("《", Step.BACK)]
)
def test_steps(put: Put, skill: Ask, positions: Ask, word: str, step: Step) -> None:
    """Enough and back are said wherever one is, also on a Chinese keyboard."""
    for question in (skill, positions, CHOICE, AVOID, YEARS):
        assert put(question, word)[0] is step


def test_read_again(put: Put) -> None:
    """h reads the question again, with the keys that work everywhere."""
    _, read = put(CHOICE, "h", "1")
    assert read.count("How is the company?") == 2
    assert "! show the advice" in read


def test_why_this_person(put: Put) -> None:
    """A question mark tells the help and every reason, a line each."""
    _, read = put(CHOICE, "?", "1", why=(Text("一", "first"), Text("二", "second")))
    assert "Look at headcount.\nfirst\nsecond\n" in read


def test_near_positions(put: Put, positions: Ask) -> None:
    """Where nothing is called so, what is near is read out with numbers, and a number takes it."""
    value, read = put(positions, "新媒体小编", "1", "", lang="zh")
    assert "相近的有这些" in read
    assert isinstance(value, tuple)
    assert f"1. {next(c.label.zh for c in positions.choices if c.value == value[0])}" in read


def test_the_look_over_the_answers(put: Put, kb: KnowledgeBase) -> None:
    """Of the look over the answers those given are read out; what is open is counted, and listed when asked for."""
    question = review(kb, {"current": ("bd/specialist",), "years": 2.0})
    value, read = put(question, "u", "4")
    open_ = [choice for choice in question.choices if choice.open]
    assert read.index(f"{len(open_)} are not answered") < read.index(open_[0].label.en)
    assert value == question.choices[3].value


@pytest.mark.parametrize(("lang", "help_"), [("zh", "看人数。"), ("en", "Look at headcount.")])
def test_help(put: Put, lang: Lang, help_: str) -> None:
    """A question mark explains the question, which is then answered as before."""
    value, read = put(CHOICE, "?", "1", lang=lang)
    assert value == "growing"
    assert help_ in read
    assert help_ not in put(CHOICE, "1", lang=lang)[1]


@pytest.mark.parametrize(("lang", "question"), [("zh", "公司怎么样？"), ("en", "How is the company?")])
def test_the_question_is_put(put: Put, lang: Lang, question: str) -> None:
    """The question, its choices with their numbers, and how far one is stand in the language asked."""
    _, read = put(CHOICE, "1", lang=lang, so_far=Text("第 3 题", "Question 3"))
    assert question in read
    assert {"zh": "2. 持平", "en": "2. level"}[lang] in read
    assert {"zh": "第 3 题", "en": "Question 3"}[lang] in read


@pytest.mark.parametrize(("lang", "said"), [("zh", "直接回车就是{}"), ("en", "Enter alone: {}")])
@pytest.mark.parametrize("usual", ["yes", "no"])
def test_enter_alone_decides(put: Put, usual: str, lang: str, said: str) -> None:
    """Whether to go on is answered with a number, or by Enter alone, of which it is said what that does."""
    question = dataclasses.replace(MORE, skip=usual)
    label = next(choice.label for choice in MORE.choices if choice.value == usual)
    value, read = put(question, "", lang=lang)
    assert value == usual
    assert said.format(label.zh if lang == "zh" else label.en) in read


@pytest.mark.parametrize("lines", [("q",), ("产品运", "q"), ("BD专员", "q")])
def test_stopping(put: Put, positions: Ask, lines: tuple[str, ...]) -> None:
    """q stops, wherever one is."""
    with pytest.raises(InterruptedByUserError):
        put(positions, *lines)


@pytest.mark.parametrize("question", [CHOICE, YEARS])
def test_the_end_of_the_input(put: Put, question: Ask) -> None:
    """The end of the input is a stop, not an answer."""
    with pytest.raises(InterruptedByUserError):
        put(question)


def test_typed_escapes_are_not_echoed(put: Put) -> None:
    """What is typed is told without its control and bidi characters."""
    _, read = put(CHOICE, "\x1b[31mred\u202e", "1")
    assert "There is no such choice: red\n" in read


def test_what_was_skipped_is_said(put: Put, goal: Ask, positions: Ask) -> None:
    """An empty line is answered too: that a question was skipped, or that one is not in the trade yet."""
    assert "skipped\n" in put(goal, "")[1]
    assert "skipped\n" in put(YEARS, "")[1]
    assert "Chosen: not in the trade yet\n" in put(positions, "")[1]


def against(value: Value | Step) -> Text:
    """Take no more than 60 years, and no step."""
    wrong = isinstance(value, Step) or (isinstance(value, float) and value > 60)
    return Text("不行：0 到 60", "not that: 0 to 60") if wrong else NOTHING


@pytest.mark.parametrize(("lang", "told"), [("zh", "不行：0 到 60"), ("en", "not that: 0 to 60")])
def test_objections(monkeypatch: pytest.MonkeyPatch, lang: Lang, told: str) -> None:
    """What cannot be taken is told, asked for again, and never said to be chosen; so is a step."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("99\n!\n2\n"))
    monkeypatch.setattr(sys, "stderr", screen := io.StringIO())
    assert PlainPrompter(lang).ask(Posed(YEARS, objection=against)) == 2.0
    assert screen.getvalue().count(told) == 2
    assert "99" not in screen.getvalue()


def test_what_was_chosen_stays(monkeypatch: pytest.MonkeyPatch, positions: Ask) -> None:
    """Who has chosen a position and takes a step that there is not, has not lost it."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("产品运营专员\n!\n\n"))
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert PlainPrompter("zh").ask(Posed(positions, objection=against)) == ("product-ops/specialist",)


@pytest.mark.parametrize("question", [CHOICE, AVOID, YEARS])
@pytest.mark.parametrize("before", [None, ("writing",), "flat", 3.0])
def test_what_enter_does(put: Put, question: Ask, before: Value | None) -> None:
    """Of what Enter alone does one thing is said: it keeps what was there, or else it skips."""
    told = put(question, "", before=before)[1]
    assert ("Enter alone keeps" in told) == (before is not None)
    assert ("skips" in told or "Enter alone too" in told) == (before is None)
