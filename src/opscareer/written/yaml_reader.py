"""YAML to values that know where they stand.

Built from PyYAML's events rather than its objects: that gives line and column of everything, stops nesting and alias
bombs before they grow, keeps tags from constructing anything, and lets the readings of YAML 1.1 that surprise people
(`no` as false, `12:30` as 45000) be refused with a sentence. Strings are cleaned of control and bidi characters here.
"""

import json
import re
from collections.abc import Callable, Iterator
from itertools import count

import yaml

from opscareer.errors import Fault
from opscareer.reasons import reason_of
from opscareer.text import Text, clean
from opscareer.written.files import MAX_BYTES
from opscareer.written.yaml_faults import NO_YAML, TOO_DEEP, RefusedError, fault_at, syntax_fault
from opscareer.written.yaml_nodes import Mark, Node, Scalar
from opscareer.written.yaml_words import resolved, surprise

MAX_DEPTH = 50
MAX_NODES = 300_000
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})")
_SAVE = Text("另存为 UTF-8 编码的纯文本再试", "save the file as plain text in UTF-8")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_QUOTE = Text("如果就是文字，给它加上引号", "if it is meant as text, put it in quotes")


def read(
    text: bytes, file: str, *, lenient: bool = False, fractions: Callable[[str], Scalar] = float
) -> tuple[Node, list[Fault]]:
    """Return the value of a YAML text and all its faults that do not stop the reading.

    lenient takes words such as `no` for what they are, as an answers file needs; fractions: what 2021.10 is made.
    Raises RefusedError where reading must stop.
    """
    source = _decoded(text, file)
    if lenient and source.lstrip().startswith("{"):
        source = _from_json(source)
    builder = _Builder(file, lenient, fractions)
    try:
        for event in _events(source):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise RefusedError(syntax_fault(error, source, file)) from None
    except (yaml.YAMLError, ValueError) as error:
        raise RefusedError(fault_at(Mark(file, 1, 1), NO_YAML, reason_of(error))) from None
    return builder.root, builder.faults


def _from_json(source: str) -> str:
    """Return JSON as YAML takes it: indented with blanks, not tabs, and no letter written as two halves of a pair."""
    return _PAIR.sub(lambda pair: pair[1] + json.loads(f'"{pair[2]}"'), source.replace("\t", " "))


def _events(source: str) -> Iterator[yaml.Event]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(source, Loader=loader))


def _decoded(text: bytes, file: str) -> str:
    here = Mark(file, 1, 1)
    if len(text) > MAX_BYTES:
        raise RefusedError(fault_at(here, Text("文件太大，超过 8 MB", "the file is larger than 8 MB")))
    try:
        source = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise RefusedError(fault_at(Mark(file, line, 1), Text("不是 UTF-8 编码", "not UTF-8"), hint=_SAVE)) from None
    if found := _UNPRINTABLE.search(source):
        before = source[: found.start()]
        mark = Mark(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise RefusedError(fault_at(mark, Text("有控制字符", "a control character stands here"), hint=_SAVE))
    return source


class _Builder:
    """Puts events together into nodes; its stack is a list, so that no depth can exhaust Python's."""

    def __init__(self, file: str, lenient: bool, fractions: Callable[[str], Scalar]) -> None:
        self.root = Node(None, Mark(file, 1, 1))
        self.faults: list[Fault] = []
        self._file = file
        self._lenient = lenient
        self._fractions = fractions
        self._open: list[tuple[Node, list[tuple[str, Mark]]]] = []
        self._documents = count()
        self._nodes = count()

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the stream. Raises RefusedError at what must not be followed further."""
        if isinstance(event, yaml.DocumentStartEvent) and next(self._documents):
            raise RefusedError(
                fault_at(
                    self._mark(event),
                    Text("一个文件只能有一份文档（多了 ---）", "more than one document (a second ---)"),
                )
            )
        if isinstance(event, yaml.NodeEvent):
            self._refuse_dangers(event)
            self._place(event, self._node(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()

    def _refuse_dangers(self, event: yaml.NodeEvent) -> None:
        """Raise RefusedError at what would repeat or construct things, at one nested too deep, at one too many."""
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise RefusedError(
                fault_at(
                    self._mark(event),
                    Text("不能用锚点和别名（& 和 *）", "anchors and aliases (& and *) are not allowed"),
                    hint=Text("把内容写出来", "write the content out"),
                )
            )
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            told = Text("不能用标签（!）", "tags (!) are not allowed")
            raise RefusedError(fault_at(self._mark(event), told, Text(clean(str(tag)), clean(str(tag)))))
        if len(self._open) >= MAX_DEPTH:
            raise RefusedError(fault_at(self._mark(event), TOO_DEEP))
        if next(self._nodes) > MAX_NODES:
            raise RefusedError(fault_at(self._mark(event), Text("内容太多", "too many values")))

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
            raise RefusedError(fault_at(node.mark, Text("键必须是一个词", "a key must be a word")))
        return clean(event.value)

    def _fill(self, parent: Node, key: str, mark: Mark, node: Node) -> None:
        assert isinstance(parent.value, dict)
        if key in parent.value:
            first = parent.keys[key].line
            self.faults.append(
                fault_at(
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
        if problem := surprise(text, lenient=self._lenient):
            self.faults.append(fault_at(self._mark(event), problem, hint=_QUOTE))
            return text
        return resolved(text, self._fractions)

    def _mark(self, event: yaml.Event) -> Mark:
        assert event.start_mark is not None  # only events that a program makes up have none
        return Mark(self._file, event.start_mark.line + 1, event.start_mark.column + 1)
