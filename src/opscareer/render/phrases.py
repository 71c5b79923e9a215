"""Phrases that more than one renderer says: verdicts, kinds of step, gates, and what to do about a gap."""

from collections.abc import Mapping

from opscareer.advice import Gap, Gate
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text

VERDICTS: Mapping[str, Text] = {
    "ready": Text("够得上了", "ready"),
    "within-reach": Text("够得着", "within reach"),
    "build-first": Text("先打底", "build first"),
}
KINDS: Mapping[str, Text] = {
    "promotion": Text("晋升", "promotion"),
    "lateral": Text("横向", "sideways"),
    "entry": Text("入行", "entry"),
}
_GATE_SKILL = Text("{skill}必须到 {need} 级，现在是 {have} 级", "{skill} must be at level {need}; it is at {have}")
_GATE_UNKNOWN = Text(
    "{skill}必须到 {need} 级，还没答过，不能当作已经有",
    "{skill} must be at level {need}; it has not been answered, so it is not taken as given",
)
_GATE_TIME = Text(
    "在这一级至少要满 {need} 年，现在是 {have} 年", "at least {need} years at this level are needed; it is {have} now"
)
_GATE_TIME_UNKNOWN = Text(
    "在这一级至少要满 {need} 年，还没答做了几年",
    "at least {need} years at this level are needed; how many it is has not been told",
)


def gate_text(kb: KnowledgeBase, gate: Gate) -> Text:
    """Return what a gate waits for."""
    if gate.kind == "time":
        told = _GATE_TIME_UNKNOWN if gate.have is None else _GATE_TIME
        return told.fill(need=f"{gate.need:g}", have=f"{gate.have or 0:g}")
    told = _GATE_UNKNOWN if gate.have is None else _GATE_SKILL
    return told.fill(skill=kb.skills[gate.skill].name, need=f"{gate.need:g}", have=f"{gate.have or 0:g}")


def actions_of(kb: KnowledgeBase, gap: Gap) -> tuple[Text, ...]:
    """Return what to do to reach the next level of a gap."""
    return kb.skills[gap.skill].grow[gap.step - 1]
