"""A résumé in text or Markdown: its posts with title and time, its schools and skills, and what is none of these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.interview.resume import proposals, written
from opscareer.interview.resume.forms import Entry, entries_of, text_of
from opscareer.model.kb import KnowledgeBase

MONTH = "2026-11"


def jobs_of(text: str) -> list[Entry]:
    """Return the posts of a text."""
    return entries_of(written(text)).jobs


def posts(text: str) -> list[tuple[str, ...]]:
    """Return the posts that a text tells: title, beginning, end; without those whose title is not read."""
    told = [(*(text_of(job, key) for key in ("position", "startDate", "endDate")),) for job in jobs_of(text)]
    return [one for one in told if one[0]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2020.04-至今  某某公司  新媒体运营", ("新媒体运营", "2020.04", "至今")),
        ("某某公司\t2020年4月—2022年3月\n用户运营主管", ("用户运营主管", "2020年4月", "2022年3月")),
        ("公司：某某\n职位：活动运营\n在职时间：2020/4 ~ 2022/3", ("活动运营", "2020/4", "2022/3")),
        ("1、2020.4-至今  某某公司  任职：客服主管", ("客服主管", "2020.4", "至今")),
        ("### 某某公司（2020年4月 ~ 今）\n\n**内容运营** \n- 写稿", ("内容运营", "2020年4月", "今")),
        ("| 2020.4-至今 | 某某公司 | 销售专员-华东事业部 |", ("销售专员", "2020.4", "至今")),
        ("自2020年4月 某某集团 采购专员", ("采购专员", "2020年4月", "")),
        ("2020年4月起 某某集团 采购专员", ("采购专员", "2020年4月", "")),
        ("Brand Manager\nMarch 2020 to Current\nAcme Corp － City , State", ("Brand Manager", "March 2020", "Current")),
        ("03/2020 - Present Buyer Company Name － City , State", ("Buyer", "03/2020", "Present")),
        ("Jan. 2020 – Feb 2022 Director of Sales Acme Corp", ("Director of Sales", "Jan. 2020", "Feb 2022")),
        ("### VP, Marketing, Acme\n*2020 – now*\n* Hired", ("VP, Marketing", "2020", "now")),
        ("**Copywriter** @ [Acme Inc.](https://example.com)  \n_since 2020-04_", ("Copywriter", "2020-04", "")),
        ("- **2020-04 – Present**: Copywriter at Acme", ("Copywriter", "2020-04", "Present")),
        ("Acme LLC (2020 - )\nSales Associate", ("Sales Associate", "2020", "")),
    ],
)
def test_layouts(text: str, told: tuple[str, str, str]) -> None:
    """A post is read wherever its title and its time stand."""
    heading = "工作经历" if not text.isascii() else "Work Experience"
    assert posts(f"# {heading}\n{text}\n") == [told]
    assert posts(text) == [told]  # and where no heading says that it is one


@pytest.mark.parametrize(
    "text",
    [
        "2020.3-2020.6 协助运营总监",
        "2020.3-2020.6 某公司 直属上级：用户运营经理",
        "2020.3-2020.6\n向用户运营经理汇报",
        "2020.3-2020.6\n配合市场总监",
        "2020 - 2022\nAssisted the marketing director",
        "2020 - 2022\nReporting to the Operations Director",
        "2020 - 2022\nWorked closely with senior managers",
    ],
)
def test_whom_one_helped_or_answered_to(text: str) -> None:
    """The post of whom somebody helped, or answered to, is none of theirs; that the stretch has no title is kept."""
    heading = "工作经历" if not text.isascii() else "Work Experience"
    assert posts(f"{heading}\n{text}\n") == []
    (job,) = jobs_of(f"{heading}\n{text}\n")
    assert job["line"] == text.partition("\n")[0].replace("：", ":")


def test_a_stretch_that_is_none() -> None:
    """A post whose months cannot be is kept without them; a sum of money or a sentence is no post."""
    told = (
        "2021.13-至今 某公司 产品运营经理",
        "2018.07-2021.02 某司 产品运营",
        "预算 20.13-20.15 万",
        "2021.13-至今做运营。",
    )
    text = "\n".join(("工作经历", *told))
    assert [job.get("line", "") for job in jobs_of(text)] == ["", told[0]]
    assert posts(text) == [("产品运营", "2018.07", "2021.02"), ("产品运营经理", "?", "?")]


def test_the_same_place_for_all_posts() -> None:
    """Where a title may stand above or below, the place that most posts have decides."""
    text = "Editor\nAcme\n2020 - 2022\nClerk helpers\n\nBuyer\nNorthwind\n2016 - 2019\nfiled\n"
    assert [title for title, _, _ in posts(text)] == ["Editor", "Buyer"]


@pytest.mark.parametrize(
    "text",
    [
        "求职意向\n用户运营经理 2020-2022",
        "Objective: Seeking a Marketing Manager position 2020 - 2022",
        "项目经历\n2020.3-2020.9 会员体系 负责运营",
        "教育背景：2012.9-2016.6 某大学 学生会主席助理",
        "工作经历\n2020.3到2020.6期间我一个人顶了两个运营。",
        "Experience\nMarketing 2019, then sales",
        f"工作经历\n{'运营' * 90} 2020.3-2020.6",
        "工作经历\n公司：某某运营 2020.3-2020.6",
        f"Experience\n2020 - 2022 {'Very ' * 15}Great Manager",
    ],
)
def test_what_is_no_post(text: str) -> None:
    """What somebody looks for, a project, a school and a sentence are no posts, whatever they name."""
    assert posts(text) == []


def test_a_heading_beside_its_words() -> None:
    """A heading may have its first words beside it; a short one speaks for its line alone."""
    text = "学历：本科\n工作经历：2020.4-至今 某某公司 新媒体运营\n写稿\n技能：文案\n第二条\n"
    text += "教育背景 Education\n某大学 硕士"
    told = written(text)
    assert [job["highlights"] for job in jobs_of(text)] == [["写稿", "第二条"]]
    assert told["skills"] == [{"keywords": ["文案"]}]
    assert told["education"] == [{"studyType": "本科"}, {"studyType": "某大学 硕士"}]


def test_schools_without_a_heading() -> None:
    """Without a part of schools the lines that name one are taken."""
    schools = entries_of(written("甲\n某某大学 新闻学 学士\n最高学历 硕士\n爱好")).schools
    assert [one["studyType"] for one in schools] == ["硕士", "某某大学 新闻学 学士"]


def test_the_other_parts() -> None:
    """Projects and what one says of oneself are kept for the skills that they name."""
    told = written("自我评价\n会写\n项目经历\n会员体系\n---\n")
    assert told == {"basics": {"summary": ["会写"]}, "projects": [{"highlights": ["会员体系"]}]}


@pytest.mark.uncounted
def test_proposals_of_a_text(kb: KnowledgeBase) -> None:
    """A text leads to the same proposals as a form with the same words would."""
    text = "工作经历\n2022.01-至今 新公司 内容运营主管\n- 负责公众号\n2018.01-2021.12 旧公司 文案专员\n"
    text += "技能\n数据分析\n学历：大专"
    found = proposals(kb, written(text), MONTH).answers
    assert (found["current"], found["years"], found["years_total"]) == (("content-ops/manager",), 5.0, 9.0)
    assert (found["education"], found["skill.social-accounts"], found["skill.data-analysis"]) == ("college", 2, 1)


@given(st.text(st.sampled_from("2019年12月-至今 .运营客服主管 Manager at 公司\n:#*|()学历大学技能"), max_size=80))
def test_any_text(kb: KnowledgeBase, text: str) -> None:
    """Whatever is written, it is read to its end."""
    told = written(text)
    assert {*told} <= {"basics", "work", "projects", "education", "skills"}
    assert proposals(kb, told, MONTH)
