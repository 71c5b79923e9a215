"""What many ads ask is counted one ad after another, per role and rung."""

import gc
import tracemalloc
from collections.abc import Iterator
from itertools import islice

import pytest

from opscareer.match import demand
from opscareer.match.demand import Demand, Posting
from opscareer.match.match import Matcher
from opscareer.model.demand import Counted, Row
from opscareer.model.lexicon import Lexicon

WRITER = "新媒体运营专员\n岗位职责：负责公众号和微博的选题与撰写，跟踪涨粉数据。\n任职要求：{asks}"
OTHER = "Cook\nDuties: prepare hot dishes and keep the kitchen clean."
SALES = Posting("岗位职责：拜访客户，完成销售任务。", role="sales", rung="specialist")


@pytest.fixture(scope="module")
def matcher(lexicon: Lexicon) -> Matcher:
    """Ads read against the built-in knowledge base."""
    return Matcher(lexicon)


def counted(matcher: Matcher, *ads: Posting) -> Counted:
    """Return what some ads ask, counted in one go."""
    whole = Demand(matcher)
    whole.add(ads)
    return whole.counted()


def shares(row: Row) -> dict[str, float]:
    """Return the share of each skill in a row."""
    return {skill: share for skill, _, share in row.skills}


def test_counts(matcher: Matcher) -> None:
    """Each ad counts once for each skill, for its years and its education; ads of another trade are left out."""
    ads = [WRITER.format(asks="本科，2年以上经验，会SQL，熟悉SQL。"), WRITER.format(asks="大专，1年以上经验。"), OTHER]
    found = counted(matcher, *map(Posting, ads))
    (row,) = found.table
    assert (found.ads, found.foreign) == (3, 1)
    assert (row.role, row.rung, row.ads) == ("new-media-ops", "specialist", 2)
    assert {skill: n for skill, n, _ in row.skills}["social-accounts"] == 2
    assert shares(row)["data-reporting"] == 0.5
    assert row.years == ((1, 1), (2, 1))
    assert dict(row.education) == {"bachelor": 1, "college": 1}


def test_rows_over_all(matcher: Matcher) -> None:
    """Beside role and rung, ads are counted by role over all rungs, and by rung over all roles, known here or not."""
    found = counted(
        matcher,
        SALES,
        SALES._replace(rung="manager"),
        SALES._replace(rung=""),
        Posting("岗位职责：烹制热菜。", role="cook", rung="manager"),
    )
    assert [(row.role, row.rung, row.ads) for row in found.table] == [
        ("sales", "manager", 1),
        ("sales", "specialist", 1),
    ]
    assert [(row.role, row.rung, row.ads) for row in found.roles] == [("sales", "", 3)]
    assert [(row.role, row.rung, row.ads) for row in found.rungs] == [("", "manager", 2), ("", "specialist", 1)]
    assert (found.ads, found.foreign) == (4, 1)


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("sales", "sales"),
        ("sales|cook", "sales"),
        ("bd|sales", "sales"),
        ("sales|user-ops", "sales"),
        ("cook", None),
        ("cook|baker", None),
    ],
)
def test_told_roles(matcher: Matcher, told: str, role: str | None) -> None:
    """A role that is told is believed, of several the likelier; one that is not known here makes the ad foreign."""
    found = counted(matcher, SALES._replace(role=told))
    assert [row.role for row in found.roles] == ([role] if role else [])
    assert found.foreign == (role is None)


def test_told_role_without_a_rung(matcher: Matcher) -> None:
    """An ad whose role is told and whose rung is not, or is none, counts for no rung; else both are read."""
    for rung in ("", "nowhere"):
        assert counted(matcher, SALES._replace(rung=rung)).table == ()
    assert [row.rung for row in counted(matcher, Posting("销售专员\n" + SALES.text)).table] == ["specialist"]


def test_told_rung_without_a_role(matcher: Matcher) -> None:
    """A rung that is told is believed also where the role is read."""
    (row,) = counted(matcher, Posting("销售专员\n" + SALES.text, rung="manager")).table
    assert (row.role, row.rung) == ("sales", "manager")


def test_told_rung_that_is_none(matcher: Matcher) -> None:
    """Where a rung is told that is none, none is read instead; an ad of another trade counts for no rung."""
    found = counted(matcher, Posting("销售专员\n" + SALES.text, rung="nowhere"), Posting(OTHER))
    assert found.rungs == ()


def test_what_a_title_is_for(matcher: Matcher) -> None:
    """A title that is told beside the text says which rung an ad is for."""
    (row,) = counted(matcher, Posting(SALES.text, title="销售经理")).table
    assert (row.role, row.rung) == ("sales", "manager")


def test_the_first_word_counts(matcher: Matcher) -> None:
    """What an ad without a title begins with is asked as what follows."""
    assert "seo" in shares(counted(matcher, SALES._replace(text="SEO 优化。" + SALES.text)).roles[0])


def test_conditions_are_counted(matcher: Matcher) -> None:
    """Years stand in their order, education by how many ads ask for it; of as many the names decide."""
    asks = ["大专，1年以上经验。", "大专，3年以上经验。", "硕士，1年以上经验。", "本科，1年以上经验。"]
    (row,) = counted(matcher, *(Posting(WRITER.format(asks=one)) for one in asks)).table
    assert row.years == ((1, 3), (3, 1))
    assert row.education == (("college", 2), ("bachelor", 1), ("master", 1))


def test_titles_ask_nothing(matcher: Matcher) -> None:
    """What only the title says is no skill asked for: the role was told by it."""
    titled = SALES._replace(title="销售（SEO 方向）")
    assert "seo" not in shares(counted(matcher, titled).roles[0])
    assert "seo" in shares(counted(matcher, titled._replace(text=SALES.text + "懂SEO。")).roles[0])


def test_companies_count_as_roots(matcher: Matcher) -> None:
    """Four ads of one company count as two, beside one of another and one of nobody known."""
    seo = SALES._replace(text=SALES.text + "懂SEO。", company="big")
    found = counted(matcher, *[seo] * 4, SALES._replace(company="small"), SALES)
    (row,) = found.table
    assert row.ads == 6
    assert next(n for skill, n, _ in row.skills if skill == "seo") == 4
    assert shares(row)["seo"] == pytest.approx(2 / 4)  # 4 / 2 of 4 / 2 + 1 + 1


def test_too_many_companies(matcher: Matcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more companies than are told apart, the ads of the rest count as if each had its own."""
    monkeypatch.setattr(demand, "_COMPANIES", 1)
    seo = SALES._replace(text=SALES.text + "懂SEO。")
    ads = [SALES._replace(company="first"), *[seo._replace(company="second")] * 4, SALES._replace(company="first")]
    assert shares(counted(matcher, *ads).table[0])["seo"] == pytest.approx(4 / (4 + 2**0.5))


def test_order_and_portions_do_not_matter(matcher: Matcher) -> None:
    """The same ads give the same counts, in whatever order and portions they come."""
    ads = [
        Posting(WRITER.format(asks=f"{years}年以上工作经验。"), company="one" if years % 2 else "other")
        for years in range(1, 6)
    ]
    parts = Demand(matcher)
    for ad in reversed(ads):
        parts.add([ad])
    assert parts.counted() == counted(matcher, *ads)


@pytest.mark.uncounted
def test_any_number_fits_in_memory(matcher: Matcher) -> None:
    """Ads are counted and let go: of two hundred less than half is kept, whatever caches hold."""

    def ads(many: int) -> Iterator[Posting]:
        for number in range(many):
            yield Posting(f"岗位职责：拜访客户，完成第{number}项销售任务。" * 8, role="sales", rung="specialist")

    whole, told = Demand(matcher), ads(300)
    whole.add(islice(told, 100))
    tracemalloc.start()
    try:
        whole.add(told)
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert whole.counted().ads == 300
    assert kept < sum(len(ad.text.encode()) for ad in ads(200)) / 2


@pytest.mark.parametrize(
    ("years", "usual"), [((), None), (((3, 1),), 3), (((1, 1), (4, 1)), 2.5), (((1, 2), (3, 1), (9, 2)), 3)]
)
def test_usual_years(years: tuple[tuple[int, int], ...], usual: float | None) -> None:
    """The usual years are the median of those that ads ask."""
    assert Row("a", "b", 5, (), years, ()).usual_years == usual
