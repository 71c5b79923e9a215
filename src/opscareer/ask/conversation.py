"""The loop around the interview: what to ask comes from the core, the answer from a prompter."""

from collections.abc import Callable, Mapping
from typing import Protocol

from opscareer.ask.steps import Step
from opscareer.errors import UsageError
from opscareer.interview import DONE, Aim, Answers, Ask, Choice, Value, again, back, give, next_question, review
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Lang, Text


class Prompter(Protocol):
    """Puts a question to a person."""

    def ask(self, question: Ask, so_far: Text | None, before: Value | None) -> Value | Step:
        """Return the answer, or a step; `before` is what was answered earlier. Raises InterruptedByUserError."""

    def refuse(self, error: UsageError) -> None:
        """Tell that an answer was not valid; the question is put again."""


Keep = Callable[[Answers], None]


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


def converse(
    kb: KnowledgeBase,
    answers: Answers,
    prompter: Prompter,
    keep: Keep,
    aim: Aim | None = None,
    proposed: Mapping[str, Value] | None = None,
) -> Answers:
    """Return the answers of a whole conversation, looked over at its end; each change is handed to `keep` at once.

    What is proposed is put beside its question, and is an answer only when the person says so.
    """
    aim = aim or Aim()
    shelf = dict(proposed or {})  # and answers that were taken back: shown when their question comes again
    while True:
        answers = _questions(kb, answers, prompter, keep, aim, shelf)
        asked = review(kb, answers)
        chosen = prompter.ask(asked, None, None)
        if chosen == DONE:
            return answers
        if chosen is Step.BACK:
            answers = _taken_back(answers, shelf, keep)
        else:
            answers = _changed(kb, answers, prompter, keep, str(chosen))


def go_on(prompter: Prompter, started_at: str, count: int) -> bool:
    """Return whether to go on from answers that were given earlier and not finished."""
    choices = (Choice("yes", Text("接着答", "go on")), Choice("no", Text("从头来", "start anew")))
    text = _GO_ON.fill(at=started_at, n=count)
    return prompter.ask(Ask("resume", "choice", text, _GO_ON_HELP, choices, skip="yes"), None, None) != "no"


def _questions(
    kb: KnowledgeBase, answers: Answers, prompter: Prompter, keep: Keep, aim: Aim, shelf: dict[str, Value]
) -> Answers:
    while (question := next_question(kb, answers, aim)) is not None:
        value = prompter.ask(question, _so_far(question), shelf.get(question.id))
        if isinstance(value, Step):
            answers = _taken_back(answers, shelf, keep)
        else:
            answers = _given(kb, answers, prompter, keep, question.id, value)
    return answers


def _taken_back(answers: Answers, shelf: dict[str, Value], keep: Keep) -> Answers:
    """Return the answers without the last one; before the first there is nowhere to go back to."""
    if not answers:
        return answers
    left, question = back(answers)
    shelf[question] = answers[question]
    keep(left)
    return left


def _changed(kb: KnowledgeBase, answers: Answers, prompter: Prompter, keep: Keep, question: str) -> Answers:
    value = prompter.ask(again(kb, question), None, answers[question])
    return answers if isinstance(value, Step) else _given(kb, answers, prompter, keep, question, value)


def _given(kb: KnowledgeBase, answers: Answers, prompter: Prompter, keep: Keep, question: str, value: Value) -> Answers:
    try:
        answers = give(kb, answers, question, value)
    except UsageError as error:
        prompter.refuse(error)
    else:
        keep(answers)
    return answers


_GO_ON = Text("{at} 答到一半，有 {n} 条回答。接着答吗？", "{n} answers from {at} are not finished. Go on from there?")
_GO_ON_HELP = Text(
    "从头来也不会删掉它们，只是不再提起。", "Starting anew deletes nothing; they are just not offered again."
)
_SURE = Text(
    "第 {n} 题 · 结论有 {share}% 的把握 · 大约还有 {left} 题",
    "Question {n} - the advice is {share}% settled - about {left} to go",
)


def _so_far(question: Ask) -> Text | None:
    """Return how far the questions have settled the advice, once skills are asked."""
    so_far = question.progress
    if so_far is None:
        return None
    return _SURE.fill(n=so_far.asked + 1, share=int(100 * so_far.confidence), left=so_far.remaining)
