"""`opscareer assess`: the questionnaire, and the advice that follows from it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli import environment
from opscareer.cli.command import AnswersOption, command
from opscareer.cli.session import Session
from opscareer.errors import InterruptedByUserError, NeedsTerminalError, OpscareerError
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.interview import Answers

SaveOption = Annotated[
    Path | None, typer.Option("--save", metavar="FILE", help="Keep the answers there, also when you stop half way.")
]


_SAVED = Text("答案存在 {file}。", "The answers are kept in {file}.")
_UNSAVED = Text(
    "答案没有存。下次加 --save 文件，就能接着用 gap 和 what-if。",
    "The answers are not kept. With --save FILE you can go on with gap and what-if.",
)


def assess(session: Session, answers: AnswersOption = None, save: SaveOption = None) -> None:
    """Answer a questionnaire and be told your next role, what you lack for it, and what to do first."""
    given = session.answers(answers) if answers is not None else _asked(session, save)
    from opscareer.advice import advise, effects_of, steadiness_of
    from opscareer.interview import profile_of
    from opscareer.render import advice_json
    from opscareer.render.advice_page import advice_page

    kb = session.whole
    advice = advise(kb, profile_of(kb, given))
    steady = steadiness_of(kb, advice)
    session.answer(
        "assess",
        lambda: advice_json.assessment(kb, advice, effects_of(kb, advice), steady),
        lambda page: advice_page(page, kb, advice, steady, _file(answers, save)),
    )


def _file(answers: str | None, save: Path | None) -> str:
    """Return where the answers are kept, as the next command names it; a placeholder where they are not."""
    kept = answers if answers not in (None, "-") else save
    return clean(str(kept)) if kept else "FILE"


def _asked(session: Session, save: Path | None) -> "Answers":
    """Return the answers of the person at the terminal; what was answered is kept, also when they stop half way."""
    if session.no_input or not environment.person_there():
        raise NeedsTerminalError(
            "assess 要在终端里问你，这里没有终端",
            "assess asks you on a terminal, and there is none here",
            (
                "用 --answers 文件 给出答案（格式见 opscareer kb schema answers）",
                "give the answers with --answers FILE (its format: opscareer kb schema answers)",
            ),
        )
    from opscareer.ask import conversation
    from opscareer.knowledge.answers_file import write_answers

    kb, lang = session.whole, session.language
    told: Answers = {}

    def keep(answers: "Answers") -> None:
        nonlocal told
        told = answers

    prompter = conversation.prompter(
        lang, plain=session.plain or environment.plain_wanted(), columns=environment.columns()
    )
    try:
        conversation.converse(kb, told, prompter, keep)
    except (InterruptedByUserError, KeyboardInterrupt):  # the latter between two questions
        _kept(told, save, write_answers(told))
        raise InterruptedByUserError("停下了，答案留着", "stopped; the answers are kept") from None
    if save is not None:
        _kept(told, save, write_answers(told))
    environment.tell(_SAVED.fill(file=clean(str(save))) if save else _UNSAVED, lang)
    return told


def _kept(answers: "Answers", save: Path | None, text: str) -> None:
    """Keep the answers in the file asked for; without one, or where it cannot be written, show them."""
    if save is None:
        if answers:
            environment.tell(text)
        return
    from opscareer.cli.output import save as write

    try:
        write(save, text)
    except OpscareerError:
        environment.tell(text)
        raise


COMMANDS = {"assess": command(assess)}
