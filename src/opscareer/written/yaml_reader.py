"""YAML to values that know where they stand.

Built from PyYAML's events rather than its objects: that gives line and column of everything, stops nesting and alias
bombs before they grow, keeps tags from constructing anything, and lets the readings of YAML 1.1 that surprise people
(`no` as false, `12:30` as 45000) be refused with a sentence. Strings are cleaned of control and bidi characters here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

import yaml

from opscareer.errors import Fault
from opscareer.reasons import reason_of, told
from opscareer.text import NOTHING, Text, clean
from opscareer.written.files import MAX_BYTES

MAX_DEPTH = 50
MAX_NODES = 300_000
_NO_YAML = Text("不是合法的 YAML", "not valid YAML")
_TOO_DEEP = Text("嵌套太深，超过 50 层", "nested deeper than 50 levels")

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file, counted from one."""

    file: str
    line: int
    column: int


@dataclass(slots=True)
class Node:
    """A value, its place, and for a mapping the places of its keys."""

    value: "Scalar | list[Node] | dict[str, Node]"
    mark: Mark
    keys: dict[str, Mark] = field(default_factory=dict)
    near: str = ""  # of what an overlay adds: the name in the base that it is all but the same as
    whole: bool = False  # laid over another it replaces it, even where both are mappings


class RefusedError(Exception):
    """The text cannot be read as YAML of this program; carries the one fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message.en)
        self.fault = fault


def read(text: bytes, file: str, *, lenient: bool = False) -> tuple[Node, list[Fault]]:
    """Return the value of a YAML text and all its faults that do not stop the reading.

    lenient takes words such as `no` for what they are, as an answers file needs.
    Raises RefusedError where reading must stop.
    """
    source = _decoded(text, file)
    if lenient and source.lstrip().startswith("{"):
        source = source.replace("\t", " ")  # JSON may be indented with tabs, YAML may not
    builder = _Builder(file, lenient)
    try:
        for event in _events(source):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise RefusedError(_syntax_fault(error, source, file)) from None
    except (yaml.YAMLError, ValueError) as error:
        raise RefusedError(_fault(Mark(file, 1, 1), _NO_YAML, reason_of(error))) from None
    return builder.root, builder.faults


def plain(node: Node) -> object:
    """Return the bare value of a node."""
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [plain(child) for child in node.value]
    return node.value


def _events(source: str) -> Iterator[yaml.Event]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(source, Loader=loader))


def _decoded(text: bytes, file: str) -> str:
    here = Mark(file, 1, 1)
    if len(text) > MAX_BYTES:
        raise RefusedError(_fault(here, Text("文件太大，超过 8 MB", "the file is larger than 8 MB")))
    try:
        source = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise RefusedError(_fault(Mark(file, line, 1), Text("不是 UTF-8 编码", "not UTF-8"), hint=_SAVE)) from None
    if found := _UNPRINTABLE.search(source):
        before = source[: found.start()]
        mark = Mark(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise RefusedError(_fault(mark, Text("有控制字符", "a control character stands here"), hint=_SAVE))
    return source


_SAVE = Text("另存为 UTF-8 编码的纯文本再试", "save the file as plain text in UTF-8")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class _Builder:
    """Puts events together into nodes; its stack is a list, so that no depth can exhaust Python's."""

    def __init__(self, file: str, lenient: bool) -> None:
        self.root = Node(None, Mark(file, 1, 1))
        self.faults: list[Fault] = []
        self._file = file
        self._lenient = lenient
        self._open: list[tuple[Node, list[tuple[str, Mark]]]] = []
        self._documents = count()
        self._nodes = count()

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the stream. Raises RefusedError at what must not be followed further."""
        if isinstance(event, yaml.DocumentStartEvent) and next(self._documents):
            raise RefusedError(
                _fault(
                    self._mark(event),
                    Text("一个文件只能有一份文档（多了 ---）", "more than one document (a second ---)"),
                )
            )
        if isinstance(event, yaml.NodeEvent):
            self._refuse_bombs(event)
            self._place(event, self._node(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()

    def _refuse_bombs(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise RefusedError(
                _fault(
                    self._mark(event),
                    Text("不能用锚点和别名（& 和 *）", "anchors and aliases (& and *) are not allowed"),
                    hint=Text("把内容写出来", "write the content out"),
                )
            )
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            told = Text("不能用标签（!）", "tags (!) are not allowed")
            raise RefusedError(_fault(self._mark(event), told, Text(clean(str(tag)), clean(str(tag)))))
        if len(self._open) >= MAX_DEPTH:
            raise RefusedError(_fault(self._mark(event), _TOO_DEEP))
        if next(self._nodes) > MAX_NODES:
            raise RefusedError(_fault(self._mark(event), Text("内容太多", "too many values")))

    def _node(self, event: yaml.NodeEvent) -> Node:
        if isinstance(event, yaml.MappingStartEvent):
            return Node({}, self._mark(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return Node([], self._mark(event))
        assert isinstance(event, yaml.ScalarEvent)
        return Node(self._scalar(event), self._mark(event))

    def _place(self, event: yaml.NodeEvent, node: Node) -> None:
        """Put a node where it belongs: the root, the next of a list, a key, or the value of the key before it."""
        if not self._open:
            self.root = node
        else:
            parent, pending = self._open[-1]
            if isinstance(parent.value, list):
                parent.value.append(node)
            elif not pending:
                pending.append((self._key(event, node), node.mark))
            else:
                self._fill(parent, *pending.pop(), node)
        if isinstance(event, yaml.CollectionStartEvent):
            self._open.append((node, []))

    def _key(self, event: yaml.NodeEvent, node: Node) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise RefusedError(_fault(node.mark, Text("键必须是一个词", "a key must be a word")))
        return clean(event.value)

    def _fill(self, parent: Node, key: str, mark: Mark, node: Node) -> None:
        assert isinstance(parent.value, dict)
        if key in parent.value:
            first = parent.keys[key].line
            self.faults.append(
                _fault(
                    mark,
                    Text(f"键 {key} 重复，第 {first} 行已经有了", f"the key {key} stands twice, first in line {first}"),
                )
            )
        parent.value[key] = node
        parent.keys[key] = mark

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text = clean(event.value)
        if event.style or not event.implicit[0]:  # the C parser says "" for plain, the other one None
            return text
        if problem := _surprise(text, _COLONS if self._lenient else _SURPRISES):
            self.faults.append(_fault(self._mark(event), problem, hint=_QUOTE))
            return text
        return _resolved(text)

    def _mark(self, event: yaml.Event) -> Mark:
        assert event.start_mark is not None  # only events that a program makes up have none
        return Mark(self._file, event.start_mark.line + 1, event.start_mark.column + 1)


_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: Mapping[str, Scalar] = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    word: value for value in (True, False) for word in (str(value), str(value).lower(), str(value).upper())
}
_COLONS = (
    (
        re.compile(r"[\w./-]+：", re.ASCII),
        Text(
            "{text}：这里的冒号是全角的，YAML 的键后面要用半角冒号加空格",
            "{text}: this colon is full-width; a key ends in a plain colon and a blank",
        ),
    ),
)
_SURPRISES = (
    (
        re.compile(r"(y|n|yes|no|on|off)\Z", re.IGNORECASE),
        Text("很多 YAML 程序会把 {text} 读成真或假", "many YAML readers take {text} for true or false"),
    ),
    (
        re.compile(r"[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?\Z"),
        Text("很多 YAML 程序会把 {text} 读成六十进制的数", "many YAML readers take {text} for a number of base sixty"),
    ),
    (
        re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"),
        Text("很多 YAML 程序会把 {text} 读成日期", "many YAML readers take {text} for a date"),
    ),
    (
        re.compile(r"[-+]?0[0-9_]+\Z|[-+]?0[xob][0-9a-fA-F_]+\Z"),
        Text("{text} 会被有的程序读成八进制或十六进制", "some readers take {text} for an octal or hexadecimal number"),
    ),
    (
        re.compile(r"[-+]?[0-9][0-9,]*_[0-9_,]*(\.[0-9_]*)?\Z"),
        Text("{text} 里的下划线，有的程序会忽略", "some readers skip the underscores in {text}"),
    ),
    (re.compile(r"[-+]?\.(inf|nan)\Z", re.IGNORECASE), Text("{text} 不是有限的数", "{text} is not a finite number")),
    (
        re.compile(r"[-+]?[0-9]{16,}\Z|[-+]?[0-9.]+[eE][-+]?[0-9]{3,}\Z"),
        Text("这个数大得离谱", "the number is absurdly large"),
    ),
    *_COLONS,
)


_QUOTE = Text("如果就是文字，给它加上引号", "if it is meant as text, put it in quotes")


def _surprise(text: str, surprises: Iterable[tuple[re.Pattern[str], Text]]) -> Text | None:
    shown = text if len(text) <= 40 else text[:40] + "..."
    for pattern, problem in surprises:
        if pattern.match(text):
            return problem.fill(text=shown)
    return None


def _resolved(text: str) -> Scalar:
    """Return a plain scalar as the core schema of YAML 1.2 reads it; numbers beyond reason stay text."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > 30:
        return text
    if _INT.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) and abs(float(text)) < 1e15 else text


def _syntax_fault(error: yaml.MarkedYAMLError, source: str, file: str) -> Fault:
    where = error.problem_mark or error.context_mark
    line, column = getattr(where, "line", 0), getattr(where, "column", 0)
    if "nesting depth" in (error.problem or ""):  # newer parsers refuse a thousand levels before they tell of fifty
        return _fault(Mark(file, line + 1, column + 1), _TOO_DEEP)
    lines = source.splitlines()
    around = "".join(lines[max(0, line - 1) : line + 1])
    if re.search(r"[\w\"']：", around):
        wide = next((n for n in (line, line - 1) if 0 <= n < len(lines) and "：" in lines[n]), line)
        hint = Text(
            "键后面的冒号要用半角的 : 加空格，这里可能是全角的：",
            "a key ends in a plain colon and a blank; this one may be full-width",
        )
        return _fault(
            Mark(file, wide + 1, lines[wide].find("：") + 1 if wide < len(lines) else 1),
            _NO_YAML,
            hint=hint,
        )
    if "\t" in around:
        hint = Text("缩进用空格，不用制表符", "indent with blanks, not with tabs")
        return _fault(Mark(file, line + 1, column + 1), _NO_YAML, hint=hint)
    return _fault(Mark(file, line + 1, column + 1), _NO_YAML, told(error.problem or ""))


def _fault(mark: Mark, message: Text, detail: Text = NOTHING, hint: Text | None = None) -> Fault:
    whole = Text(f"{message.zh}：{detail.zh}", f"{message.en}: {detail.en}") if detail.en else message
    return Fault(mark.file, mark.line, mark.column, "", whole, hint or NOTHING)
