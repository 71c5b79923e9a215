"""Keeping answers in the user's data folder, where a questionnaire that was broken off is found again."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from opscareer.cli.clock import local, now
from opscareer.cli.keeping import Keeper
from opscareer.text import Lang, Text

if TYPE_CHECKING:
    from opscareer.interview import Answers
    from opscareer.model.kb import KnowledgeBase
    from opscareer.store import Sitting

_LEFT = Text(
    "大约还有 {n} 题没答，答得越全越准。要补就运行：\n{command}",
    "About {n} {n|question is|questions are} open, and the advice is surer with {n|it|them}. "
    "To fill {n|it|them} in:\n{command}",
)
_IN_STORE = Text("答案存好了。接着答：\n{command}", "The answers are kept. To go on:\n{command}")
_ELSEWHERE = Text(
    "另一个窗口里正在答一份问卷（答了 {n} 题），这里不动它，另开一份；答完两份都在 opscareer history 里。",
    "A questionnaire is being answered in another window (answered: {n}). It is left alone, and this is a new one; "
    "finished, both are in opscareer history.",
)


class Ways(NamedTuple):
    """How a person is asked to go on from answers given at a time, so many of them.

    go_on: they were broken off, as so many others; fill_in: they were enough, and about so many questions are open.
    """

    go_on: Callable[[str, int, int], bool]
    fill_in: Callable[[str, int, int], bool]


class StoreKeeper(Keeper):
    """Answers on their way into the user's data folder; a sitting that was broken off is offered again."""

    stay = Text(
        "答案只存在这台电脑上，不联网；停下了下次接着答。",
        "The answers stay on this computer, offline; stop when you like, it goes on from there.",
    )
    done = Text("答案和结果都存好了。", "Answers and advice are kept.")

    def __init__(
        self, kb: "KnowledgeBase", lang: Lang, ways: Ways, command: str, start: "Answers | None" = None
    ) -> None:
        super().__init__(lang)
        self._kb, self._command = kb, command
        self._kept: Answers = {}
        self.resume_by = _IN_STORE.fill(command=command)
        self._try(lambda: self._begin(ways, start))

    def closed(self) -> None:
        """Raise what went wrong with keeping, and how to do without."""
        if self._failed:
            hint = self._failed.hint
            self._failed.hint = Text(f"{hint.zh}；加 --no-save 可以不存", f"{hint.en}; --no-save does without")
        super().closed()

    def stopped(self) -> None:
        """Tell how to go on; nothing where no answer was given or changed, so that there is nothing to go on with."""
        if self._kept or self._failed:
            super().stopped()

    def finished(self) -> None:
        """Tell where the answers are, and how many questions are open."""
        super().finished()
        left = self._open(self.answers)[1]
        if left and not self._failed:
            self._tell(_LEFT.fill(n=left, command=self._command))

    def _begin(self, ways: Ways, start: "Answers | None") -> None:
        from opscareer import store

        opened = store.open_store()
        assert opened is not None
        self._store, self._holding = opened, store.Holding(opened.path.parent)
        free = self._left()
        offered = self._offered(free)
        if offered and ways.go_on(local(offered[0].started_at), len(offered[1]), len(free) - 1):
            self._sitting, self.answers = offered
            self._kept = self.answers
            return
        if offered:
            store.give_up(opened, offered[0].id)  # who begins anew has no use for it, and would not see it again
        self.answers = self._filled_in(ways) if start is None and not offered else start or {}
        self._sitting = store.begin(opened, now(), self._kb.sha256, {})  # they are kept already, until one is changed
        self._holding.take(self._sitting.id)

    def _offered(self, free: "list[Sitting]") -> "tuple[Sitting, Answers] | None":
        """Return the last begun of some sittings and those of its answers that still count; it is held."""
        for left in free:
            held = self._held(left.answers)
            if held and self._holding.take(left.id):
                return left._replace(answers=held), held
        return None

    def _left(self) -> "list[Sitting]":
        """Return the sittings that were broken off; those that go on in other windows are told."""
        from opscareer import store

        left = store.unfinished(self._store)
        busy = [sitting for sitting in left if self._holding.elsewhere(sitting.id)]
        for sitting in busy:
            self._tell(_ELSEWHERE.fill(n=len(sitting.answers)))
        return [sitting for sitting in left if sitting not in busy]

    def _held(self, kept: Mapping[str, object]) -> "Answers":
        """Return the kept answers that still count, saying which do not."""
        from opscareer.cli.stored import fitting

        found = fitting(self._kb, kept)
        if told := found.told():
            self._tell(told)
        return found.answers

    def _filled_in(self, ways: Ways) -> "Answers":
        """Return the answers of the last assessment, where something is open and the person wants to fill it in."""
        from opscareer import store

        last = store.latest(self._store)
        if last is None:
            return {}
        held, left = self._open(self._held(last.answers))
        return held if left and ways.fill_in(local(last.taken_at)[:10], len(held), left) else {}

    def _open(self, answers: "Answers") -> "tuple[Answers, int]":
        """Return answers as they are gone on from, and about how many questions are then open."""
        from opscareer.interview import begun_again, left_open

        held = begun_again(answers)
        return held, left_open(self._kb, held)

    def _write(self, before: "Answers", after: "Answers") -> None:
        from opscareer import store

        if before != after:
            store.keep_answers(self._store, self._sitting._replace(answers=after), self._kept)
            self._kept = after

    def _finish(self, advice: Mapping[str, object]) -> None:
        from opscareer import store

        store.keep_assessment(self._store, now(), self._kb.sha256, self.answers, advice)
        store.finish(self._store, self._sitting.id)
