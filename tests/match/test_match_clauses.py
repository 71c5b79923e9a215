import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opscareer.match.clauses import Clause, clauses, parts_of
from opscareer.match.plain import plain

HEADINGS = ("岗位职责", "任职要求", "要求", "福利", "公司介绍", "加分项", "requirements", "benefits")
MARKS = (*":【】[]。;!?.,(、*#\n ", "1、", "2.", "3)", "一、")
WORDS = ("写文案", "sql", "3-5年", "10", "不限", "优先")
made = st.lists(st.sampled_from([*HEADINGS, *MARKS, *WORDS]), max_size=30).map("".join)


def told(ad: str) -> list[Clause]:
    """Return the clauses of an ad."""
    return list(clauses(plain(ad).text))


def clause(ad: str, word: str) -> Clause:
    """Return the clause of an ad that says a word."""
    found = [one for one in told(ad) if word in one.text]
    assert len(found) == 1
    return found[0]


def sections(ad: str, *words: str) -> list[str]:
    """Return in which sections of an ad words stand."""
    return [clause(ad, word).section for word in words]


def denied(ad: str, word: str) -> bool:
    """Return whether an ad says that it does not need something."""
    start = plain(ad).text.index(word)
    return clause(ad, word).denies(start, start + len(word))


@pytest.mark.parametrize(
    "ad",
    [
        "岗位职责\n写稿\n任职要求\n细心\n福利待遇\n午餐",
        "岗位职责：写稿\n任职要求：细心\n福利：午餐",
        "岗位职责:\r\n写稿\r\n任职资格 :\r\n细心\r\n薪资福利:\r\n午餐",
        "【岗位职责】\n写稿\n【岗位要求】\n细心\n【公司福利】\n午餐",
        "【岗位职责】写稿【任职要求】细心【福利】午餐",
        "【工作内容】：写稿;【任职条件】：细心;【公司介绍】：午餐",
        "[职位描述]\n写稿\n[职位要求]\n细心\n[公司简介]\n午餐",
        "岗位职责：写稿。任职要求：细心。福利待遇：午餐。",
        "岗位职责：写稿！任职要求：细心；公司福利：午餐",
        "岗位职责：1、写稿 任职要求：1、细心 公司福利：午餐",
        "一、岗位职责\n1、写稿；\n二、任职要求\n1、细心；\n三、福利待遇\n1、午餐",
        "■ 工作职责\n写稿\n■ 招聘条件\n细心\n■ 关于我们\n午餐",
        "你将负责：\n写稿\n我们希望你：\n细心\n我们提供：\n午餐",
        "写稿\n要求：\n细心\n工作地点：午餐",
        "**岗位职责**\n写稿\n## 任职要求\n细心\n**团队介绍**\n午餐",
        "[岗位职责]写稿[任职要求]细心[福利]午餐",
    ],
)
def test_headings(ad: str) -> None:
    """A heading stands alone on a line, before a colon or in brackets, also within a line; what follows is its own."""
    assert sections(ad, "写稿", "细心", "午餐") == ["duty", "demand", "other"]


@pytest.mark.parametrize(
    "ad",
    [
        "Responsibilities:\n- write\nRequirements:\n- care\nBenefits:\n- lunch",
        "What you'll do\nwrite\nWhat we're looking for\ncare\nWhat we offer\nlunch",
        "What you\u2019ll do:\nwrite\nWhat we\u2019re looking for:\ncare\nAbout us:\nlunch",
        "Key responsibilities\nwrite\n\nMinimum qualifications\ncare\n\nAbout the company\nlunch",
        "JOB RESPONSIBILITIES\nwrite\nJOB REQUIREMENTS\ncare\nBENEFITS\nlunch",
        "Duties: write. Qualifications: care. Benefits: lunch.",
        "1. Duties\nwrite\n2. Must have\ncare\n3. Benefits\nlunch",
    ],
)
def test_english_headings(ad: str) -> None:
    """English headings tell the same sections, in any case and with either apostrophe."""
    assert sections(ad, "write", "care", "lunch") == ["duty", "demand", "other"]


@pytest.mark.parametrize(
    "ad",
    [
        "工作内容丰富，岗位要求写稿",
        "根据客户的要求写稿",
        "满足客户要求：写稿",
        "按公司福利政策写稿",
        "meets the requirements of those who write 写稿",
    ],
)
def test_no_headings(ad: str) -> None:
    """The words of a heading within a sentence are none; what stands before any heading counts as duties."""
    assert sections(ad, "写稿") == ["duty"]


def test_a_section_goes_on_to_the_next_heading() -> None:
    """Every line of a section is of its kind, and a kind may come again."""
    ad = "公司介绍：卖茶\n岗位职责：\n写稿\n拍照\n任职要求：\n细心\n福利：午餐\n岗位职责：\n看数"
    found = sections(ad, "卖茶", "写稿", "拍照", "细心", "午餐", "看数")
    assert found == ["other", "duty", "duty", "demand", "other", "duty"]


@pytest.mark.parametrize(
    ("ad", "parts"),
    [
        ("写稿。拍照；看数！剪辑？", ["写稿", "拍照", "看数", "剪辑"]),
        ("写稿\n拍照\r\n看数", ["写稿", "拍照", "看数"]),
        ("1、写稿2、拍照3、看数", ["1、写稿", "2、拍照", "3、看数"]),
        ("1.写稿 2.拍照", ["1.写稿", "2.拍照"]),
        ("Write. Film. Count", ["write", "film", "count"]),
        ("增长1.5倍，3-5年", ["增长1.5倍,3-5年"]),
    ],
)
def test_clauses_end(ad: str, parts: list[str]) -> None:
    """A clause ends with its sentence, its line, or before the next number of a list; a comma does not end it."""
    found = [one.text.strip("。;!?. \n") for one in told(ad)]
    assert [text for text in found if text] == parts


@pytest.mark.parametrize("wish", ["有店铺经验者优先", "会剪辑加分", "懂剪辑更佳", "最好会剪辑", "会剪辑者佳"])
def test_wishes(wish: str) -> None:
    """What would be good to have is a wish; what stands in other clauses is none."""
    ad = f"任职要求：\n细心；\n{wish}；\n踏实"
    assert [clause(ad, word).wish for word in ("细心", wish, "踏实")] == [False, True, False]


@pytest.mark.parametrize(
    "wish", ["SQL preferred", "SQL is a plus", "SQL would be a bonus", "Ideally you know SQL", "SQL is desirable"]
)
def test_english_wishes(wish: str) -> None:
    """English wishes are told by their words."""
    ad = f"Requirements:\nCare\n{wish}\nPatience"
    assert [clause(ad, word).wish for word in ("care", "sql", "patience")] == [False, True, False]


@pytest.mark.parametrize(
    "heading", ["加分项：", "优先条件：", "【加分项】", "Nice to have:", "Preferred qualifications:"]
)
def test_headings_of_wishes(heading: str) -> None:
    """All that stands under a heading of wishes is asked, and a wish; the next heading ends it."""
    ad = f"任职要求：\n细心\n{heading}\n剪辑\n拍照\n任职要求：\n踏实"
    found = [(one.section, one.wish) for one in (clause(ad, word) for word in ("细心", "剪辑", "拍照", "踏实"))]
    assert found == [("demand", False), ("demand", True), ("demand", True), ("demand", False)]


@pytest.mark.parametrize("duty", ["管理需求优先级", "做最好的内容", "优先处理投诉"])
def test_no_wishes(duty: str) -> None:
    """Words that only look like a wish make none."""
    assert not clause(duty, duty).wish


@pytest.mark.parametrize(
    ("ad", "word"),
    [
        ("不需要会剪辑", "剪辑"),
        ("无需剪辑经验", "剪辑"),
        ("无须懂剪辑", "剪辑"),
        ("不要求剪辑", "剪辑"),
        ("细心，不必会剪辑", "剪辑"),
        ("专业不限", "专业"),
        ("不限专业", "专业"),
        ("剪辑经验不限", "剪辑"),
        ("剪辑不作要求", "剪辑"),
        ("Excel not required", "excel"),
        ("Excel isn't required", "excel"),
        ("Excel is optional", "excel"),
        ("No Excel required", "excel"),
        ("No prior Excel experience needed", "excel"),
        ("No knowledge of Excel is needed", "excel"),
        ("No Word or Excel", "excel"),
        ("You don't need Excel", "excel"),
        ("You don’t need to know Excel", "excel"),
        ("You will not do any Excel", "excel"),
        ("You won't be responsible for the weekly Excel", "excel"),
        ("This role does not involve Excel", "excel"),
        ("You need not be an expert in Excel", "excel"),
        ("不做直播", "直播"),
        ("不涉及直播销售", "直播"),
        ("不负责直播", "直播"),
        ("岗位不招做过直播的", "直播"),
        ("拒绝微商、直播带货从业者", "直播"),
        ("拒绝直播", "直播"),
        ("直播主播勿扰", "直播"),
        ("没有直播经验也可", "直播"),
        ("不带团队", "带团队"),
        ("Excel is not required", "excel"),
        ("Excel skills are not required", "excel"),
        ("Excel not necessary", "excel"),
        ("No need for Excel", "excel"),
        ("no experience with Excel needed", "excel"),
        ("不限 专业", "专业"),
        ("1、每周写三篇稿子；2、剪辑经验不限", "剪辑"),
        ("1、每周写三篇稿子，看一次数；2、不要求有任何做过或者学过剪辑", "剪辑"),
        ("1、每周写三篇稿子；2、不要求剪辑，会拍照", "剪辑"),
    ],
)
def test_denies(ad: str, word: str) -> None:
    """What an ad says is not needed is not asked."""
    assert denied(ad, word)


@pytest.mark.parametrize(
    ("ad", "word"),
    [
        ("会剪辑", "剪辑"),
        ("专业不限，会剪辑", "剪辑"),
        ("学历不限 会剪辑", "剪辑"),
        ("无需经验，会剪辑即可", "剪辑"),
        ("不需要坐班但要会剪辑", "剪辑"),
        ("不需要出差。会剪辑", "剪辑"),
        ("会剪辑，经验不限", "剪辑"),
        ("A degree is not required, but Excel is", "excel"),
        ("You will not only use Excel", "excel"),
        ("You don't just do reports in Excel", "excel"),
        ("You don't need a degree and you know Excel", "excel"),
        ("No less than 3 years of Excel", "excel"),
        ("Do not hesitate to send us your Excel", "excel"),
        ("拒绝内卷、一起做直播", "直播"),
        ("能不能把直播做好", "直播"),
        ("没有直播经验勿扰", "直播"),
        ("无直播经验请勿投", "直播"),
        ("处理交货不及时", "及时"),
        ("不断优化直播", "直播"),
        ("Excel required", "excel"),
        ("No need for SQL but Excel", "excel"),
    ],
)
def test_does_not_deny(ad: str, word: str) -> None:
    """That one thing is not needed says nothing of the thing next to it."""
    assert not denied(ad, word)


@pytest.mark.parametrize(
    ("ad", "asked"),
    [
        ("细心,踏实", ["细心", "踏实"]),
        ("细心,会剪辑优先", ["细心"]),
        ("细心(会剪辑优先)", ["细心", ""]),
        ("细心 会剪辑优先", ["细心"]),
        ("know sql, excel preferred", ["know sql"]),
        ("会剪辑优先", []),
        ("加分项:会剪辑,会拍照", []),
    ],
)
def test_asked(ad: str, asked: list[str]) -> None:
    """The parts that are asked are those that are not only wished for, by their own words or by their heading."""
    (found,) = told(ad)
    assert found.asked() == asked


def wished(ad: str, word: str) -> bool:
    """Return whether an ad only wishes for something."""
    return clause(ad, word).wishes(plain(ad).text.index(word))


@pytest.mark.parametrize("before", ["", "1、文案功底好；", "1、文案功底好，每周写三篇稿子；2、"])
def test_a_wish_is_of_its_own_part(before: str) -> None:
    """Only the part of a clause that has a word of wishing is a wish, wherever in the ad the clause stands."""
    ad = before + "有剪辑经验优先，熟练拍照"
    assert [wished(ad, word) for word in ("剪辑", "拍照")] == [True, False]


def test_a_wish_by_its_heading_is_whole() -> None:
    """Under a heading of wishes every part of a clause is one."""
    assert all(wished("加分项：剪辑，拍照", word) for word in ("剪辑", "拍照"))


@pytest.mark.parametrize(
    "about",
    ["我们是一家做剪辑的公司", "本公司专注剪辑", "我司成立于剪辑兴起时", "We are a house of 剪辑", "Founded on 剪辑"],
)
def test_what_the_company_does_is_not_asked(about: str) -> None:
    """A sentence about the company is of no section that asks, under whatever heading; the next one is of its own."""
    assert sections(f"任职要求：{about}。会拍照", "剪辑", "拍照") == ["other", "demand"]


@given(st.text() | made)
@example("岗位职责:写文案。任职要求:会写")
@example("【要求】" * 3)
def test_clauses_stand_at_their_places(ad: str) -> None:
    """Each clause stands in the text where it says, none is blank, and no two overlap."""
    text, end = plain(ad).text, 0
    for one in clauses(text):
        assert text[one.start : one.start + len(one.text)] == one.text
        assert one.text.strip()
        assert one.start >= end
        end = one.start + len(one.text)


@given(made)
def test_only_headings_are_left_out(ad: str) -> None:
    """What is in no clause is blank or a heading: no other word of the ad is lost."""
    text = plain(ad).text
    left = list(text)
    for one in clauses(text):
        left[one.start : one.start + len(one.text)] = [" "] * len(one.text)
    assert not re.sub("|".join((*HEADINGS, r"\s")), "", "".join(left))


@pytest.mark.uncounted
@pytest.mark.parametrize(
    "ad",
    [
        "要求" * 50_000,
        "【要求】" * 25_000,
        "1、" * 50_000,
        "。" * 100_000,
        "福利:\n" * 25_000,
        " " * 100_000,
        "要求" + " " * 100_000 + "x",
        "写" + " " * 100_000 + "x",
        "要求:" * 33_000,
    ],
)
def test_long_ads_end(ad: str) -> None:
    """A hundred thousand letters of headings, numbers or blanks are taken apart like any other ad."""
    assert sum(len(one.text) for one in clauses(ad)) <= len(ad)


def test_nothing() -> None:
    """An empty ad has no clauses."""
    assert told("") == told(" \n ") == []


def test_a_long_clause_is_taken_apart_once() -> None:
    """However many words of a clause are asked about, its parts are found once."""
    clause = Clause("数据分析," * 2000, 0, "demand", wish=False)
    before = parts_of.cache_info().misses
    assert not any(clause.wishes(place) for place in range(0, 10_000, 5))
    assert parts_of.cache_info().misses == before + 1
