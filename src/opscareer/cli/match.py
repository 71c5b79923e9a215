"""`opscareer match`: what a job ad is for, what it asks, and how one fits to it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.session import Session
from opscareer.errors import OpscareerError
from opscareer.text import clean

if TYPE_CHECKING:  # whoever only reads an ad does not wait for the advice
    from opscareer.advice import Situation
    from opscareer.advice.ad_fit import AdFit
    from opscareer.model.ad import Match
    from opscareer.render.json_parts import Object
    from opscareer.render.page import Page

_MOST = 2_000_000  # bytes; more of a file is not read


class AdFileError(OpscareerError):
    """An ad cannot be read."""

    code = "faulty-ad"
    exit_code = 3


def match(
    session: Session,
    ad: Annotated[str, typer.Argument(metavar="AD", help="A file with the text of a job ad; - is standard input.")],
    answers: AnswersOption = None,
) -> None:
    """Read a job ad: which position it is, what it asks in which words, and whether to apply."""
    from opscareer.match.match import Matcher
    from opscareer.match.reading import read

    kb, market = session.whole, session.opened.market()
    found = Matcher(kb, market).match(read(_text(ad)))
    situation = session.situation_if_any(answers)
    fit = _fit(session, found, situation) if situation else None

    def as_json() -> "Object":
        from opscareer.render.match_json import match

        return match(kb, found, situation, fit)

    def as_page(page: "Page") -> None:
        from opscareer.render.match_page import match_page

        match_page(page, kb, found, situation, fit)

    session.answer("match", as_json, as_page)


def unreadable(name: str, error: Exception) -> AdFileError:
    """Return the error of a file of ads that cannot be read, with the reason."""
    reason = clean(getattr(error, "strerror", None) or str(error))
    return AdFileError(f"读不了 {name}：{reason}", f"{name} cannot be read: {reason}")


def _fit(session: Session, found: "Match", situation: "Situation") -> "AdFit | None":
    from opscareer.advice.ad_fit import fit_to_ad

    return fit_to_ad(session.whole, found.asked, situation)


def _text(ad: str) -> str:
    """Return the text of an ad: UTF-8, UTF-16 by its mark, else GB 18030. Raises AdFileError."""
    name = "stdin" if ad == "-" else clean(ad)
    try:
        data = sys.stdin.buffer.read(_MOST) if ad == "-" else _head(Path(ad))
    except (OSError, AttributeError, ValueError) as error:
        raise unreadable(name, error) from None
    text = _decoded(data)
    if not text.strip():
        raise AdFileError(
            f"{name} 是空的", f"{name} is empty", ("要一则招聘的文字", "the text of a job ad is expected")
        )
    return text


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        cut = len(data) == _MOST  # in the middle of a letter, perhaps
        return data.decode("utf-8-sig" if cut and _is_utf8(data[:-4]) else "gb18030", errors="replace")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start > len(data) - 4
    return True


COMMANDS = {"match": command(match)}
