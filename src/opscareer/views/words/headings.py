"""Headings of pages and tables that more than one page or format says; those of columns begin small."""

from opscareer.model.nouns import GROUP as GROUP
from opscareer.model.nouns import POSITION as POSITION
from opscareer.model.nouns import SKILL as SKILL
from opscareer.text import Text

NEXT = Text("下一步", "The next step")
WHY = Text("为什么", "Why")
MASTERY = Text("本岗位做到", "Mastery of the present post")
MASTERY_OF = Text("{title}做到", "Mastery of {title}")
PRESENT_GAPS = Text("现在的岗位还差", "Still missing in the present post")
GROUPS = Text("各组能力", "Skills by group")
MISSING = Text("还差什么", "What is missing")
MISSING_FIRST = Text("还差什么，要紧的在前", "What is missing, what matters most first")
MISSING_FOR = Text("{title}还差什么，要紧的在前", "What is missing for {title}, what matters most first")
ORDER = Text(
    "先后：看加分；差两级又不能缺的、没做过的、带人要用的、选人时最看重的，往前提。",
    "The order goes by points; what is required and two levels away, what you never did, what leading adds and what "
    "those who choose look for are moved up.",
)
ROUTE = Text("走哪条路", "Which way to take")
GROWTH = Text("平时怎么长", "How to grow meanwhile")
FROM_HERE = Text("接下来", "What to do from here")

ID, NAME, DATE = Text("编号", "id"), Text("名称", "name"), Text("日期", "date")
KNOWLEDGE_BASE = Text("知识库", "knowledge base")
SOURCES = Text("依据", "sources")
LEVELS = Text("有>要", "has>needs")
GAIN = Text("加分", "adds")
BEGIN = Text("怎么着手", "how to begin")
SHARE, THERE = Text("占比", "share"), Text("已有", "there")
KIND, NEARNESS = Text("怎么走", "move"), Text("有多近", "how near")
FIT, LEVEL = Text("匹配度", "fit"), Text("级别", "level")
MONTHS, NOW = Text("月", "months"), Text("现在", "now")
NEXT_ROLE = Text("当时的下一步", "next role then")

MORE = Text("还有 {n} 项", "{n} more")
"""How much a list or a table leaves out."""

TO = Text("到", "to")
MUST = Text("不能缺", "required")
DO, SHOW = Text("做", "Do"), Text("拿得出来的", "To show")
ASK = Text("还没有机会", "No opportunity yet")
