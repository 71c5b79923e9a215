"""The whole program in a real terminal, read from its screen as a person would."""

from collections.abc import Iterator

import pytest
from screens import CTRL_C, ENTER, Screen

from opscareer.advice import advise
from opscareer.interview import Answers, Ask, Value, again, give, next_question, profile_of, review
from opscareer.model.kb import KnowledgeBase
from opscareer.store import open_store, unfinished


@pytest.fixture
def screen() -> Iterator[Screen]:
    """A terminal in which the assessment runs in Chinese."""
    opened = Screen("assess", "--lang", "zh")
    yield opened
    opened.child.close(force=True)


@pytest.mark.parametrize(("columns", "rows"), [(40, 8), (80, 24)])
def test_small_terminals(kb: KnowledgeBase, columns: int, rows: int) -> None:
    """In a small terminal the welcome is read first, every question is seen as it is asked, and enough is one key."""
    screen = Screen("assess", "--lang", "zh", "--no-pager", columns=columns, rows=rows)
    try:
        if rows < 12:
            screen.wait("其他键继续")
            screen.child.send(ENTER)
        answers: Answers = {}
        while (question := next_question(kb, answers)) is not None and len(answers) < 18:
            screen.wait(f"第{len(answers) + 1}题")
            screen.wait(question.short.zh.split("：")[0])
            screen.wait("返回" if answers else "> ")
            pressed, value = keys(question)
            screen.child.send(pressed)
            answers = give(kb, answers, question.id, value)
        screen.wait(f"第{len(answers) + 1}题")
        screen.child.send("!")
        screen.wait("要改哪一条？")
        screen.child.send(ENTER)
        assert screen.end() == 0
    finally:
        screen.child.close(force=True)


def keys(question: Ask) -> tuple[str, Value]:
    """Return what a person presses, and the answer that this gives."""
    match question.kind:
        case "positions":
            return f"产品运营专员{ENTER}{ENTER}", ("product-ops/specialist",)
        case "position":
            return ENTER, "not-sure"
        case "years":
            return f"2.5{ENTER}", 2.5
        case "skill":
            return f"2{ENTER}", 2
        case "choices":
            return f" {ENTER}", (str(question.choices[0].value),)
        case "text":
            return f"Hangzhou{ENTER}", "Hangzhou"
        case _:
            return f"1{ENTER}", question.choices[0].value


def answer(screen: Screen, kb: KnowledgeBase, answers: Answers, question: Ask) -> Answers:
    """Wait for a question on the screen and answer it."""
    screen.wait(question.text.zh)
    pressed, value = keys(question)
    screen.child.send(pressed)
    return give(kb, answers, question.id, value)


def test_an_assessment_in_a_terminal(screen: Screen, kb: KnowledgeBase) -> None:
    """A person who answers in a terminal reads their next role there."""
    answers: Answers = {}
    while (question := next_question(kb, answers)) is not None:
        answers = answer(screen, kb, answers, question)
    screen.wait(review(kb, answers).text.zh)
    screen.child.send(ENTER)
    assert screen.end() == 0
    best = advise(kb, profile_of(kb, answers)).next
    assert best is not None
    assert f"下一步：{kb.positions[best.position].title.zh}（" in screen.shown()


def test_a_post_that_is_not_there(screen: Screen, kb: KnowledgeBase) -> None:
    """After a post that nothing is like, the next word is typed as if the line were empty."""
    screen.wait(again(kb, "current").text.zh)
    screen.child.send(f"护士{ENTER}")
    screen.wait("没有“护士”")
    screen.child.send(f"产品运营专员{ENTER}")
    screen.wait("选了：产品运营专员")
    assert "护士" not in screen.shown().rpartition("选了")[2]


def test_ctrl_c_in_a_terminal(screen: Screen, kb: KnowledgeBase) -> None:
    """Ctrl-C half way ends the program with 130 and keeps the answers so far, without a traceback."""
    answers: Answers = {}
    while (question := next_question(kb, answers)) is not None and len(answers) < 3:
        answers = answer(screen, kb, answers, question)
    assert question is not None
    screen.wait(question.text.zh)
    screen.child.send(CTRL_C)
    assert screen.end() == 130
    assert "接着答：opscareerassess" in screen.shown()
    store = open_store(create=False)
    assert store is not None
    (left,) = unfinished(store)
    store.close()
    assert dict(left.answers) == {"current": ["product-ops/specialist"], "years": 2.5, "years_total": 2.5}
    assert "Traceback" not in screen.shown()


def test_the_welcome_is_seen() -> None:
    """In a window of the usual size the welcome stands above the first question, and both are seen."""
    screen = Screen("assess", "--lang", "zh", columns=80, rows=24)
    screen.wait("先问岗位和打算")
    screen.wait("还没入行，不输直接回车")
    for said in ("先问岗位和打算", "答案只存在这台电脑上", "Ctrl-C停下", "你现在是什么岗位？"):
        assert said in screen.shown()
    screen.child.close(force=True)
