"""Mutants of the program: mutmut's operators over its functions, each with where it stands and how it is put in place.

mutmut passes over decorated functions, as its trampolines cannot stand in for them. Here the code of a function is
exchanged and no name is bound anew, so properties and cached functions are mutated too: mutmut is shown them without
their decorators.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from textwrap import dedent, indent
from types import CodeType, FunctionType
from typing import Any

SOURCE = Path(__file__).parent.parent / "src"
_BARE = re.compile(
    r"^( *)@(?:property|cached_property|cache|lru_cache.*|contextmanager|staticmethod|classmethod)$", re.M
)
_NAMED = re.compile(r"x(?:_|ǁ(?P<cls>\w+?)ǁ)(?P<name>\w+?)__mutmut_(?P<number>\d+)$")


@dataclass(frozen=True)
class Mutant:
    """A function of which one thing is otherwise; lines: those of the file that a test must run to see it."""

    file: str
    function: str
    number: int
    lines: tuple[int, ...]
    before: str
    after: str
    source: str

    @property
    def name(self) -> str:
        """File, function and number, as `advice/fit.py:by_group:16`."""
        return f"{self.file}:{self.function}:{self.number}"

    @property
    def package(self) -> str:
        """The package of the program that it stands in."""
        return self.file.split("/")[0]

    def apply(self) -> None:
        """Put it in the place of the function, for whoever imported it by whatever name."""
        module = import_module("opscareer." + self.file.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        function = _function(module, self.function)
        code, shown = _compiled(self.source, method="." in self.function)
        function.__code__ = code.replace(co_name=function.__name__, co_qualname=function.__qualname__)
        world = vars(module)
        if function.__defaults__:
            function.__defaults__ = tuple(_valued(one, world) for one in shown.args.defaults)
        if function.__kwdefaults__:
            told = zip(shown.args.kwonlyargs, shown.args.kw_defaults, strict=True)
            function.__kwdefaults__ = {arg.arg: _valued(one, world) for arg, one in told if one is not None}


def mutants_of(path: Path) -> list[Mutant]:
    """Return the mutants of a file below src/opscareer."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    code = path.read_text()
    made = mutate_file_contents(str(path), _BARE.sub("", code))
    lines = made.code.splitlines()
    functions = dict(_functions(ast.parse(code)))
    originals = {
        name: "\n".join(lines[span.start - 1 : span.end])
        for name, span in made.line_span_by_function_name.items()
        if name.endswith("_orig")
    }
    file = path.relative_to(SOURCE / "opscareer").as_posix()
    found = []
    for name in made.mutant_names:
        named = _NAMED.fullmatch(name.split(".")[-1])
        assert named, name
        span = made.line_span_by_function_name[name]
        function = f"{named['cls']}.{named['name']}" if named["cls"] else named["name"]
        source = _plain(lines[span.start - 1 : span.end])
        whole = _plain(originals[re.sub(r"\d+$", "orig", name)].splitlines())
        place, before, after = _difference(whole, source)
        if not _is_no_change(before, after):
            lines_of = _lines(functions[function], place)
            found.append(Mutant(file, function, int(named["number"]), lines_of, before, after, source))
    return found


def _plain(lines: list[str]) -> str:
    """Return a function's own text: no blank lines or comments before it, no words of mutmut after each line."""
    text = dedent("\n".join(line.removesuffix("# type: ignore # mutmut generated").rstrip() for line in lines))
    return text[re.search(r"^(async )?def ", text, re.M).start() :]  # type: ignore[union-attr]


def _difference(whole: str, source: str) -> tuple[int, str, str]:
    """Return the first line that differs, counted from that of `def`, and what stands there before and after."""
    old, new = whole.splitlines()[1:], source.splitlines()[1:]  # the name in the first line always differs
    heads = [re.sub(r"x\S*__mutmut_\w+", "", text.splitlines()[0]) for text in (whole, source)]
    if heads[0] != heads[1]:
        return 0, heads[0], heads[1]
    first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)) - 1)
    last = next((i for i, (a, b) in enumerate(zip(old[::-1], new[::-1], strict=False)) if a != b), 0)
    return first + 1, "\n".join(old[first : len(old) - last]), "\n".join(new[first : len(new) - last])


def _is_no_change(before: str, after: str) -> bool:
    """Return whether two ways of writing mean the same: SQL in other letters, no check of equal lengths."""
    if re.search(r"execute|SELECT|INSERT|UPDATE|DELETE|PRAGMA|\.rows\(", before) and before.lower() == after.lower():
        return True
    if before.replace('.partition("/")', '.rpartition("/")') == after:  # an id has one stroke
        return True
    return _unchecked(before) == _unchecked(after)


def _unchecked(text: str) -> str:
    return re.sub(r",\s*(?:strict=\w+)?\s*\)", ")", text)


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{m.name}", m) for m in node.body if isinstance(m, ast.FunctionDef))


def _lines(function: ast.FunctionDef, place: int) -> tuple[int, ...]:
    """Return the lines of the statement at a place; of all statements where it is the head that differs."""
    line = function.lineno + place
    begin, end = function.body[0].lineno, function.end_lineno or function.lineno
    if line < begin:
        return tuple(range(begin, end + 1))
    for node in ast.walk(function):
        if isinstance(node, ast.stmt) and node is not function:
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body else node.end_lineno or node.lineno
            if node.lineno <= line <= max(last, node.lineno):
                return tuple(range(node.lineno, max(last, node.lineno) + 1))
    return tuple(range(begin, end + 1))


def _function(module: Any, name: str) -> FunctionType:
    """Return the function behind a name, whatever stands around it."""
    owner, _, own = name.rpartition(".")
    found = vars(getattr(module, owner) if owner else module)[own]
    if isinstance(found, property):
        found = found.fget
    elif isinstance(found, cached_property):
        found = found.func
    elif isinstance(found, (staticmethod, classmethod)):
        found = found.__func__
    while hasattr(found, "__wrapped__"):
        found = found.__wrapped__
    assert isinstance(found, FunctionType)
    return found


def _compiled(source: str, *, method: bool) -> tuple[CodeType, ast.FunctionDef]:
    """Return the code of a function, and its tree; that of a method from within a class, for `super()`."""
    text = "class C:\n" + indent(source, "    ") if method else source
    tree: Any = ast.parse(text)
    code = compile(tree, "<mutant>", "exec", dont_inherit=True)
    is_code: Callable[[object], bool] = lambda one: isinstance(one, CodeType)  # noqa: E731
    inner = next(filter(is_code, code.co_consts))
    if not method:
        return inner, tree.body[0]
    return next(filter(is_code, inner.co_consts)), tree.body[0].body[0]


def _valued(node: ast.expr, world: dict[str, Any]) -> Any:
    """Return what a default is: mutmut changes none but names, numbers and strings."""
    return eval(compile(ast.Expression(node), "<default>", "eval"), world)  # noqa: S307
