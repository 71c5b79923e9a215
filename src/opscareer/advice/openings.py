"""What the ladder allows from where a person stands; step.py and offered.py then judge what they can."""

from dataclasses import replace
from functools import lru_cache

from opscareer.advice.gates import is_new
from opscareer.advice.heights import levels_between
from opscareer.advice.leading import leads
from opscareer.advice.lines import LEAD, Line, shuns, wanted
from opscareer.advice.standing import Candidate, Standing, candidate_for, highest_of, reachable
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule
from opscareer.model.step import Unwanted


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
    is new is not learnt in it. Not more than the usual where they acted: for who does its work already.
    """
    held = [p for p in highest_of(kb, standing) if not alone(kb, p)]
    below = [p for p in held if kb.order(p) < kb.order(offer)]
    if not below or not leads(kb, offer):
        return reach_of_offers(kb)
    constants = kb.rules.constants
    most = any(begins_track(kb, p) for p in below) and not acted
    return constants.higher_rise if most else constants.within_reach


def reach_of_beginning(kb: KnowledgeBase) -> float:
    """Return the fit (0-1) from which who wants another line takes a post to begin by in it: what the first rise takes,
    or a smaller post in place of an offer, where that is less."""
    return min(kb.rules.constants.first_rise, kb.rules.constants.smaller_offer)


def unwanted(kb: KnowledgeBase, profile: Profile, position: str) -> Unwanted | None:
    """Return why a person does not want a post: what they will not do any more, or its track; None where they may."""
    if shuns(kb, profile, kb.positions[position].role):
        return "work"
    if wanted(kb, profile, [position]):
        return None
    return "lead" if kb.rungs[kb.positions[position].rung].track == LEAD else "craft"


def out_of_place(kb: KnowledgeBase, standing: Standing, offer: str, rule: SituationRule | None) -> int:
    """Return 1 for a post offered that is higher than it should be now, -1 for one that is lower, else 0.

    One that brought the person is judged as it is. Who is on the way back in does not rise meanwhile; who looks for
    another line may step down for it; to all others one that is lower than theirs is none.
    """
    if standing.outside or (rule and rule.step == "offer"):
        return 0
    rise = kb.order(offer) - kb.rungs[standing.rung].order
    if rule and rule.back_in:
        return 1 if rise > 0 else 0
    return -1 if rise < 0 and not (rule and rule.step == "other") else 0


def off_course(kb: KnowledgeBase, profile: Profile, standing: Standing, offer: str, rule: SituationRule | None) -> bool:
    """Return whether an offer leads away from where somebody would go.

    From outside that is a goal that one begins by; on the way back in the post they held, where it is their goal, or it
    is on no track and they do not shun its work.
    """
    goal, roles = profile.goal, {kb.positions[held].role for held in standing.positions}
    if (goal and goal in reachable(kb, offer)) or kb.positions[offer].role in roles:
        return False
    if standing.outside:
        return goal is not None and kb.enters(goal)
    own = not any(shuns(kb, profile, role) for role in roles) and all(alone(kb, held) for held in standing.positions)
    return rule is not None and rule.back_in and (own or goal in standing.positions)


def no_more(kb: KnowledgeBase, profile: Profile, standing: Standing, offer: str, rule: SituationRule | None) -> bool:
    """Return whether an offer is the post held that one begins by, of who may ask for the next one and is not new."""
    held = offer in standing.positions and kb.enters(offer) and offer != profile.goal
    rising = any(alone(kb, up) for up in kb.promotions(offer))
    return held and rising and not (rule and rule.back_in) and not is_new(kb, standing, profile)


def step_to(kb: KnowledgeBase, profile: Profile, standing: Standing, position: str) -> Candidate:
    """Return any position as a step; the present post leads on to what is wanted."""
    step = candidate_for(kb, standing, position)
    return replace(step, then=next(iter(wanted(kb, profile, kb.promotions(position))), "")) if step.then else step


def jumps(kb: KnowledgeBase, standing: Standing, position: str) -> bool:
    """Return whether no move of any line joins a rung held with that of a position above it."""
    if standing.outside or kb.order(position) <= max(map(kb.order, standing.positions)):
        return False
    held = {kb.positions[p].rung for p in highest_of(kb, standing)}
    return _joined(kb).isdisjoint((rung, kb.positions[position].rung) for rung in held)


def on_a_level(kb: KnowledgeBase, standing: Standing, position: str) -> bool:
    """Return whether a post is as high as the one held; for who holds none, whether one begins by it."""
    return kb.enters(position) if standing.outside else kb.order(position) == kb.rungs[standing.rung].order


def begins_near(kb: KnowledgeBase, standing: Standing, position: str) -> bool:
    """Return whether one begins by a post that is as high as one that is held, or a level below it and no more."""
    return kb.enters(position) and any(levels_between(kb, held, position) in (0, -1) for held in standing.positions)


def pieces_of(kb: KnowledgeBase, standing: Standing, position: str) -> tuple[str, ...]:
    """Return the posts on the way to one that is too large which are above the present one, and no jump."""
    below = [m.start for m in kb.ladder.moves if m.end == position and m.kind == "promotion"]
    held = max(map(kb.order, standing.positions), default=min(rung.order for rung in kb.rungs.values()))
    between = [p for p in below if held < kb.order(p) < kb.order(position)]
    return tuple(p for p in between if not jumps(kb, standing, p))


def onward_from(kb: KnowledgeBase, standing: Standing) -> frozenset[str]:
    """Return all that promotions lead to from the posts held."""
    return frozenset().union(*(reachable(kb, held) for held in standing.positions))


def one_lower(kb: KnowledgeBase, profile: Profile, line: Line) -> str:
    """Return the highest post of a line below the present one, on a track that is wanted if there is; else empty.

    Where the line begins with the present post, the first that rises into it.
    """
    own = [p.id for p in kb.positions.values() if p.role == line.role and kb.order(p.id) < kb.order(line.present)]
    below = own or [m.start for m in kb.ladder.moves if m.end == line.present and m.kind == "promotion"]
    return max(wanted(kb, profile, below) or below, key=kb.order, default="")


def to_other_track(kb: KnowledgeBase, profile: Profile, line: Line) -> Move | None:
    """Return the move to the other track on the same height, for who holds a post on one that they do not want."""
    if wanted(kb, profile, [line.present]):
        return None
    moves = [m for m in kb.moves_from[line.present] if m.kind == "lateral" and m.end.startswith(f"{line.role}/")]
    return moves[0] if moves else None


def usual_next(kb: KnowledgeBase, profile: Profile, line: Line) -> str:
    """Return the promotion that making the present post real leads to, but for a goal; empty at the top.

    Who does not want to lead has been left only those that do not; who wants to is told the one that does.
    """
    wants = profile.facts.get("lead") == "yes"
    return max(line.ups, key=lambda up: wants and leads(kb, up), default="")


@lru_cache(maxsize=16)
def _joined(kb: KnowledgeBase) -> frozenset[tuple[str, str]]:
    """Return the rungs that some move joins."""
    return frozenset((kb.positions[m.start].rung, kb.positions[m.end].rung) for m in kb.ladder.moves)
