"""`opscareer assess`: the questionnaire, and the advice that follows from it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli import environment
from opscareer.cli.command import AnswersOption, command
from opscareer.cli.keeping import FileKeeper, Keeper
from opscareer.cli.person import answers_of, last_answers_begun, proposals_of
from opscareer.cli.session import Session
from opscareer.cli.sitting import StoreKeeper, Ways
from opscareer.errors import InterruptedByUserError, NeedsTerminalError, OpscareerError, UsageError
from opscareer.text import clean

if TYPE_CHECKING:
    from opscareer.ask.prompters import Prompter
    from opscareer.interview import Aim, Answers, Value
    from opscareer.interview.resume import Proposed
    from opscareer.text import Text
    from opscareer.views.advice import AdviceView

SaveOption = Annotated[
    Path | None,
    typer.Option("--save", metavar="FILE", help="Keep the answers in a file instead, and go on from those it holds."),
]
NoSaveOption = Annotated[bool, typer.Option("--no-save", help="Keep nothing.")]
AgainOption = Annotated[bool, typer.Option("--again", help="Start from the answers of the last assessment.")]
ResumeOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Propose answers from a résumé (text, Markdown, Word, PDF, JSON Resume, RenderCV); you confirm each.",
    ),
]
FullOption = Annotated[bool, typer.Option("--full", help="Ask about every skill.")]
ConfidenceOption = Annotated[
    float | None,
    typer.Option("--confidence", metavar="SHARE", min=0.8, max=0.99, help="Stop when this sure; 0.95 unless told."),
]

_OTHERS = frozenset(
    (
        *(".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".parquet", ".jsonl", ".ndjson"),
        *(".md", ".markdown", ".html", ".htm", ".docx", ".doc", ".odt", ".rtf", ".pdf"),
    )
)
"""Endings that promise another kind of file than answers are kept in."""
_ENDINGS = ".yaml, .yml"


def assess(
    session: Session,
    answers: AnswersOption = None,
    save: SaveOption = None,
    no_save: NoSaveOption = False,
    again: AgainOption = False,
    resume: ResumeOption = None,
    full: FullOption = False,
    confidence: ConfidenceOption = None,
) -> None:
    """Answer a questionnaire and be told your next role, what you lack for it, and what to do first."""
    _refuse_ignored(answers, save, resume, no_save=no_save, again=again, full=full, confidence=confidence)
    session.format_of("assess")  # nobody answers for an advice that cannot be written
    if answers is not None:
        _advise(session, answers_of(session, answers))
        return
    proposed = None if resume is None else proposals_of(session, resume)
    from opscareer.interview import Aim
    from opscareer.views.encoding import encode_record

    keeper = _asked(session, save, Aim(confidence, full), proposed, keeping=not no_save, again=again)
    try:
        session.answered_by, session.known = (str(save) if save else None), keeper.keeps
        _advise(session, keeper.answers, lambda advice: keeper.finish(encode_record(advice)))
    except (OpscareerError, OSError):  # the advice cannot be written; the answers to it are not lost
        keeper.stopped()
        raise
    keeper.finished()
    keeper.closed()


def _refuse_ignored(
    answers: str | None,
    save: Path | None,
    resume: str | None,
    *,
    no_save: bool,
    again: bool,
    full: bool,
    confidence: float | None,
) -> None:
    """Raise UsageError where an option would be passed over without a word."""
    asking = {"--from": resume is not None, "--full": full, "--confidence": confidence is not None}
    keeping = {"--save": save is not None, "--no-save": no_save, "--again": again}
    given = [name for name, told in {**keeping, **asking}.items() if told]
    if answers is not None and given:
        raise _not_together("--answers", given[0])
    if save is not None:
        _check_ending(save)
    if save is not None and (no_save or again):
        raise _not_together("--save", "--no-save" if no_save else "--again")
    if confidence is not None and (full or not isfinite(confidence)):
        if full:
            raise _not_together("--full", "--confidence")
        raise UsageError("--confidence 要写 0.8 到 0.99 的数", "--confidence takes a number from 0.8 to 0.99")


def _check_ending(save: Path) -> None:
    """Raise UsageError where the name of a file promises what answers are not kept as."""
    ending = save.suffix.lower()
    if ending not in _OTHERS and (ending != ".json" or save.is_file()):  # in a file that is there, JSON stays JSON
        return
    raise UsageError(
        f"答案存不成 {clean(ending)} 文件",
        f"answers are not kept as a {clean(ending)} file",
        (f"可以是：{_ENDINGS}", f"it may end in: {_ENDINGS}"),
    )


def _not_together(one: str, other: str) -> UsageError:
    return UsageError(f"{one} 和 {other} 不能一起用", f"{one} and {other} do not go together")


def _advise(session: Session, answers: "Answers", keep: "Callable[[AdviceView], None] | None" = None) -> None:
    """Say what follows from the answers, once it is kept: whoever closes the window over it has it all the same."""
    from opscareer.advice import advise
    from opscareer.interview import profile_of
    from opscareer.render.screen.advice import advice_page
    from opscareer.views.advice import advice_view

    kb = session.whole
    view = advice_view(kb, advise(kb, profile_of(kb, answers)))
    if keep:
        keep(view)
    session.tell("assess", view, lambda page: advice_page(page, view))


def _asked(
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
        keeper = _keeper(session, asking, save, keeping=keeping, again=again)
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


def _keeper(session: Session, prompter: "Prompter", save: Path | None, *, keeping: bool, again: bool) -> Keeper:
    """Return where the answers go: a file, the data folder, or nowhere."""
    start = last_answers_begun(session, "assess --again") if again else None
    if save is not None:
        session.takes(save, private=True)
        return FileKeeper(session.whole, save, session.language, session.again("assess", "--save", str(save)))
    if keeping:
        from opscareer.ask.beginning import fill_in, go_on

        ways = Ways(lambda at, n: go_on(prompter, at, n), lambda at, n, left: fill_in(prompter, at, n, left))
        return StoreKeeper(session.whole, session.language, ways, session.again("assess"), start)
    keeper = Keeper(session.language)
    keeper.answers = start or {}
    return keeper


COMMANDS = {"assess": command(assess)}
