from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_kb import SMALL, question, with_questions

from opscareer.interview import accept
from opscareer.interview.resume import proposals as read
from opscareer.model.kb import KnowledgeBase
from opscareer.model.skill import Words


def proposals(kb: KnowledgeBase, resume: dict[str, Any], month: str) -> dict[str, Any]:
    """Return what is proposed, without the words."""
    return {**read(kb, resume, month).answers}


RESUME: dict[str, Any] = {
    "basics": {"name": "someone", "summary": "会用 Photoshop"},
    "work": [
        {"name": "Shop", "position": "新媒体运营", "startDate": "2023-05", "highlights": ["涨粉两万，负责选题", 3]},
        {"name": "Agency", "position": "copywriter", "startDate": "2021-01-15", "endDate": "2023-04"},
        {"name": "Café", "position": "waiter", "startDate": "2015", "endDate": "2018"},
    ],
    "education": [{"studyType": "大专"}, {"studyType": "Bachelor of Arts"}],
    "skills": [{"name": "writing", "keywords": ["数据分析"]}],
}


def test_a_resume(kb: KnowledgeBase) -> None:
    """Position, years, degree and the skills spoken of are proposed; what was done counts more than what is listed."""
    found = proposals(kb, RESUME, "2026-11")
    assert found["current"] == ("new-media-ops/specialist",)
    assert (found["years"], found["years_total"]) == (6.0, 6.0)
    assert found["education"] == "bachelor"
    assert found["skill.content-planning"] == 2
    assert found["skill.data-analysis"] == 1
    assert "skill.warehousing" not in found


def work(*jobs: tuple[str, str, object]) -> dict[str, Any]:
    """Return a résumé with jobs, each with a title, a beginning and an end."""
    return {"work": [{"position": title, "startDate": start, "endDate": end} for title, start, end in jobs]}


def proposed(kb: KnowledgeBase, resume: dict[str, Any]) -> tuple[object, object, object]:
    """Return the positions, the years in them and the years in the trade that are proposed in November 2026."""
    found = proposals(kb, resume, "2026-11")
    return found.get("current"), found.get("years"), found.get("years_total")


@pytest.mark.parametrize("end", [None, "", "至今", "现在", "Present", "now", "to date", "2027-03"])
def test_a_post_without_an_end_is_held_now(kb: KnowledgeBase, end: object) -> None:
    """A job that has no end, or says that it goes on, is the present one; what ended is not."""
    found = proposed(kb, work(("内容运营主管", "2022-01", end), ("文案专员", "2018-01", "2021-12")))
    assert found == (("content-ops/manager",), 5.0, 9.0)  # four years and ten months, and three and eleven


@pytest.mark.parametrize("end", ["2017-01", "2017", "Jan 2017", "2017年1月"])
def test_who_holds_no_post_now(kb: KnowledgeBase, end: str) -> None:
    """Who left is proposed no present position; the years are those up to then."""
    assert proposed(kb, work(("Content Editor", "2015-01", end))) == (None, None, 2.0)


def test_a_present_post_of_another_trade(kb: KnowledgeBase) -> None:
    """Who works in another trade now holds none of this one; the years in it are those spent there."""
    jobs = work(("Software Engineer", "2022-01", None), ("Content Editor", "2015-01", "2021-12"))
    assert proposed(kb, jobs) == ((), None, 7.0)
    assert proposed(kb, work(("Controller", "2020-01", None))) == ((), None, None)


def test_years_are_not_counted_twice(kb: KnowledgeBase) -> None:
    """What overlaps counts once, what lies between two posts not at all; a beginning after its end is none."""
    jobs = work(
        ("BD专员", "2025-11", None),
        ("品牌专员", "2024-11", None),
        ("文案专员", "2020-11", "2021-11"),
        ("文案专员", "2020-11", "2021-05"),
        ("文案专员", "2019", "2010"),
    )
    assert proposed(kb, jobs) == (("bd/specialist", "brand/specialist"), 3.0, 3.0)


@pytest.mark.parametrize(
    "date",
    ["2021-03", "2021-03-31", "2021.3", "2021/03", "2021年3月", "March 2021", "Mar. 2021", "03/2021", "２０２１年３月"],
)
def test_dates(kb: KnowledgeBase, date: str) -> None:
    """Dates are understood as people write them."""
    assert proposed(kb, work(("Content Editor", date, None))) == (("content-editor/specialist",), 5.5, 5.5)


@pytest.mark.parametrize(
    ("changed", "month"),
    [
        ({"work": []}, "2026-11"),
        (work(("新媒体运营", "", None)), "2026-11"),
        (work(("新媒体运营", "soon", None)), "2026-11"),
        (work(("新媒体运营", "2030", None)), "2026-11"),
        (work(("新媒体运营", "2020", "soon")), "2026-11"),
        (RESUME, "now"),
    ],
)
def test_no_years(kb: KnowledgeBase, changed: dict[str, Any], month: str) -> None:
    """Where nothing can be reckoned no years are proposed."""
    assert not {"years", "years_total"} & proposals(kb, changed, month).keys()


def test_a_year_alone_may_be_a_number(kb: KnowledgeBase) -> None:
    """A year that is written as a number is one; true is no year."""
    job = {"position": "Content Editor", "startDate": 2021}
    assert proposed(kb, {"work": [job]})[1] == 6.0
    assert proposed(kb, {"work": [{**job, "startDate": True}]})[1] is None


def test_what_the_person_calls_themselves(kb: KnowledgeBase) -> None:
    """A present job without a title has that which the person gives themselves; an earlier one has none."""
    jobs = [{"name": "Firm", "startDate": "2021-03"}, {"name": "Shop", "startDate": "2015", "endDate": "2021-03"}]
    resume = {"basics": {"label": "Community Manager"}, "work": jobs}
    assert proposed(kb, resume) == (("user-ops/manager",), 5.5, 5.5)


@pytest.mark.parametrize(
    ("school", "degree"),
    [
        ({"studyType": "BA"}, "bachelor"),
        ({"studyType": "B.Sc. (Hons)"}, "bachelor"),
        ({"studyType": "Ph.D."}, "master"),
        ({"studyType": "Master of Arts"}, "master"),
        ({"studyType": "大专"}, "college"),
        ({"studyType": "High School"}, "secondary"),
        ({"area": "新闻学 本科"}, "bachelor"),
        ({"studyType": "Bakery", "area": "masonry"}, None),
        ({}, None),
    ],
)
def test_degrees(kb: KnowledgeBase, school: dict[str, str], degree: str | None) -> None:
    """A degree is read by its words and its usual letters, whole; without any, none is proposed."""
    assert proposals(kb, {"education": [school]}, "2026-11").get("education") == degree


def test_a_degree_that_nobody_asks_for() -> None:
    """A knowledge base that does not ask for education, or not in these words, is proposed none."""
    schools = {"education": [{"studyType": "Bachelor"}]}
    assert proposals(SMALL, schools, "2026-11") == {}
    assert proposals(with_questions(question("education", "choice", "low", "high")), schools, "2026-11") == {}


def test_names_of_skills_are_whole_words(kb: KnowledgeBase) -> None:
    """A name within a longer word names no skill, nor does what only looks like one; Chinese stands without blanks."""
    said = "Improved our process and kept excellent notes in WordPress across two sites."
    job = {"position": "waiter", "summary": said, "highlights": ["负责公众号，做数据分析"]}
    found = {asked for asked in proposals(kb, {"work": [job]}, "2026-11") if asked.startswith("skill.")}
    assert {"skill.social-accounts", "skill.data-analysis"} <= found
    assert not {"skill.public-relations", "skill.proposal-writing"} & found
    words = replace(SMALL.skills["words"], aliases=Words(en=("pen",)), lookalikes=("pen pal",))
    small = replace(SMALL, skills={**SMALL.skills, "words": words})
    for summary, level in (("a pen", 2), ("a pen pal", None), ("open pens", None)):
        told = proposals(small, {"work": [{"summary": summary}]}, "2026-11")
        assert told.get("skill.words") == level


def test_a_render_cv(kb: KnowledgeBase) -> None:
    """A résumé in the form of RenderCV is understood."""
    sections = {
        "experience": [{"position": "Content Operations Manager", "start_date": "2022-01", "end_date": "present"}],
        "education": [{"institution": "U", "degree": "BS"}],
    }
    found = proposals(kb, {"cv": {"name": "someone", "sections": sections}}, "2026-11")
    assert (found["current"], found["years"], found["education"]) == (("content-ops/manager",), 5.0, "bachelor")


def test_the_chinese_form(kb: KnowledgeBase) -> None:
    """A résumé in the most used Chinese form is understood."""
    resume = {
        "profile": {"positionTitle": "新媒体运营"},
        "educationList": [{"academic_degree": "本科"}],
        "workExpList": [{"work_time": ["2020.04", None], "work_desc": "负责公众号"}, {"work_time": "2019"}],
        "skillList": [{"skill_name": "文案"}],
    }
    found = proposals(kb, resume, "2026-11")
    assert (found["current"], found["years"]) == (("new-media-ops/specialist",), 6.5)
    assert (found["education"], found["skill.social-accounts"]) == ("bachelor", 2)
    assert found["skill.copywriting"] == 1


def test_a_deep_resume(kb: KnowledgeBase) -> None:
    """However deep a résumé is, it is read to its end."""
    deep: object = "数据分析"
    for _ in range(5000):
        deep = [deep]
    assert proposals(kb, {"work": [{"highlights": deep}]}, "2026-11")["skill.data-analysis"] == 2


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*RESUME, "position", "startDate"]), inner)
    ),
    max_leaves=12,
)


@given(resume=st.dictionaries(st.sampled_from(list(RESUME)), ANYTHING))
def test_any_resume(kb: KnowledgeBase, resume: dict[str, Any]) -> None:
    """Whatever a résumé holds, only valid answers are proposed."""
    for asked, value in proposals(kb, resume, "2026-11").items():
        assert accept(kb, asked, value) == value


def test_years_at_the_level(kb: KnowledgeBase) -> None:
    """The years are those in all posts on the level of the present one; a lower one counts in those of the trade."""
    jobs = work(
        ("新媒体运营主管", "2024-11", None),
        ("内容运营主管", "2022-11", "2024-10"),
        ("内容运营专员", "2019-11", "2022-10"),
    )
    assert proposed(kb, jobs) == (("new-media-ops/manager",), 4.0, 7.0)


@pytest.mark.parametrize(
    ("told", "skills"),
    [
        ("公众号选题策划；不负责短视频", {"content-planning"}),
        ("没有做过直播运营，负责选题策划", {"content-planning"}),
        ("不会 SQL", set()),
        ("SQL（想学）", set()),
        ("想学 SQL", set()),
        ("希望学习短视频", set()),
        ("无需SQL", set()),
        ("不仅写 SQL", {"sql"}),
        ("Never used SQL", set()),
        ("not only SQL", {"sql"}),
        ("SQL (want to learn)", set()),
        ("不会拍照。熟练 SQL", {"sql"}),
        ("不会拍照，但熟练 SQL", {"sql"}),
    ],
)
def test_what_a_resume_denies(kb: KnowledgeBase, told: str, skills: set[str]) -> None:
    """A skill that is denied, or only wished for, is not proposed; one in another part of the sentence is."""
    found = proposals(kb, {"skills": [{"name": told}]}, "2026-11")
    named = proposals(kb, {"skills": [{"name": one} for one in sorted(skills)]}, "2026-11")
    sql = proposals(kb, {"skills": [{"name": "SQL"}]}, "2026-11")
    assert sql
    assert ("skill.content-planning" in found) is ("content-planning" in skills)
    assert (found.keys() >= sql.keys()) is ("sql" in skills)
    assert not {"skill.short-video", "skill.live-commerce"} & {*found}
    assert named.keys() >= (sql.keys() if "sql" in skills else set())


@pytest.mark.parametrize(
    ("told", "degree"),
    [
        (["某某大学 硕士在读", "某某大学 本科"], "bachelor"),
        (["2024 - 至今 某某大学 硕士"], None),
        (["MBA candidate, 2025 - 2027"], None),
        (["Bachelor of Arts, University of X, 2016-2020 (did not complete)"], None),
        (["本科，硕士在读"], "bachelor"),
        (["硕士，就读于某某大学"], "master"),
        (["Master of Science, expected 2027", "Bachelor of Science"], "bachelor"),
    ],
)
def test_a_degree_that_is_not_finished(kb: KnowledgeBase, told: list[str], degree: str | None) -> None:
    """A degree that is still studied for, or was broken off, is not proposed; a lower one that is held is."""
    found = proposals(kb, {"education": [{"studyType": one} for one in told]}, "2026-11")
    assert found.get("education") == degree


def test_the_work_of_others(kb: KnowledgeBase) -> None:
    """Whom somebody worked with tells nothing of their own skills."""
    found = proposals(kb, {"skills": [{"name": "配合数据分析师出报表"}]}, "2026-11")
    assert {*found} == {"skill.data-reporting"}
