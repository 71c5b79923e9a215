"""Whom a command tells of: by the answers of a file, else by those of the assessment kept last, or by a résumé."""

from typing import TYPE_CHECKING

from opscareer.cli.clock import day
from opscareer.cli.session import Session
from opscareer.errors import OpscareerError, UsageError
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.advice import Situation
    from opscareer.cli.stored import Fitting
    from opscareer.interview import Answers
    from opscareer.interview.resume import Proposed

_NO_ANSWERS = Text(
    "{command} 要知道你的情况，但没有答案", "{command} needs to know about you, and there are no answers"
)
_FIRST = Text("先做一次 opscareer assess", "run opscareer assess first")
_GO_ON = Text(
    "上次的问卷没答完，存着 {n} 个答案：运行 opscareer assess 接着答完",
    "a questionnaire is not finished, with {n} {n|answer|answers} kept: opscareer assess goes on with it",
)
_LAST = Text("用的是 {at} 的评估（第 {id} 次）。", "From the assessment of {at} (number {id}).")


def answers_of(session: Session, file: str) -> "Answers":
    """Return the answers of a file, or of standard input, saying which do not count.

    Raises UsageError and FaultyAnswersError.
    """
    from opscareer.cli.idle import idle_text
    from opscareer.interview import contradiction
    from opscareer.outside import given

    session.takes(file, private=True)
    session.answered_by, session.known = file, True
    answers = given.answers_of(session.whole, file, session.note)
    for told in (idle_text(session.whole, answers), contradiction(answers)):
        if told.of(session.language):
            session.note(told)
    return answers


def proposals_of(session: Session, resume: str) -> "Proposed":
    """Return what a résumé leads one to propose. Raises UsageError where it is none."""
    from opscareer.cli.clock import now
    from opscareer.interview.resume import proposals
    from opscareer.outside.resume import resume_of

    session.takes(resume, private=True)
    return proposals(session.whole, resume_of(resume, session.note), now()[:7])


def answers_or_last(session: Session, file: str | None, command: str) -> "Answers":
    """Return the answers of a file, else of the last assessment kept. Raises UsageError where there are none."""
    return answers_of(session, file) if file is not None else _last_answers(session, command)


def last_answers_begun(session: Session, command: str) -> "Answers":
    """Return the last answers kept, to go on from: what the knowledge base knows no more will be asked again.

    Raises UsageError where there are none.
    """
    given = _last(session, optional=False)
    if given is None:
        raise _no_profile(command, _begun() or _FIRST)
    return given.answers


def situation_by(session: Session, file: str | None, command: str) -> "Situation":
    """Return where a person stands by the answers of a file, else by the last kept. Raises UsageError."""
    return _situation(session, answers_or_last(session, file, command))


def situation_if_any(session: Session, file: str | None) -> "Situation | None":
    """Return the same for a command that can do without a person; None where nothing is known of one."""
    given = answers_of(session, file) if file is not None else _last_answers_if_any(session)
    return None if given is None else _situation(session, given)


def _situation(session: Session, answers: "Answers") -> "Situation":
    from opscareer.advice import situation_of
    from opscareer.interview import profile_of

    return situation_of(session.whole, profile_of(session.whole, answers))


def _last_answers(session: Session, command: str) -> "Answers":
    """Return the answers of the assessment taken last, saying which. Raises UsageError where none can be used."""
    given = _last(session, optional=False)
    if given is None:
        raise _no_profile(command, _or_a_file(_begun() or _FIRST))
    if lacking := given.lacking(session.whole):
        from opscareer.cli.stored import asked_again

        raise asked_again(lacking, "" if session.kb is None else f" --kb {_typed(str(session.kb))}")
    return given.answers


def _last_answers_if_any(session: Session) -> "Answers | None":
    """Return the same for a command that can do without; None where there are none that can be used."""
    given = _last(session, optional=True)
    return None if given is None or given.lacking(session.whole) else given.answers


def _last(session: Session, *, optional: bool) -> "Fitting | None":
    """Return the answers of the assessment taken last, saying which and what of them does not count."""
    from opscareer import store
    from opscareer.cli.stored import fitting

    try:
        opened = store.read_store()
        last = store.latest(opened) if opened else None
    except store.StoreError as error:
        if not optional:
            raise _without_store(error) from None
        session.note(error.message)
        return None
    if opened is None or last is None:
        return None
    session.takes(opened.path, private=True)
    session.note(_LAST.fill(at=day(last.taken_at), id=last.id))
    given = fitting(session.whole, last.answers)
    session.known = not given.lacking(session.whole)
    if told := given.told():
        session.note(told)
    return given


def _typed(name: str) -> str:
    """Return a file name as it is typed into a shell, whatever it holds."""
    from shlex import quote

    return quote(clean(name))


def _without_store(error: OpscareerError) -> OpscareerError:
    """Return an error of the file of answers, to a command that can be given them in another way."""
    error.hint = Text(f"{error.hint.zh}；或用 --answers 文件", f"{error.hint.en}; or --answers FILE does without it")
    return error


def _no_profile(command: str, hint: Text) -> UsageError:
    """Return the error of a command that needs answers and has none."""
    return UsageError(*_NO_ANSWERS.fill(command=command), hint)


def _begun() -> Text | None:
    """Return how to go on with answers that were begun and not finished; None where there are none."""
    from opscareer import store

    opened = store.read_store()
    left = store.readable(opened) if opened else ()
    return _GO_ON.fill(n=len(left[0].answers)) if left else None


def _or_a_file(hint: Text) -> Text:
    return Text(f"{hint.zh}，或用 --answers 文件 给出答案", f"{hint.en}, or give answers with --answers FILE")
