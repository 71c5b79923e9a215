"""Years in ads, in the spellings that people use: whose they are, at the least, at most, one or the other."""

import pytest

from opscareer.match.clauses import clauses
from opscareer.match.conditions import conditions_of
from opscareer.match.plain import plain
from opscareer.match.speakers import turns_of


def years(ad: str) -> int | None:
    """Return the years that an ad asks."""
    return conditions_of(clauses(plain(ad).text)).years


@pytest.mark.parametrize(
    "ad",
    [
        "本公司成立于2010年，拥有10年以上行业经验。",
        "公司成立于2010年，拥有10年以上行业经验",
        "成立于2010年，拥有10年以上行业经验",
        "创始团队来自大厂，均有10年以上经验",
        "核心团队成员平均8年以上行业经验",
        "团队均来自一线互联网公司，人均5年以上从业经验",
        "由10年以上经验的导师带教",
        "跟着有10年经验的老板学",
        "我们是一家10年以上经验的电商公司",
        "公司简介：\n十五年行业经验，三百人团队\n任职要求：\n本科",
        "创始人拥有15年以上电商从业经验",
        "管理层均具备10年以上行业背景",
        "深耕行业10年以上\n任职要求：细心",
        "Our founders have 20+ years of experience",
        "Founded in 2010, with over 10 years of experience in gaming",
        "You'll learn from leaders with 10+ years of experience",
        "With more than 15 years in the industry, ACME is a leader",
        "We have been in business for 10+ years",
        "Our team has 30 years of combined experience",
        "Must be 18+ years old",
        "at least 18 years of age",
        "2 years of college",
        "a 2-year warranty on hardware",
        "grow revenue over the next 3 years in Asia",
        "a 5 years strategy",
        "4 years of study",
        "毕业3年内",
        "近3年内有直播经验",
        "未来3年以内成为行业第一，积累经验",
        "公司拥有20年历史",
        "平均司龄5年以上",
        "拥有一支10年以上经验的运营团队",
        "平台已运营10年以上",
        "品牌创立15年以上",
        "服务客户超过10年，经验丰富",
        "近10年行业经验的公司",
        "Backed by 12 years of industry experience, we build games",
        "in our 15 years of operation",
        "Boasting 20 years' experience, the firm is a leader",
        "你将跟随10年以上经验的操盘手学习",
        "团队核心来自BAT，10年以上从业经验",
        "联合创始人有20年电商经验",
        "公司成立3年以来",
        "入职满3年以上有期权",
    ],
)
def test_years_of_others(ad: str) -> None:
    """Years that a company, its founders or its mentors boast of, and those of other things, are not asked."""
    assert years(ad) is None


@pytest.mark.parametrize(
    "ad",
    [
        "工作经验：3年以内",
        "3年以内工作经验",
        "2年以下工作经验",
        "工作经验不超过3年",
        "经验1年以下",
        "less than 2 years of experience",
        "up to 3 years of experience",
        "no more than 3 years of experience",
        "0-2 years of experience",
        "0-1年经验",
        "应届生或3年以上经验均可",
        "应届/1-3年均可",
        "3年以上经验或优秀应届生",
        "3年以上经验，优秀应届生也可",
        "3年以上经验，应届生亦可考虑",
        "应届毕业生或1年以上工作经验者",
        "无经验或3年以上经验均可",
        "recent graduates or 3+ years of experience",
        "应届毕业生及1-3年经验者均可投递",
        "不限经验，3年以上更佳",
        "1年以内经验亦可",
        "有无经验均可",
        "经验1-3年、应届均可",
        "Up to 2 years' experience, freshers welcome",
        "No more than 5 years’ experience",
        "3年内工作经验",
    ],
)
def test_none_or_few(ad: str) -> None:
    """Where experience may be at most some years, or those without any may come as well, none is asked: 0 years."""
    assert years(ad) == 0


@pytest.mark.parametrize(
    ("ad", "least"),
    [
        ("我司深耕跨境电商，有12年行业经验，现诚聘运营，要求2年以上经验", 2),
        ("公司成立8年，现招聘新媒体运营，3年以上经验", 3),
        ("About us:\n12+ years in e-commerce\nRequirements:\n2+ years in marketing", 2),
        ("3年（含）以上新媒体运营经验", 3),
        ("3年(含)以上工作经验", 3),
        ("3年以上（含3年）工作经验", 3),
        ("五年（含五年）以上经验", 5),
        ("3年及以上（含）经验", 3),
        ("at least five (5) years in content roles", 5),
        ("Five (5) or more years of experience", 5),
        ("Minimum of three (3) years' experience", 3),
        ("5+ years managing social accounts", 5),
        ("5+ years in digital marketing", 5),
        ("3+ years as a content editor", 3),
        ("4 years working with creators", 4),
        ("7+ years leading teams", 7),
        ("3+ years managing Instagram and TikTok accounts", 3),
        ("You bring 6+ years building communities", 6),
        ("3 or more years in e-commerce", 3),
        ("over 5 years in customer support", 5),
        ("more than 4 years running paid campaigns", 4),
        ("5-7 years in product marketing", 5),
        ("2-4 years' background in sales", 2),
        ("8+ years", 8),
        ("three-plus years in PR", 3),
        ("5 plus years of growth marketing", 5),
        ("a 3-year track record in sales", 3),
        ("fifteen years of experience", 15),
        ("1年以上3年以下工作经验", 1),
        ("3年以上经验，应届生勿投", 3),
        ("3年以上经验，不接受应届生", 3),
        ("3年以上经验，应届生优先", 3),
        ("3年以上电商运营经验或5年以上零售经验", 3),
        ("3年或以上工作经验", 3),
        ("3年以上运营或产品经验", 3),
        ("3年运营或产品经验", 3),
        ("3 years or more of experience", 3),
        ("5 years of experience or a master's degree with 3 years of experience", 3),
        ("运营3年+", 3),
        ("3年+新媒体经验", 3),
        ("经验3年起", 3),
        ("工作年限：5年", 5),
        ("工作3年以上", 3),
        ("有三五年运营经验", 3),
        ("一到三年相关经验", 1),
        ("满三年运营经验", 3),
        ("具有不低于5年的管理经验", 5),
        ("超过5年的运营经验", 5),
        ("3 YOE", 3),
        ("Experience: 4 years", 4),
        ("拥有5年以上团队管理经验", 5),
        ("任职要求：拥有10年以上行业经验", 10),
        ("任职要求：\n深耕行业5年以上", 5),
        ("任职要求：\n1、有创业团队3年以上经验", 3),
        ("有5年以上上市公司经验", 5),
        ("要求有公司3年以上运营经验", 3),
        ("8年以上新媒体运营经验，5年以上团队管理经验", 8),
        ("具有三年（含）以上新媒体运营经验", 3),
        ("工作经验三年（含三年）以上", 3),
        ("本科（含）以上，5年(含)及以上相关工作经验", 5),
        ("A minimum of 5 yrs. in B2B marketing", 5),
        ("Minimum 2 yrs exp.", 2),
        ("exp: 3-5 yrs", 3),
        ("5+ yrs exp in growth", 5),
        ("Experience required: 2 years", 2),
        ("At least 3 yrs’ exp.", 3),
        ("10+ years building consumer brands, 5 of them leading teams", 10),
        ("具备3年以上同等岗位经验，5年以上优先", 3),
        ("5年以上互联网从业背景，其中2年以上管理经验", 5),
        ("we expect 4+ years of experience", 4),
        ("You have spent 5+ years in e-commerce and led a team", 5),
        ("We are looking for someone with 6+ years in brand marketing", 6),
        ("我们是一支平均拥有8年经验的团队，期待有3年以上经验的你", 3),
        ("公司要求3年以上经验", 3),
        ("我们希望你：有2年以上运营经验", 2),
        ("3年以上互联网公司运营经验", 3),
        ("3年以上甲方公司或代理公司经验", 3),
        ("有3年以上带教老师经验", 3),
        ("有3年经验的运营", 3),
        ("5年以上工作经验的候选人", 5),
        ("需10年以上经验的专家级人才", 10),
        ("任职要求：均有3年以上经验者", 3),
        ("Bachelor's degree and 3+ years’ work experience", 3),
        ("2 to 4 years of hands-on experience", 2),
        ("one year of experience", 1),
        ("10 years' industry standing; we need 3 years of experience", 3),
        ("3年以上(不含实习)运营经验", 3),
        ("工作经验：3年以上（含），本科", 3),
        ("工作经验 3-5年", 3),
        ("4年以上（互联网行业）经验", 4),
        ("experience level: 3+ years", 3),
        ("A 5+ year record of growth", 5),
        ("工龄3年以上", 3),
    ],
)
def test_years_asked(ad: str, least: int) -> None:
    """The years at the least are read in the spellings of both languages, whatever stands beside them."""
    assert years(ad) == least


def test_turns() -> None:
    """A company speaks of itself until it asks for somebody; before that, of nobody."""
    turns = turns_of("3年,我司10年,要求3年")
    assert [turns.at(place) for place in (0, 5, 13)] == ["nobody", "company", "person"]


@pytest.mark.parametrize(
    ("ad", "asked"),
    [
        ("Requirements:\n- between 2 and 4 years of experience", 2),
        ("Between three and five years in marketing", 3),
        ("Between 2 years and 4 years of experience", 2),
        ("Between us and 4 years of experience", 4),
        ("任职要求：18个月以上经验", 1),
        ("24 months experience", 2),
        ("Requirements: 24-36 months of experience in sales", 2),
        ("任职要求：6个月以上相关经验", 0),
        ("试用期3个月", None),
        ("实习3个月以上", None),
        ("公司介绍：\n36个月的行业经验", None),
        ("Requirements:\n- 3 years\n- SQL", 3),
        ("任职要求：\n3年\n本科", 3),
        ("Responsibilities:\n- 3 years", None),
    ],
)
def test_years_between_two_in_months_and_alone(ad: str, asked: int | None) -> None:
    """Of years between two the lower counts, months count as whole years, and a demand may be no more than years."""
    assert years(ad) == asked
