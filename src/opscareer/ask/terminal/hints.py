"""What a terminal says beside a question: by which keys it is answered, and what was wrong with one."""

from opscareer.text import Text

KEYS = Text(
    "? 为什么问，< 上一题，! 够了直接看结果；Ctrl-C 停下。",
    "? why, < back, ! enough: show the advice; Ctrl-C stops.",
)
SKIP = Text("跳过", "skip")
OUTSIDE = Text("；还没入行，不输直接回车", "; not in the trade yet: Enter alone")
UNSURE, S_ALONE = Text("s 或直接回车说不准", "s or Enter alone: not sure"), Text("s 说不准", "s not sure")
"""What Enter does by itself, as {enter} in what follows: where a choice is lit up already, it takes that one."""
CHOOSE = Text(
    "数字或上下键选，回车确定{enter}；< 返回，? 为什么问，! 看结果",
    "number or arrows, then Enter{enter}; < back, ? why, ! show the advice",
)
LEVELS = Text(
    "数字或上下键选，回车确定；{enter}，n 没机会做；< 返回，? 为什么问，! 看结果",
    "number or arrows, then Enter; {enter}, n no opportunity; < back, ? why, ! show the advice",
)
DECIDE = Text("数字或上下键选，回车确定；直接回车就是{usual}", "number or arrows, then Enter; Enter alone: {usual}")
MARK = Text(
    "空格或编号勾选，再按一次取消，回车确定；都不勾就是没有；< 返回，? 为什么问，! 看结果",
    "space or a number marks, and unmarks; Enter when done; none marked is none; < back, ? why, ! show the advice",
)
LOOK_OVER = Text(
    "上下键、空格翻页，或直接输入编号、名字跳过去；回车改这一条；选第 1 条看结果",
    "arrows, space for a page, or type a number or a name to jump there; Enter changes it; entry 1 shows the advice",
)
BEGIN = Text("数字或上下键选，回车确定", "number or arrows, then Enter")
FIND = Text(
    "输入名字的一部分，用上下键或编号选，回车确定{enter}；< 返回，? 为什么问，! 看结果",
    "type part of the name; arrows or a number, then Enter{enter}; < back ? why ! advice",
)
FIRST = Text(
    "输入名字的一部分，用上下键或编号选，回车确定{enter}；? 为什么问",
    "type part of the name; arrows or a number, then Enter{enter}; ? why",
)
ANOTHER = Text(
    "还有别的岗位就接着输；没有了直接回车；< 返回",
    "any other position? type it; Enter alone if not; < back",
)
WORDS = Text(
    "用你自己的话写一行{enter}；< 返回，? 为什么问，! 看结果",
    "a line in your own words{enter}; < back, ? why, ! show the advice",
)
YEARS = Text(
    "写年数，如 2.5、两年半、18个月{enter}；< 返回，? 为什么问，! 看结果",
    "years, as 2.5, a year and a half, 18 months{enter}; < back, ? why, ! show the advice",
)
TIGHT = Text("< 返回 ? 为什么 ! 够了", "< back ? why ! enough")
TIGHT_LEVELS = (
    Text(
        "上下看整条 s 说不准 n 没机会 < 返回 ? 为什么 ! 够了",
        "arrows: all of it, s not sure, n no chance, < back ? why ! enough",
    ),
    Text("上下看整条 < 返回 ? 为什么 ! 够了", "arrows: all < back ? why ! enough"),
)
TIGHT_MARK = (
    Text("空格勾选 < 返回 ? 为什么 ! 够了", "space marks < back ? why ! enough"),
    Text("空格勾选 < 返回 ? 为什么", "space marks < back ? why"),
)
TIGHT_SKIPS = (
    Text("回车跳过 < 返回 ? 为什么 ! 够了", "Enter skips < back ? why ! enough"),
    Text("回车跳过 < 返回 ? 为什么", "Enter skips < back ? why"),
)
TIGHT_KEEPS = (
    Text("回车沿用 - 清空 < 返回 ? 为什么 ! 够了", "Enter keeps it - empties it < back ? why ! enough"),
    Text("回车沿用 < 返回 ? 为什么 ! 够了", "Enter keeps it < back ? why ! enough"),
    Text("回车沿用 < 返回 ? 为什么", "Enter keeps it < back ? why"),
)
TIGHT_ANOTHER = (Text("没别的就回车 < 返回", "no other: Enter < back"),)
TIGHT_FIRST = (Text("没入行直接回车 ? 为什么", "not in the trade: Enter alone ? why"),)
"""The keys in a line, the fullest first; each is told where it fits, else those that there are at every question."""
READ = Text("空格往下翻，其他键回到题目", "space for more, any other key: back to the question")
READ_ALL = Text("任意键回到题目", "any key: back to the question")
ON = Text("空格往下翻，其他键继续", "space for more, any other key goes on")

PLACE = Text("第 {first}-{last} 条，共 {all} 条", "{first}-{last} of {all}")
SHORT_PLACE = "{first}-{last}/{all}"
CUT = Text("（还有 {n} 行：按空格）", "({n} more {n|line|lines}: space)")
CUT_ABOVE = Text("（到底了：按空格从头看）", "(the end; space: its top)")
SEEK = Text("找：{typed}", "find: {typed}")
CHOSEN = Text("选了：{told}", "Chosen: {told}")
NEAR = Text("没有“{said}”。相近的，用编号或上下键选：", "Nothing is called “{said}”. Near it, by number or arrows:")
RUNGS = Text("“{said}”有好几级：用编号或上下键选。", "“{said}” has several levels: choose by number or arrows.")
NOTHING_NEAR = Text("没有“{said}”，也没有相近的：换个说法。", "Nothing is like “{said}”: try another word.")
GREW = Text(
    "勾的是 {number}；要 {first} 和 {then}，中间按一下逗号",
    "{number} is marked; for {first} and {then} press a comma between",
)
NONE_MARKED = Text(
    "一条都没勾：空格勾选；没有要勾的，再按回车。", "None is marked: space marks; Enter again if none is meant."
)
PICK = Text("选一条再回车。", "Choose one, then Enter.")
NOT_HERE = Text("没有含“{typed}”的。", "None has “{typed}”.")
NO_NUMBER = Text(
    "没看懂：写年数，如 2.5、两年半、18个月。", "Not understood: years, as 2.5, a year and a half, 18 months."
)
UNDERSTOOD = Text("= {told}", "= {told}")
WHY = Text("为什么问", "Why this is asked")
