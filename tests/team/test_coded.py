from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from opscareer.advice.conditions import holds
from opscareer.model.rules import Test
from opscareer.team.arrays import alike
from opscareer.team.coded import Known, Numbers, Words, first_held, held

LABELS = ("a", "b", "c")
BOUNDS = st.none() | st.sampled_from([0.0, 1.0, 2.5])
TESTS = st.builds(Test, st.just("word"), one_of=st.sets(st.sampled_from(LABELS), min_size=1).map(tuple)) | st.builds(
    Test, st.sampled_from(["years", "nobody"]), at_least=BOUNDS, below=BOUNDS
)
PEOPLE = st.lists(
    st.tuples(st.integers(-1, 2), st.none() | st.sampled_from([0.0, 0.5, 1.0, 2.4, 2.5, 9.0])), min_size=1, max_size=20
)


def known_of(people: list[tuple[int, float | None]]) -> Known:
    """Return what is known of people, in columns."""
    return {
        "word": Words(np.array([word for word, _ in people], dtype=np.intp), LABELS),
        "years": Numbers(np.array([np.nan if years is None else years for _, years in people])),
    }


def alone(person: tuple[int, float | None]) -> dict[str, Any]:
    """Return what is known of one person."""
    word, years = person
    return {**({"word": LABELS[word]} if word >= 0 else {}), **({"years": years} if years is not None else {})}


@given(people=PEOPLE, rules=st.lists(st.lists(TESTS, max_size=3), max_size=4))
def test_rules_hold_as_of_each_alone(people: list[tuple[int, float | None]], rules: list[list[Test]]) -> None:
    """Whether tests pass, and which rule is the first to hold, is what the advice says of each person."""
    for tests in rules:
        assert held(tests, known_of(people), len(people)).tolist() == [holds(tests, alone(one)) for one in people]
    first = [next((n for n, tests in enumerate(rules) if holds(tests, alone(one))), -1) for one in people]
    assert first_held(rules, known_of(people), len(people)).tolist() == first


@given(rows=st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 100_000)), min_size=1), wide=st.booleans())
def test_rows_that_are_alike(rows: list[tuple[int, int]], wide: bool) -> None:
    """Each distinct row stands once, where it is first, and every row knows which it is."""
    table = np.array([row if wide else (row[0], row[1] % 3) for row in rows], dtype=np.intp)
    first, which = alike([*table.T])
    assert table[first][which].tolist() == table.tolist()
    assert len({*map(tuple, table.tolist())}) == len(first)
    assert all(table[n].tolist() not in table[:n].tolist() for n in first)
