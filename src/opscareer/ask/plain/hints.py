"""What plain prompts say of answering: what is typed, and what Enter does by itself."""

from opscareer.ask.steps import EMPTIES, KEEPS, SKIPS, Put
from opscareer.text import NOTHING, Text

KEYS = Text(
    "? 为什么问，< 返回，! 看结果，q 停下，h 再念一遍", "? why, < back, ! show the advice, q stops, h reads it again"
)
ANOTHER = Text("还有别的岗位就接着输，没有了直接回车", "Another position? Type it; Enter alone ends")
_HOW = {
    "positions": Text(
        "输入岗位名的一部分来找；可以选几个{enter}",
        "Type part of a title to find it; several are possible{enter}",
    ),
    "position": Text("输入岗位名的一部分来找{enter}", "Type part of a title to find it{enter}"),
    "years": Text(
        "输入年数，如 2.5、两年半、18个月{enter}",
        "Type years, as 2.5, a year and a half or 18 months{enter}",
    ),
    "text": Text("用你自己的话写一行{enter}", "Type a line in your own words{enter}"),
    "choice": Text("输入编号或名字{enter}", "Type a number or a name{enter}"),
    "choices": Text(
        "输入编号，几个用逗号隔开，如 1,3；0 是没有{enter}",
        "Type numbers with commas between, as 1,3; 0 for none{enter}",
    ),
    "skill": Text(
        "输入 0 到 {top}；s 说不准，n 还没有机会做{enter}",
        "Type 0 to {top}; s not sure, n no opportunity yet{enter}",
    ),
    "more": Text("输入编号；直接回车就是{usual}", "Type a number; Enter alone: {usual}"),
    "begin": Text("输入编号；直接回车选第一个", "Type a number; Enter alone takes the first"),
    "review": Text(
        "输入编号或名字来改；u 列出没答的；直接回车看结果",
        "Type a number or a name to change it; u lists what is open; Enter alone shows the advice",
    ),
}
_ENTER = {
    "positions": Text("，选完直接回车；还没入行直接回车", "; Enter alone ends, also if you are not in the trade yet"),
    **dict.fromkeys(("position", "years", "text", "choice"), SKIPS),
    "choices": Text("，直接回车也是没有", ", and Enter alone too"),
}
"""What Enter does by itself where nothing was there before; a skill is not skipped by it."""


def how_to_answer(put: Put) -> Text:
    """Return how a question is answered, and what Enter alone does: it keeps what was there, if anything was."""
    question = put.question
    name = question.id if question.id in _HOW else question.kind
    keeps = KEEPS if question.kind in ("skill", "choices") else EMPTIES
    enter = _ENTER.get(name, NOTHING) if put.before is None else keeps
    return _HOW[name].fill(top=len(question.choices) - 3, usual=put.usual or NOTHING, enter=enter)
