"""Phrases that more than one page says: verdicts, what was answered, what is to be shown, what comes of an offer."""

from collections.abc import Mapping

from opscareer.text import Text

VERDICTS: Mapping[str, Text] = {
    "ready": Text("达标了", "ready"),
    "within-reach": Text("够得着", "within reach"),
    "build-first": Text("先打底", "build first"),
}
NAMED = Text("{name}：{what}", "{name}: {what}")
"""What is told, after what it is about."""
AT_LEVEL = Text("{name} {levels}", "{name} {levels}")
HELD = Text("留在原处", "stay")
"""Of a post to stay in that is done well already."""
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
DONE_WELL = Text("{share}，站稳了", "{share}: done well")
NOT_DONE_WELL = Text("{share}，还没站稳（{bar} 起算）", "{share}: not done in full yet (from {bar} on)")
MASTERY_UNKNOWN = Text("答得还不够，说不准", "not enough answered to say")
NOTHING_MISSING = Text("没有差的了。", "Nothing is missing.")
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
FIRST_MONTH = Text("成了以后的头一个月", "The first month, once it is settled")
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
