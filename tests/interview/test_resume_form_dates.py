"""Dates of a form: what is one, what is none, and that a post is held now only where its form says so."""

import pytest

from opscareer.interview.resume import Proposed, proposals, told
from opscareer.model.kb import KnowledgeBase

ENDED = {"position": "用户运营专员", "startDate": "2020.01", "endDate": "2022.12"}


def read(kb: KnowledgeBase, **job: object) -> Proposed:
    """Return what a post leads to propose in November 2026."""
    return proposals(kb, {"work": [job]}, "2026-11")


@pytest.mark.parametrize(
    "end", [2022.12, {"year": 2022, "month": 12}, [2022, 12]], ids=["a number", "an object", "a list"]
)
def test_an_end_that_is_no_text(kb: KnowledgeBase, end: object) -> None:
    """A post whose end is told as something that is no date has ended at nobody knows when, and that is told."""
    found = read(kb, **{**ENDED, "endDate": end})
    assert not {"current", "years_total"} & found.answers.keys()
    assert any("起止时间没读懂" in line.zh and "用户运营专员, 2020.01 – ?" in line.zh for line in told(kb, found))


@pytest.mark.parametrize("end", [None, "", {}, "至今"])
def test_an_end_that_is_none(kb: KnowledgeBase, end: object) -> None:
    """A post that has begun and tells no end lasts."""
    assert read(kb, **{**ENDED, "endDate": end}).answers["current"] == ("user-ops/specialist",)


@pytest.mark.parametrize("start", [None, "", "从前", 2020.01])
def test_no_dates_that_are_understood(kb: KnowledgeBase, start: object) -> None:
    """A post of which neither beginning nor end is understood is not proposed as held now, and is told."""
    found = read(kb, position="用户运营专员", startDate=start)
    assert "current" not in found.answers
    assert found.undated
    assert "current" in read(kb, position="用户运营专员", startDate=start, endDate="至今").answers


@pytest.mark.parametrize("key", ["startDate", "endDate", "date"])
def test_a_stretch_in_one_date(kb: KnowledgeBase, key: str) -> None:
    """A beginning and an end that stand in one date are both: a post of 2018 is not held now."""
    found = read(kb, position="运营实习生", **{key: "2018.07-2018.12"}).answers
    assert ("current" in found, found["years_total"]) == (False, 0.5)
    lasting = read(kb, position="运营实习生", **{key: "2018年7月－至今"}).answers
    assert ("current" in lasting, lasting["years_total"]) == (True, 8.5)
