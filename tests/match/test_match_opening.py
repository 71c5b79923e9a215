"""What opens an ad, or follows it, says nothing of what it asks."""

import pytest

from opscareer.match.match import Matcher
from opscareer.match.opening import opened
from opscareer.match.reading import read
from opscareer.model.ad import Match
from opscareer.model.lexicon import Lexicon

DUTY = "负责公众号选题与内容策划、写作\n"


@pytest.fixture(scope="module")
def matcher(lexicon: Lexicon) -> Matcher:
    """The matcher of the built-in knowledge base."""
    return Matcher(lexicon)


def asked(match: Match) -> dict[str, int]:
    """Return the levels that an ad asks, by skill."""
    return {skill.skill: skill.level for skill in match.asked}


@pytest.mark.parametrize(
    "before",
    [
        "招聘岗位：新媒体运营专员",
        "招聘人数：3人\n职位：新媒体运营专员",
        "【招聘】新媒体运营专员",
        "急聘新媒体运营专员",
        "标题：招聘新媒体运营专员",
        "2027届校园招聘\n新媒体运营专员",
        "新媒体运营专员招聘-某某直聘",
        "关于我们\n我们是一家科技公司。\n岗位：新媒体运营专员",
        "公司介绍\n我们是一家科技公司。\n\n新媒体运营专员（杭州）",
        "# 关于我们\n我们是一家科技公司。\n# 我们在招\n## 新媒体运营专员",
        "某科技 · 招聘经理\n新媒体运营专员",
    ],
)
def test_what_announces_an_ad(matcher: Matcher, before: str) -> None:
    """An ad is the same with words that announce it, a label before its title, or the company first."""
    bare, told = (matcher.match(read(f"{title}\n{DUTY}")) for title in ("新媒体运营专员", before))
    assert told.positions[0][0] == bare.positions[0][0] == "new-media-ops/specialist"
    assert asked(told) == asked(bare)
    assert not told.foreign


@pytest.mark.parametrize(
    "before",
    [
        "Hiring: Social Media Specialist",
        "About us\nWe are a startup.\n\nSocial Media Specialist",
        "We're hiring a Social Media Specialist",
    ],
)
def test_what_announces_an_ad_in_english(matcher: Matcher, before: str) -> None:
    """The same in English: hiring is no skill that is asked."""
    told = matcher.match(read(f"{before}\nManage Instagram content.\n"))
    assert told.positions[0][0] == "new-media-ops/specialist"
    assert "people-development" not in asked(told)


@pytest.mark.parametrize("title", ["招聘主管", "招聘专员", "招聘经理"])
def test_who_hires_is_no_announcement(title: str) -> None:
    """A title of whoever hires keeps its word."""
    assert opened(f"{title}\n负责面试\n").startswith(title)


def test_hiring_as_a_duty(matcher: Matcher) -> None:
    """Hiring that one does counts, wherever it stands after the title."""
    assert "people-development" in asked(matcher.match(read("用户运营主管\n负责团队招聘、面试与培养\n")))


@pytest.mark.parametrize("heading", ["相似职位", "推荐职位：", "Similar jobs"])
def test_other_ads_after_it(matcher: Matcher, heading: str) -> None:
    """What a page shows of other ads after this one is not of this one."""
    ad = f"新媒体运营专员\n{DUTY}负责社群日常维护，每周复盘数据，和设计一起出图，跟进活动上线\n1年以上经验\n"
    alone, with_others = (matcher.match(read(text)) for text in (ad, f"{ad}\n{heading}\n数据分析师 5-10年 硕士\n"))
    assert with_others == alone


@pytest.mark.parametrize(
    "title", ["运营总监", "活动运营主管", "用户运营专员", "渠道商务经理", "User Operations Manager"]
)
@pytest.mark.parametrize(
    "before",
    [
        "上海星河网络科技有限公司",
        "杭州云栖运营中心",
        "星河科技 | 上海",
        "Boss直聘",
        "职位详情",
        "内推",
        "大家好",
        "我们公司是做教育的。",
        "岗位说明书",
        "Acme Corp",
        "Careers",
        "About the job",
        "Shanghai, China",
        "Shopee\nFull-time",
    ],
)
def test_a_first_line_that_is_no_post(matcher: Matcher, before: str, title: str) -> None:
    """A firm, a greeting, a button or a place on the first line is no title where a post stands below it."""
    duties = "岗位职责：\n1、负责活动策划、文案、社群；\n任职要求：\n1、本科，3年以上经验。\n"
    bare, told = (matcher.match(read(f"{text}\n{duties}")) for text in (title, f"{before}\n{title}"))
    assert told == bare._replace(asked=told.asked, role=told.role, rung=told.rung)
    assert asked(told) == asked(bare)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("岗位说明书\n岗位名称\t数据运营经理\t所属部门\t运营部\n直接上级\t运营总监\n", "数据运营经理 所属部门 运营部"),
        ("星河有限公司\n招聘岗位：社群小能手\n岗位职责：做社群\n", "社群小能手"),
        ("星河有限公司\n李女士 招聘者\n用户运营 2名\n", "用户运营 2名"),
        ("Acme Inc\nReports to the Marketing Director\nHead of Growth\n", "head of growth"),
        ("用户运营（上海）\n汇报给运营总监\n", "用户运营(上海)"),
        ("客服督导\n运营经理\n", "客服督导"),
        ("Growth Specialist, Acme Partners\nMarketing Manager\n", "growth specialist, acme partners"),
        ("岗位职责\n1、协助运营总监\n运营经理\n", ""),
        ("策划并执行活动，沉淀方法。\n运营经理\n", ""),
        ("星河有限公司\n负责小红书运营\n1、协助运营总监\n要求：会写\n", "星河有限公司"),
        ("星河有限公司\n任职要求：\n运营经理\n", "星河有限公司"),
    ],
)
def test_which_line_is_the_title(text: str, title: str) -> None:
    """What is called a title is one, else the first line of the head that names a post, and no duty or superior."""
    assert read(text).title.replace("\t", " ").strip() == title
