"""Kept answers, held against the knowledge base in use: what it no longer understands is told, never hidden."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from opscareer.errors import UsageError
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.interview import Answers
    from opscareer.model.kb import KnowledgeBase
    from opscareer.model.question import Question

_DROPPED = Text(
    "存下的 {n} 个答案里，有 {m} 个这个知识库用不上，没有算进去：",
    "Of {n} stored {n|answer|answers} {m} {m|does|do} not apply to this knowledge base, and {m|does|do} not count:",
)
_SHOWN = 12  # with a reason each; of another trade's knowledge base it may be all, and the first ones tell as much
_MORE = Text("……还有 {n} 个", "... and {n} more")
_LONGEST = 60


class Fitting(NamedTuple):
    """The answers that the knowledge base understands, and each of the others with the reason."""

    answers: "Answers"
    dropped: tuple[tuple[str, object, UsageError], ...]

    def told(self) -> Text | None:
        """Return what is to be said of the answers that do not count; None where all do."""
        if not self.dropped:
            return None
        head = _DROPPED.fill(n=len(self.answers) + len(self.dropped), m=len(self.dropped))
        lines = [_line(*one) for one in self.dropped[:_SHOWN]]
        if len(self.dropped) > _SHOWN:
            lines.append(_MORE.fill(n=len(self.dropped) - _SHOWN))
        return in_lines([head, *lines])

    def lacking(self, kb: "KnowledgeBase") -> "list[Question]":
        """Return the questions without whose answers there is no advice."""
        return [question for question in kb.questions.values() if question.required and question.id not in self.answers]


def fitting(kb: "KnowledgeBase", kept: Mapping[str, object]) -> Fitting:
    """Return the kept answers as this knowledge base understands them, former ids followed."""
    from opscareer.interview import accept, named_now

    valid: Answers = {}
    dropped = []
    for question, value in kept.items():
        for now in named_now(kb, question, kept):
            try:
                valid = {**valid, now: accept(kb, now, value)}
            except UsageError as error:
                dropped.append((question, value, error))
    return Fitting(valid, tuple(dropped))


def asked_again(lacking: "list[Question]", where: str) -> UsageError:
    """Return the error that stored answers lack what any advice needs; `where` tells a command the knowledge base."""
    ids = ", ".join(question.id for question in lacking)
    return UsageError(
        f"存下的答案里没有这个知识库认得的 {ids}，没有它就没法给建议",
        f"the stored answers have no {ids} that this knowledge base knows, and without it there is no advice",
        (
            f"opscareer assess --again{where} 只重新问缺的；或用 --answers 文件 给出答案",
            f"opscareer assess --again{where} asks for what is missing; or give answers with --answers FILE",
        ),
    )


def _line(question: str, value: object, error: UsageError) -> Text:
    given = answer_text(question, value)
    return Text(f"{given}（{error.message.zh}）", f"{given} ({error.message.en})")


def answer_text(question: str, value: object) -> str:
    """Return an answer by its question, on a line and not too long."""
    shown = value if not isinstance(value, list | tuple) else ", ".join(map(str, value))
    given = clean(f"{question}: {shown}")
    return given if len(given) <= _LONGEST else given[:_LONGEST] + "..."


def in_lines(told: "list[Text]") -> Text:
    """Return a head with the lines under it."""
    return Text("\n  ".join(line.zh for line in told), "\n  ".join(line.en for line in told))
