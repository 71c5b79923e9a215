"""Phrases that more than one renderer says: verdicts, kinds of step, gates, and what to do about a gap."""

from collections.abc import Mapping

from opscareer.advice import Candidate, Gate
from opscareer.model.kb import KnowledgeBase
from opscareer.model.rules import YEAR
from opscareer.text import Text

VERDICTS: Mapping[str, Text] = {
    "ready": Text("够得上了", "ready"),
    "within-reach": Text("够得着", "within reach"),
    "build-first": Text("先打底", "build first"),
}
KINDS: Mapping[str, Text] = {
    "promotion": Text("晋升", "promotion"),
    "lateral": Text("横向", "sideways"),
    "diagonal": Text("换线上升", "up in another line"),
    "entry": Text("入行", "entry"),
    "stay": Text("先留下做实", "stay and make it real"),
    "down": Text("低一级回来", "a rung lower"),
}
_BACK_IN = Text("原岗位换一家", "the same post elsewhere")
ANSWERED = Text(
    "它要的 {n} 项里答了 {k} 项，其余是估的", "{k} of the {n} skills it asks were answered; the others are estimated"
)
TOP = Text(
    "你已经在这架梯子的顶上了，上面没有岗位。", "You stand at the top of this ladder; there is no position above."
)
MASTERY_UNKNOWN = Text("答得还不够，说不准", "not enough answered to say")
NOTHING_MISSING = Text("没有差的了。", "Nothing is missing.")
GATES = Text("要先打开的关卡", "Gates to open first")
FLAGS = Text("常要求、你还不满足的", "Often asked for, and not met")
OTHERS = Text("也可以考虑", "Also to consider")
TRUST = Text("这个结论有多稳", "How far to trust this")
TIED = Text(
    "和它几乎并列：{titles}。差距不到一分，可以按喜好选。",
    "Almost level with it: {titles}. Less than a point apart: choose by what you like.",
)
CONFIDENCE = Text(
    "没答的题就算全答完，第一名不变的可能有 {share}。这说的是题目，不是说它一定适合你。",
    "Were all the rest answered, the chance that this stays first is {share}. That is about the questions; "
    "it does not promise that it suits you.",
)
EARLY = Text(
    "还说不准：没答或说不准的太多，这是眼下最可能的方向，几个都看看。",
    "Too early to say: too much is unanswered or not sure. This is the likeliest direction for now; "
    "look at the others too.",
)
STABLE = Text(
    "自评整体偏高或偏低一级，推荐都不变。",
    "If you rated yourself a level too high or too low throughout, the advice stays the same.",
)
SHIFTED = Text(
    "自评要是整体{way}了一级，推荐会变成{title}。",
    "If you rated yourself a level too {way} throughout, it would be {title} instead.",
)
HIGH, LOW = Text("高", "high"), Text("低", "low")
TELLING = 0.5
"""Below this confidence (0-1) it is too early to say."""
_GATE_SKILL = Text(
    "{skill}至少要到 {opens} 级（岗位要 {need} 级），现在是 {have} 级",
    "{skill} must reach at least level {opens} (the position asks {need}); it is at {have}",
)
_GATE_UNKNOWN = Text(
    "{skill}至少要到 {opens} 级（岗位要 {need} 级），现在到几级还不知道，不能当作已经有",
    "{skill} must reach at least level {opens} (the position asks {need}); where it stands is not known, "
    "so it is not taken as given",
)
_GATE_LEAD = Text(
    "带团队至少要到 {need} 级：没带过人，去不了带人的岗位；先要一件事、两三个人，名义上的也算",
    "leading people must reach at least level {need}: a post that leads needs somebody who has led; ask for one job "
    "with two or three people first, with or without the title",
)
_GATE_TIME = Text(
    "在这一级至少要满 {need} 年，现在是 {have} 年", "at least {need} years at this level are needed; it is {have} now"
)
_GATE_TIME_UNKNOWN = Text(
    "在这一级至少要满 {need} 年，还没答做了几年",
    "at least {need} years at this level are needed; how many it is has not been told",
)


def gate_text(kb: KnowledgeBase, gate: Gate) -> Text:
    """Return what a gate waits for; one of a skill opens a level below what the position asks."""
    if gate.kind == "time":
        told = _GATE_TIME_UNKNOWN if gate.have is None else _GATE_TIME
        return told.fill(need=f"{gate.need:g}", have=f"{gate.have or 0:g}")
    told = _GATE_UNKNOWN if gate.have is None else _GATE_SKILL
    if gate.kind == "lead":
        return _GATE_LEAD.fill(need=f"{gate.need:g}")
    levels = {"opens": f"{max(1, gate.need - 1):g}", "need": f"{gate.need:g}", "have": f"{gate.have or 0:g}"}
    return told.fill(skill=kb.skills[gate.skill].name, **levels)


def kind_text(candidate: Candidate) -> Text:
    """Return what kind of step it is; back into a post that one held is no entry into the trade."""
    return _BACK_IN if candidate.kind == "entry" and candidate.start else KINDS[candidate.kind]


def months_text(months: float) -> Text:
    """Return a stretch of time as people say it: in months, from a year on in years and months."""
    years, rest = divmod(round(months, 1), YEAR)
    if not years:
        return Text(f"{rest:g} 个月", f"{rest:g} month{'' if rest == 1 else 's'}")
    zh = f"{years:g} 年" + (f" {rest:g} 个月" if rest else "")
    en = f"{years:g} year{'' if years == 1 else 's'}" + (f" {rest:g} month{'' if rest == 1 else 's'}" if rest else "")
    return Text(zh, en)
