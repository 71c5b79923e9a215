"""A step as pages tell it: its title and kind, what it leads to, how much of what it asks was told."""

from typing import NamedTuple

from opscareer.advice import Advice, Prospect
from opscareer.advice.fit import answered_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.text import Text
from opscareer.views.words.kinds import kind_text

ELSEWHERE = "change"
"""The route that leads to another company."""


class Step(NamedTuple):
    """A step as pages tell it.

    of: the position that fit and gaps are of, where it is another one; answered: the share of its weight that was told,
    own: that of the step's own; reach: the fit (0-1) from which it is within reach, but for a post on offer; offered:
    whether it is one that is not held yet; piece: whether it is a part of one; away: whether the way leads elsewhere.
    """

    prospect: Prospect
    title: Text
    kind: Text
    then: Text | None
    of: Text | None
    to_goal: bool
    answered: float
    own: float
    reach: float | None
    offered: bool
    piece: bool
    away: bool


def step_of(kb: KnowledgeBase, profile: Profile, prospect: Prospect, advice: Advice | None = None) -> Step:
    """Return a prospect as a step to tell; what its way is is known of the advised one."""
    candidate, aim = prospect.candidate, prospect.gaps_of
    way = advice.way if advice and advice.next is prospect else None
    return Step(
        prospect=prospect,
        title=kb.positions[prospect.position].title,
        kind=kind_text(kb, candidate),
        then=kb.positions[candidate.then].title if candidate.then else None,
        of=kb.positions[aim].title if aim != prospect.position else None,
        to_goal=aim == profile.goal,
        answered=answered_of(kb, profile, aim),
        own=answered_of(kb, profile, prospect.position),
        reach=prospect.reach if prospect.reach and prospect.position != profile.offer else None,
        offered=prospect.offered and candidate.kind != "stay",
        piece=prospect.piece,
        away=way is not None and way.route == ELSEWHERE,
    )
