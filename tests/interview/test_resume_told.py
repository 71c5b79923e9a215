"""What a résumé proposes, told beside the words on which it rests; and what of the present is left to the person."""

from typing import Any

import pytest

from opscareer.interview.resume import proposals, told
from opscareer.model.kb import KnowledgeBase


def said(kb: KnowledgeBase, *jobs: dict[str, Any], **more: Any) -> tuple[list[str], list[str]]:
    """Return what is said of a résumé with some jobs in November 2026, in both languages."""
    lines = told(kb, proposals(kb, {"work": [*jobs], **more}, "2026-11"))
    return [line.zh for line in lines], [line.en for line in lines]


def test_each_with_its_words(kb: KnowledgeBase) -> None:
    """Position, years, degree and skills stand each with the words of the résumé, at most three of them."""
    job = {
        "position": "新媒体运营",
        "startDate": "2022-11",
        "endDate": "至今",
        "summary": "公众号、抖音、小红书、微博、新媒体",
    }
    zh, en = said(kb, job, education=[{"studyType": "BA"}])
    assert zh[1:5] == [
        "现在的岗位：新媒体运营专员（“新媒体运营, 2022-11 –”）",
        "在这一级的年数：4 年（“新媒体运营, 2022-11 –”）",
        "在这一行的年数：4 年（“新媒体运营, 2022-11 –”）",
        "学历：本科（“BA”）",
    ]
    assert en[4] == 'Education: bachelor\'s degree ("BA")'
    assert any("2 级（“" in line for line in zh[5:])
    assert all(line.count("“") <= 3 for line in zh)


def test_a_post_outside(kb: KnowledgeBase) -> None:
    """A present post of another trade is said to be that."""
    zh, en = said(kb, {"position": "Data Scientist", "startDate": "2022-01"})
    assert zh[-1] == "现在的这份工作不在这一行：Data Scientist, 2022-01 –"
    assert en[-1] == "This present post is outside the trade: Data Scientist, 2022-01 –"


@pytest.mark.parametrize(
    "title", ["总经理", "General Manager", "Restaurant General Manager", "Founder", "Senior Vice President"]
)
def test_a_title_of_every_trade(kb: KnowledgeBase, title: str) -> None:
    """What restaurants and banks have too is not proposed; the person is asked to choose where there is something."""
    found = proposals(kb, {"work": [{"position": title, "startDate": "2022-01"}]}, "2026-11")
    assert found.answers.get("current", ()) == ()
    if found.unclear:
        assert "current" not in found.answers
        assert told(kb, found)[-1].zh.startswith(f"光看“{title}, 2022-01 –”定不了")


def test_what_is_not_counted(kb: KnowledgeBase) -> None:
    """A post that ends before it begins, one whose dates say nothing, one without a title are told in their words."""
    zh, en = said(
        kb,
        {"position": "产品运营经理", "startDate": "2025.01", "endDate": "2024.02"},
        {"position": "文案", "startDate": "从前", "endDate": "2019-02"},
        {"startDate": "2015-01", "endDate": "2016-02"},
        {"line": "2014.01-2014.02 某店", "startDate": "2014.01", "endDate": "2014.02"},
    )
    assert zh[-4:-1] == [
        "结束比开始还早，年数没有算它：“产品运营经理, 2025.01 – 2024.02”",
        "起止时间没读懂，年数没有算它：“文案, 从前 – 2019-02”",
        "这一段没读出是什么职位：“2015-01 – 2016-02”、“2014.01-2014.02 某店”",
    ]
    assert en[-4] == 'It ends before it begins, and is not counted in the years: "产品运营经理, 2025.01 – 2024.02"'


def test_whom_one_helps(kb: KnowledgeBase) -> None:
    """A title that only tells whom somebody helps is none: neither held nor a post of another trade."""
    found = proposals(kb, {"work": [{"position": "协助运营总监", "startDate": "2022-01"}]}, "2026-11")
    assert (found.answers, found.outside, found.unclear) == ({}, (), {})
    assert found.untitled == ("2022-01 –",)


@pytest.mark.parametrize(
    ("done", "level"),
    [
        ("协助总监制定年度预算", 1),
        ("协助主管做预算", 1),
        ("配合总监完成预算编制", 1),
        ("支持运营总监做预算", 1),
        ("Assisted the marketing director with the annual budget", 1),
        ("Helped the head of operations with the budget", 1),
        ("制定年度预算，向总监汇报", 2),
        ("协助客户做预算", 2),
        ("assisted clients with their budget", 2),
        ("协助主管做预算；独立做预算", 2),
        ("Helped grow sales on a small budget", 2),
    ],
)
def test_what_was_done_to_help(kb: KnowledgeBase, done: str, level: int) -> None:
    """What somebody did to help another, who answers for it, is proposed at the lowest level."""
    found = proposals(kb, {"work": [{"position": "文案", "summary": done}]}, "2026-11")
    assert found.answers["skill.budget-resources"] == level


def test_no_present_post(kb: KnowledgeBase) -> None:
    """Who left, or whose post has no title, is told that nothing was read; of nothing at all that is said."""
    zh, _ = said(kb, {"position": "文案", "startDate": "2015", "endDate": "2017"})
    assert zh[-1] == "没读出现在在岗的职位，要你来说。"
    assert said(kb, {"startDate": "2020"})[0][0].startswith("简历读过了，没有哪一句")
    assert "years" not in proposals(kb, {"work": [{"position": "文案", "startDate": "2031-01"}]}, "2026-11").answers


@pytest.mark.parametrize(
    "title",
    ["Full-Time Buyer", "Buyer II", "Buyer (Part-time)", "采购专员-电商事业部", "采购专员（华东区）", "采购专员岗"],
)
def test_terms_around_a_title(kb: KnowledgeBase, title: str) -> None:
    """Terms of a contract, a grade, a region and a department are none of the title."""
    found = proposals(kb, {"work": [{"position": title, "startDate": "2022-01"}]}, "2026-11")
    assert found.answers["current"] == ("purchasing/specialist",)
