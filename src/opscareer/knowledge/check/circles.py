"""Finding circles in what waits for what."""

from collections.abc import Mapping

Place = tuple[str, int]


def comes_back(start: Place, waits: Mapping[Place, list[Place]]) -> bool:
    """Return whether something waits, over others or at once, for itself."""
    seen: set[Place] = set()
    ahead = list(waits[start])
    while ahead:
        here = ahead.pop()
        if here == start:
            return True
        if here not in seen:
            seen.add(here)
            ahead += waits.get(here, [])
    return False
