"""Several ads in one text are told apart; an ad that repeats itself is one."""

import pytest

from opscareer.match.several import ads_in

FIRST = "产品运营经理\n岗位职责：\n1、负责产品运营与用户调研\n任职要求：\n三年以上经验，本科"
SECOND = "内容运营专员\n岗位职责：\n1、负责文案撰写，选题策划\n任职要求：\n一年以上经验，大专"
OTHERWISE = "Content Operations Specialist\n\nResponsibilities:\nwrites\nRequirements:\none year"
BARE = "内容运营专员\n负责文案撰写，选题策划，一年以上经验，大专，会写公众号文章，会剪辑更好，能吃苦，细心耐心。"
BARE_OTHER = "产品运营经理\n负责产品运营，用户调研，三年以上经验，本科，会写需求文档，数据分析能力强，能带人，抗压。"


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n----------\n\n", "\n=====\n", "\n- - -\n", "\n\n\n\n"])
def test_one_below_another(between: str) -> None:
    """Where duties and requirements come twice there are two ads, each with its title, whatever divides them."""
    one, other = ads_in(f"{FIRST}{between}{SECOND}\n")
    assert one.startswith(FIRST)
    assert other == SECOND
    assert len(ads_in(between.join((FIRST, SECOND, FIRST)))) == 3


def test_below_a_dividing_line() -> None:
    """Without headings, a title below a dividing line begins another ad, if one stands above all."""
    assert ads_in(f"{BARE}\n---\n\n{BARE_OTHER}")[1] == BARE_OTHER
    for text in (f"{BARE}\n---\n负责投放", f"{BARE}\n---\n销售经理\n略", f"我们在找人\n{BARE}\n---\n{BARE_OTHER}"):
        assert ads_in(text) == (text,)


ENGLISH = "Product Manager\nOwns the roadmap and talks to users. Asks for 3 years of experience and a degree"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_with_nothing_between(between: str) -> None:
    """Without headings and dividing lines, titles on lines of their own begin ads where all ask years or a degree."""
    assert ads_in(f"{BARE}{between}{BARE_OTHER}")[1] == BARE_OTHER
    assert [one.partition("\n")[0] for one in ads_in(between.join((BARE, ENGLISH, BARE_OTHER)))] == [
        *("内容运营专员", "Product Manager", "产品运营经理")
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{BARE}\n晋升方向：\n运营主管\n负责带新人，三年以上经验，本科，会写需求文档，数据分析能力强，能带人，抗压，细心，有耐心。",
        f"{BARE}\n运营主管\n运营经理",
        f"{BARE}\n产品运营经理\n负责产品运营，用户调研，会写需求文档，数据分析能力强，能带人，抗压，细心，有耐心，能吃苦，会出差。",
        f"我们在找人\n{BARE}\n{BARE_OTHER}",
        f"{BARE}\n汇报对象：运营总监\n{BARE_OTHER.partition(chr(10))[2]}",
        f"{BARE}\n1. 产品运营经理\n{BARE_OTHER.partition(chr(10))[2]}",
        f"用户运营\n{BARE}",
    ],
)
def test_titles_within_an_ad(text: str) -> None:
    """Titles that are told beside others, in a list, below a colon, or with nothing asked under them begin no ad."""
    assert ads_in(text) == (text,)


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("内容运营专员（北京）", "内容运营专员（北京）"),
        ("部门：内容\n内容运营专员", "内容运营专员"),
        ("内容运营专员\n某公司\n北京", "内容运营专员\n某公司\n北京"),
        ("写手", "写手"),
        ("- 能出差", ""),
        ("薪资面议。", ""),
    ],
)
def test_where_the_next_one_begins(head: str, kept: str) -> None:
    """An ad begins with its title, else with the short lines above its first heading."""
    rest = SECOND.partition("\n")[2]
    assert ads_in(f"{FIRST}\n\n{head}\n{rest}")[1] == f"{kept}\n{rest}".strip()


def test_in_one_line() -> None:
    """Ads without line ends are told apart at their headings."""
    one, other = ads_in(f"{FIRST} {SECOND}".replace("\n", " "))
    assert "三年" in one
    assert other.startswith("岗位职责")
    assert ads_in("\n" * 3 + FIRST)[0].strip() == FIRST


@pytest.mark.parametrize(
    "text",
    [
        "",
        "招人",
        FIRST,
        f"{FIRST}\n{OTHERWISE}",
        f"{FIRST}\n工作内容：\n写稿",
        f"产品运营经理\n职位描述\n技能要求：\n{FIRST}",
        f"{FIRST}\n公司介绍：\n我们做内容\n---\n福利：\n双休",
        "产品运营\n岗位职责：\n写稿\n岗位职责：\n改稿",
    ],
)
def test_one_ad(text: str) -> None:
    """An ad told again in another language, a heading over nothing, one kind of heading make no second ad."""
    assert ads_in(text) == (text,)


def test_the_first_stands_where_it_stood() -> None:
    """What is told of the first ad tells where it stands in the file as it was given."""
    assert ads_in(f"\n\n{FIRST}\n\n{SECOND}")[0].startswith("\n\n产品")
