import pytest

from opscareer.knowledge import open_kb
from opscareer.match.leading import level_led
from opscareer.match.match import Matcher
from opscareer.match.reading import read


@pytest.mark.parametrize(
    ("text", "level"),
    [
        *[("带领3人团队", 3), ("带领五人小组", 3), ("3-5人团队", 3), ("带过3个人", 3), ("下属5人以上", 3)],
        *[("带领3~5名下属", 3), ("lead a team of 3", 3), ("manage 8+ direct reports", 3), ("带两三个实习生", 2)],
        *[("管理10人左右的团队", 4), ("10人以上的运营团队管理经验", 4), ("带十几人的团队", 4), ("二十人团队", 4)],
        *[("a team of about ten people", 4), ("lead a 12-person team", 4), ("带领3人团队,后扩到15人团队", 4)],
        *[("每天接待100人", 0), ("招3人", 0), ("有团队管理经验优先", 0), ("lead a team", 0), ("", 0)],
    ],
)
def test_people_led(text: str, level: int) -> None:
    """How many people one is to lead tells the level of leading: two or three, from three on, from ten on."""
    assert level_led([text]) == level


@pytest.mark.parametrize(
    ("asks", "level"),
    [
        ("带领3人团队，运营小红书账号", 3),
        ("带领团队，独立运营账号", 3),
        ("有团队管理经验优先", 3),
        ("Lead a team of 3", 3),
        ("统筹团队管理", 3),
        ("精通带人，主导团队搭建", 3),
        ("管理20人以上的团队", 4),
    ],
)
def test_leading_as_the_post_asks_it(asks: str, level: int) -> None:
    """An ad for a post asks no more leading than the post does, whatever its words for leading, unless by numbers."""
    ad = read(f"新媒体运营主管\n岗位职责：{asks}。\n任职要求：3年以上新媒体运营经验，会数据分析。")
    found = Matcher(open_kb(None).lexicon()).match(ad)
    assert found.positions[0][0] == "new-media-ops/manager"
    assert [one.level for one in found.asked if one.skill == "team-leadership"] == [level]
