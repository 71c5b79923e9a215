"""The loop around the interview: what to ask comes from the core, the answer from a prompter."""

from collections.abc import Callable, Mapping

from opscareer.ask.beginning import welcome
from opscareer.ask.how_far import HowFar
from opscareer.ask.prompters import Prompter
from opscareer.ask.steps import Put, Step
from opscareer.errors import UsageError
from opscareer.interview import (
    DONE,
    GO_ON,
    OF_YEARS,
    Aim,
    Answers,
    Ask,
    Value,
    again,
    back,
    contradiction,
    give,
    next_question,
    review,
    why_asked,
)
from opscareer.model.kb import KnowledgeBase
from opscareer.text import NOTHING, Text

Keep = Callable[[Answers], None]


class Conversation:
    """A whole conversation; each change of the answers is handed to `keep` at once.

    What is proposed is put beside its question with the words that it rests on, its grounds, and is an answer only when
    the person says so.
    """

    def __init__(
        self,
        kb: KnowledgeBase,
        prompter: Prompter,
        keep: Keep,
        answers: Answers,
        aim: Aim | None = None,
        proposed: Mapping[str, Value] | None = None,
        grounds: Mapping[str, Text] | None = None,
    ) -> None:
        self.answers = answers
        self._kb, self._prompter, self._keep, self._aim = kb, prompter, keep, aim or Aim()
        self._shelf = dict(proposed or {})  # and answers that were taken back: shown when their question comes again
        self._grounds = grounds or {}
        self._how_far = HowFar()
        self._enough = False

    def welcome(self, kept: Text) -> None:
        """Tell what is asked and how long it takes, where the answers stay, and by which keys one stops."""
        ahead = welcome(self._kb, self.answers, self._aim)
        if ahead is not None:
            self._prompter.tell([ahead, kept, self._prompter.keys])

    def hold(self) -> Answers:
        """Return the answers of the whole conversation, looked over at its end."""
        while True:
            if not self._enough:
                self._questions()
            chosen = self._prompter.ask(Put(review(self._kb, self.answers, self._aim)))
            if chosen in (DONE, Step.ENOUGH):
                return self.answers
            if chosen == GO_ON or (chosen is Step.BACK and self._enough):
                self._enough = False  # back to the question at which it was enough
            elif chosen is Step.BACK:
                self._take_back()
            else:
                self._change(str(chosen))

    def _questions(self) -> None:
        """Put one question after another, until nothing is left to ask or the person has had enough."""
        while not self._enough and (question := next_question(self._kb, self.answers, self._aim)) is not None:
            before = self._shelf.get(question.id)
            grounds = self._grounds.get(question.id, NOTHING)
            progress, why = self._how_far.told(question.progress), self._why(question)
            value = self._prompter.ask(Put(question, progress, before, why, grounds, self._objection(question)))
            if value is Step.ENOUGH:
                self._enough = True
            elif isinstance(value, Step):
                self._take_back()
            else:
                self._give(question.id, value)

    def _take_back(self) -> None:
        """Take the last answer back; before the first there is nowhere to go back to."""
        if self.answers:
            left, question = back(self.answers)
            self._shelf[question] = self.answers[question]
            self.answers = left
            self._keep(left)

    def _change(self, question: str) -> None:
        asked = again(self._kb, question)
        put = Put(asked, NOTHING, self.answers.get(question), self._why(asked), objection=self._objection(asked))
        value = self._prompter.ask(put)
        if not isinstance(value, Step):
            self._give(question, value)

    def _give(self, question: str, value: Value) -> None:
        self.answers = give(self._kb, self.answers, question, value)
        self._keep(self.answers)

    def _objection(self, question: Ask) -> Callable[[Value | Step], Text]:
        """Return what tells why an answer or a step cannot be taken, nothing where it can."""

        def against(value: Value | Step) -> Text:
            if isinstance(value, Step):
                return self._no_step(value)
            try:
                then = give(self._kb, self.answers, question.id, value)
            except UsageError as error:
                return error.message if error.hint == NOTHING else error.hint  # not by its id, as files know it
            return contradiction(then) if question.id in OF_YEARS else NOTHING

        return against

    def _no_step(self, step: Step) -> Text:
        """Return why there is no such step from here: no advice without a position, nothing before the first."""
        if step is Step.ENOUGH:
            return NOTHING if "current" in self.answers else _FIRST
        return NOTHING if self.answers else _NO_WAY_BACK

    def _why(self, question: Ask) -> Callable[[], tuple[Text, ...]]:
        return lambda: why_asked(self._kb, self.answers, question)


_FIRST = Text(
    "先说现在是什么岗位，才给得出建议：选好，直接回车，再按 !。",
    "Your present position is needed for any advice: choose it, Enter, then !",
)
_NO_WAY_BACK = Text("这是第一题，前面没有了。", "This is the first question: there is none before it.")
