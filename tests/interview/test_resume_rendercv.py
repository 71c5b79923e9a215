"""RenderCV, whose sections people name as they like, and whose entries may tell their time in one word."""

from collections.abc import Mapping, Sequence

import pytest

from opscareer.interview.resume import Proposed, proposals
from opscareer.interview.resume.forms import entries_of
from opscareer.model.kb import KnowledgeBase

NOW = {"company": "X", "position": "Content Operations Manager", "start_date": "2021-07", "end_date": "present"}


def read(kb: KnowledgeBase, **sections: Sequence[Mapping[str, object]]) -> Proposed:
    """Return what sections lead to propose in November 2026."""
    return proposals(kb, {"cv": {"name": "x", "sections": sections}}, "2026-11")


@pytest.mark.parametrize(
    "section", ["experience", "professional_experience", "Work Experience", "工作经历", "一路走来"]
)
def test_sections_of_posts(kb: KnowledgeBase, section: str) -> None:
    """A section counts as experience by what it is called, or by its entries, which tell a company and a position."""
    found = read(kb, **{section: [NOW]})
    assert (found.answers["current"], found.answers["years"]) == (("content-ops/manager",), 5.5)


def test_other_sections() -> None:
    """Schools, projects and skills are known by the names that headings have too; a project is no post."""
    sections = {
        "教育背景": [{"degree": "本科"}],
        "where_i_learnt": [{"institution": "U", "degree": "BA"}],
        "side_projects": [{"name": "p", "position": "Editor"}],
        "专业技能": [{"label": "SQL"}],
        "awards": [{"name": "a"}],
    }
    found = entries_of({"cv": {"sections": sections}})
    assert [one["studyType"] for one in found.schools] == ["本科", "BA"]
    assert ([one["name"] for one in found.projects], [one["label"] for one in found.skills]) == (["p"], ["SQL"])
    assert found.jobs == []


@pytest.mark.parametrize(
    ("date", "current", "years"),
    [
        ("2018.07-2021.06", None, 3.0),
        ("Jul 2018 – Jun 2021", None, 3.0),
        ("2018年7月 — 至今", ("user-ops/specialist",), 8.5),
        ("二〇一八年七月至今", ("user-ops/specialist",), 8.5),
        ("2018", None, 0.0),
        (2018, None, 0.0),
        ("some time ago", None, None),
    ],
)
def test_a_date_of_its_own(kb: KnowledgeBase, date: object, current: object, years: object) -> None:
    """An entry's own date is its time; one that is not understood is told, and its post not proposed as present."""
    found = read(kb, experience=[{"company": "Y", "position": "User Operations Specialist", "date": date}])
    assert (found.answers.get("current"), found.answers.get("years_total")) == (current, years)
    assert bool(found.undated) is (years is None)


def test_a_beginning_that_is_not_understood(kb: KnowledgeBase) -> None:
    """In no form a post without an end is present where its beginning is not understood; one that says so is."""
    job = {"position": "内容运营专员", "startDate": "从前"}
    found = proposals(kb, {"work": [job]}, "2026-11")
    assert "current" not in found.answers
    assert found.undated == ("内容运营专员, 从前 –",)
    assert "current" in proposals(kb, {"work": [{**job, "endDate": "至今"}]}, "2026-11").answers
