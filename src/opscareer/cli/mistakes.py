"""What the command line's own library says of a wrong word, said in both languages."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Any

from typer._click.exceptions import ClickException  # not public; the bounds on typer hold it

from opscareer.cli.chinese import called
from opscareer.errors import UsageError
from opscareer.text import Text, clean

PATTERNS: Mapping[str, str] = {
    r"No such option: (.+?)(?: \(Possible options: (.+)\))?": "没有 {0} 这个选项（是不是 {1}）",
    r"No such command '(.+?)'\.(?: Did you mean (.+)\?)?": "没有 {0} 这个命令（是不是 {1}）",
    r"Missing command\.": "还要写一个命令",
    r"Missing (?:argument|option|parameter) '(.+?)'\.(?: Choose from:\s*(.+))?": "缺了 {0}（可以写 {1}）",
    r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)": "多写了 {0}",
    r"Option '(.+)' requires an argument\.": "{0} 后面要写一个值",
    r"Option '(.+)' requires (\d+) arguments\.": "{0} 后面要写 {1} 个值",
    r"Option '(.+)' does not take a value\.": "{0} 后面不写值",
    r"Argument '(.+)' takes (\d+) values\.": "{0} 要写 {1} 个",
    r"Invalid value for '(.+?)'(?: / '.+?')*: (.+)": "{0} 的值不对：{1}",
    r"Invalid value: (.+)": "值不对：{0}",
    r"'(.*)' is not a valid (?:int|integer)(?: range)?\.": "{0} 不是整数",
    r"'(.*)' is not a valid (?:float|number)(?: range)?\.": "{0} 不是数",
    r"'(.*)' is not a valid boolean\. Recognized values: (.+)": "{0} 不是“是”或“否”（可以写 {1}）",
    r"(.+) is not in the range (\S+?)<=x<=(\S+?)\.": "{0} 不在 {1} 到 {2} 之间",
    r"(.+) is not in the range (\S+?)<x<(\S+?)\.": "{0} 不在 {1} 和 {2} 之间",
    r"(.+) is not in the range x>=(\S+?)\.": "{0} 小了，至少要 {1}",
    r"(.+) is not in the range x<=(\S+?)\.": "{0} 大了，最多 {1}",
    r"(.+) is not in the range (\S+?)<x<=(\S+?)\.": "{0} 要大于 {1}，最多 {2}",
    r"(.+) is not in the range (\S+?)<=x<(\S+?)\.": "{0} 至少要 {1}，且小于 {2}",
    r"'(.*)' is not one of (.+)\.": "{0} 不在可选的里面：{1}",
    r"Takes (\d+) values but (\d+) given\.": "要写 {0} 个，写了 {1} 个",
    r"(\d+) values are required, but (\d+) (?:was|were )?given\.": "要写 {0} 个，写了 {1} 个",
}
"""What the library says, as patterns that take the whole of it, and the Chinese; an empty bracket goes."""


PLAINLY: Mapping[str, str] = {
    r" is not a valid int(?:eger)?(?: range)?\.": " is not a whole number",
    r" is not a valid (?:float|number)(?: range)?\.": " is not a number",
    r" is not in the range (\S+?)<=x<=(\S+?)\.": r" is not from \1 to \2",
    r" is not in the range x>=(\S+?)\.": r" is too little: at least \1",
    r" is not in the range x<=(\S+?)\.": r" is too much: at most \1",
}
"""What the library says of numbers, and how one would say it."""
_BLANK = Text("{before} 后面是空的", "what follows {before} is empty")
_FILE = Text(
    "写一个文件名；用的是变量的话，看看它有没有值",
    "write the name of a file; if a variable is meant, see that it has a value",
)
_VALUE = Text("写上值；用的是变量的话，看看它有没有值", "write a value; if a variable is meant, see that it has one")
_MISSING = Text("{option} 后面缺了值：{word} 是另一个选项", "{option} lacks its value: {word} is another option")
_FILES = {"-o", "--output", "--people", "--save", "--answers", "--from", "--import"}


def refuse_blank(words: Sequence[str]) -> None:
    """Raise UsageError where a word is empty: as the name of a file it would stand for the folder one is in."""
    for number, word in enumerate(words):
        option, equals, value = word.partition("=") if word.startswith("--") else ("", "", word)
        if value or (option and not equals):
            continue
        before = option or next((one for one in reversed(words[:number]) if one), "opscareer")
        raise UsageError(*_BLANK.fill(before=clean(before)), _FILE if before in _FILES else _VALUE)


def refuse_missing(options: Iterable[Any], words: Sequence[str]) -> None:
    """Raise UsageError where an option stands in the place of another's value, which the library takes it for."""
    known = {name: one for one in options for name in one.opts if name.startswith("-")}
    for option, word in pairwise(takewhile(lambda word: word != "--", words)):
        taker = known.get(option)
        if taker is not None and word in known and not getattr(taker, "is_flag", False):
            raise UsageError(*_MISSING.fill(option=option, word=word), _FILE if option in _FILES else _VALUE)


def usage_error(error: ClickException) -> UsageError:
    """Return a mistake on the command line as an error in both languages, with where to see how it is written."""
    message = " ".join(clean(error.format_message()).split())
    context = getattr(error, "ctx", None)
    see = f"{context.command_path if context else 'opscareer'} --help"
    return UsageError(in_chinese(message), in_english(message), (f"用法见 {see}", f"see {see}"))


def in_english(message: str) -> str:
    """Return what the library says in plain English."""
    for pattern, told in PLAINLY.items():
        message = re.sub(pattern, told, message)
    return message.removesuffix(".")


def in_chinese(message: str) -> str:
    """Return what the library says in Chinese; what is not known stays as it is."""
    for pattern, told in PATTERNS.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _filled(told, found.groups())
    return message


def _filled(told: str, parts: Sequence[str | None]) -> str:
    kept = re.sub(r"（[^）]*\{(\d)\}）", lambda there: there[0] if parts[int(there[1])] else "", told)
    return kept.format(*(_part(part or "") for part in parts))


def _part(part: str) -> str:
    """Return a part of what the library says: a sentence of its own, the name of a value, or choices."""
    return called(in_chinese(part), "zh").replace("', '", "、").strip("'")
