"""What is told of a group as a whole, no id of anybody, unless names were asked for; its tables lie beside."""

from collections.abc import Iterator

from opscareer.text import Text, joined
from opscareer.views.team import TeamView
from opscareer.views.words.kinds import KINDS
from opscareer.views.words.sentences import VERDICTS
from opscareer.views.words.units import percent

TITLE = Text("团队", "The team")
USE = Text(
    "这里是大家自己说的级别，按一套规则算出来的。拿它商量各人练什么、团队缺什么；不要拿它定招谁、裁谁、给谁多少钱，也不要拿它给人排名。",
    "These are levels that people gave themselves, put through a set of rules. Talk by them about what to work on and "
    "what the team lacks; do not decide by them whom to hire, to dismiss or what to pay, and rank nobody by them.",
)
FOOT = Text(
    "这一页离线做成，不写谁是谁；人数太少、一说就知道是谁的，合在一起说，或者不说。",
    "Made offline. Groups so small that a figure would tell of each person are put together, or left out.",
)
SMALL = Text(
    "不到 {n} 个人。说这么几个人，就等于说每一个人，所以别的都不说。",
    "Fewer than {n} people. What is told of so few is told of each of them, so nothing else is.",
)

_PEOPLE = Text("{n} 个人。", "{n} {n|person|people}.")
_FIT = Text("跟各自在补的岗位比，匹配度平均 {fit}。", "Mean fit for the position that each works on: {fit}.")
_VERDICTS = Text("下一步：{told}。", "Next steps: {told}.")
_KINDS = Text("怎么走：{told}。", "Moves: {told}.")
_COUNTED = Text("{what} {n} 人", "{what}: {n}")
_UNREAD = Text("另有 {n} 个文件或工作表整个没有读。", "Files and sheets of which nothing was read: {n}.")
_LEFT_OUT = Text("另有 {n} 行有错，没算进来。", "Left out, for there are faults in {n|it|them}: {n} {n|row|rows}.")


def summary(view: TeamView) -> Iterator[Text]:
    """Yield what is told of the whole in sentences, and how many files and rows were left out."""
    whole = view.group
    yield SMALL.fill(n=whole.min_group) if whole.small else _PEOPLE.fill(n=whole.people)
    if whole.fit is not None:
        yield _FIT.fill(fit=percent(whole.fit))
        for told, counts, names in ((_VERDICTS, whole.verdicts, VERDICTS), (_KINDS, whole.kinds, KINDS)):
            counted = [_COUNTED.fill(what=names[one], n=count) for one, count in counts.items() if count]
            yield told.fill(told=Text(joined(counted).zh, "; ".join(one.en for one in counted)))
    if view.left_out.files:
        yield _UNREAD.fill(n=view.left_out.files)
    if rows := view.left_out.count - view.left_out.files:
        yield _LEFT_OUT.fill(n=rows)
