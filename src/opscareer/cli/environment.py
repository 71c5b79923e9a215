"""What the surroundings say: the language, whether plain prompts are wanted, whether a person is there."""

import os
import sys

from opscareer.text import Lang, Text, clean

_NO_LANGUAGE = Text(
    "环境变量 OPSCAREER_LANG 是“{value}”：要写 zh 或 en。这次照系统的语言，用中文",
    'OPSCAREER_LANG is "{value}": zh or en is expected. This time it is English, as the locale has it',
)
_SHOWN = 40  # letters of what is no language


def language() -> Lang:
    """Return the language of the environment: OPSCAREER_LANG, else the locale."""
    if own := _language_of(_own()):
        return own
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def no_language() -> Text | None:
    """Return what to say of an OPSCAREER_LANG that names no language there is; None where it names one, or nothing."""
    value = clean(_own())
    return _NO_LANGUAGE.fill(value=value[:_SHOWN]) if value and not _language_of(value) else None


def _own() -> str:
    return os.environ.get("OPSCAREER_LANG", "").strip()


def _language_of(value: str) -> Lang | None:
    """Return the language that zh, ZH, zh_CN or en-GB names; None of what names none."""
    head, after = value[:2].lower(), value[2:3]
    return None if head not in ("zh", "en") or after.isalpha() else "zh" if head == "zh" else "en"


def plain_wanted() -> bool:
    """Return whether the environment asks for plain prompts, or cannot show others."""
    return bool(os.environ.get("OPSCAREER_PLAIN")) or os.environ.get("TERM", "") in ("dumb", "unknown")


def person_there() -> bool:
    """Return whether somebody can read a prompt and answer it: talk goes to stderr, answers come from stdin."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)


def columns() -> int:
    """Return the width to write for: the terminal's, at most 100; 80 where there is none."""
    from shutil import get_terminal_size

    return max(20, min(100, get_terminal_size((80, 24)).columns))


def tell(remark: Text | str, lang: Lang = "en") -> None:
    """Say something beside the answer: on standard error, after an empty line."""
    told = remark if isinstance(remark, str) else remark.of(lang)
    sys.stderr.write(f"\n{told}\n")
    sys.stderr.flush()


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):  # a closed stream is None, or refuses
        return False
