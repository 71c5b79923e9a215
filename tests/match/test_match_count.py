from itertools import permutations

import pytest

from opscareer.match.count import Told, counted
from opscareer.model.market import Cue

PEN, DEAL = Cue("钢笔", ("writer",), {}), Cue("成交", ("seller",), {"seller": 0.9})


def told(label: str, company: str, *says: str) -> Told:
    """Return an ad of which it is known what it is for."""
    return Told(label, company, frozenset(says))


def test_shares_by_hand() -> None:
    """The share of a cue is how many of the ads of a label say it."""
    ads = [told("writer", "a", "钢笔"), told("writer", "b", "钢笔"), told("writer", "c"), told("seller", "a", "成交")]
    assert counted([PEN, DEAL], ads) == (
        {"writer": 3, "seller": 1},
        (Cue("钢笔", ("writer",), {"writer": 0.667}), Cue("成交", ("seller",), {"seller": 1.0})),
    )


def test_companies_count_as_roots() -> None:
    """Four ads of one company for one label count as two; all of them are told as counted."""
    ads = [*(told("writer", "big", "钢笔") for _ in range(4)), told("writer", "small")]
    counts, (pen,) = counted([PEN], ads)
    assert counts == {"writer": 5}
    assert pen.shares == {"writer": 0.667}  # 4 / 2 of 4 / 2 + 1


def test_a_company_of_several_labels() -> None:
    """A company's ads of another label do not make it larger."""
    ads = [told("writer", "big", "钢笔"), told("writer", "small"), *(told("seller", "big") for _ in range(9))]
    (pen,) = counted([PEN], ads)[1]
    assert pen.shares == {"writer": 0.5}


def test_words_that_are_no_cues() -> None:
    """What is no cue is not counted, and a cue keeps its word and whose it is but not its old shares."""
    assert counted([DEAL], [told("writer", "a", "墨水")])[1] == (Cue("成交", ("seller",), {}),)


def test_no_ads() -> None:
    """Without ads nothing is counted."""
    assert counted([PEN], []) == ({}, (PEN,))


@pytest.mark.parametrize("order", [*permutations(range(4))])
def test_order_does_not_matter(order: tuple[int, ...]) -> None:
    """The shares are the same in whatever order the ads are read."""
    ads = [told("writer", "a", "钢笔"), told("writer", "a"), told("writer", "b", "成交"), told("seller", "a", "钢笔")]
    assert counted([PEN, DEAL], [ads[n] for n in order]) == counted([PEN, DEAL], ads)
