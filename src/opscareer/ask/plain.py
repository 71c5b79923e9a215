"""Plain prompts: numbered choices, one line at a time, nothing redrawn: for dumb terminals and screen readers.

Talk goes to standard error; answers come from standard input.
"""

import sys
from collections.abc import Callable

from opscareer.ask.reading import answer_in_words, matching, numbers, years
from opscareer.ask.steps import BEFORE, NO_WHY, GoBackError, Step
from opscareer.errors import InterruptedByUserError, UsageError
from opscareer.interview import Ask, Choice, Value
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.text import Lang, Text, clean, wrap

_HOW = {
    "positions": Text(
        "输入岗位名的一部分来找；可以选几个，回车结束；还没入行直接回车",
        "Type part of a title to find it; several are possible; Enter ends, at once if you are not in the trade yet",
    ),
    "position": Text("输入岗位名的一部分来找；直接回车跳过", "Type part of a title to find it; Enter skips"),
    "years": Text("输入年数，如 2.5 或 半年；直接回车跳过", "Type years, as 2.5; Enter skips"),
    "choice": Text("输入编号；直接回车跳过", "Type a number; Enter skips"),
    "choices": Text(
        "输入编号，几个用逗号隔开，如 1,3；直接回车跳过，0 是没有",
        "Type numbers with commas between, as 1,3; Enter skips, 0 for none",
    ),
    "skill": Text("输入 0-{top}；s 说不准，n 还没有机会做", "Type 0-{top}; s not sure, n no opportunity yet"),
    "more": Text("输入编号", "Type a number"),
    "resume": Text("输入编号；直接回车接着答", "Type a number; Enter goes on"),
    "review": Text("输入编号来改；直接回车看结果", "Type a number to change it; Enter shows the advice"),
}
_KEYS = Text("，b 返回，? 为什么问，q 停下", "; b back, ? why, q stops")
_BACK, _WHY, _QUIT = ("b", "back", "返回"), ("?", "？", "why", "为什么"), ("q", "quit", "停下")
_NONE = Text("没有这个选项：{said}", "There is no such choice: {said}")
_MATCHES = Text("有这些，输入编号，或换个词再找：", "These match; type a number, or another word:")
_NOTHING = Text("没找到 {said}，换个说法试试", "Nothing matches {said}; try another word")
_FURTHER = Text("  还有 {n} 个，多输几个字", "  {n} more; type more of the name")
_CHOSEN = Text("选了：{title}", "Chosen: {title}")
_SHOWN = 12


class PlainPrompter:
    """Asks by lines of text."""

    def __init__(self, lang: Lang, columns: Callable[[], int]) -> None:
        self._lang: Lang = lang
        self._columns = columns

    def ask(self, question: Ask, so_far: Text | None, before: Value | None) -> Value | Step:
        """Return the answer to a question, or a step. Raises InterruptedByUserError."""
        self._say("")
        if so_far:
            self._tell(so_far)
        self._tell(question.text)
        try:
            return self._answer(question, before)
        except GoBackError:
            return Step.BACK

    def _answer(self, question: Ask, before: Value | None) -> Value:
        if before is not None:
            self._tell(BEFORE.fill(told=answer_in_words(question, before)))
        if question.kind == "positions":
            return self._positions(question) or before or ()
        if question.kind == "position":
            return self._position(question) or before or NOT_SURE
        if question.kind == "choices":
            return self._several(question, () if before is None else before)
        return self._one(question, question.skip if before is None else before)

    def refuse(self, error: UsageError) -> None:
        """Tell what was wrong with an answer."""
        self._say(f"{error.message.of(self._lang)}  {error.hint.of(self._lang)}".rstrip())

    def _one(self, question: Ask, nothing: Value | None) -> Value:
        numbered = list(enumerate(question.choices, 0 if question.kind == "skill" else 1))
        for number, choice in numbered:
            if choice.value not in (NOT_SURE, NO_OPPORTUNITY):
                self._say(choice.label.of(self._lang), f"  {number}  ")
        while True:
            said = self._read(question)
            if said == "" and nothing is not None and (question.kind != "skill" or nothing != NOT_SURE):
                return nothing
            value = self._value(question, numbered, said)
            if value is not None:
                return value
            self._tell(_NONE.fill(said=said))

    def _several(self, question: Ask, nothing: Value) -> Value:
        """Return any number of choices, by their numbers; a mere Enter leaves it at none, or at what was answered."""
        for number, choice in enumerate(question.choices, 1):
            self._say(choice.label.of(self._lang), f"  {number}  ")
        while said := self._read(question):
            chosen = numbers(said)
            if chosen == (0,):
                return ()
            if chosen and all(0 < number <= len(question.choices) for number in chosen):
                return tuple(str(question.choices[number - 1].value) for number in chosen)
            self._tell(_NONE.fill(said=said))
        return nothing

    def _value(self, question: Ask, numbered: list[tuple[int, Choice]], said: str) -> Value | None:
        if question.kind == "years":
            return years(said)
        if question.kind == "skill" and said in ("s", "n"):
            return NOT_SURE if said == "s" else NO_OPPORTUNITY
        usable = {str(n): c.value for n, c in numbered if c.value not in (NOT_SURE, NO_OPPORTUNITY)}
        return usable.get(said)

    def _positions(self, question: Ask) -> tuple[str, ...]:
        chosen: list[str] = []
        while (found := self._position(question)) is not None:
            chosen.append(found)
        return tuple(dict.fromkeys(chosen))

    def _position(self, question: Ask) -> str | None:
        """Return a position found by a part of its name, or None for an empty line."""
        found: list[Choice] = []
        while said := self._read(question):
            picked = int(said) - 1 if said.isdecimal() else -1
            found = [found[picked]] if 0 <= picked < len(found) else matching(question.choices, said)
            if len(found) == 1:
                self._tell(_CHOSEN.fill(title=found[0].label))
                return str(found[0].value)
            self._list(found, said)
        return None

    def _list(self, found: list[Choice], said: str) -> None:
        """Show what a word may mean; a number picks one, another word searches again."""
        self._tell(_MATCHES if found else _NOTHING.fill(said=said))
        for number, choice in enumerate(found[:_SHOWN], 1):
            self._say(f"{choice.label.of(self._lang)}  [{choice.value}]", f"  {number}  ")
        if len(found) > _SHOWN:
            self._tell(_FURTHER.fill(n=len(found) - _SHOWN))

    def _read(self, question: Ask) -> str:
        """Return a line that the person typed; explanations are given on the way."""
        top = len(question.choices) - 3  # of a skill: beside its levels from 0 there are two answers that are none
        how = _HOW.get(question.id, _HOW[question.kind]).fill(top=top).of(self._lang) + _KEYS.of(self._lang)
        while True:
            self._say(how)
            sys.stderr.write("> ")
            sys.stderr.flush()
            line = self._line()
            if line in _QUIT:
                raise InterruptedByUserError("停下了", "stopped")
            if line in _BACK:
                raise GoBackError
            if line not in _WHY:
                return line
            self._tell(question.help)
            self._tell(question.why or NO_WHY)
            if question.asked_by:
                self._tell(question.asked_by)

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

    def _say(self, text: str, first: str = "") -> None:
        for number, line in enumerate(wrap(text, self._columns() - len(first))):
            sys.stderr.write((first if number == 0 else " " * len(first)) + line + "\n")
