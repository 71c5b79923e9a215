"""What cannot be read as YAML of this program, told with its place and what to do about it."""

import re

import yaml

from opscareer.errors import Fault
from opscareer.reasons import reason_said
from opscareer.text import NOTHING, Text
from opscareer.written.yaml_nodes import Mark

NO_YAML = Text("不是合法的 YAML", "not valid YAML")
_PLAIN = Text(
    "键后面的冒号要用半角的 : 加空格，这里可能是全角的：",
    "a key ends in a plain colon and a blank; this one may be full-width",
)
_NO_TABS = Text("缩进用空格，不用制表符", "indent with blanks, not with tabs")
TOO_DEEP = Text("嵌套太深，超过 50 层", "nested deeper than 50 levels")


class RefusedError(Exception):
    """The text cannot be read as YAML of this program; carries the one fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message.en)
        self.fault = fault


def fault_at(mark: Mark, message: Text, detail: Text = NOTHING, hint: Text | None = None) -> Fault:
    """Return a fault at a place: what it is, what of it stands there, and what to do about it."""
    whole = Text(f"{message.zh}：{detail.zh}", f"{message.en}: {detail.en}") if detail.en else message
    return Fault(mark.file, mark.line, mark.column, "", whole, hint or NOTHING)


def syntax_fault(error: yaml.MarkedYAMLError, source: str, file: str) -> Fault:
    """Return the fault of what a parser refused; two slips of the keyboard are recognised by what stands around."""
    where = error.problem_mark or error.context_mark
    line, column = getattr(where, "line", 0), getattr(where, "column", 0)
    if "nesting depth" in (error.problem or ""):  # newer parsers refuse a thousand levels before they tell of fifty
        return fault_at(Mark(file, line + 1, column + 1), TOO_DEEP)
    lines = source.splitlines()
    around = "".join(lines[max(0, line - 1) : line + 1])
    if re.search(r"[\w\"']：", around):
        return _wide_colon(lines, line, file)
    if "\t" in around:
        return fault_at(Mark(file, line + 1, column + 1), NO_YAML, hint=_NO_TABS)
    return fault_at(Mark(file, line + 1, column + 1), NO_YAML, reason_said(error.problem or ""))


def _wide_colon(lines: list[str], line: int, file: str) -> Fault:
    """Return the fault of a colon as a Chinese keyboard has it, in a line or the one before."""
    wide = next((n for n in (line, line - 1) if 0 <= n < len(lines) and "：" in lines[n]), line)
    return fault_at(Mark(file, wide + 1, lines[wide].find("：") + 1 if wide < len(lines) else 1), NO_YAML, hint=_PLAIN)
