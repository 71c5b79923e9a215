from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.interview import accept
from opscareer.interview.resume import proposals
from opscareer.model.kb import KnowledgeBase

RESUME: dict[str, Any] = {
    "basics": {"name": "someone", "summary": "会用 Photoshop"},
    "work": [
        {"name": "Shop", "position": "新媒体运营", "startDate": "2023-05", "highlights": ["涨粉两万，负责选题", 3]},
        {"name": "Agency", "position": "copywriter", "startDate": "2021-01-15", "endDate": "2023-04"},
        {"name": "Café", "position": "waiter", "startDate": "2015"},
    ],
    "education": [{"studyType": "大专"}, {"studyType": "Bachelor of Arts"}],
    "skills": [{"name": "writing", "keywords": ["数据分析"]}],
}


def test_a_resume(kb: KnowledgeBase) -> None:
    """Position, years, degree and the skills spoken of are proposed; what was done counts more than what is listed."""
    found = proposals(kb, RESUME, "2026-11")
    assert found["current"] == ("new-media-ops/specialist",)
    assert (found["years"], found["years_total"]) == (3.5, 6.0)
    assert found["education"] == "bachelor"
    assert found["skill.content-planning"] == 2
    assert found["skill.data-analysis"] == 1
    assert "skill.warehousing" not in found


@pytest.mark.parametrize(
    ("changed", "month"),
    [
        ({"work": []}, "2026-11"),
        ({"work": [{"position": "新媒体运营"}]}, "2026-11"),
        ({"work": [{"position": "新媒体运营", "startDate": "soon"}]}, "2026-11"),
        ({"work": [{"position": "新媒体运营", "startDate": "2030"}]}, "2026-11"),
        (RESUME, "now"),
    ],
)
def test_no_years(kb: KnowledgeBase, changed: dict[str, Any], month: str) -> None:
    """Where nothing can be reckoned no years are proposed."""
    assert "years" not in proposals(kb, changed, month)


def test_the_last_post_of_somebody_without_one(kb: KnowledgeBase) -> None:
    """Who holds no post at present is proposed the last one they had."""
    work = [{"position": "bd/manager", "endDate": "2026-01"}, {"position": "bd/specialist", "endDate": "2020-01"}]
    assert proposals(kb, {"work": work}, "2026-11")["current"] == ("bd/manager",)


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
    for question, value in proposals(kb, resume, "2026-11").items():
        assert accept(kb, question, value) == value
