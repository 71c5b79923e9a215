"""Several posts in a list or a table are several ads, each with what it asks."""

import pytest

from opscareer.match.conditions import conditions_of
from opscareer.match.reading import read
from opscareer.match.several import ads_in

NUMBERED = """招聘岗位：
1、数据运营经理 1名
要求：硕士，5年以上经验，SQL，带领团队
2、社群运营专员 3名
职责：社群维护
要求：大专，1年以上经验，文案
（三）直播运营（2名，杭州）
要求：大专，2年以上经验，直播间搭建
"""
LABELLED = """岗位说明书
岗位\t数据运营经理
职责\t负责日常报表的制作
要求\t硕士，5年以上经验，SQL

岗位：社群运营专员
要求：大专，1年以上经验，文案
"""
TABLE = """2027 招聘岗位一览表
岗位\t人数\t岗位职责\t任职要求
数据运营经理\t1\t负责日常报表\t硕士，5年以上，SQL
社群运营专员\t\t负责社群维护\t大专，1年以上，文案
"""
MARKED = """Open positions
| Position | Requirements |
|---|---|
| User Operations Manager | Bachelor's degree, 5+ years |
| Copywriter | 1+ years of experience |
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            NUMBERED,
            [
                ("数据运营经理 1名", 5, "master"),
                ("社群运营专员 3名", 1, "college"),
                ("直播运营(2名,杭州)", 2, "college"),
            ],
        ),
        (LABELLED, [("数据运营经理", 5, "master"), ("社群运营专员", 1, "college")]),
        (TABLE, [("数据运营经理", 5, "master"), ("社群运营专员", 1, "college")]),
        (MARKED, [("user operations manager", 5, "bachelor"), ("copywriter", 1, None)]),
    ],
)
def test_posts_of_a_list(text: str, told: list[tuple[str, int, str | None]]) -> None:
    """Each post of a list or a table is an ad: its title, and the years and the degree that it alone asks."""
    ads = [read(one) for one in ads_in(text)]
    conditions = [conditions_of(ad.clauses) for ad in ads]
    assert [(ad.title.strip(), *asked) for ad, asked in zip(ads, conditions, strict=True)] == told


@pytest.mark.parametrize(
    "text",
    [
        "数据运营经理\n任职要求：\n1、本科以上学历，3年市场\n2、3年以上市场推广\n3、大专，做过销售\n",
        "数据运营经理\n工作内容：\n1、数据运营\n做报表\n2、活动策划\n做活动，3年以上\n",
        "岗位：数据运营经理\n本科\n岗位：数据运营经理\n3年\n",
        "1、数据运营经理，本科\n2、社群运营专员，大专\n",
        "岗位\t任职要求\n数据运营经理\t本科，3年\n",
        "岗位\t城市\n数据运营经理\t杭州\n社群运营专员\t上海\n",
        "数据运营经理\n岗位\t职责\n",
    ],
)
def test_one_ad_with_lists(text: str) -> None:
    """An ad whose demands or duties are a list, or whose table has one row, is one ad."""
    assert ads_in(text) == (text,)
