"""`opscareer assess`: the questionnaire, and the advice that follows from it."""

from collections.abc import Callable
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.person import answers_of, proposals_of
from opscareer.cli.session import Session
from opscareer.errors import OpscareerError, UsageError
from opscareer.text import clean

if TYPE_CHECKING:
    from opscareer.interview import Answers
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
    from opscareer.cli.asking import asked
    from opscareer.interview import Aim
    from opscareer.views.encoding import encode_record

    keeper = asked(session, save, Aim(confidence, full), proposed, keeping=not no_save, again=again)
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


COMMANDS = {"assess": command(assess)}
