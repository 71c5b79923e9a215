"""Answers that do not count because their question does not apply: they are told, with what each waits for."""

from functools import reduce
from typing import TYPE_CHECKING

from opscareer.cli.stored import answer_text, in_lines
from opscareer.text import NOTHING, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from opscareer.interview import Answers
    from opscareer.model.kb import KnowledgeBase
    from opscareer.model.question import Question
    from opscareer.model.rules import Test

_IDLE = Text("答案里这些没有算进去：", "These of the answers do not count:")
_WAITS = Text("{given}（先要 {tests}）", "{given} (it counts where {tests})")
_SPARED = Text("{given}（{tests} 时不算）", "{given} (it does not count where {tests})")
_UNLESS = Text("{waits}，除非 {spares}", "{waits}, unless {spares}")
_AND = Text("{one}，而且 {other}", "{one} and {other}")
_ONE_OF = Text("{name} 是 {words}", "{name} is {words}")
_RUNG = Text("current 里最高的岗位在 {words} 这一级", "the highest position in current is on the rung {words}")
_COUNTED = {
    "posts": Text("current 里有岗位", "current holds a position"),
    "offers": Text("offer 写了而且算数", "an offer is told and counts"),
}
_LEAST, _BELOW = (
    Text("{name} 至少 {bound}", "{name} is at least {bound}"),
    Text("{name} 小于 {bound}", "{name} is below {bound}"),
)


def idle_text(kb: "KnowledgeBase", answers: "Answers") -> Text:
    """Return what is to be said of the answers that do not count, with what each waits for; nothing where all do."""
    from opscareer.interview.answers import idle

    lines = [_line(question, answers[question.id]) for question in idle(kb, answers)]
    return in_lines([_IDLE, *lines]) if lines else NOTHING


def _line(question: "Question", value: object) -> Text:
    given, waits, spares = answer_text(question.id, value), _all(question.when), _all(question.unless)
    if waits and spares:
        return _WAITS.fill(given=given, tests=_UNLESS.fill(waits=waits, spares=spares))
    return _WAITS.fill(given=given, tests=waits) if waits else _SPARED.fill(given=given, tests=spares or NOTHING)


def _all(tests: "Iterable[Test]") -> Text | None:
    """Return what all tests wait for; None without any."""
    told = [one for test in tests for one in _tests(test)]
    return reduce(_both, told) if told else None


def _both(one: Text, other: Text) -> Text:
    return _AND.fill(one=one, other=other)


def _tests(test: "Test") -> list[Text]:
    """Return what a test waits for, by the names that a file has."""
    if test.name in _COUNTED:
        return [_COUNTED[test.name]]
    if test.one_of:
        return [(_RUNG if test.name == "rung" else _ONE_OF).fill(name=test.name, words=" / ".join(test.one_of))]
    bounds = ((_LEAST, test.at_least), (_BELOW, test.below))
    return [told.fill(name=test.name, bound=f"{bound:g}") for told, bound in bounds if bound is not None]
