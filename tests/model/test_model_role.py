import pytest

from opscareer.model.role import Requirement


@pytest.mark.parametrize(
    ("sources", "few"),
    [
        (("ads:0.42/9",), True),
        (("ads:0.42/10",), False),
        (("ads:0.42/9/2022-2026",), True),
        (("ads:0.42/10/2022-2026",), False),
        (("seed:all.copy-design", "ads:0.5/3", "judgement"), True),
        (("seed:role.bd/3", "judgement"), False),
        (("ads:0.5",), False),
        ((), False),
    ],
)
def test_few_ads(sources: tuple[str, ...], few: bool) -> None:
    """A requirement tells whether a share of fewer than ten ads is among its sources."""
    assert Requirement("words", 2, 0.5, must=False, sources=sources).few_ads is few
