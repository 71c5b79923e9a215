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
    the person says so. What the person goes back over is asked again, and stays an answer until they give another.
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
        self._given, self._over = answers, dict[str, Value]()  # over: what was gone back over, and is asked again
        self._kb, self._prompter, self._keep, self._aim = kb, prompter, keep, aim or Aim()
        self._shelf = dict(proposed or {})  # and what was gone back over: shown when its question comes again
        self._grounds = dict(grounds or {})
        self._how_far = HowFar()
        self._enough = False

    @property
    def answers(self) -> Answers:
        """All that was answered, also what was gone back over."""
        return {**self._given, **self._over}

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
            chosen = self._prompter.ask(Put(review(self._kb, self.answers, self._aim, self._how_far.steady)))
            if chosen in (DONE, Step.ENOUGH):
                return self.answers
            if chosen == GO_ON:
                self._enough = False
                self._go_over_no_more()
            elif chosen is Step.BACK and self._enough:
                self._enough = False  # back to the question at which it was enough
            elif chosen is Step.BACK:
                self._go_back()
            elif self._change(str(chosen)) is Step.ENOUGH:
                return self.answers

    def _questions(self) -> None:
        """Put one question after another, until nothing is left to ask or the person has had enough."""
        while not self._enough and (question := self._next()) is not None:
            before = self._shelf.get(question.id)
            grounds = self._grounds.get(question.id, NOTHING)
            progress, why = self._how_far.told(question.progress), self._why(question, self._given)
            objection = self._objection(question, self._given)
            value = self._prompter.ask(Put(question, progress, before, why, grounds, objection))
            if value is Step.ENOUGH:
                self._enough = True
            elif isinstance(value, Step):
                self._go_back()
            else:
                if value != before:  # from now on it is their own answer, whatever is proposed
                    self._grounds.pop(question.id, None)
                self._give(question.id, value)

    def _next(self) -> Ask | None:
        """Return the next question; what was gone back over and is not asked again counts, before there is none."""
        found = next_question(self._kb, self._given, self._aim)
        if found is not None or not self._over:
            return found
        self._go_over_no_more()
        return next_question(self._kb, self._given, self._aim)

    def _go_over_no_more(self) -> None:
        self._given, self._over = self.answers, {}

    def _go_back(self) -> None:
        """Go back over the last answer, which is kept; before the first there is nowhere to go back to."""
        if self._given:
            left, question = back(self._given)
            self._shelf[question] = self._given[question]
            self._given, self._over = left, {question: self._given[question], **self._over}

    def _change(self, question: str) -> Step | None:
        """Put one question again; return the step that the person takes instead of answering it."""
        asked = again(self._kb, question)
        put = Put(
            asked,
            NOTHING,
            self.answers.get(question),
            self._why(asked, self.answers),
            objection=self._objection(asked, self.answers),
        )
        value = self._prompter.ask(put)
        if isinstance(value, Step):
            return value
        self._give(question, value)
        return None

    def _give(self, question: str, value: Value) -> None:
        whole = give(self._kb, self.answers, question, value)
        self._over = {id_: whole[id_] for id_ in self._over if id_ in whole and id_ != question}
        self._given = {id_: told for id_, told in whole.items() if id_ not in self._over}
        self._keep(self.answers)

    def _objection(self, question: Ask, answers: Answers) -> Callable[[Value | Step], Text]:
        """Return what tells why an answer or a step cannot be taken beside some answers, nothing where it can."""

        def against(value: Value | Step) -> Text:
            if isinstance(value, Step):
                return self._no_step(value)
            try:
                then = give(self._kb, answers, question.id, value)
            except UsageError as error:
                return error.message if error.hint == NOTHING else error.hint  # not by its id, as files know it
            return contradiction(then) if question.id in OF_YEARS else NOTHING

        return against

    def _no_step(self, step: Step) -> Text:
        """Return why there is no such step from here: no advice without a position, nothing before the first."""
        if step is Step.ENOUGH:
            return NOTHING if "current" in self.answers else _FIRST
        return NOTHING if self._given else _NO_WAY_BACK

    def _why(self, question: Ask, answers: Answers) -> Callable[[], tuple[Text, ...]]:
        return lambda: why_asked(self._kb, answers, question)


_FIRST = Text(
    "先说现在是什么岗位，才给得出建议：选好，直接回车，再按 !。",
    "Your present position is needed for any advice: choose it, Enter, then !",
)
_NO_WAY_BACK = Text("这是第一题，前面没有了。", "This is the first question: there is none before it.")
