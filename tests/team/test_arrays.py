"""What the kernel asks of arrays: in which order rows are alike, and values by the columns that each row names."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from opscareer.team.arrays import alike, along, over_last, picked

CODES = st.lists(st.tuples(st.integers(-2, 3), st.integers(-2, 70_000)), min_size=1, max_size=30)


@given(rows=CODES)
def test_combinations_are_numbered_in_order(rows: list[tuple[int, int]]) -> None:
    """Sorted by their number, rows stand in the order of their columns."""
    first, _ = alike(list(np.array(rows).T))
    assert [rows[place] for place in first] == sorted(set(rows))


@given(st.data())
def test_each_row_has_its_own_columns(data: st.DataObject) -> None:
    """Whatever the dimensions, a row tells the values in the columns that it names."""
    table = np.arange(12).reshape(3, 4)
    shape = data.draw(st.sampled_from(((3, 2), (3, 1, 2))))
    columns = np.array(data.draw(st.lists(st.integers(0, 3), min_size=6, max_size=6))).reshape(shape)
    told = along(table, columns).reshape(3, 2)
    assert told.tolist() == [[row[c] for c in of] for row, of in zip(table, columns.reshape(3, 2), strict=True)]


def test_no_column_reads_a_last_one() -> None:
    """Where the last column says the same in all rows, -1 says that too."""
    table = np.array([[1, 2, 9], [3, 4, 9]])
    assert along(table, np.array([[-1, 0], [-1, 1]])).tolist() == [[9, 1], [9, 4]]


def test_some_rows_by_index_or_slice() -> None:
    """Rows are picked by their indices in any order, or as a slice; -1 is the last one."""
    table = np.arange(6).reshape(3, 2)
    assert picked(table, np.array([-1, 0])).tolist() == [[4, 5], [0, 1]]
    assert picked(table, slice(1, 3)).tolist() == [[2, 3], [4, 5]]


def test_an_operation_over_the_last_axis() -> None:
    """It is what the operation makes of all that stand there together."""
    table = np.array([[[1, 5, 2], [0, -1, -7]]])
    assert over_last(np.maximum, table).tolist() == [[5, 0]]
