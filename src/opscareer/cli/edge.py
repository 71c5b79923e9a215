"""The edge: whatever goes wrong becomes one message, in the person's language, and the exit code that scripts know."""

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from typer import Abort, Exit, echo
from typer._click.exceptions import ClickException, NoArgsIsHelpError  # not public; the bounds on typer hold them

from opscareer import __version__
from opscareer.cli.app import build
from opscareer.cli.completing import ASKED_BY_SHELL
from opscareer.cli.ending import ended_in_order
from opscareer.cli.environment import language, no_language
from opscareer.cli.output import as_utf8
from opscareer.errors import FaultyFileError, InterruptedByUserError, OpscareerError
from opscareer.text import Lang, Text, clean

_REPORT = Text(
    "要报告的话：设 OPSCAREER_DEBUG=1 再跑一次，把显示的和版本号 {version} 发给作者；先看看里面有没有你的私事",
    "to report it: run it again with OPSCAREER_DEBUG=1 and send the authors what it prints, and the version {version}; "
    "look first that nothing of yours is in it",
)


def run(words: Sequence[str]) -> int:
    """Return the exit code of a command line."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a GBK terminal lacks some characters
    try:
        code = _invoked(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        return _reader_gone()
    except Exception as error:
        if os.environ.get("OPSCAREER_DEBUG") and not isinstance(error, OpscareerError | OSError):
            raise
        return _told(_as_ours(error), words)
    return code


def _as_ours(error: Exception) -> OpscareerError:
    """Return what to say of an error: of one that nobody foresaw its type, without what it may tell of the person."""
    if isinstance(error, OpscareerError):
        return error
    if isinstance(error, OSError):
        from opscareer.reasons import reason_of

        reason, name = reason_of(error), clean(str(error.filename or ""))
        zh, en = (f"用不了 {name}", f"cannot use {name}") if name else ("写不出去", "cannot write")
        return OpscareerError(f"{zh}：{reason.zh}", f"{en}: {reason.en}")
    if isinstance(error, MemoryError):
        return OpscareerError("内存不够", "there is not enough memory")
    kind = type(error).__name__
    hint = _REPORT.fill(version=__version__)
    return OpscareerError(f"程序自己出错了（{kind}）", f"the program itself is at fault ({kind})", (hint.zh, hint.en))


def _invoked(words: Sequence[str]) -> int:
    """Call the command as main() would, which gives Ctrl-C and a reader that has gone exit codes without a word."""
    words = [*words[1:], "--help"] if words[:1] == ["help"] else words  # as git and cargo have it
    try:
        root = build()
        if instruction := os.environ.get(ASKED_BY_SHELL):
            from opscareer.cli.completion import complete

            return complete(root, instruction)
        _tell_no_language(words)
        _refuse_blank(words)
        with (
            root.make_context(
                "opscareer", list(words), obj={"asked": _asked_language(words), "asked_plain": "--plain" in words}
            ) as context,
            ended_in_order(),
        ):
            root.invoke(context)
    except Exit as done:
        return done.exit_code
    except NoArgsIsHelpError as error:  # no command at all: its message is the help
        echo(error.format_message(), err=True)
        return error.exit_code
    except ClickException as error:
        from opscareer.cli.mistakes import usage_error

        raise usage_error(error) from None
    except (Abort, EOFError, KeyboardInterrupt):
        raise InterruptedByUserError("中断了", "interrupted") from None
    return 0


def _tell_no_language(words: Sequence[str]) -> None:
    """Say that the environment names no language that there is, where it would decide and somebody reads errors."""
    remark = None if "--json" in words or _told_language(words) else no_language()
    if remark:
        with suppress(OSError, ValueError, AttributeError):
            sys.stderr.write(f"opscareer: {remark.of(language())}\n")
            sys.stderr.flush()


def _refuse_blank(words: Sequence[str]) -> None:
    """Raise UsageError where a word is empty, or the value of an option."""
    if any(not word or word.endswith("=") for word in words):
        from opscareer.cli.mistakes import refuse_blank

        refuse_blank(words)


def _told(error: OpscareerError, words: Sequence[str]) -> int:
    """Tell an error on stderr, as JSON where JSON was asked for; return its exit code."""
    lang = _asked_language(words)
    if "--json" in words:
        as_utf8(sys.stderr)
    text = json.dumps(_as_json(error, lang), ensure_ascii=False) if "--json" in words else _as_text(error, lang)
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    if isinstance(error, OpscareerError) and type(error) is OpscareerError:
        _silence_stdout()
    return error.exit_code


def _as_json(error: OpscareerError, lang: Lang) -> dict[str, object]:
    from opscareer.views.encoding import encode_record
    from opscareer.views.faults import failure_view

    return {"schema": "opscareer/error/1", **encode_record(failure_view(error, lang))}


def _as_text(error: OpscareerError, lang: Lang) -> str:
    if isinstance(error, FaultyFileError):
        return "\n".join(fault.told(lang) for fault in error.faults)
    hint = error.hint.of(lang)
    return f"opscareer: {error.message.of(lang)}" + (f"\n  {hint}" if hint else "")


def _asked_language(words: Sequence[str]) -> Lang:
    """Return the language of the command line, which may not have been understood, else of the environment."""
    return _told_language(words) or language()


def _told_language(words: Sequence[str]) -> Lang | None:
    for number, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and number + 1 < len(words):
            value = words[number + 1]
        if value.lower() in ("zh", "en"):
            return "zh" if value.lower() == "zh" else "en"
    return None


def _reader_gone() -> int:
    """The reader of a pipe has read enough: that is no failure."""
    _silence_stdout()
    return 0


def _silence_stdout() -> None:
    """Keep the interpreter from writing what is left when it exits."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
