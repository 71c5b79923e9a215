"""What keeps a group of few from being told: it is put together with others, and no difference of two figures tells it.

People are in one part each. So whatever is added to or taken from what is shown is again a sum of whole parts, and it
is enough that none of these is small.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Pooled(NamedTuple):
    """The indices of the parts that are shown by themselves, and of those that are put together: none, or many people.

    Where only the latter are there, all are.
    """

    alone: tuple[int, ...]
    together: tuple[int, ...]


def pooled(sizes: Sequence[int], least: int) -> Pooled:
    """Return how to show parts of these sizes: the small ones together, and with them as many others as it takes.

    Where all are fewer than `least`, they are all together, and still too few.
    """
    together = [place for place, size in enumerate(sizes) if size < least]
    alone = [place for place, size in enumerate(sizes) if size >= least]
    while together and alone and sum(sizes[place] for place in together) < least:
        smallest = min(alone, key=lambda place: sizes[place])
        alone.remove(smallest)
        together.append(smallest)
    return Pooled(tuple(alone), tuple(sorted(together)))


def shown_of(counts: Sequence[int], least: int) -> tuple[bool, ...]:
    """Return which of some figures, each of so many people, may be shown beside the one of all of them.

    A figure of nobody tells nothing, and may.
    """
    people = [place for place, count in enumerate(counts) if count]
    found = pooled([counts[place] for place in people], least)
    hidden = {people[place] for place in found.together}
    return tuple(place not in hidden for place in range(len(counts)))
