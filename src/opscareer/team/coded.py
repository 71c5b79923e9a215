"""Answers of many people, as the rules read them: each rule is asked once for each combination of what it tests.

The rules are those of the advice, judged by its own grammar of tests (conditions.py).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from opscareer.advice.conditions import holds
from opscareer.model.rules import Test
from opscareer.records import dataclass
from opscareer.team.arrays import NONE, Array, Bools, Floats, Ints, alike

Value = str | float


@dataclass(frozen=True)
class Words:
    """What people answered in words: the index of a label for each, -1 where it is not known."""

    codes: Ints
    labels: Sequence[str]

    def value(self, row: int) -> Value | None:
        """Return the answer of one person."""
        return None if self.codes[row] == NONE else self.labels[self.codes[row]]

    def classes(self, tests: Iterable[Test]) -> Ints:  # noqa: ARG002 - words are told apart whatever is tested
        """Return codes that are the same for answers that no test can tell apart."""
        return self.codes


@dataclass(frozen=True)
class Numbers:
    """What people answered in numbers, NaN where it is not known."""

    values: Floats

    def value(self, row: int) -> Value | None:
        """Return the answer of one person."""
        return None if np.isnan(self.values[row]) else float(self.values[row])

    def classes(self, tests: Iterable[Test]) -> Ints:
        """Return codes that are the same for numbers between the same bounds."""
        bounds = sorted({bound for test in tests for bound in (test.at_least, test.below) if bound is not None})
        places = np.searchsorted(np.array(bounds, dtype=float), self.values, side="right")
        return np.where(np.isnan(self.values), NONE, places)


Column = Words | Numbers
Known = Mapping[str, Column]


def held(tests: Sequence[Test], known: Known, count: int) -> Bools:
    """Return for each of so many people whether all tests pass. What is not known passes none."""
    names = list(dict.fromkeys(test.name for test in tests))
    if not all(name in known for name in names):
        return np.zeros(count, dtype=bool)
    if not names:
        return np.ones(count, dtype=bool)
    first, which = alike([known[name].classes(t for t in tests if t.name == name) for name in names])
    passed = [holds(tests, dict(_told(known, names, int(row)))) for row in first]
    found: Array = np.array(passed, dtype=bool)
    return found[which]


def first_held(rules: Sequence[Sequence[Test]], known: Known, count: int) -> Ints:
    """Return for each of so many people the index of the first rule whose tests all pass; -1 where none does."""
    found = np.full(count, NONE, dtype=np.intp)
    for place, tests in enumerate(rules):
        found[(found == NONE) & held(tests, known, count)] = place
    return found


def _told(known: Known, names: Iterable[str], row: int) -> Iterator[tuple[str, Value]]:
    for name in names:
        value = known[name].value(row)
        if value is not None:
            yield name, value
