"""The loop around the interview: what to ask comes from the core, the answer from a prompter."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from opscareer.ask.steps import Put, Step
from opscareer.errors import UsageError
from opscareer.interview import (
    DONE,
    GO_ON,
    OF_YEARS,
    Aim,
    Answers,
    Ask,
    Choice,
    Progress,
    Value,
    again,
    back,
    contradiction,
    give,
    next_question,
    reasons,
    review,
    steadied,
)
from opscareer.model.kb import KnowledgeBase
from opscareer.text import NOTHING, Lang, Text


class Prompter(Protocol):
    """Puts a question to a person; keys: what is typed instead of an answer, as it is told at the beginning."""

    keys: Text

    def ask(self, put: Put) -> Value | Step:
        """Return the answer, or a step. Raises InterruptedByUserError."""

    def tell(self, lines: Sequence[Text]) -> None:
        """Tell something that is no question, a line each, so that it can be read before what follows."""


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

    return PlainPrompter(lang)


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
        self._told: dict[int, Progress] = {}
        self._enough = False

    def welcome(self, kept: Text) -> None:
        """Tell what is asked and how long it takes, where the answers stay, and by which keys one stops."""
        ahead = next_question(self._kb, self.answers, self._aim)
        if ahead is not None and ahead.progress is not None:
            count = ahead.progress.remaining + 1
            welcome = _WELCOME_BACK if self.answers else _WELCOME
            self._prompter.tell(
                [welcome.fill(n=count, minutes=max(1, round(count / _A_MINUTE))), kept, self._prompter.keys]
            )

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
            progress, why = self._so_far(question), self._why(question)
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
        return lambda: reasons(self._kb, self.answers, question)

    def _so_far(self, question: Ask) -> Text:
        """Return how far one is, as it is told: what is to come never grows from one question to the next."""
        if question.progress is None:
            return NOTHING
        before = self._told.get(question.progress.number - 1)
        now = steadied(question.progress, before)
        self._told[now.number] = now
        if now.filling:
            return _FILLING.fill(n=now.number, total=now.total)
        longer = before is not None and now.total > before.total  # than it was told to be, as far as it can be seen
        short = now.remaining <= _FEW and (longer or question.progress.remaining > _FEW)
        place = (_SOME if short else _PLACE).fill(n=now.number, total=now.total)
        share = int(100 * (now.confidence or 0))
        return _SURE.fill(place=place, share=share) if share else place


def choose(prompter: Prompter, text: Text, help: Text, yes: Text, no: Text) -> bool:
    """Return whether the person says yes to one of two ways to begin."""
    choices = (Choice("yes", yes), Choice("no", no))
    return prompter.ask(Put(Ask("begin", "choice", text, help, choices, skip="yes", short=text))) != "no"


def go_on(prompter: Prompter, started_at: str, count: int) -> bool:
    """Return whether to go on from answers that were given earlier and not finished."""
    question = _GO_ON.fill(at=started_at, n=count)
    return choose(prompter, question, _GO_ON_HELP, Text("接着答", "go on"), _ANEW)


def fill_in(prompter: Prompter, taken_at: str, count: int, left: int) -> bool:
    """Return whether to fill in what an assessment left open."""
    question = _FILL_IN.fill(at=taken_at, n=count, left=left)
    return choose(prompter, question, _FILL_IN_HELP, Text("补上没答的", "fill in what is open"), _ANEW)


_A_MINUTE = 2.5  # questions: half of them are a title or a number, the others six levels of some fifty characters
_GO_ON = Text(
    "{at} 答到一半，有 {n} 条回答。接着答吗？",
    "A questionnaire of {at} is not finished (answered: {n}). Go on from there?",
)
_ANEW = Text("从头来", "start anew")
_GO_ON_HELP = Text("从头来的话，没答完的这些会彻底删掉。", "Starting anew deletes these unfinished answers for good.")
_FILL_IN_HELP = Text(
    "从头来也不会删掉它，在 opscareer history 里还看得到。",
    "Starting anew deletes nothing: that assessment stays in opscareer history.",
)
_FILL_IN = Text(
    "{at} 的评估答了 {n} 条，大约还有 {left} 题没答。补上吗？",
    "In the assessment of {at} about {left} questions are open (answered: {n}). Fill them in?",
)
_WELCOME = Text(
    "先问岗位和打算，再问做过什么：大约 {n} 题，{minutes} 分钟左右。",
    "First your post and plans, then what you have done: about {n} questions, some {minutes} minutes.",
)
_WELCOME_BACK = Text(
    "接着上次的答：大约还有 {n} 题，{minutes} 分钟左右。",
    "On from where you were: about {n} questions, some {minutes} minutes.",
)
_FIRST = Text(
    "先说现在是什么岗位，才给得出建议：选好，直接回车，再按 !。",
    "Your present position is needed for any advice: choose it, Enter, then !",
)
_NO_WAY_BACK = Text("这是第一题，前面没有了。", "This is the first question: there is none before it.")
_PLACE = Text("第 {n} 题，大约共 {total} 题", "Question {n} of about {total}")
_FEW = 2  # questions
_SOME = Text("第 {n} 题，可能还有几题", "Question {n}, perhaps a few more")
_SURE = Text("{place}；推荐有 {share}% 的把握", "{place}; the advice is {share}% sure")
_FILLING = Text("补全差距：第 {n} 题，大约共 {total} 题", "Filling in the gaps: {n} of about {total}")
