"""From which fit on a post is in reach: a rise by where it leads, an offer by what it passes over, a way back."""

from functools import lru_cache

from opscareer.advice.gates import is_new
from opscareer.advice.heights import alone, begins_track, on_a_track
from opscareer.advice.leading import leads
from opscareer.advice.openings import pieces_of
from opscareer.advice.standing import Standing, highest_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile


@lru_cache(maxsize=4096)  # the same few rises are held against everybody
def reach_of_rise(kb: KnowledgeBase, start: str, position: str, *, new: bool = False) -> float:
    """Return the fit (0-1) from which a promotion is in reach; one that no move leads straight to takes the usual.

    The first one, out of a post that one begins by into one that leads nobody, takes less: it is more of the same work.
    Not so for who is new in the post, with less than a third of the time served that any rise takes. The one onto a
    track takes less than those above, and the one out of the lowest posts of the tracks the most.
    """
    constants = kb.rules.constants
    if position not in kb.promotions(start):
        return constants.within_reach
    if alone(kb, position):
        return constants.first_rise if kb.enters(start) and not new else constants.within_reach
    if alone(kb, start):
        return constants.lead_rise
    return constants.higher_rise if begins_track(kb, start) else constants.within_reach


def reach_of_rises(kb: KnowledgeBase, standing: Standing, profile: Profile, start: str) -> dict[str, float]:
    """Return the promotions out of a post held, each with the fit (0-1) from which it is in reach of this person."""
    new = is_new(kb, standing, profile)
    return {up: reach_of_rise(kb, start, up, new=new) for up in kb.promotions(start)}


def reach_of_offers(kb: KnowledgeBase) -> float:
    """Return the fit (0-1) from which a post offered is in reach, whatever brings the person.

    Where a rule of offers tells its own, as older files do, the first of those counts; where none judges offers first
    it is as usual.
    """
    constants, judging = kb.rules.constants, [one for one in kb.rules.situations if one.step == "offer"]
    own = (one.reach for one in judging if one.reach is not None)
    return next(own, constants.offer_reach) if judging else constants.within_reach


def reach_of_offer(kb: KnowledgeBase, standing: Standing, offer: str, *, acted: bool) -> float:
    """Return the fit (0-1) from which this post offered is in reach, whatever brings the person.

    One that leads, and higher than one held that leads too or is of mastery, takes as much as any rise from there: what
    is new is not learnt in it. Not more than the usual where they acted: for who does its work already. One that leads
    past a post that rises to it takes as much as any rise onto a track, of who has not acted.
    """
    constants, held = kb.rules.constants, highest_of(kb, standing)
    below = [p for p in held if not alone(kb, p) and kb.order(p) < kb.order(offer)]
    if not leads(kb, offer):
        return reach_of_offers(kb)
    if not below:
        passed = held and not acted and pieces_of(kb, standing, offer)
        return max(reach_of_offers(kb), constants.lead_rise) if passed else reach_of_offers(kb)
    most = any(begins_track(kb, p) for p in below) and not acted
    return constants.higher_rise if most else constants.within_reach


def reach_of_beginning(kb: KnowledgeBase) -> float:
    """Return the fit (0-1) from which who wants another line takes a post to begin by in it: what the first rise takes,
    or a smaller post in place of an offer, where that is less."""
    return min(kb.rules.constants.first_rise, kb.rules.constants.smaller_offer)


def reach_of_return(kb: KnowledgeBase, position: str, *, lower: bool) -> float:
    """Return the fit (0-1) from which one comes back into the post held, and not a rung lower.

    lower: whether a rung lower is the rule, as after years: two thirds of it bring one back all the same, of a post on
    a track what it takes to do it well.
    """
    constants = kb.rules.constants
    if not lower:
        return constants.offer_reach
    return constants.mastery if on_a_track(kb, position) else constants.within_reach
