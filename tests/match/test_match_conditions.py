import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opscareer.match.clauses import clauses
from opscareer.match.conditions import conditions_of
from opscareer.match.plain import plain
from opscareer.model.ad import Conditions

DIGITS = "零一二三四五六七八九十"
scraps = [
    "3",
    "十",
    "半",
    "10",
    "年",
    "岁",
    "-",
    "至",
    "以上",
    "经验",
    "工作",
    "优先",
    "不限",
    "学历",
    "本科",
    "硕士",
    ",",
    "。",
]
made = st.lists(st.sampled_from(scraps), max_size=20).map("".join)


def told(ad: str) -> Conditions:
    """Return the conditions of an ad."""
    return conditions_of(clauses(plain(ad).text))


def chinese(number: int) -> str:
    """Return a number up to 20 in Chinese."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + "十" * (tens > 0) + (DIGITS[ones] if ones else "")


@pytest.mark.parametrize(
    ("ad", "years"),
    [
        ("2年以上电商运营经验", 2),
        ("有2年及以上的工作经验", 2),
        ("３年以上工作经验", 3),
        ("3 年以上工作经历", 3),
        ("三年以上", 3),
        ("两年以上从业经验", 2),
        ("半年以上直播经验", 0),
        ("有1.5年以上经验", 1),
        ("1-3年", 1),
        ("运营专员 1-3年 大专", 1),
        ("1-3年运营经验", 1),
        ("3～5年", 3),
        ("3~5年经验", 3),
        ("3—5年经验", 3),
        ("3--5年以上经验", 3),
        ("3年-5年经验", 3),
        ("3至5年经验", 3),
        ("三到五年经验", 3),
        ("5年及以上", 5),
        ("十年经验", 10),
        ("十年以上行业背景", 10),
        ("工作经验：3年", 3),
        ("从事运营满3年", 3),
        ("不少于3年", 3),
        ("至少8年市场经验", 8),
        ("至少8年以上市场工作经验", 8),
        ("大专毕业3年以上", 3),
        ("20-30岁，2年以上工作经验", 2),
        ("任职要求：\n1、3-5年", 3),
        ("三五年经验", 3),
    ],
)
def test_years(ad: str, years: int) -> None:
    """The years are those at the least, in digits or in words; of a range the lower end."""
    assert told(ad).years == years


@pytest.mark.parametrize(
    ("ad", "years"),
    [
        ("at least 3 years", 3),
        ("At least three years of experience", 3),
        ("2+ years of experience", 2),
        ("3-5 years of relevant digital marketing experience", 3),
        ("3 to 5 years' experience", 3),
        ("5 years or more", 5),
        ("Minimum 4 years in marketing", 4),
        ("1 year of experience", 1),
        ("3+ yrs experience", 3),
    ],
)
def test_english_years(ad: str, years: int) -> None:
    """English ads tell years in digits or in words."""
    assert told(ad).years == years


@pytest.mark.parametrize("mark", ["1、", "1.", "1)", "1. ", "1、 ", "（1）", "- ", "■", "4."])
@pytest.mark.parametrize("told_as", ["3年以上经验", "3-5年经验"])
def test_number_of_a_list(mark: str, told_as: str) -> None:
    """The number of an item in a list is no part of the years."""
    assert told(f"任职要求：\n0、细心；\n{mark}{told_as}").years == 3


@given(st.integers(1, 20))
def test_numbers_in_words(years: int) -> None:
    """Years in Chinese numerals are those in digits."""
    assert told(f"{chinese(years)}年以上经验").years == told(f"{years}年以上经验").years == years


@pytest.mark.parametrize(
    "ad",
    [
        "经验不限",
        "工作经验：不限",
        "工作年限不限",
        "不限经验",
        "应届毕业生也可",
        "接受应届生",
        "2030届毕业生",
        "无需经验，我们教",
        "无经验可培训",
        "不要求工作经验",
        "No experience needed",
        "No prior experience",
        "Experience is not required",
        "An entry-level role",
        "Graduates welcome",
    ],
)
def test_no_years(ad: str) -> None:
    """Where no experience is asked, none is: 0 years."""
    assert told(ad).years == 0


@pytest.mark.parametrize(
    "ad",
    [
        "",
        "写文案，看数据",
        "公司成立10年",
        "公司成立10年，工作氛围好",
        "公司已有15年行业经验",
        "我们用10年积累了经验",
        "一家有20年行业经验的公司",
        "年龄25-35岁",
        "合作3年",
        "3年",
        "工期:约1-3年",
        "1-3年租/押一付三",
        "25-35岁，踏实工作",
        "年底双薪",
        "工作满1年后年底双薪",
        "福利：工作满3年有股票",
        "2018年开始做电商，经验丰富",
        "2018年至今",
        "2018-2020年",
        "签3年合同，工作稳定",
        "制定3年规划，推进工作",
        "百年品牌，100年经验",
        "有5年经验优先",
        "5年以上经验者优先",
        "加分项：\n5年以上经验",
        "应届生优先",
        "非应届",
        "不接受应届生",
        "毕业3年内",
        "work 3 days a week",
        "Our company has 15 years of experience",
        "Founded 10 years ago, with experience",
        "5+ years of experience preferred",
    ],
)
def test_not_said(ad: str) -> None:
    """Other years than those of work asked, and years only wished for, tell nothing."""
    assert told(ad).years is None


@pytest.mark.parametrize(
    ("ad", "years"),
    [
        ("2年以上运营经验，3年以上管理经验", 3),
        ("任职要求：\n1、5年以上运营经验；\n2、2年以上带人经验", 5),
        ("3年以上经验，应届生勿投", 3),
        ("3年以上经验，有5年经验优先", 3),
        ("3年以上经验（5年经验者优先）", 3),
        ("3年以上经验；有5年经验者优先", 3),
        ("经验不限，有2年经验优先", 0),
        ("公司成立12年。任职要求：2年以上经验", 2),
        ("岗位职责：制定3年计划。任职要求：2年以上经验。福利：工作满5年有股票", 2),
    ],
)
def test_several_years(ad: str, years: int) -> None:
    """Of several demands the larger counts; neither a wish nor a company's age does."""
    assert told(ad).years == years


@pytest.mark.parametrize(
    ("ad", "education"),
    [
        ("本科及以上学历", "bachelor"),
        ("统招本科", "bachelor"),
        ("学历：本科", "bachelor"),
        ("大专及以上", "college"),
        ("统招大专", "college"),
        ("全日制专科以上", "college"),
        ("大专/本科", "college"),
        ("本科或大专", "college"),
        ("高中以上", "secondary"),
        ("中专及以上", "secondary"),
        ("硕士及以上", "master"),
        ("研究生学历", "master"),
        ("本科或硕士", "bachelor"),
        ("学历不限", "any"),
        ("学历：不限", "any"),
        ("不限学历，大专也可", "any"),
        ("对学历不作要求", "any"),
        ("细心，踏实", None),
        ("", None),
    ],
)
def test_education(ad: str, education: str | None) -> None:
    """The lowest education that is enough is told; nothing where an ad does not say."""
    assert told(ad).education == education


@pytest.mark.parametrize(
    "ad",
    [
        "本科及以上学历，硕士优先",
        "本科及以上学历（硕士优先）",
        "本科及以上学历 硕士优先",
        "本科及以上学历。硕士优先",
        "本科，市场营销专业优先",
        "任职要求：\n本科\n加分项：\n硕士",
        "Bachelor's degree required, master's preferred",
    ],
)
def test_education_wished_for(ad: str) -> None:
    """An education only wished for neither raises nor hides the one that is asked."""
    assert told(ad).education == "bachelor"


def test_education_only_wished_for() -> None:
    """An education that is only wished for is not asked, and a lower one that is asked counts."""
    assert told("本科优先").education is None
    assert told("大专以上，本科优先").education == "college"
    assert told("学历不限，本科优先").education == "any"


@pytest.mark.parametrize(
    ("ad", "education"),
    [
        ("High school diploma", "secondary"),
        ("Degree(undergraduate)", "bachelor"),
        ("Associate degree", "college"),
        ("Bachelor's degree", "bachelor"),
        ("BA/BS", "bachelor"),
        ("BS/BA required; MS/MA preferred", "bachelor"),
        ("B.S. in Marketing", "bachelor"),
        ("BA degree", "bachelor"),
        ("BSc in Economics", "bachelor"),
        ("MS in Statistics", "master"),
        ("MS Office and BA tools", None),
        ("Bachelor\u2019s or Master\u2019s degree", "bachelor"),
        ("College degree", "bachelor"),
        ("Master's degree", "master"),
        ("Master\u2019s in marketing", "master"),
        ("MBA", "master"),
        ("A postgraduate degree", "master"),
        ("No degree required", "any"),
        ("A degree is not required", "any"),
        ("A master of her craft", None),
    ],
)
def test_english_education(ad: str, education: str | None) -> None:
    """English ads tell education in their words."""
    assert told(ad).education == education


@pytest.mark.parametrize(
    ("ad", "education"),
    [
        ("岗位职责：去高中和中专讲课\n任职要求：本科", "bachelor"),
        ("岗位职责：MBA招生\n任职要求：大专", "college"),
        ("岗位职责：运营研究生考试社区。任职要求：本科及以上学历", "bachelor"),
        ("任职要求：本科\n公司介绍：做高中教育", "bachelor"),
        ("服务高中生", None),
        ("服务专科医院", None),
    ],
)
def test_education_of_others(ad: str, education: str | None) -> None:
    """The schools that one works for are not what is asked; what stands under the demands goes before all else."""
    assert told(ad).education == education


def test_both() -> None:
    """Years and education are told side by side, as ads mostly do."""
    assert told("任职要求：1、本科及以上学历，3年以上运营经验，有管理经验优先；2、细心。") == Conditions(3, "bachelor")
    assert told("Requirements: bachelor's degree, 2+ years of experience.") == Conditions(2, "bachelor")


@given(st.text() | made)
@example("３年" * 30)
def test_any_text(ad: str) -> None:
    """Whatever an ad says, years lie within 0 to 20 and education is one of the known."""
    years, education = told(ad)
    assert years is None or 0 <= years <= 20
    assert education in (None, "any", "secondary", "college", "bachelor", "master")


@given(made)
def test_wishes_change_nothing(ad: str) -> None:
    """A wish added on a line of its own changes no condition."""
    assert told(f"{ad}\n有9年经验、博士优先") == told(ad)


@pytest.mark.uncounted
@pytest.mark.parametrize(
    "ad",
    [
        "3年" * 50_000,
        "3" * 100_000,
        "3年," * 33_000,
        "3-" * 50_000,
        "3   " * 25_000,
        "十" * 100_000,
        "3" + " " * 99_000 + "x",
        "经验" + " " * 99_000 + "x",
        "学历" + " " * 99_000 + "x",
    ],
)
def test_long_ads_end(ad: str) -> None:
    """A hundred thousand letters of numbers and years are read like any other ad."""
    assert told(ad).education is None
