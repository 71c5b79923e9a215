"""The traps of YAML: each is told with a sentence and a place, and none brings the program down."""

from contextlib import suppress

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from opscareer.errors import Fault
from opscareer.text import clean
from opscareer.written.yaml_faults import RefusedError
from opscareer.written.yaml_nodes import Node, plain
from opscareer.written.yaml_reader import read


def value_of(text: str | bytes, *, lenient: bool = False) -> object:
    """Return the value of a text that has no faults."""
    root, faults = read(as_bytes(text), "f.yaml", lenient=lenient)
    assert faults == []
    return plain(root)


def faults_in(text: str) -> list[Fault]:
    """Return the faults of a text that can be read to its end."""
    return read(as_bytes(text), "f.yaml")[1]


def refusal_of(text: str | bytes, *, lenient: bool = False) -> Fault:
    """Return the one fault of a text that cannot be read."""
    with pytest.raises(RefusedError) as caught:
        read(as_bytes(text), "f.yaml", lenient=lenient)
    return caught.value.fault


def at(node: Node, key: str) -> Node:
    """Return what a mapping has at a key."""
    assert isinstance(node.value, dict)
    return node.value[key]


def entries(node: Node) -> list[Node]:
    """Return what is in a list."""
    assert isinstance(node.value, list)
    return node.value


def as_bytes(text: str | bytes) -> bytes:
    """Return a text as a file has it."""
    return text if isinstance(text, bytes) else text.encode()


@pytest.fixture(params=["C", "Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with each of the two parsers that PyYAML may have."""
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader")


def test_kinds_of_values() -> None:
    """Words, numbers, truth and nothing are read as YAML 1.2 has them."""
    text = "{a: x y, b: 3, c: -2.5, d: true, e: False, f: null, g: ~, h: , i: [1, '2'], j: {}, k: 1e3}"
    assert value_of(text) == {
        **{"a": "x y", "b": 3, "c": -2.5, "d": True, "e": False, "f": None, "g": None, "h": None},
        **{"i": [1, "2"], "j": {}, "k": 1000.0},
    }


@pytest.mark.parametrize("text", ["", "# nothing here\n", "---\n"])
def test_empty(text: str) -> None:
    """A file without content has no value and no fault."""
    assert value_of(text) is None


def test_places() -> None:
    """Every value and every key knows its file, line and column, counted from one."""
    root, _ = read("# first\nroles:\n  - id: 运营\n    名字: [a, b]\n".encode(), "data/roles.yaml")
    (entry,) = entries(at(root, "roles"))
    found = entries(at(entry, "名字"))[1].mark
    assert (found.file, found.line, found.column) == ("data/roles.yaml", 4, 13)
    assert (entry.keys["名字"].line, entry.keys["名字"].column) == (4, 5)


def test_duplicate_key() -> None:
    """A key that stands twice is told at its second place, with the line of the first."""
    (fault,) = faults_in("a: 1\nb:\n  x: 1\n  z: 2\n  x: 3\n")
    assert fault.place == "f.yaml:5:3"
    assert fault.message == ("键 x 重复，第 3 行已经有了", "the key x stands twice, first in line 3")


def test_duplicate_key_in_quotes() -> None:
    """Quotes and characters that are cleaned away do not make two keys of one."""
    assert len(faults_in('a: 1\n"a": 2\n"\\u202ea": 3\n')) == 2


@pytest.mark.parametrize(
    ("word", "problem"),
    [
        ("no", "many YAML readers take no for true or false"),
        ("NO", "many YAML readers take NO for true or false"),
        ("on", "many YAML readers take on for true or false"),
        ("off", "many YAML readers take off for true or false"),
        ("Yes", "many YAML readers take Yes for true or false"),
        ("y", "many YAML readers take y for true or false"),
        ("12:30", "many YAML readers take 12:30 for a number of base sixty"),
        ("12:30:00", "many YAML readers take 12:30:00 for a number of base sixty"),
        ("2024-01-31", "many YAML readers take 2024-01-31 for a date"),
        ("2024-13-45", "many YAML readers take 2024-13-45 for a date"),
        ("2024-01-31T10:00:00Z", "many YAML readers take 2024-01-31T10:00:00Z for a date"),
        ("0777", "some readers take 0777 for an octal or hexadecimal number"),
        ("0o17", "some readers take 0o17 for an octal or hexadecimal number"),
        ("0x1F", "some readers take 0x1F for an octal or hexadecimal number"),
        ("1_000", "some readers skip the underscores in 1_000"),
        (".inf", ".inf is not a finite number"),
        ("-.inf", "-.inf is not a finite number"),
        (".NaN", ".NaN is not a finite number"),
        ("1e400", "the number is absurdly large"),
        ("9" * 16, "the number is absurdly large"),
        ("9" * 5000, "the number is absurdly large"),
    ],
)
def test_surprise(word: str, problem: str) -> None:
    """A word that YAML readers take for something else is told where it stands, with what to do about it."""
    (fault,) = faults_in(f"a: fine\nb: {word}\n")
    assert (fault.place, fault.message[1]) == ("f.yaml:2:4", problem)
    assert fault.hint == ("如果就是文字，给它加上引号", "if it is meant as text, put it in quotes")


@pytest.mark.parametrize("word", ["no", "12:30", "2024-01-31", "0777", "1_000", ".inf", "1e400", "9" * 5000])
def test_quoted_words(word: str) -> None:
    """Between quotes a word is that word, whatever it looks like."""
    assert value_of(f"a: '{word}'\nb: \"{word}\"\n") == {"a": word, "b": word}


@pytest.mark.parametrize("word", ["no", "12:30", "2024-01-31", "1_000", ".inf", "1e400", "9" * 5000])
def test_lenient_words(word: str) -> None:
    """An answers file may write such words without quotes: they are words, and no number beyond reason arises."""
    assert value_of(f"a: {word}", lenient=True) == {"a": word}


def test_surprising_key() -> None:
    """A key can surprise as well as a value."""
    (fault,) = faults_in("no: 1")
    assert (fault.line, fault.column) == (1, 1)


def test_all_surprises_at_once() -> None:
    """All faults that do not stop the reading are told, not only the first."""
    assert [fault.line for fault in faults_in("a: no\nb: 12:30\na: 0777\nc: fine\nd: .nan\n")] == [1, 2, 3, 3, 5]


@pytest.mark.parametrize(
    "tagged",
    [
        "!!timestamp x",
        "!!bool maybe",
        "!!int ''",
        "!!float x",
        "!!str no",
        "!!python/object/apply:os.getcwd []",
        "!own x",
    ],
)
def test_tag(tagged: str, parser: None) -> None:
    """A tag constructs nothing: it is refused by name where it stands."""
    fault = refusal_of(f"a: 1\nb: {tagged}\n")
    assert fault.place == "f.yaml:2:4"
    assert fault.message[1].startswith("tags (!) are not allowed: ")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5_000,
        "[" * 1_000_000,
        "- " * 100_000,
        "{a: " * 5_000,
        "[{a: " * 5_000,
        "".join(" " * level + "a:\n" for level in range(1_000)),
    ],
    ids=lambda text: f"{text[:5].strip()}x{len(text)}",
)
def test_deep_nesting(text: str, parser: None) -> None:
    """Nesting without end is refused at the fiftieth level, and exhausts no stack."""
    assert refusal_of(text).message[1] == "nested deeper than 50 levels"


def test_deep_enough() -> None:
    """Fifty levels are read, so that no honest file is refused."""
    assert value_of("[" * 50 + "]" * 50)
    assert refusal_of("[" * 51 + "]" * 51).place == "f.yaml:1:51"


LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{b}: &{b} {{<<: [*{a}, *{a}]}}\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("bomb", [LAUGHS, MERGES, "&a [*a]", "a: &a {b: *a}", "a: *nowhere"])
def test_alias_bomb(bomb: str, parser: None) -> None:
    """Anchors and aliases are refused at the first one, so that nothing small can grow or contain itself."""
    fault = refusal_of(bomb)
    assert fault.message[1] == "anchors and aliases (& and *) are not allowed"
    assert fault.hint[1] == "write the content out"
    assert fault.line == 1


def test_merge_key() -> None:
    """A merge key merges nothing: it is a key like any other."""
    assert value_of("{<<: {a: 1}, a: 2}") == {"<<": {"a": 1}, "a": 2}


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of too many bytes, or of too many values, is refused."""
    assert refusal_of(b"a" * 8_000_001).message[1] == "the file is larger than 8 MB"
    monkeypatch.setattr("opscareer.written.yaml_reader.MAX_NODES", 100)
    assert refusal_of("[" + "1," * 200 + "]").message[1] == "too many values"


@pytest.mark.parametrize(
    "escaped",
    [r"\x1b[31m", r"\e]0;title\a", r"\x9b31m", r"\u202e", r"\u2066", r"\0", r"\x7f", r"\u200b", r"\ufeff", r"\u2028"],
)
def test_escaped_characters(escaped: str, parser: None) -> None:
    """What could command a terminal or turn the reading around does not survive in values and keys."""
    told = value_of(f'"k{escaped}ey": "va{escaped}lue"')
    assert isinstance(told, dict)
    assert {word.replace(" ", "") for pair in told.items() for word in pair} == {"key", "value"}


def test_escaped_surrogate(parser: None) -> None:
    """Half of a surrogate pair is refused or dropped, and never reaches a value."""
    with suppress(RefusedError):
        assert value_of(r'a: "x\ud800y"') == {"a": "xy"}


@pytest.mark.parametrize("raw", ["\x1b", "\0", "\x7f", "\x9b", "\ufffe"])
def test_raw_control(raw: str) -> None:
    """A control character that stands in the file itself is refused where it stands."""
    fault = refusal_of(f"a: 1\n名: x{raw}y\n")
    assert (fault.place, fault.message[1]) == ("f.yaml:2:5", "a control character stands here")
    assert fault.hint[1] == "save the file as plain text in UTF-8"


def test_raw_bidi() -> None:
    """Bidi and zero-width characters that stand in the file itself are cleaned away."""
    assert value_of("a: ab\u202ecd\u2066\u200b\n") == {"a": "abcd"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title：值", "f.yaml:1:1"),
        ("a:\n  - title：值\n", "f.yaml:2:5"),
        ("a: 1\ntitle：值\nb: 2\n", "f.yaml:2:6"),
        ("skills:\n  - id：x\n    group: y\n", "f.yaml:2:7"),
        ("a: 1\n标题：值\n", "f.yaml:2:3"),
    ],
)
def test_full_width_colon(text: str, place: str) -> None:
    """A full-width colon after a key is recognised for what it is."""
    try:
        (fault,) = faults_in(text)
    except RefusedError as refused:
        fault = refused.fault
    assert fault.place == place
    assert "full-width" in fault.message[1] + fault.hint[1]
    assert "全角" in fault.message[0] + fault.hint[0]


def test_full_width_colon_in_text() -> None:
    """In a sentence between quotes, and after Chinese words, a full-width colon is punctuation."""
    assert value_of('a: "KPI：三个"\nb: 分三步：先看\n') == {"a": "KPI：三个", "b": "分三步：先看"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "gbk"])
def test_other_encodings(encoding: str) -> None:
    """A file in another encoding is refused with how to save it."""
    fault = refusal_of("名字: 值\n".encode(encoding))
    assert fault.line == 1
    assert "UTF-8" in fault.hint[0]
    assert "UTF-8" in fault.hint[1]


def test_bad_utf8_line() -> None:
    """What is not UTF-8 is told with its line."""
    assert refusal_of(b"a: 1\nb: 2\nc: \xff\n").place == "f.yaml:3:1"


def test_windows_file() -> None:
    """A byte order mark and CRLF make no difference, to values or to places."""
    windows = b"\xef\xbb\xbfa: 1\r\nb:\r\n  - x\r\n"
    assert value_of(windows) == value_of("a: 1\nb:\n  - x\n")
    assert [fault.place for fault in read(b"\xef\xbb\xbfa: 1\r\nb: no\r\n", "f.yaml")[1]] == ["f.yaml:2:4"]


@pytest.mark.parametrize("text", ["\ta: 1\n", "a:\n\tb: 1\n", "a:\r\n\tb: 1\r\n", "a:\n  b: 1\n\tc: 2\n"])
def test_tab(text: str) -> None:
    """A tab in the indentation is told with its line and what to use instead."""
    fault = refusal_of(text)
    assert text.splitlines()[fault.line - 1].startswith("\t")
    assert fault.hint == ("缩进用空格，不用制表符", "indent with blanks, not with tabs")


def test_letters_in_two_halves_in_json(parser: None) -> None:
    """A letter that JSON writes as a pair is that letter; what is escaped itself is not."""
    assert value_of(r'{"a": "\ud83d\ude00 \\ud83d"}', lenient=True) == {"a": "\U0001f600 \\ud83d"}


def test_tabs_in_json(parser: None) -> None:
    """JSON may be indented with tabs where it is allowed at all."""
    text = '{\n\t"a": [\n\t\t1,\n\t\t"x"\n\t]\n}\n'
    assert value_of(text, lenient=True) == value_of(f"\ufeff{text}", lenient=True) == {"a": [1, "x"]}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: c: d\n", "f.yaml:2:5"),
        ("a: 'open\n", "f.yaml:2:1"),
        ("a: [1, 2\n", "f.yaml:2:1"),
        ("a: 1\nb: @x\n", "f.yaml:2:4"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1"),
        ("a: 1\n[b]: 2\n", "f.yaml:2:1"),
        ("a: 1\n? {b: 1}\n: 2\n", "f.yaml:2:3"),
    ],
)
def test_broken_yaml(text: str, place: str) -> None:
    """What is not YAML, or more than one plain document of it, is refused where it goes wrong."""
    fault = refusal_of(text)
    assert fault.place == place
    assert fault.message[0]
    assert fault.message[1]


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"&a [*a]")
@example(b'"\\U00110000"')
def test_any_bytes(content: bytes) -> None:
    """Whatever the bytes, the reader returns a value or refuses with one fault that has a place and a sentence."""
    try:
        root, faults = read(content, "f.yaml")
    except RefusedError as refused:
        faults = [refused.fault]
    else:
        assert clean(repr(plain(root))) == repr(plain(root))
    assert all(fault.line >= 1 and fault.column >= 1 and all(fault.message) for fault in faults)


@given(
    st.lists(
        st.sampled_from([*"ab:-[]{},&*!|>#?%@'\"\n\t \r：", "no", "12:30", ": ", "- ", "<<: ", "---\n", "\\x1b"])
    ).map("".join)
)
def test_any_tokens(text: str) -> None:
    """However the marks of YAML are put together, the reader returns a value or refuses."""
    for lenient in (False, True):
        try:
            root, faults = read(text.encode(), "f.yaml", lenient=lenient)
        except RefusedError as refused:
            faults = [refused.fault]
        else:
            plain(root)
        assert all(fault.place.startswith("f.yaml:") and all(fault.message) for fault in faults)
