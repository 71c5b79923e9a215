"""Where ways lead to which nobody named a goal: the tops in reach, on a track that is wanted where there are any."""

from collections.abc import Collection

from opscareer.advice.lines import wanted
from opscareer.advice.situation import Situation
from opscareer.advice.standing import highest_of, reachable
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import reached


def goals_of(kb: KnowledgeBase, situation: Situation) -> tuple[str, ...]:
    """Return where one without a goal would rise to: the highest posts in reach that are wanted; else the tops."""
    tops = tops_of(kb, situation)
    liked = wanted(kb, situation.profile, tops)
    if tops and not liked:
        liked = _highest(kb, _wanted_above(kb, situation))
    return tuple(position for position in kb.positions if position in (liked or tops))


def tops_of(kb: KnowledgeBase, situation: Situation) -> tuple[str, ...]:
    """Return the tops in reach, whatever is wanted, or for those at the top what is above.

    The top is the highest rung, and who rises from there to another position of it stands above it.
    """
    held, top = situation.standing.positions, max(map(kb.order, kb.positions))
    if held and kb.rungs[situation.standing.rung].order == top:
        above = {up for position in held for up in kb.promotions(position)}
    else:
        into = [m for m in kb.ladder.moves if kb.order(m.end) == top]
        above = {m.end for m in into if kb.order(m.start) < top}
        above -= {m.end for m in into if kb.order(m.start) == top and m.kind == "promotion"}
        above = above & frozenset().union(*(reachable(kb, position) for position in held)) or above
    return tuple(position for position in kb.positions if position in above and position not in held)


def _wanted_above(kb: KnowledgeBase, situation: Situation) -> Collection[str]:
    """Return the posts on wanted tracks that promotions lead to; where there are none, those to which a step aside
    leads, and else all that are no lower than the present one."""
    profile, held = situation.profile, situation.standing.positions
    onward = reached(held, lambda position: wanted(kb, profile, kb.promotions(position))).difference(held)
    if onward:
        return onward
    height = max(map(kb.order, held), default=0)
    settled = bool(wanted(kb, profile, highest_of(kb, situation.standing)))
    beside = [p for p in wanted(kb, profile, kb.positions) if kb.order(p) > height - (not settled)]
    aside = {move.end for position in held for move in kb.moves_from[position]}
    return aside.intersection(beside) or set(beside).difference(held)


def _highest(kb: KnowledgeBase, positions: Collection[str]) -> list[str]:
    """Return those of the greatest height."""
    height = max(map(kb.order, positions), default=0)
    return [position for position in positions if kb.order(position) == height]
