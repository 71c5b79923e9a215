"""Times in a résumé that are broken over lines or written in some unusual way, and posts lost for it."""

import pytest

from opscareer.interview.resume import Proposed, proposals, told, written
from opscareer.model.kb import KnowledgeBase

BROKEN = [
    "用户运营主管\n某科技有限公司\n2021年7月－\n至今\n内容运营专员\n某网络有限公司\n2018年7月－\n2021年6月",
    "2021.07\n-\n至今\n某科技\n用户运营主管\n负责会员\n2018.07\n-\n2021.06\n某网络\n内容运营专员",
    "2021.07\n至今\n某科技\n用户运营主管\n2018.07\n- 2021.06\n某网络\n内容运营专员",
    "2021.07 —\t至今\t某科技\t用户运营主管\n2018.07\t—\t2021.06\t某网络\t内容运营专员",
    "2021年7月至\n\n今 某科技 用户运营主管\n2018年7月至\n2021年6月 某网络 内容运营专员",
]


def read(kb: KnowledgeBase, text: str) -> Proposed:
    """Return what a text without its heading leads to propose in November 2026."""
    heading = "Experience" if text.isascii() else "工作经历"
    return proposals(kb, written(f"{heading}\n{text}\n"), "2026-11")


@pytest.mark.parametrize("text", BROKEN)
def test_a_time_over_two_lines(kb: KnowledgeBase, text: str) -> None:
    """A time that is broken over lines or cells is read whole: a post that ended is none of the present ones."""
    found = read(kb, text).answers
    assert (found["current"], found["years"], found["years_total"]) == (("user-ops/manager",), 5.5, 8.0)


@pytest.mark.parametrize(
    "text",
    [
        "2021.07    至今    某科技    用户运营主管\n2018.07            2021.06    某网络    内容运营专员",
        "2021.07\t至今\t某科技\t用户运营主管\n2018.07\t2021.06\t某网络\t内容运营专员",
        "| 开始 | 结束 | 公司 | 职位 |\n|---|---|---|---|\n| 2021年7月 | 至今 | 某科技 | 用户运营主管 |\n"
        "| 2018年7月 | 2021年6月 | 某网络 | 内容运营专员 |",
        "某科技 | 用户运营主管 | 2021.07 | 至今\n某网络 | 内容运营专员 | 2018.07 | 2021.06",
        "Jul 2021 | Present | User Operations Manager\nJul 2018 | Jun 2021 | Content Operations Specialist",
    ],
)
def test_a_time_in_two_columns(kb: KnowledgeBase, text: str) -> None:
    """A beginning and an end that stand in two columns, with no dash between, are the time of a post."""
    found = read(kb, text).answers
    assert (found["current"], found["years"], found["years_total"]) == (("user-ops/manager",), 5.5, 8.0)


@pytest.mark.parametrize(
    "line",
    [
        "2021.03 | 2024.03 | 2025.03 | 用户运营主管",  # dates of something else
        "GMV | 2018 | 2021 | 用户运营主管",  # bare years that open no row
        "2021.03 | 2018.07 | 用户运营主管",
        "版本2021.03 | 2021.07 | 用户运营主管",
    ],
)
def test_dates_in_columns_that_are_no_time(kb: KnowledgeBase, line: str) -> None:
    """Dates beside each other are no time of a post where a third follows, or the second lies before the first."""
    assert "years_total" not in read(kb, line).answers


def test_a_time_beside_another_date(kb: KnowledgeBase) -> None:
    """A date in the column before or behind a whole stretch is no part of it."""
    for line in ("2018.07-2021.06 | 2022.03 | 内容运营专员", "2018.01 | 2018.07-2021.06 | 内容运营专员"):
        assert read(kb, line).answers["years_total"] == 3.0
    assert read(kb, "2018 | 2021 | 某网络 | 内容运营专员").answers["years_total"] == 3.0


def test_a_line_that_is_no_end(kb: KnowledgeBase) -> None:
    """The time of the next post, an earlier date and a year that begins an entry of a list end nothing."""
    found = read(kb, "某科技 用户运营主管 2021.07 -\n2018.07-2021.06 某网络 运营专员")
    assert found.answers["current"] == ("user-ops/manager",)
    assert read(kb, "用户运营主管 2021.07 -\n2018.07").answers["current"] == ("user-ops/manager",)
    assert read(kb, "Content Editor, Acme, since 2018\n- 2019 budget").answers["years"] == 9.0


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("某科技 用户运营主管 2018-07-01 00:00:00 ~ 2021-06-30 00:00:00", 3.0),
        ("2018/7/1 0:00 - 2021/6/30 0:00 某科技 用户运营主管", 3.0),
        ("'21.07-'23.07 某网络 用户运营主管", 2.0),
        ("某科技 用户运营主管 二〇一八年七月至二零二一年十二月", 3.5),
        ("某科技 用户运营主管 二〇一八年十月—二○二〇年十月", 2.0),
        ("User Operations Manager, Jul '18 – Jul '21", 3.0),
        ("User Operations Manager, Jul ’98 – Jul ’01", 3.0),
    ],
)
def test_unusual_dates(kb: KnowledgeBase, line: str, years: float) -> None:
    """Dates as spreadsheets write them, with two figures of a year, and in Chinese figures are understood."""
    assert read(kb, line).answers["years_total"] == years


@pytest.mark.parametrize("time", ["Jul '21 – Present", "二〇二一年七月至今", "'21.07-至今"])
def test_an_unusual_beginning(kb: KnowledgeBase, time: str) -> None:
    """Who began at a date that is written so is there now."""
    found = read(kb, f"用户运营主管 {time}").answers
    assert (found["current"], found["years"]) == (("user-ops/manager",), 5.5)


def test_a_form_with_dates_in_words(kb: KnowledgeBase) -> None:
    """A form may hold such dates too."""
    job = {"position": "文案", "startDate": "二〇二一年七月", "endDate": "2023-07-01 00:00:00"}
    assert proposals(kb, {"work": [job]}, "2026-11").answers["years_total"] == 2.0


def test_posts_without_a_heading(kb: KnowledgeBase) -> None:
    """Where posts stand under no heading, those whose title or dates are not understood are told all the same."""
    posts = "2021.4—至今 某公司 内容运营\n2018.7—2021.3 某报社 某某\n2017.13-2018.6 某司 运营专员\n2014-2017 某大学"
    lines = [line.zh for line in told(kb, proposals(kb, written(posts), "2026-11"))]
    assert "这一段没读出是什么职位：“2018.7—2021.3 某报社 某某”" in lines
    assert any(line.startswith("起止时间没读懂") and "运营专员" in line for line in lines)
    outside = read(kb, "2019.7—至今 自由职业：小红书博主")
    assert outside.outside == ("自由职业:小红书博主, 2019.7 –",)


@pytest.mark.parametrize(
    "time",
    [
        *(
            "2021.07-至今（已离职）",
            "2021.07至今 (离职)",
            "2021.07-现已离职",
            "2021.07-至今，已离职",
            "2021.07 | 至今（已离职） |",
        ),
        "Jul 2021 - Present (left)",
    ],
)
def test_who_has_left(kb: KnowledgeBase, time: str) -> None:
    """A post that lasts to this day and is said to be left is over; when it ended nobody knows, and that is told."""
    for line in (f"{time} 某科技 用户运营主管", f"用户运营主管\n{time}"):
        found = read(kb, line)
        assert not {"current", "years", "years_total"} & found.answers.keys()
        assert found.undated
    job = {"position": "用户运营主管", "startDate": "2021-07", "endDate": "至今（已离职）"}
    assert "current" not in proposals(kb, {"work": [job]}, "2026-11").answers


@pytest.mark.parametrize("line", ["2021.07-至今 用户运营主管（已离职）", "用户运营主管 2021.07-至今 某科技（离职）"])
def test_who_has_left_by_the_words_behind(kb: KnowledgeBase, line: str) -> None:
    """That a post is left may stand in brackets farther on in its line."""
    assert "current" not in read(kb, line).answers


@pytest.mark.parametrize("aside", ["（待离职）", "（未离职）", "（即将离职）", "（离职中）", "", "，尚未离职"])
def test_who_has_not_left(kb: KnowledgeBase, aside: str) -> None:
    """Who is about to leave, or has not left, holds the post still."""
    assert read(kb, f"2021.07-至今{aside} 用户运营主管").answers["current"] == ("user-ops/manager",)
    job = {"position": "用户运营主管", "startDate": "2021-07", "endDate": f"至今{aside}"}
    assert proposals(kb, {"work": [job]}, "2026-11").answers["current"] == ("user-ops/manager",)


def test_a_beginning_of_a_hundred_years_ago(kb: KnowledgeBase) -> None:
    """A post that would have begun longer ago than anybody works has no beginning that is understood."""
    found = read(kb, "1921.03-2023.03 某科技 用户运营主管")
    assert "years_total" not in found.answers
    assert found.undated == ("用户运营主管, 1921.03 – 2023.03",)
    assert read(kb, "1966.12-2023.12 某科技 用户运营主管").answers["years_total"] == 57.0
    now = read(kb, "1921.03-至今 某科技 用户运营主管")
    assert (now.answers["current"], "years" in now.answers) == (("user-ops/manager",), False)
    assert now.undated
