"""What a typed line answers, by the kind of question: it is asked for until it is understood."""

from opscareer.ask.plain.hints import ANOTHER
from opscareer.ask.plain.listening import line_typed
from opscareer.ask.plain.voice import CHOSEN, Voice
from opscareer.ask.reading import answer_named, emptied, matching, meant, near, numbers
from opscareer.ask.steps import Put
from opscareer.interview import Choice, Value
from opscareer.interview.years import years
from opscareer.model.profile import NOT_SURE
from opscareer.names import whole_number
from opscareer.text import Text

_NONE = Text("没有这个选项：{said}", "There is no such choice: {said}")
_NO_YEARS = Text("没看懂 {said}：写年数，如 2.5、两年半", "Not understood: {said}; years, as 2.5 or a year and a half")
_MATCHES = Text("有这些，输入编号，或换个词再找：", "These match; type a number, or another word:")
_NEAR = Text("没有 {said}，相近的有这些，输入编号：", "Nothing is called {said}; near it are these, type a number:")
_NOTHING = Text("没找到 {said}，换个说法试试", "Nothing matches {said}; try another word")
_FURTHER = Text("还有 {n} 个，多输几个字", "{n} more; type more of the name")
_SHOWN = 12


def answer_to(voice: Voice, put: Put) -> Value:
    """Return what the person answers. Raises Instead where they take a step, InterruptedByUserError."""
    match put.question.kind:
        case "positions":
            return _positions(voice, put)
        case "position":
            return _position(voice, put) or put.before_or(NOT_SURE)
        case "years":
            return _years(voice, put)
        case "text":
            said = line_typed(voice, put)
            return emptied(put.question, said) or said or put.before_or(NOT_SURE)
        case "choices":
            return _several(voice, put)
        case _:
            return _one(voice, put)


def _one(voice: Voice, put: Put) -> Value:
    question = put.question
    nothing = question.skip if put.before is None else put.before
    while True:
        said = line_typed(voice, put)
        by_itself = question.kind == "skill" and put.before is None  # a skill is not skipped by a mere Enter
        if said == "" and nothing is not None and not by_itself:
            return nothing
        none = emptied(question, said)
        value = answer_named(question, said) if said and none is None else none
        if value is not None:
            return value
        voice.say(_NONE.fill(said=said))


def _years(voice: Voice, put: Put) -> Value:
    while said := line_typed(voice, put):
        told = emptied(put.question, said) or years(said)
        if told is not None:
            return told
        voice.say(_NO_YEARS.fill(said=said))
    return put.before_or(NOT_SURE)


def _several(voice: Voice, put: Put) -> Value:
    """Return any number of choices, by their numbers; a mere Enter leaves it at none, or at what was answered."""
    choices = put.question.choices
    while said := line_typed(voice, put):
        chosen = numbers(said)
        if chosen == (0,) or emptied(put.question, said) is not None:
            return ()
        if chosen and all(0 < number <= len(choices) for number in chosen):
            return tuple(str(choices[number - 1].value) for number in chosen)
        voice.say(_NONE.fill(said=said))
    return put.before_or(())


def _positions(voice: Voice, put: Put) -> Value:
    chosen: list[str] = []
    while (found := _position(voice, put, ANOTHER if chosen else None)) is not None:
        if found == ():
            return found
        chosen.append(str(found))
    return tuple(dict.fromkeys(chosen)) or put.before_or(())


def _position(voice: Voice, put: Put, how: Text | None = None) -> Value | None:
    """Return a position found by a part of its name, or what empties the answer; None for an empty line."""
    found: list[Choice] = []
    while said := line_typed(voice, put, how):
        if (none := emptied(put.question, said)) is not None:
            return none
        picked, named = _picked(found, said), any(map(str.isalpha, said))
        one = picked or (meant(put.question.choices, said) if named else None)
        if one is not None:
            voice.say(CHOSEN.fill(title=one.label))
            return str(one.value)
        found = _offered(voice, put, matching(put.question.choices, said) if named else [], said)
    return None


def _picked(found: list[Choice], said: str) -> Choice | None:
    """Return which of the positions that were read out a number picks: it names nothing but those."""
    number = whole_number(said) or 0
    return found[number - 1] if 0 < number <= min(len(found), _SHOWN) else None


def _offered(voice: Voice, put: Put, found: list[Choice], said: str) -> list[Choice]:
    """Return the positions that are read out with their numbers: those that match, else those that are near."""
    alike = [] if found else near(put.question.choices, said)
    voice.say(_MATCHES if found else (_NEAR if alike else _NOTHING).fill(said=said))
    shown = found or alike
    voice.numbered(enumerate(shown[:_SHOWN], 1))
    if len(shown) > _SHOWN:
        voice.say(_FURTHER.fill(n=len(shown) - _SHOWN))
    return shown
