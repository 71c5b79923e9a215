"""What the ladder allows from where a person stands; step.py and offered.py then judge what they can."""

from dataclasses import replace
from functools import lru_cache

from opscareer.advice.gates import is_new
from opscareer.advice.heights import alone, levels_between
from opscareer.advice.leading import leads
from opscareer.advice.lines import LEAD, Line, shuns, wanted
from opscareer.advice.standing import Candidate, Standing, candidate_for, highest_of, reachable
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule
from opscareer.model.step import Unwanted


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


def far_below(kb: KnowledgeBase, standing: Standing, offer: str) -> bool:
    """Return whether a post is two levels or more below all that are held."""
    return levels_below(kb, standing, offer) > 1


def levels_below(kb: KnowledgeBase, standing: Standing, post: str) -> int:
    """Return by how many levels a post lies below all that are held; 0 where it does not, or none is held."""
    return max(0, min((-levels_between(kb, held, post) for held in standing.positions), default=0))


def back_in_line(kb: KnowledgeBase, profile: Profile, standing: Standing, post: str) -> bool:
    """Return whether a post is a level below those held and in the line of one, of who still wants what they hold."""
    own = [held for held in standing.positions if kb.positions[held].role == kb.positions[post].role]
    return levels_below(kb, standing, post) == 1 and any(not unwanted(kb, profile, held) for held in own)


def is_less(kb: KnowledgeBase, post: str, held: str) -> bool:
    """Return whether a post is the same work as one held, and lower."""
    return kb.positions[post].role == kb.positions[held].role and kb.order(post) < kb.order(held)


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
