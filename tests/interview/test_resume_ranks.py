"""Words of rank in a résumé that stand apart from what they are the rank of, and several posts in one title."""

import pytest

from opscareer.interview.resume import Proposed, proposals, told, written
from opscareer.model.kb import KnowledgeBase


def read(kb: KnowledgeBase, text: str) -> Proposed:
    """Return what a text without its heading leads to propose in November 2026."""
    heading = "Experience" if text.isascii() else "工作经历"
    return proposals(kb, written(f"{heading}\n{text}\n"), "2026-11")


@pytest.mark.parametrize(
    ("line", "position"),
    [
        ("2021.7-至今  某科技  用户运营（总监）", "operations/director"),
        ("2021.7-至今  某科技  用户运营（主管）", "user-ops/manager"),
        ("2021.7-至今  某科技  内容运营(组长)", "content-ops/manager"),
        ("2021.7-至今  某科技  用户运营(高级)", "user-ops/senior"),
        ("2021.7-至今  某科技  用户运营 主管", "user-ops/manager"),
        ("2021 - Present | Acme Inc | User Operations (Manager)", "user-ops/manager"),
    ],
)
def test_a_rank_behind_its_title(kb: KnowledgeBase, line: str, position: str) -> None:
    """A rank in brackets or in a cell behind its title is that of the post, as it is in a form and a table."""
    assert read(kb, line).answers["current"] == (position,)


@pytest.mark.parametrize(
    "text",
    [
        "2021.07-至今 某科技有限公司 用户运营部 主管",
        "2021.07-至今 某科技有限公司 主管 用户运营部",
        "公司          部门        职位    起止时间\n某科技公司    用户运营部  主管    2021.07-至今",
        "| 某科技公司 | 用户运营中心 | 主管 | 2021.07-至今 |",
        "部门：用户运营\n职位：主管\n时间：2021.07-至今",
        "User Operations Department | Manager | 2021 - Present",
        "Department: User Operations\nTitle: Manager\nDates: 2021 - Present",
    ],
)
def test_a_rank_beside_its_department(kb: KnowledgeBase, text: str) -> None:
    """A bare rank is that of the department which stands beside it, above or below."""
    assert read(kb, text).answers["current"] == ("user-ops/manager",)


@pytest.mark.parametrize("line", ["2021.07-至今 某科技有限公司 主管", "2021 - Present | Acme Inc | Manager"])
def test_a_rank_alone(kb: KnowledgeBase, line: str) -> None:
    """A rank without anything beside it tells nothing of the trade: the post is neither outside nor proposed."""
    found = read(kb, line)
    assert "current" not in found.answers
    assert found.outside == ()
    last = told(kb, found)[-1]
    assert last.zh.startswith("光看“")
    assert last.en.endswith("alone tells neither the trade nor the position: you say which one it is")


@pytest.mark.parametrize("title", ["运营经理（兼电商总监）", "运营经理兼电商总监", "运营经理 兼任 电商总监"])
def test_two_posts_in_one_title(kb: KnowledgeBase, title: str) -> None:
    """Who holds a second post beside the first is proposed both, as in a table."""
    assert read(kb, f"2021.07-至今 某科技 {title}").answers["current"] == ("operations/manager", "commerce/director")


@pytest.mark.parametrize("title", ["销售经理转运营经理", "销售经理→运营经理"])
def test_a_move_in_one_title(kb: KnowledgeBase, title: str) -> None:
    """Of a title that tells a move the person chooses the present post; once it is over its years count."""
    found = read(kb, f"2021.07-至今 某科技 {title}")
    assert "current" not in found.answers
    assert [*found.unclear.values()] == [("sales/manager", "operations/manager")]
    assert read(kb, f"2020.07-2021.07 某科技 {title}").answers["years_total"] == 1.0
