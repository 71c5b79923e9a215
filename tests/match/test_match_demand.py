"""What many ads ask is counted one ad after another, per role and rung."""

import pytest

from opscareer.knowledge import open_kb
from opscareer.match.demand import Demand
from opscareer.match.match import Matcher
from opscareer.model.demand import Row
from opscareer.model.kb import KnowledgeBase

WRITER = "新媒体运营专员\n岗位职责：负责公众号和微博的选题与撰写，跟踪涨粉数据。\n任职要求：{asks}"
OTHER = "Cook\nDuties: prepare hot dishes and keep the kitchen clean."


@pytest.fixture(scope="module")
def matcher(kb: KnowledgeBase) -> Matcher:
    """Ads read against the built-in knowledge base."""
    return Matcher(kb, open_kb(None).market())


def test_counts(matcher: Matcher) -> None:
    """Each ad counts once for each skill, for its years and its education; ads of another trade are left out."""
    counted = Demand()
    counted.add(
        matcher, [WRITER.format(asks="本科，2年以上经验，会SQL，熟悉SQL。"), WRITER.format(asks="大专，1年以上经验。")]
    )
    counted.add(matcher, [OTHER])
    (row,) = counted.rows()
    assert (counted.ads, counted.foreign) == (3, 1)
    assert (row.role, row.rung, row.ads) == ("new-media-ops", "specialist", 2)
    skills = dict(row.skills)
    assert skills["social-accounts"] == 2
    assert skills["data-reporting"] == 1
    assert row.years == ((1, 1), (2, 1))
    assert dict(row.education) == {"bachelor": 1, "college": 1}


def test_order_and_portions_do_not_matter(matcher: Matcher) -> None:
    """The same ads give the same counts, in whatever order and portions they come."""
    ads = [WRITER.format(asks=f"{years}年以上工作经验。") for years in range(1, 6)]
    whole, parts = Demand(), Demand()
    whole.add(matcher, ads)
    for ad in reversed(ads):
        parts.add(matcher, [ad])
    assert list(whole.rows()) == list(parts.rows())


@pytest.mark.parametrize(
    ("years", "usual"), [((), None), (((3, 1),), 3), (((1, 1), (4, 1)), 2.5), (((1, 2), (3, 1), (9, 2)), 3)]
)
def test_usual_years(years: tuple[tuple[int, int], ...], usual: float | None) -> None:
    """The usual years are the median of those that ads ask."""
    assert Row("a", "b", 5, (), years, ()).usual_years == usual
