"""The person at the terminal who answers `assess`: the conversation, and where what they answer is kept."""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from opscareer.cli import environment
from opscareer.cli.keeping import FileKeeper, Keeper
from opscareer.cli.person import last_answers_begun
from opscareer.cli.session import Session
from opscareer.cli.sitting import StoreKeeper, Ways
from opscareer.errors import InterruptedByUserError, NeedsTerminalError

if TYPE_CHECKING:
    from opscareer.ask.prompters import Prompter
    from opscareer.interview import Aim, Value
    from opscareer.interview.resume import Proposed
    from opscareer.text import Text


def asked(
    session: Session, save: Path | None, aim: "Aim", proposed: "Proposed | None", *, keeping: bool, again: bool
) -> Keeper:
    """Return the answers of the person at the terminal; what was answered is kept, also when they stop half way."""
    if session.no_input or not environment.person_there():
        raise NeedsTerminalError(
            "assess 要在终端里问你，这里没有终端",
            "assess needs a terminal to ask you on, and there is none here",
            (
                "用 --answers 文件 给出答案（格式见 opscareer kb schema answers）",
                "give the answers with --answers FILE (its format: opscareer kb schema answers)",
            ),
        )
    return _conversation(session, save, aim, proposed, keeping=keeping, again=again)


def _conversation(
    session: Session, save: Path | None, aim: "Aim", proposed: "Proposed | None", *, keeping: bool, again: bool
) -> Keeper:
    from opscareer.ask.conversation import Conversation
    from opscareer.ask.prompters import prompter

    asking = prompter(session.language, plain=session.plain, columns=environment.columns)
    try:
        keeper = _keeper(session, asking, save, aim, keeping=keeping, again=again)
    except (InterruptedByUserError, KeyboardInterrupt):
        raise InterruptedByUserError("停下了", "stopped") from None
    if proposed is not None:
        _tell(session, proposed)
    try:
        held = Conversation(session.whole, asking, keeper.keep, keeper.answers, aim, *_put_beside(proposed))
        held.welcome(keeper.stay)
        held.hold()
    except (InterruptedByUserError, KeyboardInterrupt):  # the latter between two questions
        with suppress(OSError):  # the window is closed
            keeper.stopped()
        raise InterruptedByUserError("停下了", "stopped") from None
    return keeper


def _put_beside(proposed: "Proposed | None") -> "tuple[Mapping[str, Value], Mapping[str, Text]]":
    """Return what a résumé proposes, and the words that it rests on."""
    if proposed is None:
        return {}, {}
    from opscareer.interview.resume import grounds

    return proposed.answers, grounds(proposed)


def _tell(session: Session, proposed: "Proposed") -> None:
    """Say what a résumé proposes, and in which of its words, before the first question."""
    from opscareer.interview.resume import told
    from opscareer.wrapping import wrap

    columns = environment.columns()
    head, *lines = (line.of(session.language) for line in told(session.whole, proposed))
    shown = [*wrap(head, columns), *(f"  {part}" for line in lines for part in wrap(line, columns - 2))]
    environment.tell("\n".join(shown))


def _keeper(
    session: Session, prompter: "Prompter", save: Path | None, aim: "Aim", *, keeping: bool, again: bool
) -> Keeper:
    """Return where the answers go: a file, the data folder, or nowhere."""
    go_on = session.again("assess", *([] if save is None else ["--save", str(save)]), *_as_typed(aim))
    start = last_answers_begun(session, "assess --again") if again else None
    if save is not None:
        session.takes(save, private=True)
        return FileKeeper(session.whole, save, session.language, go_on)
    if keeping:
        from opscareer.ask import beginning

        ways = Ways(partial(beginning.go_on, prompter), partial(beginning.fill_in, prompter))
        return StoreKeeper(session.whole, session.language, ways, go_on, start)
    keeper = Keeper(session.language)
    keeper.answers = start or {}
    return keeper


def _as_typed(aim: "Aim") -> list[str]:
    """Return the options that tell how far to ask."""
    full = ["--full"] if aim.full else []
    return [*full, "--confidence", f"{aim.confidence:g}"] if aim.confidence is not None else full
