"""Taking away for good what is kept: some assessments, questionnaires that were not finished, or all of it."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from opscareer.cli import environment
from opscareer.cli.session import Session
from opscareer.errors import OpscareerError, UsageError
from opscareer.reasons import reason_of
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.store import Store

ALL, UNFINISHED = "all", "unfinished"
PAGE = "report.html"
_FORGOTTEN = Text("删了 {n} 次评估。", "Assessments deleted: {n}.")
_DROPPED = Text("删了 {n} 份没做完的问卷。", "Unfinished questionnaires deleted: {n}.")
_EVER = "9999"  # no time is later


def delete_kept(session: Session, words: Sequence[str]) -> None:
    """Delete for good what some words name: numbers, `unfinished`, `all`. Raises UsageError, and nothing is deleted."""
    from opscareer import store

    numbers = [_number(word) for word in words if word not in (ALL, UNFINISHED)]
    opened = _opened(whatever=ALL in words)
    ids = store.ids_of(opened) if opened else ()
    if missing := [number for number in numbers if number not in ids]:
        raise _missing(missing, ids)
    lock = store.store_path().with_name(store.LOCK)
    for file in (*store.damaged_files(), page_file(), lock) if ALL in words else ():
        _unlink(file)
    _delete(session, opened, ids if ALL in words else numbers, words)


def _opened(*, whatever: bool) -> "Store | None":
    """Return the file of answers; one that is damaged goes as a whole where everything is to go."""
    from opscareer import store

    try:
        return store.open_store(create=False)
    except store.StoreError as error:
        if not whatever or not error.damaged:
            raise
        _unlink(store.store_path())
        return None


def page_file() -> Path:
    """Return where a page lies that nobody asked to keep: for no other eyes, and the next one is in its place."""
    from opscareer.store import store_path

    return store_path().with_name(PAGE)


def _delete(session: Session, opened: "Store | None", ids: Sequence[int], words: Sequence[str]) -> None:
    """Delete for good, and tell how much of each; of what nobody named only where there was any."""
    from opscareer import store

    unfinished = ALL in words or UNFINISHED in words
    done = store.forget(opened, ids) if opened and ids else 0
    if ids or not unfinished:
        environment.tell(_FORGOTTEN.fill(n=done), session.language)
    dropped = store.abandon(opened, _EVER) if opened and unfinished else 0
    if dropped or UNFINISHED in words or not ids:
        environment.tell(_DROPPED.fill(n=dropped), session.language)
    if opened:
        opened.close()


def _unlink(file: Path) -> None:
    try:
        for end in ("", "-journal", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                file.with_name(file.name + end).unlink()
    except OSError as error:
        name, reason = clean(str(file)), reason_of(error)
        raise OpscareerError(f"删不掉 {name}：{reason.zh}", f"cannot delete {name}: {reason.en}") from None


def _number(word: str) -> int:
    if word.isascii() and word.isdecimal():
        return int(word[:30])  # more digits than any number that is kept
    raise UsageError(
        f"--delete 不认得 {clean(word)}",
        f"--delete does not know {clean(word)}",
        (f"写评估的号、{UNFINISHED} 或 {ALL}", f"the number of an assessment, {UNFINISHED} or {ALL}"),
    )


def _missing(missing: Sequence[int], ids: Sequence[int]) -> UsageError:
    named, listed = (", ".join(map(str, numbers)) or "-" for numbers in (missing, ids))
    return UsageError(
        f"没有第 {named} 次评估，什么都没删",
        f"there is no assessment {named}; nothing was deleted",
        (f"有：{listed}", f"there are: {listed}"),
    )
