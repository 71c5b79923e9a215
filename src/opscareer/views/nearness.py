"""How near a step is, in the words of its kind."""

from collections.abc import Sequence

from opscareer.text import Text, first_of
from opscareer.views.step import Step
from opscareer.views.words import nearness as said
from opscareer.views.words.sentences import VERDICTS
from opscareer.views.words.units import MOSTLY, percent

_BARRED = Text("{near}，但差着门槛：{skills}", "{near}, yet barred by {skills}")
_NAMED = 2
_BELOW = Text("{near}；下面列的是{title}还差的", "{near}; what is missing below is for {title}")


def nearness(step: Step) -> Text:
    """Return how near a step is, and of which position the rest is told where it is another one."""
    near = near_text(step)
    return _BELOW.fill(near=near, title=step.of) if step.of else near


def near_text(step: Step) -> Text:
    """Return how near a step is, in the words of its kind; that it is near is not said where too little was told."""
    candidate, verdict = step.prospect.candidate, step.prospect.verdict
    if verdict != "build-first" and (unknown := _unknown(step)):
        return unknown
    if step.offered:
        return said.OFFERED[verdict]
    if candidate.kind == "stay":
        return _held(step)
    if candidate.kind == "down" or (candidate.kind == "entry" and candidate.start):
        return said.BACK[verdict]
    if candidate.kind == "entry":
        return said.ENTER[verdict]
    if step.prospect.doing and verdict == "ready":
        return said.DOING
    return VERDICTS[verdict] if step.reach is None else said.FROM[verdict].fill(share=percent(step.reach))


def beside_near(step: Step, barred: Sequence[Text]) -> Text:
    """Return how near a step is beside others, with the skills that bar it: without them a high fit is worth little."""
    near = near_text(step)
    return _BARRED.fill(near=near, skills=first_of(barred, _NAMED)) if barred else near


def _held(step: Step) -> Text:
    """Return how well a post is done that it is to stay in, or to take once more elsewhere."""
    if step.prospect.anew:
        return said.GOES[step.prospect.verdict]
    return said.STANDS if step.prospect.firm else said.CONSOLIDATE[step.prospect.verdict]


def _unknown(step: Step) -> Text | None:
    """Return that nobody knows how near a step is, where no skill of it was told; or how firmly a post is held."""
    if not step.own:
        return said.UNTOLD
    held = step.prospect.candidate.kind == "stay" and not step.offered
    return said.TOO_LITTLE if held and step.own < MOSTLY else None
