"""The one reader of what comes in: what it takes, and what it says of what it does not."""

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.errors import FaultyAdError, FaultyHistoryError, OpscareerError, UsageError
from opscareer.outside.ad import AD
from opscareer.outside.ads import ADS
from opscareer.outside.answers import ANSWERS
from opscareer.outside.files import Expected, content, opened, place, text
from opscareer.outside.history import HISTORY
from opscareer.outside.resume import RESUME
from opscareer.text import Text

ALL = (ANSWERS, RESUME, AD, ADS, HISTORY)
SMALL = Expected(Text("便条", "note"), Text("写短些", "write less"), UsageError, most=1_000_000)


def refused(name: str, expected: Expected = SMALL) -> OpscareerError:
    """Return the error that a file is refused with."""
    with pytest.raises(expected.error) as caught:
        text(name, expected)
    return caught.value


@pytest.mark.parametrize(
    ("expected", "noun", "error", "code"),
    [
        (ANSWERS, ("读不了答案文件 ", "the answers file "), UsageError, 2),
        (RESUME, ("读不了简历 ", "the résumé "), UsageError, 2),
        (AD, ("读不了招聘 ", "the job ad "), FaultyAdError, 3),
        (ADS, ("读不了招聘数据 ", "the file of job ads "), FaultyAdError, 3),
        (HISTORY, ("读不了导出的历史 ", "the exported history "), FaultyHistoryError, 3),
    ],
)
def test_the_right_noun(
    tmp_path: Path, expected: Expected, noun: tuple[str, str], error: type[OpscareerError], code: int
) -> None:
    """What cannot be read is called what it ought to be, in both languages, with the exit code of its kind."""
    found = refused(str(tmp_path / "nowhere"), expected)
    assert (type(found), found.exit_code) == (error, code)
    zh, en = found.message
    assert zh == f"{noun[0]}{tmp_path / 'nowhere'}：没有这个文件或文件夹"
    assert en == f"{noun[1]}{tmp_path / 'nowhere'} cannot be read: No such file or directory"
    assert found.hint == expected.hint


@pytest.mark.parametrize("name", ["", "no/where", "x" * 5000, "a\x00b", "\x1b[31mred\u202e", "."])
def test_what_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A folder, or what is no name of a file, cannot be read either; its name is told without its escapes."""
    monkeypatch.chdir(tmp_path)
    zh, en = refused(name).message
    assert en.startswith("the note ")
    assert " cannot be read: " in en
    assert not {"\x1b", "\u202e", "\x00"} & {*zh, *en}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("stdin", [False, True])
def test_encodings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, stdin: bool) -> None:
    """UTF-8 with its mark or without, and UTF-16 with its mark, are read alike, from a file and from a pipe."""
    data = "一\r\ntwo\n".encode(encoding)
    (tmp_path / "note").write_bytes(data)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert text("-" if stdin else str(tmp_path / "note"), SMALL) == "一\r\ntwo\n"


def test_another_encoding(tmp_path: Path) -> None:
    """What is neither is refused in the line where that shows."""
    (tmp_path / "note").write_bytes(b"one\ntwo\n" + "三".encode("gbk"))
    assert refused(str(tmp_path / "note")).message[1] == f"{tmp_path / 'note'}:3:1: not a note: not UTF-8"


def test_a_closed_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A standard input that is closed is told as such, by its own name."""
    monkeypatch.setattr(sys, "stdin", None)
    assert refused("-").message[1] == "the note stdin cannot be read: standard input is closed"


def test_the_limit(tmp_path: Path) -> None:
    """A file of the limit is read whole; of a larger one no more than shows that it is, and it is refused."""
    file = tmp_path / "note"
    file.write_bytes(b"a" * SMALL.most)
    assert len(text(str(file), SMALL)) == SMALL.most
    with file.open("wb") as large:
        large.truncate(100 * SMALL.most)
    assert len(content(str(file), SMALL)) == SMALL.most + 1
    assert refused(str(file)).message == (
        f"{file}: 不是便条：超过 1 MB",
        f"{file}: not a note: larger than 1 MB",
    )


def test_what_is_read_is_not_the_reader(tmp_path: Path) -> None:
    """An error of who reads an open file is theirs."""
    (tmp_path / "note").touch()
    with pytest.raises(KeyError), opened(str(tmp_path / "note"), SMALL):
        raise KeyError


@given(st.lists(st.text("ab一", max_size=3)), st.sampled_from(["\n", "\r\n", "\r"]), st.data())
def test_places(lines: list[str], end: str, data: st.DataObject) -> None:
    """A place is told as editors count: lines and columns from one, whichever way lines end."""
    lines = [*lines, "here"]
    line = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[line])))
    position = sum(len(one) + len(end) for one in lines[:line]) + column
    assert place("x", end.join(lines), position) == f"x:{line + 1}:{column + 1}"


def test_nouns_differ() -> None:
    """No two kinds of what comes in are called the same in English, and each says how to come by one."""
    assert len({expected.noun.en for expected in ALL}) == len(ALL)
    assert all(expected.hint.zh and expected.hint.en for expected in ALL)
