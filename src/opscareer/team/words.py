"""Columns of words and numbers as codes: each distinct word is judged once, however many rows say it."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from opscareer.errors import UsageError
from opscareer.team.arrays import Array, Ints
from opscareer.text import Text, clean

WORDS_EXPECTED = Text("文字或整数", "words or whole numbers")
"""What a column of words may be instead."""


class Judged(NamedTuple):
    """The code of each value of a column, and which of them are no valid answer, with the reason."""

    codes: Array
    wrong: tuple[tuple[int, Text], ...] = ()


def judged(column: Any, judge: Callable[[str], int], blank: int) -> Judged:
    """Return the code that a function gives each word of a column; null and empty ones are blank.

    What the function refuses with a UsageError is told with its place, and blank for the time being.
    """
    if not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    words = [str(word or "").strip() for word in column.dictionary.to_pylist()]
    outcomes = [_outcome(word, judge, blank) for word in words]
    codes = np.array([*(one if isinstance(one, int) else blank for one in outcomes), blank], dtype=np.intp)
    places = column.indices.fill_null(len(words)).to_numpy(zero_copy_only=False)
    refused = {place: one for place, one in enumerate(outcomes) if isinstance(one, Text)}
    hit = np.flatnonzero(np.isin(places, list(refused))) if refused else ()
    return Judged(codes.take(places), tuple((int(row), refused[int(places[row])]) for row in hit))


def _outcome(word: str, judge: Callable[[str], int], blank: int) -> int | Text:
    """Return the code of a word, or why it is no valid answer."""
    try:
        return judge(word) if word else blank
    except UsageError as wrong:
        return wrong.whole


def texts_of(name: str, column: Any) -> Any:
    """Return a column as words: of whole numbers those that are written so. Raises UsageError for other types."""
    type_ = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if pa.types.is_string(type_) or pa.types.is_large_string(type_):
        return column
    if pa.types.is_null(type_):
        return column.cast(pa.string())
    if pa.types.is_floating(type_):
        rounded = pc.round(column)
        same = pc.all(pc.equal(rounded, column)).as_py() in (True, None)
        column = rounded.cast(pa.int64()) if same else column
        type_ = column.type
    if pa.types.is_integer(type_) or pa.types.is_floating(type_):
        return column.cast(pa.string())
    raise wrong_type(name, column, WORDS_EXPECTED)


def lists_of(name: str, column: Any) -> Any:
    """Return a column as lists of words. Raises UsageError for other types."""
    if pa.types.is_null(column.type):
        return column.cast(pa.list_(pa.string()))
    if pa.types.is_list(column.type) or pa.types.is_large_list(column.type):
        return column
    raise wrong_type(name, column, Text("文字的列表", "lists of words"))


def lengths_of(lists: Any) -> Ints:
    """Return how many members each list has; none where it is null."""
    found: Ints = pc.list_value_length(lists).fill_null(0).to_numpy(zero_copy_only=False).astype(np.intp)
    return found


def wrong_type(name: str, column: Any, expected: Text) -> UsageError:
    """Return the error of a column whose type cannot be read."""
    name = clean(name)
    return UsageError(
        f"{name} 这一列的类型是 {column.type}，要的是{expected.zh}",
        f"the column {name} is of type {column.type}; it takes {expected.en}",
    )
