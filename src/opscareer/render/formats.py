"""Which answers are to be had in which formats, and which of them a command line asks for: here and nowhere else.

Layouts are named, not imported: a command loads the one that it needs.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, NamedTuple, cast

from opscareer.errors import UsageError
from opscareer.text import Lang, Text, clean, joined

Layout = Callable[[Any, Lang], str | bytes]
"""Takes the view of an answer and a language, and returns text, or the bytes of a file."""


class Format(NamedTuple):
    """A way to write an answer: its name, the endings of its files, and its layout as module:function.

    marked: the languages in which a file begins with what says that it is UTF-8; a pipe and a terminal are spared it.
    written: what makes text or bytes of a layout that is none.
    """

    name: str
    endings: tuple[str, ...]
    layout: str = ""
    marked: tuple[Lang, ...] = ()
    written: str = ""

    def mark(self, lang: Lang) -> str:
        """Return what a file begins with: without it a Chinese Excel opens a table as GBK."""
        return "\ufeff" if lang in self.marked else ""

    def loaded(self) -> Any:
        """Return the layout, imported."""
        return _loaded(self.layout)

    def told(self, view: object, lang: Lang) -> str | bytes:
        """Return the answer in this format."""
        told = cast(Layout, self.loaded())(view, lang)
        return cast(str | bytes, _loaded(self.written)(told)) if self.written else told


def _loaded(name: str) -> Any:
    module, function = name.split(":")
    return getattr(import_module(f"opscareer.render.{module}"), function)


TEXT = Format("text", (".txt", ""))
JSON = Format("json", (".json",))

JSON_LINES = Format("jsonl", (".jsonl", ".ndjson"), "people:people_json_lines")
PARQUET = Format("parquet", (".parquet",))
"""Written by `opscareer.team`, which has its columns."""
PEOPLE = (
    Format("csv", (".csv",), "people:people_csv", ("zh",)),
    Format("xlsx", (".xlsx",), "workbook.people:people_workbook"),
    JSON_LINES,
    PARQUET,
)
"""The formats of a table of people, a row each: it says who they are, and no other format of `team` does but JSON."""
PAGES = frozenset({TEXT.name, "markdown"})
"""What people read: a long list is cut there, and says how much it leaves out. All others are whole."""
BINARY = frozenset({"xlsx", "parquet"})
"""What is no text, and is shown to nobody."""


def _markdown(layout: str, *more: str) -> Format:
    return Format("markdown", (".md", ".markdown", *more), layout)


def _csv(layout: str, *marked: Lang) -> Format:
    return Format("csv", (".csv",), layout, marked or ("zh",), "tables.table:as_csv")


def _table(layout: str) -> tuple[Format, Format]:
    """Return the formats of a table for spreadsheets."""
    return _csv(layout), _xlsx(layout, "workbook.table:table_xlsx")


def _mermaid(layout: str) -> Format:
    return Format("mermaid", (".mmd", ".mermaid"), layout)


def _xlsx(layout: str, written: str = "") -> Format:
    return Format("xlsx", (".xlsx",), layout, written=written)


FORMATS: Mapping[str, tuple[Format, ...]] = {
    "assess": (_markdown("markdown.advice:advice_markdown"),),
    "gap": (_markdown("markdown.gap:gap_markdown"), *_table("tables.ahead:gap_table")),
    "ladder": (
        Format("mermaid", (".mmd", ".mermaid"), "drawing:mermaid"),
        Format("dot", (".dot", ".gv"), "drawing:dot"),
        *_table("tables.trade:ladder_table"),
    ),
    "roles": _table("tables.trade:roles_table"),
    "role": (_markdown("markdown.catalogue:role_markdown"),),
    "skills": _table("tables.trade:skills_table"),
    "skill": (_markdown("markdown.catalogue:skill_markdown"),),
    "plan": (
        _markdown("markdown.plan:plan_markdown"),
        *_table("tables.ahead:plan_table"),
        Format("calendar", (".ics",), "calendar:plan_calendar"),
    ),
    "path": (
        _markdown("markdown.path:path_markdown"),
        *_table("tables.ahead:path_table"),
        _mermaid("drawing:mermaid_of_paths"),
    ),
    "compare": (_markdown("markdown.compare:compare_markdown"), *_table("tables.trade:compare_table")),
    "match": (_markdown("markdown.match:match_markdown"),),
    "demand": _table("tables.trade:demand_table"),
    "history": (_markdown("markdown.history:history_markdown"), *_table("tables.history:history_table")),
    "report": (
        _markdown("markdown.report:report_markdown", *TEXT.endings),
        Format("html", (".html", ".htm"), "html.report:report_html"),
    ),
    "team": (
        _markdown("markdown.team:team_markdown"),
        Format("html", (".html", ".htm"), "html.team:team_html"),
        *PEOPLE,
    ),
    "form": (
        _markdown("markdown.form:form_markdown", *TEXT.endings),
        _xlsx("workbook.form:form_xlsx"),
        _csv("tables.form:form_table", "zh", "en"),
    ),
}
"""The formats of each command besides text and JSON."""
_NO_SCREEN = frozenset({"report", "form"})
"""Commands whose answer is no page on a screen: the first of their formats stands for it."""


def formats_of(command: str) -> tuple[Format, ...]:
    """Return all formats that a command's answer is to be had in; the first is the one that nobody has to ask for."""
    others = FORMATS.get(command, ())
    first, *rest = others if command in _NO_SCREEN else (TEXT, *others)
    return (first, JSON, *rest)


def format_asked(command: str, name: str | None, ending: str | None, *, as_json: bool) -> Format:
    """Return the format that a command line asks for: by --json, by --format, by how the output's name ends.

    Where it asks for none, that is the first that the command has.
    Raises UsageError where the command has no such format, and where two are asked for: text may be kept under any
    name, a workbook under its own only.
    """
    if as_json and name not in (None, JSON.name):
        raise UsageError(
            f"--json 和 --format {clean(name or '')} 只能要一个",
            f"--json and --format {clean(name or '')} are two formats",
            ("去掉一个", "leave one of them out"),
        )
    if as_json or name is not None:
        return _ending_so(_by_name(command, name or JSON.name), ending)
    return formats_of(command)[0] if ending is None else _by_ending(command, ending)


def people_format(ending: str) -> Format:
    """Return the format of a table of people by how its name ends. Raises UsageError."""
    for one in PEOPLE:
        if ending.lower() in one.endings:
            return one
    known = _there_are(ending for one in PEOPLE for ending in one.endings)
    raise UsageError(f"人员表写不成 {clean(ending)} 文件", f"a table of people is no {clean(ending)} file", known)


def _by_name(command: str, name: str) -> Format:
    known = {one.name: one for one in formats_of(command)}
    if name not in known:
        raise UsageError(
            f"{command} 没有 {clean(name)} 这种格式", f"{command} has no format {clean(name)}", _there_are(known)
        )
    return known[name]


def _ending_so(asked: Format, ending: str | None) -> Format:
    """Return a format whose name was given. Raises UsageError where text ends as what is none, or that as text."""
    ends = (ending or "").lower()
    if ends and ends not in asked.endings and not BINARY.isdisjoint((asked.name, ends.removeprefix("."))):
        told = f"{asked.name}, {clean(ends)}"
        raise UsageError(
            f"格式和文件名的结尾只能要一个：{told}",
            f"the format and the ending of the file differ: {told}",
            ("去掉 --format，或者改结尾", "leave the format out, or let the name end so"),
        )
    return asked


def _by_ending(command: str, ending: str) -> Format:
    for one in formats_of(command):
        if ending.lower() in one.endings:
            return one
    raise _no_ending(command, ending, (ending for one in formats_of(command) for ending in one.endings))


def check_ending(what: str, ending: str, endings: Iterable[str]) -> None:
    """Raise UsageError where a file of one form only ends otherwise than this form may; no ending is any."""
    if ending and ending.lower() not in (*endings,):
        raise _no_ending(what, ending, endings)


def _no_ending(what: str, ending: str, endings: Iterable[str]) -> UsageError:
    known = _there_are(ending for ending in endings if ending)
    return UsageError(f"{what} 写不了 {clean(ending)} 文件", f"{what} writes no {clean(ending)} file", known)


def _there_are(names: Iterable[str]) -> tuple[str, str]:
    listed = joined(Text(name, name) for name in names)
    return f"有：{listed.zh}", f"there are: {listed.en}"
