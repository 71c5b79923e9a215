"""Phrases that more than one page says: verdicts, kinds of step, gates, and what to do about a gap."""

from collections.abc import Mapping

from opscareer.advice import Candidate, Gate
from opscareer.advice.heights import beneath, other_track, rise_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.stretches import levels_text, years_text
from opscareer.text import Text
from opscareer.views.words.units import percent

VERDICTS: Mapping[str, Text] = {
    "ready": Text("够得上了", "ready"),
    "within-reach": Text("够得着", "within reach"),
    "build-first": Text("先打底", "build first"),
}
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
NAMED = Text("{name}：{what}", "{name}: {what}")
"""What is told, after what it is about."""
AT_LEVEL = Text("{name} {levels}", "{name} {levels}")
HELD = Text("留在原处", "stay")
"""Of a post to stay in that is done well already."""
_BENEATH = Text("同级，但它往上才是你现在的岗位", "the same level, but it rises to your post")
_TRACKS: Mapping[str, Text] = {
    "craft": Text("同一条线，转走专业", "the same line and level, on the craft track"),
    "lead": Text("同一条线，转去带人", "the same line and level, on the track that leads"),
}
_BACK_IN = Text("同样的岗位换一家", "the same post in another company")
ANSWERED = Text(
    "它要的 {n} 项里答了 {k} 项，其余是估的", "{k} of the {n} skills it asks {were} answered; the others are estimated"
)
ANSWERED_FEW = Text(
    "它要的 {n} 项里只答了 {k} 项，其余是估的，所以匹配度只说个范围",
    "only {k} of the {n} skills it asks {were} answered; the others are estimated, so the fit is told as a range",
)
ANSWERED_NONE = Text(
    "它要的 {n} 项一项都没答，匹配度全是估的，所以只说个范围",
    "none of the {n} skills it asks was answered: the fit is estimated, and told as a range",
)
ASKED = Text("{total} 项能力里问了 {asked} 项。", "{asked} of {total} skills were asked about.")
ASKED_SKIPPED = Text(
    "{total} 项能力里问了 {asked} 项，其中 {skipped} 项没有给出级别。",
    "{asked} of {total} skills were asked about; {skipped} of those were left without a level.",
)
TOP = Text(
    "你已经在这架梯子的顶上了，上面没有岗位。", "You stand at the top of this ladder; there is no position above."
)
TOP_NEXT = (
    Text(
        "往上没有岗位，往下还有：带出一个接得住你这摊的人，把只有你会的写成别人照着能做的。",
        "There is no post above, but there is work below: bring on somebody who could take over from you, and "
        "write down what only you know so that others can work from it.",
    ),
    Text(
        "再想大一点，路在外面：盘子更大的公司，还没起步的公司，或者自己做一门生意。",
        "For something bigger, look outside: a larger company, one just starting, or a business of your own.",
    ),
)
"""What to do where no position is above."""
MASTERY_UNKNOWN = Text("答得还不够，说不准", "not enough answered to say")
NOTHING_MISSING = Text("没有差的了。", "Nothing is missing.")
GATES = Text("要先过的门槛", "Gates to open first")
GATES_OF = Text("去{title}要先过的门槛", "Gates to open first, for {title}")
GATES_OFFERED = Text("答应之前先谈好怎么补的", "Agree how to make these up before you say yes")
FLAGS = Text("常要求、你还不满足的", "Often asked for, and not met")
OTHERS = Text("也可以考虑", "Also to consider")
REFUSED = Text(
    "{near}；摆在面前的就是它，眼下不劝接，缘由见「为什么」",
    "{near}; it is the post in front of you, and not advised now (see why)",
)
BETTER_THAN_NONE = Text(
    "{near}；摆在面前的就是它，缺得多，可有比没有强，见「为什么」",
    "{near}; it is the post in front of you: much is missing, yet one is better than none (see why)",
)
"""Of a post offered that is not the step advised, among the others."""
TRUST = Text("这个结论有多稳", "How far to trust this")
TIED = Text(
    "和它几乎并列：{titles}。差距不到一分，可以按喜好选。",
    "Almost level with it: {titles}. Less than a point apart: choose by what you like.",
)
ROLE = Text("{title}（{kind}）", "{title} ({kind})")
ROLE_OF = Text("{title}（{kind}；匹配度是对{of}的）", "{title} ({kind}; the fit is for {of})")
STRENGTHS = Text("拿得出手的", "What you have to show")
STRENGTH = Text("{skill} {have} 级（现在的岗位要 {need} 级）", "{skill}, level {have} (the present post asks {need})")
STRENGTH_NEW = Text("{skill} {have} 级", "{skill}, level {have}")
DISCREET = Text(
    "数字做成指数或比例再给人看，没公开过的，先问过那家公司；客户和同事的东西一样不带。",
    "Show figures as an index or a ratio, and ask the company they come from about what is not public; take nothing "
    "that belongs to customers or colleagues.",
)
PLAYBOOK = Text("这一步怎么走", "How to go about it")
FIND_OUT, ASK_FOR = Text("先问清", "Find out first"), Text("开口要", "Ask for")
DECIDE_BY, FALLBACK = Text("什么时候定", "Decide by"), Text("不成的话", "If it fails")
FIRST_MONTH = Text("头一个月", "The first month")
PARTICULARS = Text("你说的这几样", "Your case, as you told it")
NOT_COUNTED = Text(
    "没算进来的：你的上级、城市、身体和家里的事，还有薪水。这几样你自己掂量。",
    "Not taken into account: your boss, your city, your health and family, and pay. Weigh those yourself.",
)
AS_OFFERED = Text(
    "这个位子是摆在你面前的，所以先看它；别的方向比得没这么细。",
    "This post is in front of you, so it comes first; the other directions were weighed less closely.",
)
AS_PIECE = Text(
    "摆在你面前的是更大的位子，所以先看它的这一块；这一块没人提过，由你开口。别的方向比得没这么细。",
    "The post in front of you is a larger one, so this part of it comes first; nobody has offered the part: ask for "
    "it. The other directions were weighed less closely.",
)
_SURE = 0.995
_SETTLED = Text(
    "没答的题不论怎么答，排第一的都是这条线；先留下还是往上走，可能会变。这不等于它一定适合你。",
    "However you answer what is left, this line of work comes first; whether you stay or rise in it may change. "
    "It is no promise that the post suits you.",
)
_CONFIDENCE = Text(
    "没答的题要是全答完，100 回里有 {n} 回排第一的还是这条线；先留下还是往上走，可能会变。这不等于它一定适合你。",
    "Were every question answered, this line of work would still come first in {n} cases of 100; whether you stay or "
    "rise in it may change. It is no promise that the post suits you.",
)
_TURNING = Text(
    "漏答的题一答，排第一的多半会换：先把它们答了再定。",
    "Once the open questions are answered another would most likely come first: answer them before you decide.",
)


def confidence_text(share: float) -> Text:
    """Return how unlikely (0-1) the rest of the questions would change what comes first, in words."""
    if share < TELLING:
        return _TURNING
    return _SETTLED if share >= _SURE else _CONFIDENCE.fill(n=percent(share).removesuffix("%"))


EARLY = Text(
    "还说不准：没答或说不准的太多，这是眼下最可能的方向，几个都看看。",
    "Too early to say: too much is unanswered or not sure. This is the likeliest direction for now; "
    "look at the others too.",
)
ALIKE = Text(
    "题都答了，前几个方向还是分不出高下，都看看。",
    "Not settled: all that it asks was answered, and several directions still come out alike. Look at the others too.",
)
STABLE = Text(
    "哪怕你把自己整体估高或估低了一级，推荐都不变。",
    "If you rated yourself a level too high or too low throughout, the advice stays the same.",
)
SHIFTED = Text(
    "要是你把自己整体估{way}了一级，该看的就是{title}。",
    "If you rated yourself a level too {way} throughout, the advice would be {title} instead.",
)
SHIFTED_STAY = Text(
    "要是你把自己整体估{way}了一级，就该先留在{title}。",
    "If you rated yourself a level too {way} throughout, the advice would be to stay in {title} for now.",
)
HIGH, LOW = Text("高", "high"), Text("低", "low")
TURNS = Text(
    "下面只要有一项其实{way}一级，该看的就换成{title}：{skills}。",
    "{title} would come first instead if you stood a level {way} in just one of these: {skills}.",
)
TURNS_ONE = Text(
    "{skills}其实{way}一级的话，该看的就换成{title}。",
    "{title} would come first instead if you stood a level {way} in {skills}.",
)
TURNS_STAY = Text(
    "下面只要有一项其实{way}一级，就该先留在{title}：{skills}。",
    "The advice would be to stay in {title} for now if you stood a level {way} in just one of these: {skills}.",
)
TURNS_STAY_ONE = Text(
    "{skills}其实{way}一级的话，就该先留在{title}。",
    "The advice would be to stay in {title} for now if you stood a level {way} in {skills}.",
)
WAITS = Text("{told}可年限还要等：{gate}。", "{told} Yet the years have to be served first: {gate}.")
HIGHER, LOWER = Text("再高", "higher"), Text("再低", "lower")
TELLING = 0.5
"""Below this confidence (0-1) it is too early to say."""
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
