"""The arrays that all of this package hands about, and what numpy has no word for: which rows are alike."""

from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Codes = NDArray[np.int8]
Ints = NDArray[np.intp]
Array = NDArray[Any]

NONE = -1
"""The index of no position, no option, no column: it reads the last row of a table, which is kept for it."""
_FLAGS = 1 << 16


def alike(columns: Sequence[Array]) -> tuple[Ints, Ints]:
    """Return the first row of each distinct combination of some columns, and of each row which combination it is.

    The columns hold whole numbers from -2 up. Combinations are numbered in the order of their columns.
    """
    key = np.zeros(len(columns[0]), dtype=np.intp)
    size = 1
    for column in columns:
        width = int(column.max(initial=NONE)) + 3
        key = key * width + column + 2
        size *= width
    return _flagged(key, size) if size <= _FLAGS else _sorted(key)


def _flagged(key: Ints, size: int) -> tuple[Ints, Ints]:
    """Return the same without sorting, where there are few combinations to think of."""
    first = np.full(size, len(key), dtype=np.intp)
    first[key[::-1]] = np.arange(len(key) - 1, -1, -1)
    there = first < len(key)
    return first[there], (np.cumsum(there) - 1)[key]


def _sorted(key: Ints) -> tuple[Ints, Ints]:
    _, first, which = np.unique(key, return_index=True, return_inverse=True)
    return first.astype(np.intp), which.astype(np.intp)


def picked(table: Array, rows: Array | slice) -> Array:
    """Return some rows of a table; by their indices several times as fast as `table[rows]`."""
    found: Array = table[rows] if isinstance(rows, slice) else table.take(rows, axis=0)
    return found


def along(table: Array, columns: Ints) -> Array:
    """Return of each row of a table the values in its own columns, of any dimensions.

    -1 reads the last column of some row: it means something only where that is alike in all.
    """
    starts = np.arange(len(table)) * table.shape[1]
    found: Array = table.ravel().take(columns + starts.reshape(-1, *(1,) * (columns.ndim - 1)))
    return found


def over_last(operation: np.ufunc, table: Array) -> Array:
    """Return what an operation of two makes of the last axis, which is short: slice by slice, each at once."""
    found: Array = reduce(operation, np.moveaxis(table, -1, 0))
    return found


def padded(rows: Sequence[Sequence[int]], width: int = 0) -> Ints:
    """Return rows of indices of different lengths as one table, filled up with NONE; at least one column."""
    width = max([width, 1, *map(len, rows)])
    return np.array([[*row, *[NONE] * (width - len(row))] for row in rows], dtype=np.intp).reshape(len(rows), width)


def each_once(posts: Ints) -> Ints:
    """Return posts without those that were told before in the same row, the others moved up."""
    again = np.zeros(posts.shape, dtype=bool)
    for place in range(1, posts.shape[1]):
        again[:, place] = (posts[:, :place] == posts[:, place : place + 1]).any(axis=1)
    if not (again & (posts != NONE)).any():
        return posts
    kept = np.where(again, NONE, posts)
    return np.take_along_axis(kept, np.argsort(kept == NONE, axis=1, kind="stable"), axis=1)
