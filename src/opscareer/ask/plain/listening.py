"""Reading a line that a person types at a question: what only asks for something to be read out is met on the way."""

import sys

from opscareer.ask.plain.hints import KEYS, how_to_answer
from opscareer.ask.plain.voice import Voice
from opscareer.ask.steps import BACK_KEYS, ENOUGH_KEYS, WHY_KEYS, Put, Step
from opscareer.errors import InterruptedByUserError
from opscareer.text import NOTHING, Text, clean

_BACK, _WHY = (*BACK_KEYS, "b", "back", "返回"), (*WHY_KEYS, "why", "为什么")
_ENOUGH, _QUIT = (*ENOUGH_KEYS, "enough", "够了", "看结果"), ("q", "quit", "停下")
_AGAIN, _OPEN = ("h", "help", "again", "再念一遍"), ("u", "open", "没答的")


class Instead(Exception):  # noqa: N818 - a step, not an error
    """The person takes a step instead of answering."""

    def __init__(self, step: Step) -> None:
        super().__init__(step)
        self.step = step


def line_typed(voice: Voice, put: Put, how: Text | None = None) -> str:
    """Return a line that answers; how: what is said of answering, where it is not the first line.

    Raises Instead where the person takes a step, InterruptedByUserError where they stop or the input ends.
    """
    voice.say(how or how_to_answer(put))
    while True:
        voice.invite()
        line = _line()
        if not _explained(voice, put, line):
            return line


def _explained(voice: Voice, put: Put, line: str) -> bool:
    """Return whether a line only asked for something to be read out. Raises Instead where it is a step."""
    if line in _QUIT:
        raise InterruptedByUserError("停下了", "stopped")
    step = Step.BACK if line in _BACK else Step.ENOUGH if line in _ENOUGH else None
    if step:
        _leave(voice, put, step)
    elif line in _WHY:
        voice.say(put.question.help, *put.why())
    elif line in _AGAIN:
        voice.pose(put)
        voice.say(how_to_answer(put), KEYS)
    elif line in _OPEN and put.question.id == "review":
        voice.choices(put.question, open_=True)
    else:
        return False
    return True


def _leave(voice: Voice, put: Put, step: Step) -> None:
    """Take a step, or tell why there is none. Raises Instead."""
    objection = put.objection(step)
    if objection == NOTHING:
        raise Instead(step)
    voice.say(objection)


def _line() -> str:
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        raise InterruptedByUserError("中断了", "interrupted") from None
    if not line:
        raise InterruptedByUserError("输入结束了", "the input has ended")
    return clean(line).strip()
