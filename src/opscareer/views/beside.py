"""Both tracks side by side, of who has not settled whether to lead: the next post on each, and how near it is."""

from opscareer.advice import Advice, held_against
from opscareer.advice.tracks import side_by_side
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text
from opscareer.views.steps import StepWords, step_words

_TWO_TRACKS = Text(
    "带不带人还没定，两条路并排看：带人的{lead}（{lead_near}，匹配度 {lead_fit}）；"
    "不带人的{craft}（{craft_near}，匹配度 {craft_fit}）。",
    "You have not settled whether to lead, so look at both ways: to lead, {lead} ({lead_near}; fit {lead_fit}); by "
    "craft, {craft} ({craft_near}; fit {craft_fit}).",
)


def tracks_text(kb: KnowledgeBase, advice: Advice) -> Text | None:
    """Return the next post on each track; None where that is settled, or the line does not part there."""
    pair = side_by_side(kb, advice.situation)
    if pair is None:
        return None
    lead, craft = (_by_itself(kb, advice, position) for position in pair)
    return _TWO_TRACKS.fill(
        lead=lead.title,
        lead_near=lead.near,
        lead_fit=lead.fit_told,
        craft=craft.title,
        craft_near=craft.near,
        craft_fit=craft.fit_told,
    )


def _by_itself(kb: KnowledgeBase, advice: Advice, position: str) -> StepWords:
    """Return a position in words, with the fit for what it asks itself."""
    return step_words(kb, advice.situation.profile, held_against(kb, advice.situation, position))
