"""Prompts on a terminal, by questionary: arrows or numbers to choose, names found while typing, long levels wrapped.

Drawn on standard error, so that standard output carries the answer alone.
"""

import sys
from collections.abc import Callable
from typing import Any

import questionary
from prompt_toolkit import print_formatted_text
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import merge_key_bindings
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style

from opscareer.ask.keys import Positions, WhyError, keys_for, line_of
from opscareer.ask.reading import answer_in_words, matching, years
from opscareer.ask.steps import BEFORE, NO_WHY, GoBackError, Step
from opscareer.errors import InterruptedByUserError, UsageError
from opscareer.interview import Ask, Choice, Value
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.text import Lang, Text, clean, wrap

_STYLE = Style(
    [
        ("question", "bold"),
        ("qmark", "bold"),
        ("pointer", "bold"),
        ("highlighted", "bold"),
        ("instruction", "fg:ansibrightblack"),
    ]
)
_SKIP = Text("跳过", "skip")
_SHORT = {NOT_SURE: "s", NO_OPPORTUNITY: "n"}
_NUMBERED, _MOST_SHORTCUTS = 9, 35  # a key is one character, and questionary takes no longer list with any
_CHOOSE = Text(
    "数字或上下键选，回车确定；b 返回，? 为什么问，Ctrl-C 停下",
    "a number or arrows, then Enter; b back, ? why, Ctrl-C stops",
)
_MARK = Text(
    "空格勾选，上下键移动，回车确定；都不勾就是没有；b 返回，? 为什么问",
    "space marks, arrows move, Enter when done; none marked is none; b back, ? why",
)
_MARKED = Text("选了：{told}", "Chosen: {told}")
_FIND = Text(
    "输入名字的一部分，Tab 或方向键选；直接回车跳过；Ctrl-B 返回，Ctrl-Y 为什么问",
    "type part of the name, Tab or arrows to pick; Enter skips; Ctrl-B back, Ctrl-Y why",
)
_FIND_MORE = Text("还有别的岗位吗？没有就直接回车", "Any other position? Enter if not")
_YEARS = Text("写年数，如 2.5 或 半年；直接回车跳过；Ctrl-B 返回", "years, as 2.5; Enter skips; Ctrl-B back")
_UNKNOWN = Text("没有这个岗位，从列出来的里面选", "there is no such position; pick one that is listed")
_NO_NUMBER = Text("要写年数，如 2.5", "years are expected, as 2.5")


class TerminalPrompter:
    """Asks by questionary."""

    def __init__(self, lang: Lang, columns: Callable[[], int]) -> None:
        self._lang: Lang = lang
        self._columns = columns
        self._output = create_output(stdout=sys.stderr)

    def ask(self, question: Ask, so_far: Text | None, before: Value | None) -> Value | Step:
        """Return the answer to a question, or a step. Raises InterruptedByUserError."""
        self._say("")
        if so_far:
            self._say(self._t(so_far), "class:instruction")
        self._say(self._t(question.text), "class:question")
        self._say(self._t(question.help), "class:instruction")
        while True:
            try:
                return self._answer(question, before)
            except GoBackError:
                return Step.BACK
            except WhyError:
                self._say(self._t(question.why or NO_WHY), "class:question")
                if question.asked_by:
                    self._say(self._t(question.asked_by), "class:instruction")

    def _answer(self, question: Ask, before: Value | None) -> Value:
        if before is not None and question.kind in ("positions", "position", "years"):
            self._say(self._t(BEFORE.fill(told=answer_in_words(question, before))), "class:instruction")
        if question.kind == "positions":
            return self._positions(question) or before or ()
        if question.kind == "position":
            return self._position(question, _FIND) or before or NOT_SURE
        if question.kind == "years":
            return self._years(before)
        if question.kind == "choices":
            return self._several(question, before)
        return self._choice(question, question.skip if before is None else before)

    def refuse(self, error: UsageError) -> None:
        """Tell what was wrong with an answer."""
        self._say(f"{error.message.of(self._lang)}  {error.hint.of(self._lang)}".rstrip())

    def _choice(self, question: Ask, nothing: Value | None) -> Value:
        """Return a choice; Enter alone skips or keeps what was answered, so that nothing is answered by accident."""
        choices = [self._shown(number, choice, question) for number, choice in enumerate(question.choices)]
        if question.kind == "choice" and question.skip == NOT_SURE:
            choices.append(questionary.Choice(self._t(_SKIP), NOT_SURE, shortcut_key=_SHORT[NOT_SURE]))
        short = len(question.choices) <= _MOST_SHORTCUTS
        answer: Value = self._put(
            questionary.select,
            message="",
            choices=choices,
            default=next((choice for choice in choices if choice.value == nothing), None),
            instruction=self._t(_CHOOSE),
            use_shortcuts=short,
            use_arrow_keys=True,
            use_jk_keys=False,
            pointer=">",  # questionary's own is not in GBK
        )
        return answer

    def _several(self, question: Ask, before: Value | None) -> Value:
        """Return all choices that are marked; those answered before are marked at first. What was chosen is told."""
        held = before if isinstance(before, tuple) else ()
        marked: list[str] = self._put(
            questionary.checkbox,
            message="",
            choices=[
                questionary.Choice(self._wrapped(choice), choice.value, checked=choice.value in held)
                for choice in question.choices
            ],
            instruction=self._t(_MARK),
            use_jk_keys=False,
            pointer=">",
            erase_when_done=True,  # it would end with "done", in English
        )
        answer = tuple(marked)
        self._say(self._t(_MARKED.fill(told=answer_in_words(question, answer))))
        return answer

    def _wrapped(self, choice: Choice) -> str:
        """Return a label wrapped under itself: questionary would cut it at the edge."""
        return ("\n" + " " * 6).join(wrap(self._t(choice.label), self._columns() - 8))

    def _shown(self, number: int, choice: Choice, question: Ask) -> questionary.Choice:
        """Return a choice with the key that picks it, if it is one of the first nine."""
        picks = number if question.kind == "skill" else number + 1
        usual = str(picks) if picks <= _NUMBERED else False
        key = _SHORT.get(choice.value, usual) if isinstance(choice.value, str) else usual
        return questionary.Choice(self._wrapped(choice), choice.value, shortcut_key=key)

    def _years(self, before: Value | None) -> Value:
        self._say(self._t(_YEARS), "class:instruction")
        said = self._line(validate=lambda typed: not typed or years(typed) is not None or self._t(_NO_NUMBER))
        told = years(said)
        return told if told is not None else NOT_SURE if before is None else before

    def _positions(self, question: Ask) -> tuple[str, ...]:
        chosen: list[str] = []
        while (found := self._position(question, _FIND_MORE if chosen else _FIND)) is not None:
            chosen.append(found)
        return tuple(dict.fromkeys(chosen))

    def _position(self, question: Ask, how: Text) -> str | None:
        """Return a position, or None for an empty line."""
        self._say(self._t(how), "class:instruction")
        said = self._line(
            completer=Positions(question.choices, self._lang),
            complete_while_typing=True,
            validate=lambda typed: not typed or bool(self._meant(question, typed)) or self._t(_UNKNOWN),
        )
        return self._meant(question, said)

    def _meant(self, question: Ask, said: str) -> str | None:
        """Return the position that a line stands for: its completion, or a word that only one has."""
        if not said:
            return None
        exact = [c for c in question.choices if said == line_of(c, self._lang)]
        found = exact or matching(question.choices, said)
        return str(found[0].value) if len(found) == 1 else None

    def _line(self, *, validate: Callable[[str], bool | str], **how: Any) -> str:
        """Return a line, cleaned; it is judged when it is given, not while it is typed."""
        said = self._put(
            questionary.text,
            message="",
            validate=lambda typed: validate(clean(typed).strip()),
            validate_while_typing=False,
            **how,
        )
        return clean(said).strip()

    def _put(self, prompt: Callable[..., Any], **how: Any) -> Any:
        """Return what the person answers. Raises GoBackError, WhyError, and InterruptedByUserError when they stop."""
        question = prompt(**how, qmark=">", style=_STYLE, output=self._output)
        application = question.application
        application.key_bindings = merge_key_bindings(
            [application.key_bindings, keys_for(prompt in (questionary.select, questionary.checkbox))]
        )
        try:
            return question.unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            raise InterruptedByUserError("停下了", "stopped") from None

    def _t(self, text: Text) -> str:
        return text.of(self._lang)

    def _say(self, text: str, style: str = "") -> None:
        lines = "\n".join(wrap(text, self._columns()))
        print_formatted_text(FormattedText([(style, lines)]), style=_STYLE, output=self._output)
