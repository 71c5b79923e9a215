"""What stands around an ad on the page that it was copied from says nothing of it."""

import pytest

from opscareer.match.furniture import without_furniture
from opscareer.match.reading import read

AD = "用户运营专员\n岗位职责：维护社群，策划活动。\n任职要求：大专，两年以上经验。"


@pytest.mark.parametrize(
    "line",
    [
        "首页 公司 登录 注册",
        "收藏 | 分享 | 举报",
        "人数趋势 2024-01 2024-06 2025-01",
        "查看更多 https://jobs.example.com/view/9?from=list",
        "home > jobs > search",
        "save share report apply",
        "登录 注册",
        "登录 & 注册",
        "https://jobs.example.com/view/9",
    ],
)
def test_furniture(line: str) -> None:
    """A line of nothing but menus, buttons, dates and addresses is blank, and all else keeps its place."""
    assert without_furniture(line).strip() == ""
    found = read(f"{line}\n{AD}\n{line}")
    assert found.title.strip() == "用户运营专员"
    assert found.plain.text[len(line) + 1 :].startswith("用户运营专员")
    assert found.conditions == read(AD).conditions


@pytest.mark.parametrize(
    "line",
    ["举报", "任职要求", "处理用户举报和投诉", "公司 2015 年成立", "职位 用户运营", "share reports with the team"],
)
def test_words_that_count(line: str) -> None:
    """A heading alone and a sentence with the same words stay."""
    assert without_furniture(line) == line
