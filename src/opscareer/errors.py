"""What a user can be told went wrong. Each class carries its exit code; each message is in both languages."""

from typing import Literal, NamedTuple

from opscareer.text import NOTHING, Lang, Text

_BEGUN = Text("{key} 的", "{key} ")
_WARNING = Text("提醒：", "warning: ")


class OpscareerError(Exception):
    """The work could not be done. Printed as one message, never as a traceback."""

    code = "failed"
    exit_code = 1

    def __init__(self, zh: str, en: str, hint: tuple[str, str] | None = None) -> None:
        super().__init__(en)
        self.message = Text(zh, en)
        self.hint = Text(*hint) if hint else NOTHING

    @property
    def whole(self) -> Text:
        """The message with its hint, as one line of several."""
        if not self.hint.en:
            return self.message
        return Text(f"{self.message.zh}（{self.hint.zh}）", f"{self.message.en} ({self.hint.en})")


class UsageError(OpscareerError):
    """A word of the command line, or an answers file, is missing or wrong."""

    code = "usage"
    exit_code = 2


class NeedsTerminalError(OpscareerError):
    """There are questions to ask and nobody to ask them of."""

    code = "needs-terminal"
    exit_code = 4


class InterruptedByUserError(OpscareerError):
    """The person pressed Ctrl-C or closed the input."""

    code = "interrupted"
    exit_code = 130


class Fault(NamedTuple):
    """One thing wrong in a file that someone wrote: where it is, what was expected, what comes nearest."""

    file: str
    line: int
    column: int
    trail: str
    message: Text
    hint: Text = NOTHING
    severity: Literal["fault", "warning"] = "fault"

    @property
    def place(self) -> str:
        """The place as editors understand it: file:line:column, counted from one."""
        return f"{self.file}:{self.line}:{self.column}"

    def told(self, lang: Lang) -> str:
        """Return it as people are told it: place, trail, message, and a hint below."""
        warning = _WARNING.of(lang) if self.severity == "warning" else ""
        hint = f"\n  {self.hint.of(lang)}" if self.hint.of(lang) else ""
        return f"{self.place}: {warning}{of_key(self.trail, self.message).of(lang)}{hint}"


def of_key(key: str, message: Text) -> Text:
    """Return what is wrong with a key behind it; a message that begins with the key says it once."""
    if not key:
        return message
    begun = _BEGUN.fill(key=key)
    rest = (said.removeprefix(head).removeprefix(f"{key} ") for said, head in zip(message, begun, strict=True))
    return Text(*(f"{key}: {said}" for said in rest))


class FaultyFileError(OpscareerError):
    """A file has faults; all of them are told at once."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        more = len(faults) - 1
        super().__init__(
            _first_line(first, "zh") + (f"（另有 {more} 处）" if more else ""),
            _first_line(first, "en") + (f" (and {more} more)" if more else ""),
            first.hint,
        )
        self.faults = faults


class FaultyKbError(FaultyFileError):
    """The knowledge base, or an overlay on it, has faults."""

    code = "faulty-kb"
    exit_code = 3


class FaultyAdError(OpscareerError):
    """A job ad, or a file of many, cannot be read."""

    code = "faulty-ad"
    exit_code = 3


class FaultyHistoryError(OpscareerError):
    """A file to take in is not what `history --export` prints."""

    code = "faulty-history"
    exit_code = 3


class FaultyTeamError(OpscareerError):
    """A table of people cannot be read."""

    code = "faulty-team"
    exit_code = 3


class FaultyAnswersError(FaultyFileError):
    """The answers file has faults."""

    code = "faulty-answers"
    exit_code = 2


def _first_line(fault: Fault, lang: Lang) -> str:
    return fault.told(lang).partition("\n")[0]
