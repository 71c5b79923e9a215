"""Leading people or mastery of the craft: what a person said of it decides which lines stand behind, and is told.

A line that means a post on the track that somebody does not want never comes before one's own, nor before any other
that means none.
"""

from collections.abc import Iterator

from opscareer.advice.lines import CRAFT, LEAD, ups_of, wanted
from opscareer.advice.situation import Situation
from opscareer.advice.standing import highest_of
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text, first_of

_NAMED = 2
_BEHIND = {
    "no": Text(
        "单看分数，{titles}排得更前，可那里要带人；你说过不想带人，所以放在后面。",
        "By score alone {titles} would come first, but the post there leads people, which you said you do not want; so "
        "it stands behind.",
    ),
    "yes": Text(
        "单看分数，{titles}排得更前，可那里不带人；你说过想带人，所以放在后面。",
        "By score alone {titles} would come first, but the post there leads nobody, and you said you want to lead; so "
        "it stands behind.",
    ),
}
_NO_OTHER = {
    "no": Text(
        "你说过不想带人，可从这里往旁边走，每一步都带人：这是其中最合适的一步。",
        "You said you do not want to lead, but every step aside from here leads people: this one suits you best.",
    ),
    "yes": Text(
        "你说过想带人，可从这里往旁边走，没有一步带人：这是其中最合适的一步。",
        "You said you want to lead, but no step aside from here leads people: this one suits you best.",
    ),
}
_HELD = {
    "no": Text(
        "你说过不想带人：你这条线在这一级没有不带人的岗位，先把要你亲手做的那部分谈大，再谈少带几个人。",
        "You said you do not want to lead: your line has no post at this level that leads nobody; ask first for more "
        "of the hands-on work, then for fewer people.",
    ),
    "yes": Text(
        "你说过想带人：你这条线在这一级没有带人的岗位，先要一件事、两三个人。",
        "You said you want to lead: your line has no post at this level that leads people; ask for one job with two or "
        "three people.",
    ),
}


def of_track(kb: KnowledgeBase, situation: Situation) -> Iterator[Text]:
    """Yield what the wish to lead, or not to, has changed of the first step, or why it could not."""
    said, step = situation.profile.facts.get("lead", ""), situation.next
    if said not in _HELD or step is None or situation.offered:
        return
    titles = _overtaking(kb, situation)
    if titles:
        yield _BEHIND[said].fill(titles=first_of(titles, _NAMED))
    if not wanted(kb, situation.profile, [step.position]):
        yield (_HELD if step.kind == "stay" else _NO_OTHER)[said]


def side_by_side(kb: KnowledgeBase, situation: Situation) -> tuple[str, str] | None:
    """Return the next post that leads and the next one by craft, for who has not settled whether to lead.

    A post offered stands for its track; None where one's line does not part there, has parted, or it was settled.
    """
    profile, standing = situation.profile, situation.standing
    parted = any(_track(kb, held) for held in standing.positions)
    if profile.facts.get("lead") != "unsure" or parted or situation.back_in:
        return None
    ups = [up for post in highest_of(kb, standing) for up in ups_of(kb, profile, post)]
    offered = [profile.offer] if profile.offer else []
    by_track = {_track(kb, one): one for one in reversed([*offered, *ups])}
    return (by_track[LEAD], by_track[CRAFT]) if {LEAD, CRAFT} <= by_track.keys() else None


def _track(kb: KnowledgeBase, position: str) -> str | None:
    return kb.rungs[kb.positions[position].rung].track


def _overtaking(kb: KnowledgeBase, situation: Situation) -> list[Text]:
    """Return the titles of the steps that stand behind the first one, and have a higher score."""
    first, scores = situation.scales[0].line.key, situation.scores
    if first in situation.behind:
        return []
    ahead = [scale.line.key for scale in situation.scales if scale.line.key in situation.behind]
    return [kb.positions[situation.steps[key].position].title for key in ahead if scores[key] > scores[first]]
