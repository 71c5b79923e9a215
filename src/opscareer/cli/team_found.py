"""What comes of many people, part by part: counts of the group, rows that were left out, ids that come again."""

from dataclasses import dataclass, field
from pathlib import Path

from opscareer.cli.listing import listed_of
from opscareer.errors import FaultyTeamError, OpscareerError, of_key
from opscareer.outside.people import BadRow
from opscareer.team import Seen, Tally, Worked
from opscareer.text import Lang, Text, clean
from opscareer.views.person_line import PersonLine
from opscareer.views.team import LeftOut, Repeated

KEPT = 100
"""So many rows that were left out are told one by one; all are counted."""
_SHOWN = 5
_SAID = 200  # letters of a reason

_OTHERS = Text("不加 --strict，其余的照算", "without --strict the others are advised")
_LEFT_OUT = Text("{all} 行里有 {n} 行没有算进去：", "Rows left out: {n} of {all}.")
_UNREAD = Text("有 {n} 个文件或工作表整个没有读：", "Files and sheets of which nothing was read: {n}.")
_AGAIN = Text("有 {n} 行的编号前面已经有过，都照算：", "Rows whose id came before, and which count all the same: {n}.")
_CONTRADICTING = Text(
    "有 {n} 行在这一级的年数比在这一行的还多，总有一个不对，都照算：",
    "Rows with more years at the level than in the trade, of which one must be wrong; they count all the same: {n}.",
)
_MORE = Text("  ……还有 {n} 行；--json 列出前 {kept} 行", "  ... and {n} more; --json lists the first {kept}")

_REST = Text("……还有 {n} 行", "... and {n} more")


@dataclass
class Found:
    """What has come so far; strict: whether the first row with a fault is the end; kb: the knowledge base that was
    given; lines: of whom pages may name.

    notes: what is to be said of the files themselves; unread: those of which nothing was read, all of them.
    """

    tally: Tally
    strict: bool = False
    kb: Path | None = None
    people: int = 0
    lines: list[PersonLine] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    unread: list[LeftOut] = field(default_factory=list)
    left_out: int = 0
    first_left_out: list[LeftOut] = field(default_factory=list)
    with_others: int = 0
    repeated: int = 0
    first_repeated: list[Repeated] = field(default_factory=list)
    contradicting: int = 0
    first_contradicting: list[str] = field(default_factory=list)
    _seen: Seen = field(default_factory=Seen)

    def add(self, worked: Worked) -> None:
        """Count the people of a part. Raises FaultyTeamError for a row with a fault where all must be right."""
        for fault in worked.faults:
            self._note(self._wrong(*worked.part.place(fault.row), fault.column, fault.message))
        self.left_out += worked.left_out
        self.people += len(worked.ids)
        if worked.tally:
            self.tally.merge(worked.tally)
        self.contradicting += len(worked.contradicting)
        for index in worked.contradicting[: _SHOWN - len(self.first_contradicting)]:
            file, row = worked.place(index)
            self.first_contradicting.append(f"{clean(file)}:{row}")
        again = self._seen.again(worked.ids).nonzero()[0]
        self.repeated += len(again)
        for index in again[: KEPT - len(self.first_repeated)]:
            file, row = worked.place(int(index))
            self.first_repeated.append(Repeated(clean(file), row))

    def leave_out(self, row: BadRow) -> None:
        """Count a row or a file that could not be read. Raises FaultyTeamError where all must be right."""
        told = [
            self._wrong(row.file, cell.row, cell.column, OpscareerError(*cell.message, cell.hint).whole)
            for cell in row.cells
        ]
        if row.whole:
            self.unread += told
            return
        self.left_out += 1 + row.also
        self.with_others += row.also
        for wrong in told:
            self._note(wrong)

    def _wrong(self, file: str, row: int, column: str, reason: Text) -> LeftOut:
        told = listed_of(reason, self.kb)
        short = Text(*(one if len(one) <= _SAID else f"{one[:_SAID]}..." for one in told))
        wrong = LeftOut(clean(file), row, clean(column), short)
        if self.strict:
            raise FaultyTeamError(*told_of(wrong), _OTHERS)
        return wrong

    def _note(self, wrong: LeftOut) -> None:
        if len(self.first_left_out) < KEPT:
            self.first_left_out.append(wrong)

    def remarks(self, lang: Lang) -> list[str]:
        """Return what there is to say of rows beside the answer, a text each."""
        named = self.first_left_out[:_SHOWN]
        more = self.left_out - self.with_others - len({(one.file, one.row) for one in named})
        wrong = [told_of(one).of(lang) for one in named]
        again = [f"{one.file}:{one.row}" for one in self.first_repeated[:_SHOWN]]
        whole = _LEFT_OUT.fill(n=self.left_out, all=self.people + self.left_out)
        told = [note.of(lang) for note in self.notes]
        unread = [told_of(one).of(lang) for one in self.unread]
        told += [_listed(_UNREAD.fill(n=len(unread)), unread, 0, lang)] if unread else []
        told += [_listed(whole, wrong, more, lang)] if self.left_out else []
        told += [self._contradicted(lang)] if self.contradicting else []
        more = self.repeated - len(again)
        return [*told, _listed(_AGAIN.fill(n=self.repeated), again, more, lang)] if again else told

    def _contradicted(self, lang: Lang) -> str:
        more = self.contradicting - len(self.first_contradicting)
        lines = [*self.first_contradicting, *([_REST.fill(n=more).of(lang)] if more else [])]
        return _listed(_CONTRADICTING.fill(n=self.contradicting), lines, 0, lang)


def told_of(wrong: LeftOut) -> Text:
    """Return what is wrong with a row, and where it stands."""
    at = wrong.file + (f":{wrong.row}: " if wrong.row else ": ")
    return Text(*(at + told for told in of_key(wrong.column, wrong.reason)))


def _listed(head: Text, lines: list[str], more: int, lang: Lang) -> str:
    """Return how many there are, the first of them, and how many are not named."""
    rest = [_MORE.fill(n=more, kept=KEPT).of(lang)] if more > 0 else []
    return "\n".join([head.of(lang), *(f"  {line}" for line in lines), *rest])
