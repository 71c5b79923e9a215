"""People as arrays, a row a person: codes instead of words."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from opscareer.records import dataclass
from opscareer.team.arrays import Array, Bools, Codes, Floats, Ints


@dataclass(frozen=True)
class People:
    """What people answered, a row a person.

    skills: a level from 0 up, or a code of `columns` below it, in the order of the knowledge base's skills; posts: the
    positions held, filled up with -1; words: of each question of choice and of position the index of the answer, -1
    where it is not known; numbers: years, NaN where not known; several: of each question of many choices, which are
    chosen; names: what they are called, null where their ids tell it or nobody does.
    """

    ids: pa.Array
    names: pa.Array
    skills: Codes
    posts: Ints
    words: Mapping[str, Ints]
    numbers: Mapping[str, Floats]
    several: Mapping[str, Bools]

    def __len__(self) -> int:
        """Return how many they are."""
        return len(self.skills)

    def only(self, rows: Array | slice) -> "People":
        """Return some of them, by a mask, their indices or a slice."""
        places = pa.array(np.arange(len(self))[rows])
        return People(
            ids=self.ids.take(places),
            names=self.names.take(places),
            skills=self.skills[rows],
            posts=self.posts[rows],
            words={name: column[rows] for name, column in self.words.items()},
            numbers={name: column[rows] for name, column in self.numbers.items()},
            several={name: column[rows] for name, column in self.several.items()},
        )
