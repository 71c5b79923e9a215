"""From a batch of rows to people as arrays.

What is no valid answer is told with its row; such rows are left out, and the others are not held up.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from opscareer.errors import UsageError
from opscareer.interview.accepting import accept
from opscareer.interview.answers import SKILL
from opscareer.model.kb import KnowledgeBase
from opscareer.model.question import Question
from opscareer.names import whole_number
from opscareer.team.arrays import NONE, Array, Bools, Codes, Floats, Ints, each_once
from opscareer.team.columns import CURRENT, ID, NAME, UNASKED, WORDS, must_be_known
from opscareer.team.people import People
from opscareer.team.words import WORDS_EXPECTED, Judged, judged, lengths_of, lists_of, texts_of, wrong_type
from opscareer.text import Text

_YEARS = 60
_UNTOLD = Text(
    "没有写现在的岗位；还没入行就写空列表", "the present positions are missing; an empty list if there are none"
)


class Fault(NamedTuple):
    """An answer that is none: its row (from 0, within the batch), its column, and what is wrong with it."""

    row: int
    column: str
    message: Text


class Encoded(NamedTuple):
    """The people of a batch, and what is wrong with the rows that were left out, by row."""

    people: People
    faults: tuple[Fault, ...]


def encode(kb: KnowledgeBase, batch: pa.RecordBatch | pa.Table) -> Encoded:
    """Return the people of a batch; a column of a question or a skill may be absent, but for the present positions.

    Raises UsageError where there is a column that nothing is asked by, or one of another type.
    """
    reading = _Reading(kb, batch)
    people, faults = reading.people(), tuple(sorted(reading.faults))
    if not faults:
        return Encoded(people, ())
    right = np.ones(len(people), dtype=bool)
    right[[fault.row for fault in faults]] = False
    return Encoded(people.only(right), faults)


class _Reading:
    """A batch while it is read; faults gather."""

    def __init__(self, kb: KnowledgeBase, batch: pa.RecordBatch | pa.Table) -> None:
        self.faults: list[Fault] = []
        self._kb, self._batch, self._names = kb, batch, set(batch.schema.names)
        self._places = {position: place for place, position in enumerate(kb.positions)}
        must_be_known(kb, batch.schema.names)

    def people(self) -> People:
        """Return the people, those with faults too."""
        asked = self._kb.questions.values()
        return People(
            ids=self._texts(ID),
            names=self._texts(NAME) if NAME not in self._kb.questions else pa.nulls(self._batch.num_rows, pa.string()),
            skills=self._skills(),
            posts=self._posts(),
            words={q.id: self._words(q) for q in asked if q.kind in ("choice", "position")},
            numbers={q.id: self._years(q.id) for q in asked if q.kind == "years"},
            several={q.id: self._several(q) for q in asked if q.kind == "choices"},
        )

    def _column(self, name: str) -> Any:
        """Return a column as one array; all null where there is none."""
        if name not in self._names:
            return pa.nulls(self._batch.num_rows)
        column = self._batch.column(name)
        return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column

    def _texts(self, name: str) -> Any:
        column = self._column(name)
        try:
            return column.cast(pa.string())
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            raise wrong_type(name, column, WORDS_EXPECTED) from None

    def _skills(self) -> Codes:
        found = np.empty((len(self._kb.skills), self._batch.num_rows), dtype=np.int8)
        for row, skill in zip(found, self._kb.skills, strict=True):
            row[:] = self._coded(SKILL + skill, self._level(SKILL + skill), UNASKED)
        return np.ascontiguousarray(found.T)

    def _level(self, name: str) -> Callable[[str], int]:
        def judge(word: str) -> int:
            number = whole_number(word)
            value = accept(self._kb, name, word if number is None else number)
            return value if isinstance(value, int) else WORDS[str(value)]

        return judge

    def _words(self, question: Question) -> Ints:
        """Return the index of the answer to a question of choice or of position; -1 where it is not sure or blank."""
        places = self._places_of(question)

        def judge(word: str) -> int:  # an id written out needs no search for what is like it
            return places[word] if word in places else places.get(str(accept(self._kb, question.id, word)), NONE)

        return self._coded(question.id, judge, NONE)

    def _posts(self) -> Ints:
        """Return the positions held, each once."""
        column = lists_of(CURRENT, self._column(CURRENT))
        self.faults += [Fault(int(row), CURRENT, _UNTOLD) for row in np.flatnonzero(column.is_null())]
        judge = self._member(CURRENT, self._places)
        counts, flat = lengths_of(column), self._members(CURRENT, column, judge)
        width = int(counts.max(initial=1))
        found = np.full((len(counts), width), NONE, dtype=np.intp)
        found[np.arange(width) < counts[:, None]] = flat
        return each_once(found)

    def _several(self, question: Question) -> Bools:
        """Return which options of a question of many choices are chosen."""
        places = self._places_of(question)
        column = lists_of(question.id, self._column(question.id))
        judge = self._member(question.id, places)
        found = np.zeros((len(column), len(places) + 1), dtype=bool)
        flat = self._members(question.id, column, judge)
        found[np.repeat(np.arange(len(column)), lengths_of(column)), flat] = True
        return found[:, :-1]

    def _years(self, name: str) -> Floats:
        """Return years as they are told, NaN where they are not."""
        column = self._column(name)
        try:
            found: Floats = np.array(column.cast(pa.float64()).fill_null(float("nan")), dtype=float)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            if not pa.types.is_string(column.type):
                raise wrong_type(name, column, Text("年数", "years")) from None
            found = self._years_in_words(name, column)
        for row in np.flatnonzero((found < 0) | (found > _YEARS)):
            self._refuse(int(row), name, float(found[row]))
        return found

    def _years_in_words(self, name: str, column: Any) -> Floats:
        """Return the years of a column that says something else here and there."""
        found = np.full(len(column), np.nan)
        for row, word in enumerate(column.to_pylist()):
            try:
                found[row] = float(word) if word else np.nan
            except ValueError:
                if accepted := self._refuse(row, name, word):
                    found[row] = np.nan if isinstance(accepted, str) else accepted
        return found

    def _refuse(self, row: int, name: str, value: object) -> object:
        """Return a value as it is accepted; else note the fault."""
        try:
            return accept(self._kb, name, value)
        except UsageError as wrong:
            self.faults.append(Fault(row, name, wrong.whole))
            return None

    def _members(self, name: str, column: Any, judge: Callable[[str], int]) -> Ints:
        """Return the codes of all members of lists, one after the other."""
        found = judged(texts_of(name, column.flatten()), judge, NONE)
        rows = np.repeat(np.arange(len(column)), lengths_of(column))
        return self._noted(name, Judged(found.codes, tuple((int(rows[n]), why) for n, why in found.wrong)))

    def _coded(self, name: str, judge: Callable[[str], int], blank: int) -> Array:
        if name not in self._names:
            return np.full(self._batch.num_rows, blank)
        return self._noted(name, judged(texts_of(name, self._column(name)), judge, blank))

    def _noted(self, name: str, found: Judged) -> Array:
        self.faults += [Fault(row, name, why) for row, why in found.wrong]
        return found.codes

    def _member(self, question: str, places: Mapping[str, int]) -> Callable[[str], int]:
        """Return the judge of one member of a list that answers a question."""

        def judge(word: str) -> int:
            if word in places:
                return places[word]
            value = accept(self._kb, question, [word])
            return places[value[0]] if isinstance(value, tuple) else NONE

        return judge

    def _places_of(self, question: Question) -> dict[str, int]:
        return self._places if question.kind == "position" else {o: n for n, o in enumerate(question.labels)}
