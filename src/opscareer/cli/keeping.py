"""Keeping answers while they are given: nowhere, in a file asked for, or (sitting.py) in the user's data folder.

Each one at once, and never fewer than were kept. What goes wrong is told once, stops neither questions nor advice, and
comes out as the exit code at the end.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from opscareer.cli import environment
from opscareer.cli.writing import check_writable, save
from opscareer.errors import InterruptedByUserError, OpscareerError
from opscareer.text import NOTHING, Lang, Text, clean
from opscareer.wrapping import wrap

if TYPE_CHECKING:
    from opscareer.interview import Answers
    from opscareer.model.kb import KnowledgeBase


_LOST = Text("答案存不下来，先接着问，问完显示出来。", "The answers cannot be kept; they will be shown at the end.")
_IN_FILE = Text("答案在 {name}。接着答：\n{command}", "The answers are in {name}. To go on:\n{command}")
_CHANGED = Text(
    "{name} 刚才在别处改过，没有盖掉它。",
    "{name} has been changed elsewhere in the meantime; it was not written over.",
)
_SHOWN = Text(
    "到目前为止的答案如下。存成文件，再用 --save 那个文件，就能接着答。",
    "The answers so far. Put them in a file, and --save that file goes on from there.",
)


class Keeper:
    """Answers that are only held: what --no-save asks for, and what the others build on."""

    resume_by = NOTHING
    stay = Text("答案只在这台电脑上，不联网，问完也不存。", "The answers stay on this computer and are not kept.")
    done = Text(
        "答案没有存。下次不加 --no-save，就能接着用 plan 和 report。",
        "The answers are not kept. Without --no-save you can go on with plan and report.",
    )

    def __init__(self, lang: Lang) -> None:
        self.answers: Answers = {}
        self._lang: Lang = lang
        self._failed: OpscareerError | None = None

    @property
    def keeps(self) -> bool:
        """Whether the answers will be there for other commands, as far as is known yet."""
        return bool(self.resume_by.en) and not self._failed

    def keep(self, answers: "Answers") -> None:
        """Keep the answers as they are now."""
        before, self.answers = self.answers, answers
        self._try(lambda: self._write(before, answers))

    def stopped(self) -> None:
        """Tell how to go on, or show the answers, so that nothing is lost."""
        if not self.answers:
            return
        if self.resume_by.en and not self._failed:
            self._tell(self.resume_by)
        else:
            self._tell(_SHOWN)
            environment.tell(_written(self.answers))

    def finish(self, advice: Mapping[str, object]) -> None:
        """Keep what came of the answers."""
        self._try(lambda: self._finish(advice))

    def finished(self) -> None:
        """Tell where the answers are; show them where they could not be kept."""
        if self._failed:
            self.stopped()
        else:
            self._tell(self.done)

    def closed(self) -> None:
        """Raise what went wrong with keeping, now that the advice has been given."""
        if self._failed:
            raise self._failed

    def _write(self, before: "Answers", after: "Answers") -> None:
        """Keep what has changed. Raises OpscareerError."""

    def _finish(self, advice: Mapping[str, object]) -> None:
        """Keep the assessment. Raises OpscareerError."""

    def _try(self, work: Callable[[], None]) -> None:
        if self._failed:
            return
        try:
            work()
        except InterruptedByUserError:
            raise
        except OpscareerError as error:
            self._failed = error
            self._tell(error.message)
            self._tell(_LOST)

    def _tell(self, text: Text) -> None:
        lines = text.of(self._lang).splitlines()
        told = ([line] if line.startswith("opscareer ") else wrap(line, environment.columns()) for line in lines)
        environment.tell("\n".join(part for line in told for part in line))  # a command stays in one piece


class FileKeeper(Keeper):
    """Answers on their way into a file, which may hold some already; it is not touched before one changes."""

    def __init__(self, kb: "KnowledgeBase", file: Path, lang: Lang, command: str) -> None:
        """Begin with what the file holds. Raises FaultyAnswersError, and OpscareerError where it cannot be written."""
        from opscareer.outside.answers import answers_begun

        super().__init__(lang)
        name = clean(str(file))
        self.resume_by = _IN_FILE.fill(name=name, command=command)
        self.done = Text(f"答案存在 {name}。", f"The answers are kept in {name}.")
        self.stay = Text(
            f"答案只存在 {name}，不联网；停下了下次接着答。",
            f"The answers stay in {name}, offline; stop when you like, it goes on from there.",
        )
        self._kb, self._file = kb, file
        self.answers, self._text = answers_begun(kb, file)
        check_writable(file)

    def _write(self, before: "Answers", after: "Answers") -> None:  # noqa: ARG002
        from opscareer.outside.answers import changed_answers

        text = changed_answers(self._kb, self._text, self._file, after)
        if text != self._text:
            self._refuse_changed()
            save(self._file, text, private=True)
            self._text = text

    def _refuse_changed(self) -> None:
        """Raise OpscareerError where somebody else has written the file since: nobody's answers are written over."""
        from opscareer.outside.answers import content_begun

        if content_begun(self._file) not in (b"", self._text.encode()):
            raise OpscareerError(*_CHANGED.fill(name=clean(str(self._file))))


def _written(answers: Mapping[str, object]) -> str:
    from opscareer.outside.answers import write_answers

    return write_answers(answers)  # type: ignore[arg-type]
