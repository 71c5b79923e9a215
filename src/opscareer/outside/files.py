"""The one reader of what comes in: a path or standard input, within a limit, decoded, of the kind that was expected.

Whatever is wrong is told by what the file ought to be, at its line and column where there is one.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from opscareer.errors import OpscareerError
from opscareer.outside.encodings import utf
from opscareer.outside.kinds import Kind, kind_of
from opscareer.reasons import reason_of
from opscareer.records import dataclass
from opscareer.text import Text, clean
from opscareer.written.files import MAX_BYTES

NOT_UTF8 = Text("编码不是 UTF-8", "not UTF-8")
_LINE_END = re.compile(r"\r\n|\r|\n")
_ELSEWHERE = {
    Kind.ANSWERS: Text("答案文件用 --answers 给", "--answers takes it"),
    Kind.RESUME: Text("简历用 assess --from 给", "assess --from takes it"),
    Kind.EXPORT: Text("导出的历史用 history --import 收", "history --import takes it"),
}
"""Where a file that was given in the wrong place belongs."""
_SAVED = Text(
    "另存为 .docx 或 PDF 再给，或者把文字复制到文本文件里",
    "save it as .docx or PDF, or copy its words into a text file",
)
_PAGE = Text(
    "在浏览器里另存为「网页，仅 HTML」，或者把文字复制到文本文件里",
    "save the page as HTML only, or copy its words into a text file",
)
_INSTEAD = {
    **dict.fromkeys((Kind.ARCHIVED, Kind.SHORTCUT), _PAGE),
    **dict.fromkeys((Kind.OFFICE, Kind.ODT, Kind.RTF), _SAVED),
    Kind.PICTURE: Text(
        "图片里的字读不了，把文字复制到文本文件里", "words in a picture cannot be read: copy them into a text file"
    ),
    Kind.ZIP: Text("解开压缩包，给里面的文件", "unpack it and give the file that it holds"),
}
"""What to do where documents are read, but none of this kind."""
_TABLES = (Kind.SHEET, Kind.ODS, Kind.OFFICE)


@dataclass(frozen=True)
class Expected:
    """What a file ought to be: its noun, how to come by one, the error to raise, and the most bytes that are read.

    tables: what to do with a table that another program keeps, where tables are read.
    """

    noun: Text
    hint: Text
    error: type[OpscareerError]
    kinds: tuple[Kind, ...] = ()
    most: int = MAX_BYTES
    tables: Text | None = None

    @property
    def a(self) -> str:
        """The noun in English with its article."""
        return f"{'an' if self.noun.en[0] in 'aeiou' else 'a'} {self.noun.en}"

    def unreadable(self, name: str, error: Exception) -> OpscareerError:
        """Return the error that a file cannot be read, with the reason that the system gives."""
        shown, reason = name_of(name), reason_of(error)
        zh, en = f"读不了{self.noun.zh} {shown}：{reason.zh}", f"the {self.noun.en} {shown} cannot be read: {reason.en}"
        return self.error(zh, en, self.hint)

    def at(self, place: str, reason: Text) -> OpscareerError:
        """Return the error of what stands at a place: file:line:column, or as much of it as is known."""
        return self.error(f"{place}: {reason.zh}", f"{place}: {reason.en}", self.hint)

    def wrong(self, place: str, reason: Text) -> OpscareerError:
        """Return the error that what stands at a place is not what was expected."""
        return self.at(place, Text(f"不是{self.noun.zh}：{reason.zh}", f"not {self.a}: {reason.en}"))

    def too_large(self, name: str, most: int) -> OpscareerError:
        """Return the error that a file has more than so many bytes."""
        return self.wrong(name_of(name), Text(f"超过 {most // 1_000_000} MB", f"larger than {most // 1_000_000} MB"))

    def other_kind(self, content: bytes) -> tuple[Text, Text] | None:
        """Return what a file is that was not expected, and what to do about it; None where nothing shows that."""
        kind = kind_of(content)
        if kind is None or kind in self.kinds:
            return None
        told = Text(f"这是{kind.value.zh}，不是{self.noun.zh}", f"this is {kind.value.en}, not {self.a}")
        instead = _INSTEAD if Kind.WORD in self.kinds else dict.fromkeys(_TABLES, self.tables or self.hint)
        return told, {**instead, **_ELSEWHERE}.get(kind, self.hint)

    def check_kind(self, name: str, content: bytes) -> None:
        """Raise the error that names a file of another kind as what it is."""
        if other := self.other_kind(content):
            (zh, en), hint = other
            raise self.error(f"{name_of(name)}: {zh}", f"{name_of(name)}: {en}", hint)


@contextmanager
def opened(name: str, expected: Expected) -> Iterator[BinaryIO]:
    """Give the bytes of a file, or of standard input where its name is -. Raises what is expected where it fails."""
    try:
        if name != "-":
            with Path(name).open("rb") as file:
                yield file
        elif sys.stdin is None:
            raise OSError(0, "standard input is closed")
        else:
            yield sys.stdin.buffer
    except (OSError, AttributeError, ValueError) as error:
        raise expected.unreadable(name, error) from None


def content(name: str, expected: Expected) -> bytes:
    """Return all that a file holds, and of one beyond the limit a byte more. Raises what is expected where it fails."""
    with opened(name, expected) as file:
        return file.read(expected.most + 1)


def whole(name: str, expected: Expected) -> bytes:
    """Return all that a file holds. Raises what is expected where it is too large or of another kind."""
    data = content(name, expected)
    if len(data) > expected.most:
        raise expected.too_large(name, expected.most)
    expected.check_kind(name, data)
    return data


def text(name: str, expected: Expected) -> str:
    """Return the text of a file: UTF-8, or UTF-16 by its mark.

    Raises what is expected where the file cannot be read, is too large, of another kind or in another encoding.
    """
    data = whole(name, expected)
    try:
        return utf(data)
    except UnicodeDecodeError as error:
        raise undecoded(name, expected, data, error) from None


def undecoded(name: str, expected: Expected, data: bytes, error: UnicodeDecodeError) -> OpscareerError:
    """Return the error that a file is in an encoding that is not read, with the line where that shows."""
    line = data.count(b"\n", 0, error.start) + 1
    return expected.wrong(f"{name_of(name)}:{line}:1", NOT_UTF8)


def place(name: str, told: str, position: int) -> str:
    """Return where a letter of a text stands, as file:line:column, whichever way its lines end."""
    ends = [end.end() for end in _LINE_END.finditer(told, 0, position)]
    return f"{name_of(name)}:{len(ends) + 1}:{position - (ends[-1] if ends else 0) + 1}"


def name_of(name: str) -> str:
    """Return what messages call a file."""
    return "stdin" if name == "-" else clean(name)
