"""What the surroundings say: the language, whether plain prompts are wanted, whether a person is there."""

import os
import sys

from opscareer.text import Lang, Text


def language() -> Lang:
    """Return the language of the environment: OPSCAREER_LANG, else the locale."""
    own = os.environ.get("OPSCAREER_LANG", "").strip().lower()
    if own[:2] in ("zh", "en") and not own[2:3].isalpha():  # zh, ZH, zh_CN, en-GB
        return "zh" if own[:2] == "zh" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


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
