"""The words that only the report says, be it HTML or Markdown."""

from opscareer.text import Text

TITLE = Text("职业路径报告", "Career path report")
SWITCH = Text("语言", "Language")

TOP_NO_TARGET = Text(
    "没有下一个岗位可比，所以这份报告不画路径和计划，只说现在的岗位。",
    "As there is no next position to compare you with, this report has no ways and no plan; it is about the "
    "present post.",
)

RADAR_NOTE = Text(
    "最外一圈是岗位要的，里面的形状是你已经有的。",
    "The outer ring is what the position asks; the shape within is yours.",
)

GAPS_NOTE = Text(
    "每一项写着：现在几级 > 要几级，补上它匹配度涨多少分（横条），怎么着手。",
    "Each line says the level you have > the level asked, how many points of fit closing it adds (the bar), and how "
    "to begin.",
)
GAPS_PALE = Text("浅色的横条是估的。", "Pale bars are estimates.")

LEG_WORK, LEG_WAIT = Text("补能力", "building skills"), Text("等年限", "time still due on the rung")

PLAN_NOTE = Text(
    "编号对应下面的步骤；圆点和横条的末端是该看看做到哪一步的时候，竖着的虚线是能力达标的时候。浅色的没答，按估计排。",
    "Numbers are those of the steps below; dots and the ends of bars are when to see how far you are; the dashed line "
    "is when the skills suffice. Pale ones were not answered and are planned on an estimate.",
)

HISTORY = Text("变化", "History")
HISTORY_NOTE = Text(
    "实线连的是同一个目标岗位；目标变了的地方是虚线，那里的涨跌不能直接比。",
    "A solid line joins assessments with the same target; where the target changed it is dashed, and the rise or fall "
    "there says little.",
)
HISTORY_KB = Text(
    "* 这一次和上一次用的知识库不同，不全是你变了。",
    "* The knowledge base differs from that of the assessment before: not all of the change is you.",
)

SOURCES = Text("数字从哪来", "Where the numbers come from")
SOURCES_NOTE = Text(
    "匹配度是一项一项加出来的：占比 × 已有 = 得分，全部得分加起来就是 {fit} 分。",
    "The fit is a sum: for each thing asked, its share × how much of it is there = points. All points add up to {fit}.",
)
REQUIREMENTS = Text("{title}的 {n} 项要求", "The {n} things that {title} asks")
POINTS = Text("得分", "points")
TOTAL = Text("合计", "Total")
ANSWER = Text("你的回答", "Your answer")
NOT_TOLD = Text("没答；“已有”按你的岗位估。", "Not answered; what is there is estimated from your position.")
KINDS_OF_SOURCES = Text("这些依据是什么", "What these sources are")
FOOT = Text(
    "这份报告离线做成，只含你自己的回答；它说的是准备到哪了，不替人做决定。",
    "Made offline from your own answers. It says how far the preparation has come; the decision is for people to make.",
)
