"""What becomes of a post offered: it is taken, or a piece of it is aimed at, or it is refused and for what.

And what rules can test of it, and of other wishes.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from opscareer.advice.leading import leads
from opscareer.advice.lines import shuns
from opscareer.advice.offered import against
from opscareer.advice.openings import unwanted
from opscareer.advice.situation import Situation
from opscareer.model.kb import KnowledgeBase

Answer = Literal["take", "same", "piece", "work", "lead", "craft", "higher", "lower", "aside", "even", "far"]
"""take: it is the step, because it was offered or in any case; same: it is what one holds already; piece: the step is a
smaller post on the way to it.

Else why it is not advised: its chief work or its track is not wanted (work, lead, craft), it is higher or lower than it
should be now, it leads away from where they would go (aside), it is no more than the post that they begin by (even), or
it is too far away.
"""
ANSWERS: tuple[str, ...] = get_args(Answer)
_STEPS: tuple[Answer, ...] = ("take", "same", "piece")


def answer_to(kb: KnowledgeBase, situation: Situation) -> Answer | None:
    """Return what becomes of the post that is offered; None where none is."""
    offer, step = situation.profile.offer, situation.offered
    if offer is None:
        return None
    if step is not None and step.position != offer:
        return "piece"
    if step is not None or (situation.next is not None and situation.next.position == offer):
        return "same" if offer in situation.standing.positions else "take"
    refused = against(kb, situation.profile, situation.standing, situation.beliefs, offer, situation.rule)
    if refused == "unwanted":
        return unwanted(kb, situation.profile, offer)
    return refused or "far"


def wishes_known(kb: KnowledgeBase, situation: Situation) -> Mapping[str, str]:
    """Return what rules can test of a person's wishes: of a post offered, and whether they will do their own work."""
    return {**offer_known(kb, situation), **_own_work(kb, situation)}


def _own_work(kb: KnowledgeBase, situation: Situation) -> Mapping[str, str]:
    """Return that the chief work of all that somebody holds is what they will not do any more, where it is."""
    held = situation.standing.positions
    avoided = held and all(shuns(kb, situation.profile, kb.positions[post].role) for post in held)
    return {"own_work": "avoided"} if avoided else {}


def offer_known(kb: KnowledgeBase, situation: Situation) -> Mapping[str, str]:
    """Return what rules can test of a post offered: what becomes of it, whether it is the step, whether it leads."""
    answer, offer = answer_to(kb, situation), situation.profile.offer
    if answer is None or offer is None:
        return {}
    leading = {} if kb.rules.leading is None else {"offer_leads": "yes" if leads(kb, offer) else "no"}
    return {"post": "offered" if answer in _STEPS else "declined", "to_offer": answer, **leading}
