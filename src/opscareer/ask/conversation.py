"""The loop around the interview: what to ask comes from the core, the answer from a prompter."""

from collections.abc import Callable
from typing import Protocol

from opscareer.errors import UsageError
from opscareer.interview import Answers, Ask, Value, give, next_question, progress
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Lang, Text


class Prompter(Protocol):
    """Puts a question to a person."""

    def ask(self, question: Ask, so_far: Text | None) -> Value:
        """Return the answer. Raises InterruptedByUserError where the person stops."""

    def refuse(self, error: UsageError) -> None:
        """Tell that an answer was not valid; the question is put again."""


def prompter(lang: Lang, *, plain: bool, columns: Callable[[], int]) -> Prompter:
    """Return the prompter for this terminal: the full one, or plain where that is wanted or the full one cannot run."""
    if not plain:
        try:
            from opscareer.ask.terminal import TerminalPrompter

            return TerminalPrompter(lang, columns)
        except Exception:  # noqa: S110 - a terminal that prompt_toolkit refuses can still read numbers
            pass
    from opscareer.ask.plain import PlainPrompter

    return PlainPrompter(lang, columns)


def converse(kb: KnowledgeBase, answers: Answers, prompter: Prompter, keep: Callable[[Answers], None]) -> Answers:
    """Return the answers of a whole conversation; each is handed to `keep` as soon as it is given."""
    while (question := next_question(kb, answers)) is not None:
        value = prompter.ask(question, _so_far(kb, answers, question))
        try:
            answers = give(kb, answers, question.id, value)
        except UsageError as error:
            prompter.refuse(error)
        else:
            keep(answers)
    return answers


_SURE = Text("第 {n} 题 · 结论有 {share}% 的把握", "Question {n} - the advice is {share}% settled")


def _so_far(kb: KnowledgeBase, answers: Answers, question: Ask) -> Text | None:
    """Return how far the questions have settled the advice, once skills are asked."""
    if question.kind != "skill":
        return None
    sure, asked = progress(kb, answers)
    return _SURE.fill(n=asked + 1, share=int(100 * sure))
