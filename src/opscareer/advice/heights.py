"""How high posts stand, on which track, and by how many levels a step rises: as the ladder itself does, so that a rung
which is passed over is none."""

from collections.abc import Mapping
from functools import lru_cache

from opscareer.advice.standing import UPWARDS, Candidate, reachable
from opscareer.model.kb import KnowledgeBase


def rise_of(kb: KnowledgeBase, candidate: Candidate) -> int:
    """Return by how many levels a step rises, 0 from outside the trade; below 0 it falls by so many."""
    return levels_between(kb, candidate.start, candidate.position) if candidate.start else 0


def beneath(kb: KnowledgeBase, candidate: Candidate) -> bool:
    """Return whether a post of the same height rises into the one held: where it leads, one has been already."""
    level = bool(candidate.start) and kb.order(candidate.start) == kb.order(candidate.position)
    return level and candidate.position != candidate.start and candidate.start in reachable(kb, candidate.position)


def other_track(kb: KnowledgeBase, candidate: Candidate) -> str | None:
    """Return the track that a step sideways within one's own line leads to; None of any other step."""
    if candidate.kind != "lateral" or not candidate.start:
        return None
    start, end = kb.positions[candidate.start], kb.positions[candidate.position]
    return kb.rungs[end.rung].track if start.role == end.role else None


def alone(kb: KnowledgeBase, position: str) -> bool:
    """Return whether a post is on no track yet, of leading nor of mastery, where a ladder says what leading is."""
    return kb.rules.leading is not None and kb.rungs[kb.positions[position].rung].track is None


def on_a_track(kb: KnowledgeBase, position: str) -> bool:
    """Return whether a post is on the track of leading or of mastery."""
    return kb.rungs[kb.positions[position].rung].track is not None


def begins_track(kb: KnowledgeBase, position: str) -> bool:
    """Return whether a post is of the lowest height of the tracks, where a ladder says what leading is."""
    heights = [rung.order for rung in kb.rungs.values() if rung.track is not None and kb.rules.leading is not None]
    return kb.order(position) == min(heights, default=None)


def levels_between(kb: KnowledgeBase, start: str, end: str) -> int:
    """Return by how many levels one position stands above another, below 0 beneath it: the fewest rises of any line
    that join their rungs; where none do, how many heights."""
    if kb.order(start) > kb.order(end):
        return -levels_between(kb, end, start)
    low, high = kb.order(start), kb.order(end)
    rises = _rises(kb).get((kb.positions[start].rung, kb.positions[end].rung))
    return rises or len({rung.order for rung in kb.rungs.values() if low < rung.order <= high})


@lru_cache(maxsize=16)
def _rises(kb: KnowledgeBase) -> Mapping[tuple[str, str], int]:
    """Return by how many rises one gets from one rung to a higher one, where one does."""
    moves = [(kb.positions[m.start], kb.positions[m.end]) for m in kb.ladder.moves if m.kind in UPWARDS]
    single = {(low.rung, high.rung) for low, high in moves if kb.order(low.id) < kb.order(high.id)}
    found = dict.fromkeys(single, 1)
    ahead = single
    while ahead:
        ahead = {(low, high) for low, middle in ahead for at, high in single if at == middle} - found.keys()
        found |= dict.fromkeys(ahead, 1 + max(found.values()))
    return found
