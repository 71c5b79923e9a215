"""Plain prompts: one thing a line, nothing redrawn, no signs that only look like something.

For screen readers and dumb terminals: the terminal wraps, so that a sentence is one line to whoever reads it aloud.
Talk goes to standard error; answers come from standard input.
"""

import sys
from collections.abc import Sequence

from opscareer.ask.hints import KEEPS, SKIPS
from opscareer.ask.reading import answer_in_words, answer_named, matching, near, numbers
from opscareer.ask.steps import BACK_KEYS, BEFORE, ENOUGH_KEYS, WHY_KEYS, Put, Step, grounds_of
from opscareer.errors import InterruptedByUserError
from opscareer.interview import Ask, Choice, Value
from opscareer.interview.years import years
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.names import whole_number
from opscareer.text import NOTHING, Lang, Text, clean

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
_ANOTHER = Text("还有别的岗位就接着输，没有了直接回车", "Another position? Type it; Enter alone ends")
_KEYS = Text(
    "? 为什么问，< 返回，! 看结果，q 停下，h 再念一遍", "? why, < back, ! show the advice, q stops, h reads it again"
)
_BACK, _WHY = (*BACK_KEYS, "b", "back", "返回"), (*WHY_KEYS, "why", "为什么")
_ENOUGH, _QUIT = (*ENOUGH_KEYS, "enough", "够了", "看结果"), ("q", "quit", "停下")
_AGAIN, _OPEN = ("h", "help", "again", "再念一遍"), ("u", "open", "没答的")
_ANSWER = Text("答：", "Answer: ")
_NONE = Text("没有这个选项：{said}", "There is no such choice: {said}")
_NO_YEARS = Text("没看懂 {said}：写年数，如 2.5、两年半", "Not understood: {said}; years, as 2.5 or a year and a half")
_MATCHES = Text("有这些，输入编号，或换个词再找：", "These match; type a number, or another word:")
_NEAR = Text("没有 {said}，相近的有这些，输入编号：", "Nothing is called {said}; near it are these, type a number:")
_NOTHING = Text("没找到 {said}，换个说法试试", "Nothing matches {said}; try another word")
_FURTHER = Text("还有 {n} 个，多输几个字", "{n} more; type more of the name")
_CHOSEN = Text("选了：{title}", "Chosen: {title}")
_LEFT_OPEN = Text("没答的有 {n} 项，输入 u 列出来", "{n} are not answered; u lists them")
_SHOWN = 12


class _Instead(Exception):  # noqa: N818 - a step, not an error
    """The person takes a step instead of answering."""

    def __init__(self, step: Step) -> None:
        super().__init__(step)
        self.step = step


class PlainPrompter:
    """Asks by lines of text."""

    keys = _KEYS

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang

    def ask(self, put: Put) -> Value | Step:
        """Return the answer to a question, or a step. Raises InterruptedByUserError."""
        self._say("")
        try:
            self._pose(put)
            value = self._answer(put)
            while (objection := put.objection(value)) != NOTHING:
                self._tell(objection)
                value = self._answer(put)
        except _Instead as instead:
            return instead.step
        self._echo(put.question, value)
        return value

    def _echo(self, question: Ask, value: Value) -> None:
        """Say what was understood; of positions each was said as it was found, and what none stands for is left."""
        if question.id in ("review", "begin"):
            return
        told = answer_in_words(question, value)
        if value == NOT_SURE and question.kind != "skill":
            self._tell(told)
        elif value == () or question.kind not in ("positions", "position"):
            self._tell(_CHOSEN.fill(title=told))

    def tell(self, lines: Sequence[Text]) -> None:
        """Tell something, a line each."""
        for line in lines:
            self._tell(line)

    def _pose(self, put: Put) -> None:
        """Read the question out: how far, what, what was answered before, the choices with their numbers."""
        question = put.question
        for text in (put.progress, question.text):
            if text.of(self._lang):
                self._tell(text)
        if put.before is not None:
            self._tell(BEFORE.fill(told=answer_in_words(question, put.before)))
        self.tell(grounds_of(put))
        if question.kind in ("choice", "choices", "skill"):
            self._list([numbered for numbered in _numbered(question) if not numbered[1].open])
        left = sum(choice.open for choice in question.choices)
        if left:
            self._tell(_LEFT_OPEN.fill(n=left))

    def _answer(self, put: Put) -> Value:
        kind = put.question.kind
        if kind == "positions":
            return self._positions(put) or put.before_or(())
        if kind == "position":
            return self._position(put) or put.before_or(NOT_SURE)
        if kind == "years":
            return self._years(put)
        if kind == "text":
            return self._read(put) or put.before_or(NOT_SURE)
        return self._several(put) if kind == "choices" else self._one(put)

    def _one(self, put: Put) -> Value:
        question = put.question
        nothing = question.skip if put.before is None else put.before
        while True:
            said = self._read(put)
            by_itself = question.kind == "skill" and put.before is None  # a skill is not skipped by a mere Enter
            if said == "" and nothing is not None and not by_itself:
                return nothing
            value = answer_named(question, said) if said else None
            if value is not None:
                return value
            self._tell(_NONE.fill(said=said))

    def _years(self, put: Put) -> Value:
        while said := self._read(put):
            told = years(said)
            if told is not None:
                return told
            self._tell(_NO_YEARS.fill(said=said))
        return put.before_or(NOT_SURE)

    def _several(self, put: Put) -> Value:
        """Return any number of choices, by their numbers; a mere Enter leaves it at none, or at what was answered."""
        choices = put.question.choices
        while said := self._read(put):
            chosen = numbers(said)
            if chosen == (0,):
                return ()
            if chosen and all(0 < number <= len(choices) for number in chosen):
                return tuple(str(choices[number - 1].value) for number in chosen)
            self._tell(_NONE.fill(said=said))
        return put.before_or(())

    def _positions(self, put: Put) -> tuple[str, ...]:
        chosen: list[str] = []
        while (found := self._position(put, _ANOTHER if chosen else None)) is not None:
            chosen.append(found)
        return tuple(dict.fromkeys(chosen))

    def _position(self, put: Put, how: Text | None = None) -> str | None:
        """Return a position found by a part of its name, or None for an empty line."""
        found: list[Choice] = []
        while said := self._read(put, how):
            picked = whole_number(said) or 0
            by_number = 0 < picked <= min(len(found), _SHOWN)
            named = matching(put.question.choices, said) if any(map(str.isalpha, said)) else []
            found = [found[picked - 1]] if by_number else named  # a number names nothing but what was read out
            if len(found) == 1:
                self._tell(_CHOSEN.fill(title=found[0].label))
                return str(found[0].value)
            found = self._offered(put, found, said)
        return None

    def _offered(self, put: Put, found: list[Choice], said: str) -> list[Choice]:
        """Return the positions that are read out with their numbers: those that match, else those that are near."""
        alike = [] if found else near(put.question.choices, said)
        self._tell(_MATCHES if found else (_NEAR if alike else _NOTHING).fill(said=said))
        shown = found or alike
        self._list(list(enumerate(shown[:_SHOWN], 1)))
        if len(shown) > _SHOWN:
            self._tell(_FURTHER.fill(n=len(shown) - _SHOWN))
        return shown

    def _list(self, numbered: list[tuple[int, Choice]]) -> None:
        for number, choice in numbered:
            self._say(f"{number}. {choice.label.of(self._lang)}")

    def _read(self, put: Put, how: Text | None = None) -> str:
        """Return a line that the person typed; explanations are given on the way. Raises _Instead."""
        self._tell(how or self._how(put))
        while True:
            sys.stderr.write(_ANSWER.of(self._lang))
            sys.stderr.flush()
            line = self._line()
            if not self._explained(put, line):
                return line

    def _explained(self, put: Put, line: str) -> bool:
        """Return whether a line only asked for something to be read out. Raises _Instead where it is a step."""
        if line in _QUIT:
            raise InterruptedByUserError("停下了", "stopped")
        step = Step.BACK if line in _BACK else Step.ENOUGH if line in _ENOUGH else None
        if step:
            self._leave(put, step)
        elif line in _WHY:
            self.tell([put.question.help, *put.why()])
        elif line in _AGAIN:
            self._pose(put)
            self.tell([self._how(put), _KEYS])
        elif line in _OPEN and put.question.id == "review":
            self._list([numbered for numbered in _numbered(put.question) if numbered[1].open])
        else:
            return False
        return True

    def _leave(self, put: Put, step: Step) -> None:
        """Take a step, or tell why there is none. Raises _Instead."""
        objection = put.objection(step)
        if objection == NOTHING:
            raise _Instead(step)
        self._tell(objection)

    @staticmethod
    def _how(put: Put) -> Text:
        """Return how a question is answered, and what Enter alone does: it keeps what was there, if anything was."""
        question = put.question
        name = question.id if question.id in _HOW else question.kind
        enter = _ENTER.get(name, NOTHING) if put.before is None else KEEPS
        return _HOW[name].fill(top=len(question.choices) - 3, usual=put.usual or NOTHING, enter=enter)

    def _line(self) -> str:
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            raise InterruptedByUserError("中断了", "interrupted") from None
        if not line:
            raise InterruptedByUserError("输入结束了", "the input has ended")
        return clean(line).strip()

    def _tell(self, text: Text) -> None:
        self._say(text.of(self._lang))

    def _say(self, text: str) -> None:
        sys.stderr.write(text + "\n")


def _numbered(question: Ask) -> list[tuple[int, Choice]]:
    """Return the choices with their numbers: levels from 0, all else from 1; what is no level has a letter."""
    first = 0 if question.kind == "skill" else 1
    return [(n, c) for n, c in enumerate(question.choices, first) if c.value not in (NOT_SURE, NO_OPPORTUNITY)]
