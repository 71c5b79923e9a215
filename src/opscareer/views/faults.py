"""What is told of a knowledge base as files: its faults, where it lies; and of any error."""

from collections.abc import Iterable
from typing import Literal

from opscareer.errors import Fault, FaultyFileError, OpscareerError
from opscareer.records import dataclass
from opscareer.text import Lang, Text
from opscareer.views.values import IfAsked, Natural, OnPages


@dataclass(frozen=True)
class FaultView:
    """A fault, or what was hardly meant: where it is, what was expected."""

    severity: Literal["fault", "warning"]
    file: str
    line: Natural
    column: Natural
    trail: str
    message: Text
    hint: Text


@dataclass(frozen=True)
class KbView:
    """A knowledge base: its faults, the folders that it is made of, where it is compiled to, what was written of it.

    faulty: the name of the first file with a fault, where that is one of those that a knowledge base may have.
    """

    faults: IfAsked[tuple[FaultView, ...]]
    folders: IfAsked[tuple[str, ...]] = None
    cache: IfAsked[str] = None
    written: IfAsked[tuple[str, ...]] = None
    faulty: OnPages[str] = ""


@dataclass(frozen=True)
class ErrorView:
    """An error in one language; faults where it is one of a file."""

    code: str
    message: str
    hint: str
    faults: IfAsked[tuple[FaultView, ...]]


@dataclass(frozen=True)
class FailureView:
    """What a command says that could not do its work."""

    error: ErrorView


def kb_view(
    faults: Iterable[Fault],
    *,
    folders: tuple[str, ...] | None = None,
    cache: str | None = None,
    written: tuple[str, ...] | None = None,
    faulty: str = "",
) -> KbView:
    """Return what is told of a knowledge base as files."""
    return KbView(_views(faults), folders, cache, written, faulty)


def failure_view(error: OpscareerError, lang: Lang) -> FailureView:
    """Return an error as it is told to scripts."""
    faults = _views(error.faults) if isinstance(error, FaultyFileError) else None
    return FailureView(ErrorView(error.code, error.message.of(lang), error.hint.of(lang), faults))


def _views(faults: Iterable[Fault]) -> tuple[FaultView, ...]:
    return tuple(FaultView(f.severity, f.file, f.line, f.column, f.trail, f.message, f.hint) for f in faults)
