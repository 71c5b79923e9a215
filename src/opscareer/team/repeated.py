"""Which ids come again: eight bytes for each person so far, so that a million of them take eight megabytes.

What is kept of an id is its hash. Of ten million ids the odds that two share one are one in four hundred thousand.
"""

import numpy as np

from opscareer.team.arrays import Array, Bools

_LONGEST = 1 << 22
"""Ids; runs as long as that are not put together any more, which would take four times their memory for a while."""


class Seen:
    """The ids so far, as a few sorted runs: looking through all of them stays quick."""

    def __init__(self) -> None:
        self._runs: list[Array] = []

    def again(self, ids: list[str | None]) -> Bools:
        """Return of which rows the id came before, in these rows or in earlier ones; no id is none."""
        hashes = np.array([hash(id_) for id_ in ids], dtype=np.int64)
        named = np.array([bool(id_) for id_ in ids], dtype=bool)
        order = np.argsort(hashes, kind="stable")
        found = np.zeros(len(ids), dtype=bool)
        found[order[1:]] = hashes[order[1:]] == hashes[order[:-1]]
        for run in self._runs:
            found |= run[np.minimum(np.searchsorted(run, hashes), len(run) - 1)] == hashes
        self._keep(np.unique(hashes[named]))
        return found & named

    def _keep(self, run: Array) -> None:
        while self._runs and len(self._runs[-1]) <= len(run) < _LONGEST:
            run = np.union1d(self._runs.pop(), run)
        if len(run):
            self._runs.append(run)
