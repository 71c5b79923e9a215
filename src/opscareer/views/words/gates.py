"""What stands before a position, and what opens it."""

from opscareer.advice import Gate
from opscareer.model.kb import KnowledgeBase
from opscareer.model.stretches import years_text
from opscareer.text import Text

GATES = Text("要先过的门槛", "Gates to open first")
GATES_OF = Text("去{title}要先过的门槛", "Gates to open first, for {title}")
GATES_OFFERED = Text("答应之前先谈好怎么补的", "Agree how to make these up before you say yes")
_GATE_SKILL = Text(
    "{skill}至少要到 {opens} 级（岗位要 {need} 级），现在是 {have} 级",
    "{skill} must reach at least level {opens} (the position asks {need}); you are at {have}",
)
_GATE_UNKNOWN = Text(
    "{skill}至少要到 {opens} 级（岗位要 {need} 级），现在到几级还不知道，不能当作已经有",
    "{skill} must reach at least level {opens} (the position asks {need}); your level is not known, so it is not "
    "taken for granted",
)
_GATE_LEAD = Text(
    "带团队至少要到 {need} 级：没带过人，去不了带人的岗位；先要一件事、两三个人，名义上的也算",
    "leading people must reach at least level {need}: a post that leads needs somebody who has led; first ask "
    "for one project with two or three people, with or without the title",
)
_GATE_TIME = Text(
    "在这一级至少要满 {need}，现在是 {have}", "it takes at least {need} at this level; you have done {have}"
)
_GATE_TIME_UNKNOWN = Text(
    "在这一级至少要满 {need}，你没答做了几年，自己核一下",
    "it takes at least {need} at this level; you did not say how long you have been there: check it yourself",
)


def gate_text(kb: KnowledgeBase, gate: Gate) -> Text:
    """Return what a gate waits for; one of a skill opens a step below what the position asks."""
    if gate.kind == "time":
        told = _GATE_TIME_UNKNOWN if gate.have is None else _GATE_TIME
        return told.fill(need=years_text(gate.need), have=years_text(gate.have or 0))
    told = _GATE_UNKNOWN if gate.have is None else _GATE_SKILL
    if gate.kind == "lead":
        return _GATE_LEAD.fill(need=f"{gate.need:g}")
    levels = {"opens": f"{max(1, gate.need - kb.step):g}", "need": f"{gate.need:g}", "have": f"{gate.have or 0:g}"}
    return told.fill(skill=kb.skills[gate.skill].name, **levels)
