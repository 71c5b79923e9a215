"""What many ads ask does not depend on how they come, and however many come, none is held."""

import gc
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from math import sqrt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from small_kb import SMALL

from opscareer.match import demand
from opscareer.match.demand import Demand, Posting
from opscareer.match.match import Matcher
from opscareer.model.demand import Counted, Row
from opscareer.model.lexicon import lexicon_of
from opscareer.model.market import Market

MATCHER = Matcher(lexicon_of(SMALL, Market({}, {}, (), ())))
SELLER = Posting("Duties: sell.", role="seller", rung="specialist")
DEALS = SELLER._replace(text="Duties: dealing.")
BOTH = SELLER._replace(text="Duties: dealing and reckoning.")
postings = st.lists(
    st.builds(
        Posting,
        text=st.sampled_from([SELLER.text, DEALS.text, BOTH.text, "Duties: wording. 3年以上经验, 本科。"]),
        title=st.sampled_from(["", "Writer", "Head Seller"]),
        company=st.sampled_from(["", "a", "b", "c"]),
        role=st.sampled_from(["", "seller", "writer|seller", "cook"]),
        rung=st.sampled_from(["", "specialist", "manager", "boss"]),
    ),
    max_size=30,
)


def counted(*portions: list[Posting]) -> Counted:
    """Return what ads ask that come in some portions."""
    whole = Demand(MATCHER)
    for portion in portions:
        whole.add(portion)
    return whole.counted()


def shares(*ads: Posting) -> dict[str, float]:
    """Return the share of each skill in ads of one role and rung."""
    (row,) = counted([*ads]).table
    return {skill: share for skill, _, share in row.skills}


def listed(skills: Iterable[tuple[str, int, float]]) -> tuple[tuple[str, int, float], ...]:
    """Return the shares of skills as far as sums of floats are exact."""
    return tuple((skill, n, round(share, 9)) for skill, n, share in skills)


def rows(found: Counted) -> Iterator[Row]:
    """Yield all rows."""
    yield from (*found.table, *found.roles, *found.rungs)


def test_companies_that_ask_now_and_then() -> None:
    """A company's ads weigh the root of their number together, each the same part of it."""
    big = [SELLER._replace(company="big")] * 6 + [DEALS._replace(company="big")] * 3
    middle = [DEALS._replace(company="middle")] * 2 + [SELLER._replace(company="middle")] * 2
    # 9 ads weigh 3, of which those that ask a third: 1; 4 ads weigh 2, half of it: 1; and one ad alone weighs 1.
    assert shares(*big, *middle, DEALS) == {"deals": pytest.approx((1 + 1 + 1) / (3 + 2 + 1))}


def test_companies_weigh_within_their_row() -> None:
    """What else a company advertises does not make its ads of a role and rung weigh less."""
    others = [DEALS._replace(company="big", rung="manager")] * 9
    found = counted([DEALS._replace(company="big"), SELLER._replace(company="small"), *others])
    (row,) = [row for row in found.table if row.rung == "specialist"]
    assert listed(row.skills) == (("deals", 1, round(1 / 2, 9)),)
    (role,) = found.roles
    assert listed(role.skills) == (("deals", 10, round(sqrt(10) / (sqrt(10) + 1), 9)),)


@pytest.mark.uncounted
@pytest.mark.parametrize("number", [*range(1, 13), 50, 99, 1000])
def test_what_all_ask(number: int) -> None:
    """What every ad asks has a share of 1 and not a breath more, however many ads of a company there are."""
    told = shares(*[DEALS._replace(company="big")] * number, DEALS)
    assert told == {"deals": pytest.approx(1)}
    assert told["deals"] <= 1


@given(postings.flatmap(lambda ads: st.tuples(st.just(ads), st.permutations(ads))), st.integers(1, 7))
@example(tuple([DEALS._replace(company=one) for one in names] for names in ("abbcc", "ccbba")), 2)
def test_order_and_portions(orders: tuple[list[Posting], list[Posting]], portion: int) -> None:
    """The same ads give the same counts to the last digit, in whatever order and portions they come."""
    ads, mixed = orders
    assert counted(*(mixed[start : start + portion] for start in range(0, len(mixed), portion))) == counted(ads)


@given(postings)
def test_any_ads(ads: list[Posting]) -> None:
    """All ads are counted, none in two rows of a kind; shares lie between 0 and 1, the most asked stand first."""
    found = counted(ads)
    assert found.ads == len(ads)
    assert sum(row.ads for row in found.roles) == found.ads - found.foreign
    assert sum(row.ads for row in found.table) <= min(
        sum(row.ads for row in kind) for kind in (found.roles, found.rungs)
    )
    for row in rows(found):
        assert all(0 < n <= row.ads and 0 < share <= 1 for _, n, share in row.skills)
        assert [n for _, n, _ in row.skills] == sorted((n for _, n, _ in row.skills), reverse=True)
        assert sum(n for _, n in row.years) <= row.ads >= sum(n for _, n in row.education)


@given(postings)
def test_as_many_companies_as_are_told_apart(ads: list[Posting]) -> None:
    """Where none is told apart all ads weigh alike, and every share is the plain part of the ads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demand, "_COMPANIES", 0)
        found = counted(ads)
    for row in rows(found):
        assert listed(row.skills) == tuple((skill, n, round(n / row.ads, 9)) for skill, n, _ in row.skills)


def test_one_more_company_than_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ads of companies that come too late weigh 1 each; those of companies that came before count as before."""
    monkeypatch.setattr(demand, "_COMPANIES", 2)
    names = ["a", "b", "c", "c", "c", "c", "a", "a", "a"]
    ads = [(DEALS if name == "c" else SELLER)._replace(company=name) for name in names]
    assert Counter(names) == {"a": 4, "b": 1, "c": 4}
    assert shares(*ads) == {"deals": pytest.approx(4 / (2 + 1 + 4))}  # a weighs 2, b 1, c 4 times 1


def test_ads_for_a_position_of_several_lines() -> None:
    """An ad whose title names such a position, and which says no word of a role, counts for none of those lines."""
    found = counted([Posting("Duties: come in.", title="First")])
    assert not {"writer", "seller", "counter"} & {row.role for row in rows(found)}


@pytest.mark.uncounted
def test_ads_are_not_held() -> None:
    """Ads are counted and let go: after fifteen hundred no more is held than after the first five hundred."""
    held: list[int] = []

    def ads() -> Iterator[Posting]:
        for number in range(1_501):
            if number % 500 == 0:
                gc.collect()
                held.append(sys.getallocatedblocks())
            yield Posting(f"sell {number}", company=f"company {number % 50}", role="seller", rung="specialist")

    whole, told = Demand(MATCHER), ads()
    while some := list(islice(told, 50)):
        whole.add(some)
    assert whole.counted().ads == 1_501
    assert max(held) - held[1] < 500  # blocks; each ad that was held would be one at the least
