"""What is told of the assessments kept, and of what changed between two."""

from collections.abc import Iterator

from opscareer.text import Text, joined
from opscareer.views.history import Difference, HistoryView, Trend, UnfinishedView
from opscareer.views.kept import NO_ANSWER

NONE = Text("还没有评估。", "There is no assessment yet.")
ASSESSMENT = Text("第几次", "number")
HELD = Text("{role}，匹配度 {fit}", "{role}, fit {fit}")
ANSWERS = Text("回答变了的", "Answers that changed")

_EARLIER = Text("更早的 {n} 次没有列出来。", "Earlier ones that are not listed: {n}.")
_TREND = Text("对{title}，从 {at} 到现在：{points} 分。", "For {title}, since {at}: {points} points.")
_UNFINISHED = Text("{at} 开始的问卷没做完，存着 {n} 个答案。", "Begun {at} and not finished, answers kept: {n}.")
_BETWEEN = Text("第 {a} 次（{at}）和第 {b} 次（{bt}）之间", "Between number {a} ({at}) and number {b} ({bt})")
_NEXT = Text("下一步：{before} -> {after}", "Next role: {before} -> {after}")
_SAME = Text("下一步没变：{title}", "The next role is the same: {title}")
_FIT = Text("匹配度：{before} -> {after}", "Fit: {before} -> {after}")
_NOT_ALIKE = Text(
    "两次的匹配度是对不同岗位的，不能直接比。", "The two fits are of different posts, and not to be compared."
)
_KB = Text("知识库也变了，不全是你变了。", "The knowledge base has changed too: not all of it is you.")


def earlier_text(history: HistoryView) -> Text:
    """Return how many assessments a list leaves out."""
    return _EARLIER.fill(n=f"{history.left_out:,}")


def unfinished_text(one: UnfinishedView) -> Text:
    """Return what is kept of a questionnaire that was not finished, and what to do with it."""
    return _UNFINISHED.fill(at=one.minute, n=one.answers)


def trend_text(trend: Trend) -> Text:
    """Return how far the fit has come."""
    return _TREND.fill(title=trend.title, at=trend.since, points=f"{trend.points:+.1f}")


def between_text(diff: Difference) -> Text:
    """Return which two assessments are held against each other."""
    before, after = diff.before, diff.after
    return _BETWEEN.fill(a=before.id, at=before.day, b=after.id, bt=after.day)


def came_of_it(diff: Difference) -> tuple[Text, Text]:
    """Return how the next role and the fit changed."""
    before, after = diff.before, diff.after
    same = before.role == after.role
    role = _SAME.fill(title=after.role) if same else _NEXT.fill(before=before.role, after=after.role)
    return role, _FIT.fill(before=before.fit_told, after=after.fit_told)


def warnings(diff: Difference) -> Iterator[Text]:
    """Yield why two assessments are not to be compared without a thought."""
    if diff.before.gaps_of != diff.after.gaps_of and None not in (diff.fit.before, diff.fit.after):
        yield _NOT_ALIKE
    if diff.kb_changed:
        yield _KB


def answer_text(value: object) -> Text:
    """Return an answer as it was kept, in words."""
    if value is None:
        return NO_ANSWER
    return joined(Text(str(one), str(one)) for one in (value if isinstance(value, list) else [value]))
