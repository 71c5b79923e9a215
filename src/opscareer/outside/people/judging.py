"""From what cells say to a person; each distinct cell of a column is judged once, however many rows say it."""

from collections.abc import Sequence

from opscareer.errors import UsageError
from opscareer.interview import Value
from opscareer.interview.cells import reading_of
from opscareer.interview.columns import CURRENT, ID
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.people.headings import unknown
from opscareer.outside.people.rows import DATE, BadCell, BadRow, Odd, Raw, Row
from opscareer.outside.people.said import Said, text_of
from opscareer.text import Text, joined

_DIGITS = 10**15  # a spreadsheet keeps no more of a number
_REMEMBERED = 20_000
_UNTOLD = Text("没有填现在的岗位", "the present position is not filled in")
_HOW = Text("写岗位，还没入行就写「还没入行」", 'write the position, or "not in the trade yet"')
_LONG_ID = Text("编号太长，表格软件把后几位改成了 0", "a number this long has lost its last digits in the spreadsheet")
_AS_TEXT = Text("把这一列设成文本再填", "format the column as text, and write it again")
_YEARS = Text("写年数，如 3.5，不写从哪天起", "write how many years, as 3.5, not since when")
_ANSWER_ONE = Text("留一个，另一个删掉", "leave one of them, and take the other out")


class Judging:
    """What judges cells; what one row taught about a word holds for the others."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._outcomes: dict[tuple[str, type, Raw], Value | UsageError | None] = {}

    def person(self, file: str, number: int, said: Sequence[Said], name: str = "") -> Row | BadRow:
        """Return a person of all that cells say, or what is wrong with it; name: beside the number that tells them."""
        cells: dict[str, Value] = {}
        takers: dict[str, Said] = {}
        wrong: list[BadCell] = []
        for one in said:
            try:
                self._take(one, cells, takers)
            except UsageError as error:
                wrong.append(BadCell(one.row, one.column, error.message, error.hint, one.place))
        if CURRENT not in cells and all(cell.column != CURRENT for cell in wrong):
            wrong.append(BadCell(number, CURRENT, _UNTOLD, _HOW))
        return BadRow(file, number, tuple(wrong)) if wrong else Row(file, number, cells, name)

    def _take(self, one: Said, cells: dict[str, Value], takers: dict[str, Said]) -> None:
        """Add the answer of a cell. Raises UsageError where it gives none, or another cell gave one before."""
        if isinstance(one.raw, Odd):
            raise UsageError(*one.raw.message, _YEARS if self._of_years(one) else one.raw.hint)
        if not one.questions:
            raise unknown(self._kb, one.column)
        for question in one.questions:
            value = _id(one.raw) if question == ID else self.judged(question, one.raw)
            if value is not None and _goes_first(one, takers.get(question)):
                cells[question], takers[question] = value, one

    def _of_years(self, one: Said) -> bool:
        """Return whether a date stands where years are asked: as text it is none either."""
        asked = [self._kb.questions[id_].kind for id_ in one.questions if id_ in self._kb.questions]
        return one.raw is DATE and "years" in asked

    def judged(self, question: str, raw: Raw) -> Value | None:
        """Return the answer that a cell gives. Raises UsageError."""
        assert not isinstance(raw, Odd)
        key = (question, type(raw), raw if isinstance(raw, str | int | float) else tuple(raw or ()))
        if key not in self._outcomes:
            if len(self._outcomes) >= _REMEMBERED:
                self._outcomes.clear()
            self._outcomes[key] = self._outcome(question, raw)
        outcome = self._outcomes[key]
        if isinstance(outcome, UsageError):  # raised anew: an error that is kept would gather the frames of every row
            raise UsageError(*outcome.message, outcome.hint)
        return outcome

    def _outcome(self, question: str, raw: str | int | float | Sequence[str] | None) -> Value | UsageError | None:
        try:
            return reading_of(self._kb, question)(raw)
        except UsageError as wrong:
            return wrong


def _goes_first(one: Said, before: Said | None) -> bool:
    """Return whether a cell answers a question, and not the one that did before.

    Of two the one whose column is of nothing else; a former skill that was divided answers several. Raises UsageError
    where both are.
    """
    if before is None or not before.row:  # whose a sheet is, where it does not say so itself
        return True
    if len(one.questions) == len(before.questions) == 1:
        where = joined((before.called, one.called))
        raise UsageError(f"答了两次：{where.zh}", f"answered twice: {where.en}", _ANSWER_ONE)
    return len(one.questions) == 1


def _id(raw: Raw) -> str:
    """Return what tells a person apart. Raises UsageError where a spreadsheet has lost digits of it."""
    if isinstance(raw, int | float) and abs(raw) >= _DIGITS:
        raise UsageError(*_LONG_ID, _AS_TEXT)
    return text_of(raw)
