"""Keeping answers in a file while they are given: each one at once, and never fewer than the file holds."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from opscareer.cli import environment
from opscareer.cli.output import save
from opscareer.errors import OpscareerError
from opscareer.knowledge import places
from opscareer.text import Lang, Text, clean

if TYPE_CHECKING:
    from opscareer.interview import Answers
    from opscareer.model.kb import KnowledgeBase

_LOST = Text(
    "答案存不进 {file}，先接着问，问完显示出来。",
    "The answers cannot be kept in {file}; they will be shown at the end.",
)
_KEPT = Text(
    "答案在 {file}。接着答：opscareer assess --save {file}",
    "The answers are in {file}. To go on: opscareer assess --save {file}",
)
_SHOWN = Text(
    "到目前为止的答案如下。存成文件，再用 --save 那个文件，就能接着答。",
    "The answers so far. Put them in a file, and --save that file goes on from there.",
)
_DONE = Text("答案存在 {file}。", "The answers are kept in {file}.")
_UNSAVED = Text(
    "答案没有存。下次加 --save 文件，就能接着用 gap 和 what-if。",
    "The answers are not kept. With --save FILE you can go on with gap and what-if.",
)


class Keeper:
    """Answers on their way into a file; without a file they are only held."""

    def __init__(self, kb: "KnowledgeBase", file: Path | None, lang: Lang) -> None:
        """Begin with what the file holds. Raises FaultyAnswersError, and OpscareerError where it cannot be written."""
        self._file = file
        self._lang: Lang = lang
        self._failed: OpscareerError | None = None
        self.answers: Answers = _held(kb, file) if file else {}
        if file:
            save(file, _written(self.answers))

    def keep(self, answers: "Answers") -> None:
        """Keep the answers as they are now; a file that fails is told once and does not stop the questions."""
        self.answers = answers
        if self._file and not self._failed:
            try:
                save(self._file, _written(answers))
            except OpscareerError as error:
                self._failed = error
                self._tell(_LOST)

    def stopped(self) -> None:
        """Tell where the answers are, or show them, so that nothing is lost."""
        if self._file and not self._failed:
            self._tell(_KEPT)
        elif self.answers:
            self._tell(_SHOWN)
            environment.tell(_written(self.answers))

    def finished(self) -> None:
        """Tell where the answers are; show them where the file failed."""
        if self._failed:
            self.stopped()
        else:
            self._tell(_DONE if self._file else _UNSAVED)

    def closed(self) -> None:
        """Raise what went wrong with the file, now that the advice has been given."""
        if self._failed:
            raise self._failed

    def _tell(self, text: Text) -> None:
        environment.tell(text.fill(file=clean(str(self._file))), self._lang)


def _held(kb: "KnowledgeBase", file: Path) -> "Answers":
    from opscareer.knowledge.answers_file import read_answers

    try:
        content = places.content(file)
    except OSError:
        return {}  # there is none yet; whether one can be made shows when it is written
    return read_answers(kb, content, str(file), whole=False) if content.strip() else {}


def _written(answers: Mapping[str, object]) -> str:
    from opscareer.knowledge.answers_file import write_answers

    return write_answers(answers)  # type: ignore[arg-type]
