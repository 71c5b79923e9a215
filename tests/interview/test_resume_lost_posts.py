"""Posts of a résumé in text whose time is written in some way that was not known, or in a list: none vanishes."""

import pytest

from opscareer.interview.resume import Proposed, proposals, told, written
from opscareer.model.kb import KnowledgeBase


def read(kb: KnowledgeBase, text: str) -> Proposed:
    """Return what a text under its heading leads to propose in November 2026."""
    return proposals(kb, written(f"工作经历\n{text}\n"), "2026-11")


@pytest.mark.parametrize(
    ("time", "years"),
    [
        ("2020 年 3 月 1 日 — 2023 年 3 月 31 日", 3.0),
        ("2020年3月入职，2022年3月离职", 2.0),
        ("2020年春-2022年冬", 3.0),
        ("2020年秋季至2021年夏", 1.0),
        ("2020年初-2022年底", 3.0),
        ("2020年上半年-2022年下半年", 2.5),
        ("2020年第三季度-2021年第三季度", 1.0),
        ("Q1 2020 – Q3 2022", 2.5),
        ("2020 Q1 - 2022 Q3", 2.5),
        ("Summer 2019 – Spring 2021", 2.0),
        ("Fall 2019 – Winter 2022", 2.5),
        ("Autumn 2019 – Summer of 2022", 3.0),
    ],
)
def test_a_time_that_ended(kb: KnowledgeBase, time: str, years: float) -> None:
    """Days with blanks before 日, seasons, halves and quarters of a year, and when one came and left, are a time."""
    for text in (f"{time} 腾讯 用户运营专员", f"{time}\n腾讯\n用户运营专员", f"腾讯 | 用户运营专员 | {time}"):
        found = read(kb, f"{text}\n- 负责社群").answers
        assert (found.get("current"), found["years_total"]) == (None, years)


@pytest.mark.parametrize(
    "time",
    [
        *(
            "2020.05-",
            "2020.05—",
            "2020年5月-（至今）",
            "2020年5月至現在",
            "2020年5月到如今",
            "2020年5月入职",
            "2020/05～[在職]",
        ),
        *("2020年5月加入", "2020年5月至今（尚未離職）"),
    ],
)
def test_a_time_that_lasts(kb: KnowledgeBase, time: str) -> None:
    """A dash with nothing behind it but a blank, 至今 in brackets or in traditional letters, and 入职 tell no end."""
    for text in (f"{time} 腾讯 用户运营经理", f"{time}\n腾讯\n用户运营经理"):
        found = read(kb, f"{text}\n- 负责社群").answers
        assert (found["current"], found["years"]) == (("user-ops/manager",), 6.5)


def test_a_title_that_begins_as_a_part_of_a_year(kb: KnowledgeBase) -> None:
    """The word 初级 behind a year is a rank, and no beginning of that year."""
    assert read(kb, "2020年-2022年初级用户运营专员").answers["years_total"] == 2.0


def test_two_times_over_two_lines_each(kb: KnowledgeBase) -> None:
    """A beginning and an end on a line each are one time, however many posts have them, not where a third follows."""
    posts = "2022.03\n至今\n拼多多\n短视频运营\n2019.06\n2022.02\n快手\n内容审核"
    assert read(kb, posts).answers["years_total"] == 7.5
    assert "years_total" not in read(kb, "2019.06\n2022.02\n2023.02\n快手\n内容审核").answers
    assert "years_total" not in read(kb, "2022.06\n2019.02\n快手\n内容审核").answers


PROMOTIONS = (
    "- 2023.01 – 至今 用户运营经理\n- 负责社群\n- 用户运营主管 2021.01 – 2022.12\n- 2019.07 – 2020.12 用户运营专员"
)


def test_promotions_listed_under_a_company(kb: KnowledgeBase) -> None:
    """Under a company with a time and no post, the posts that a list tells with their times are those held."""
    found = read(kb, f"### 某电商公司（2019.07 – 至今）\n{PROMOTIONS}\n### 某店（2017.07 – 2019.06）\n- 客服专员")
    assert (found.answers["current"], found.answers["years_total"]) == (("user-ops/manager",), 7.0)
    assert found.untitled == ("某店(2017.07 – 2019.06)",)


def test_a_list_of_tasks_under_a_post(kb: KnowledgeBase) -> None:
    """What was done at a post, with its time, is no post: neither under a title nor where it tells what it was."""
    task = "- 2021.03-2021.06 负责618活动策划"
    held = read(kb, f"某公司 用户运营经理 2019.07 – 至今\n- 2021.03-2021.06 活动策划\n{task}")
    assert held.answers["years_total"] == 7.5
    nowhere = read(kb, f"某公司 2019.07 – 至今\n{task}")
    assert (nowhere.answers.get("years_total"), nowhere.untitled) == (None, ("某公司 2019.07 – 至今",))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2020.03->2022.04 腾讯 用户运营经理",
            "2020.03..2022.04\n腾讯\n用户运营经理",
            "2020.03 | 腾讯 | 用户运营经理",
        ),
        *("腾讯 | 用户运营经理 | 2020.03", "2020.03 - 腾讯 用户运营经理", "2020.03（半年）\n腾讯\n用户运营经理"),
    ],
)
def test_dates_that_tell_no_time(kb: KnowledgeBase, text: str) -> None:
    """A post beside dates that tell no stretch of time is told in the words of its line, and its work is read."""
    found = read(kb, f"{text}\n- 负责社群\n2017.07-2018.06 某店 客服专员")
    line = text.split("\n")[0].replace("（", "(").replace("）", ")")
    assert f"起止时间没读懂，年数没有算它：“{line}”" in [one.zh for one in told(kb, found)]
    assert (found.answers["years_total"], "skill.community" in found.answers) == (1.0, True)


def test_dates_beside_no_title(kb: KnowledgeBase) -> None:
    """Two dates alone on a line beside which no title stands are told as a post without one."""
    assert read(kb, "2020.03->2022.04\n- 负责社群").untitled == ("2020.03->2022.04",)


@pytest.mark.parametrize(
    "line",
    ["2021年负责公司双十一活动策划", "2021年获评优秀员工。", "- 2021.05 用户运营", "2021.05", "获评 2021 年度优秀团队"],
)
def test_dates_of_something_else(kb: KnowledgeBase, line: str) -> None:
    """A date in a sentence, in an entry of a list, or alone tells of no further post."""
    found = read(kb, f"2020.03-2022.04 腾讯 用户运营经理\n{line}\n负责社群")
    assert (found.undated, found.untitled) == ((), ())
