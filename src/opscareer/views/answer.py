"""The answer to what brought somebody, in one sentence, before anything is explained."""

from opscareer.advice import Advice
from opscareer.model.kb import KnowledgeBase
from opscareer.text import NOTHING, Text
from opscareer.views.words.units import percent

_SHARE = "{share}"


def answer_to_read(kb: KnowledgeBase, advice: Advice) -> Text | None:
    """Return what the person is told first; None where nothing is, or too little was answered to say it."""
    told = advice.book.answer if advice.book else None
    if told is None or advice.next is None or (advice.mastery is None and _SHARE in told.zh + told.en):
        return None
    held = next((kb.positions[post].title for post in advice.situation.standing.positions), NOTHING)
    return told.fill(share=percent(advice.mastery or 0.0), post=held, next=kb.positions[advice.next.position].title)
