"""The kinds of step, in plain words."""

from collections.abc import Mapping

from opscareer.advice import Candidate
from opscareer.advice.heights import beneath, other_track, rise_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.stretches import levels_text
from opscareer.text import Text

KINDS: Mapping[str, Text] = {
    "promotion": Text("晋升", "promotion"),
    "lateral": Text("同级换岗", "sideways, the same level"),
    "diagonal": Text("换线并升一级", "up a level in another line"),
    "entry": Text("入行", "entry"),
    "stay": Text("留下做实", "stay and consolidate"),
    "down": Text("低一级", "a level lower"),
}
_FAR: Mapping[str, Text] = {
    "promotion": Text("连升{levels}", "up {levels}"),
    "diagonal": Text("换线并连升{levels}", "up {levels} in another line"),
    "down": Text("低{levels}", "{levels} lower"),
}
"""Of steps by more than one level."""
_BENEATH = Text("同级，但它往上才是你现在的岗位", "the same level, but it rises to your post")
_TRACKS: Mapping[str, Text] = {
    "craft": Text("同一条线，转走专业", "the same line and level, on the craft track"),
    "lead": Text("同一条线，转去带人", "the same line and level, on the track that leads"),
}
_BACK_IN = Text("同样的岗位换一家", "the same post in another company")


def kind_text(kb: KnowledgeBase, candidate: Candidate) -> Text:
    """Return what kind of step it is; back into a post that one held is no entry into the trade, to one that rises into
    the post held it is not just sideways, and to the other track of one's line no change of line."""
    if candidate.kind == "lateral" and beneath(kb, candidate):
        return _BENEATH
    if track := other_track(kb, candidate):
        return _TRACKS[track]
    return kind_name(candidate.kind, inside=bool(candidate.start), rise=rise_of(kb, candidate))


def kind_name(kind: str, *, inside: bool, rise: int = 1) -> Text:
    """Return the same for a kind by its name; inside: whether the person holds or held a post of the trade; rise: by
    how many levels it rises, below 0 falls."""
    if abs(rise) > 1 and kind in _FAR:
        return _FAR[kind].fill(levels=levels_text(abs(rise)))
    return _BACK_IN if kind == "entry" and inside else KINDS[kind]
