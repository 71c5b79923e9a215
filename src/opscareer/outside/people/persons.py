"""From the rows of a table to people: a row each, or all lines of a form one person.

Each distinct cell of a column is judged once, however many rows say it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, repeat
from typing import NamedTuple

from opscareer.errors import OpscareerError, UsageError
from opscareer.interview import Value
from opscareer.interview.cells import reading_of
from opscareer.interview.columns import CURRENT, ID, questions_of
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.files import Expected
from opscareer.outside.people.form_words import is_own_answer
from opscareer.outside.people.headings import SEARCHED, Tall, Wide, heading_of, like
from opscareer.outside.people.rows import BadCell, BadRow, Cells, Lines, Odd, Raw, Row, Sheet
from opscareer.text import NOTHING, Text, clean, first_of, joined

_DIGITS = 10**15  # a spreadsheet keeps no more of a number
_REMEMBERED = 20_000
_LISTED = 8
_UNTOLD = Text("没有填现在的岗位", "the present position is not filled in")
_HOW = Text("写岗位，还没入行就写「还没入行」", 'write the position, or "not in the trade yet"')
_LONG_ID = Text("编号太长，表格软件把后几位改成了 0", "a number this long has lost its last digits in the spreadsheet")
_AS_TEXT = Text("把这一列设成文本再填", "format the column as text, and write it again")
_LEAVE_ONE = Text("留一列，另一列删掉", "leave one of them, and take the other out")
_NO_ID = Text("这一行有答案，没有题号", "this line has an answer and no question id")
_GIVE_ID = Text("把那一列的题号补上，如 current", "write the id of the question before it, as current")
_TAKE_OUT = Text("不是问卷里的就删掉", "take out what is no part of the form")
_ANSWER_ONE = Text("留一个，另一个删掉", "leave one of them, and take the other out")
_UNNAMED = Odd(Text("这一列没有表头", "the column has no heading"))
_BESIDE = Odd(
    Text("答案没有写在「答案」那一列", "the answer is not in the column for it"),
    Text("挪到「答案」那一列", "move it to that column"),
)
_SHORT = 60  # letters of an answer
_BEYOND = repeat(("", ()))


class _Said(NamedTuple):
    """A cell that says something: its row, what messages call its column, the questions that it answers.

    called: what the file itself calls it, to tell it from another to the same question; place: which column it is.
    """

    row: int
    column: str
    questions: tuple[str, ...]
    raw: Raw
    called: Text = NOTHING
    place: int = 1


class Persons:
    """What reads people out of sheets; what one sheet taught about a word holds for the others."""

    def __init__(self, kb: KnowledgeBase, expected: Expected) -> None:
        self._kb, self._expected = kb, expected
        self._outcomes: dict[tuple[str, type, Raw], Value | UsageError | None] = {}

    def people(self, sheet: Sheet) -> Iterator[Row | BadRow]:
        """Yield the people of a sheet. Raises what is expected where it is no table of people."""
        first = list(islice(sheet.rows, SEARCHED))
        headings = ((place, heading_of(self._kb, cells)) for place, (_, cells) in enumerate(first))
        place, heading = next(((at, found) for at, found in headings if found), (0, None))
        rest = chain(first[place + 1 :], sheet.rows)
        if isinstance(heading, Tall):
            yield from self._one(sheet, heading, rest)
        elif heading is not None:
            number, names = first[place]
            yield from self._each(sheet, self._checked(sheet, number, heading, names), names, rest)
        elif any(_told(cells) for _, cells in first):
            raise self._unheaded(sheet, first)

    def of_lines(self, lines: Lines) -> Iterator[Row | BadRow]:
        """Yield the people of lines of JSON."""
        for number, told in lines.rows:
            if isinstance(told, Odd):
                yield BadRow(lines.file, number, (BadCell(number, "", *told),))
                continue
            named = ((key, questions_of(self._kb, key), raw) for key, raw in told.items())
            said = [
                _Said(number, _column(key, found), found, raw, Text(*[clean(key)] * 2))
                for key, found, raw in named
                if not _blank(raw)
            ]
            yield self._person(lines.file, number, said)

    def _each(
        self, sheet: Sheet, heading: Wide, names: Cells, rows: Iterable[tuple[int, Cells]]
    ) -> Iterator[Row | BadRow]:
        """Yield a person a row."""
        columns = [
            (_column(name, questions), questions) for name, questions in zip(names, heading.columns, strict=True)
        ]
        for number, cells in rows:
            if isinstance(cells, Odd):
                yield BadRow(sheet.file, number, (BadCell(number, "", *cells),))
                continue
            said = [
                _Said(number, name, questions, raw, place=place)
                if name
                else _Said(number, str(place), (ID,), _UNNAMED, place=place)
                for place, ((name, questions), raw) in enumerate(zip(chain(columns, _BEYOND), cells, strict=False), 1)
                if not _blank(raw)
            ]
            if said:
                yield self._person(sheet.file, number, said)

    def _one(self, sheet: Sheet, heading: Tall, lines: Iterable[tuple[int, Cells]]) -> Iterator[Row | BadRow]:
        """Yield the person of a form, if anything is filled in."""
        said = [_Said(0, ID, (ID,), sheet.person)]
        for number, cells in lines:
            if isinstance(cells, Odd):
                said.append(_Said(number, "", (ID,), cells))
                continue
            question, raw = (cells[at] if at < len(cells) else None for at in heading[:2])
            questions = questions_of(self._kb, _text(question))
            if not _blank(raw):
                line = Text(f"第 {number} 行", f"row {number}")
                said.append(_Said(number, _column(question, questions), questions, raw, line, heading.answer + 1))
            said += self._beside(heading, number, cells, () if not _blank(raw) else questions)
        if len(said) > 1:
            yield self._person(sheet.file, sheet.first, said)

    def _beside(self, heading: Tall, number: int, cells: Sequence[Raw], open_: tuple[str, ...]) -> Iterator[_Said]:
        """Yield what a line of a form says beside its place for an answer: under no heading, or as an answer to it.

        open_: what the line asks, where its own place is empty.
        """
        for at, raw in enumerate(cells):
            if _blank(raw) or at in (heading.question, heading.answer, *heading.words):
                continue
            if at >= heading.width:
                yield _Said(number, str(at + 1), (ID,), _UNNAMED, place=at + 1)
            elif open_ and self._answers(open_[0], raw):
                yield _Said(number, open_[0], (ID,), _BESIDE, place=at + 1)

    def _answers(self, question: str, raw: Raw) -> bool:
        """Return whether a cell that is no answer's would be one, and is not what the form says there itself."""
        said = _text(raw)
        if question == ID or len(said) > _SHORT or (isinstance(raw, str) and "\n" in raw.strip()):
            return False
        try:
            return not is_own_answer(self._kb, question, said) and self._judged(question, said) is not None
        except UsageError:
            return False

    def _person(self, file: str, number: int, said: Sequence[_Said]) -> Row | BadRow:
        cells: dict[str, Value] = {}
        takers: dict[str, _Said] = {}
        wrong: list[BadCell] = []
        for one in said:
            try:
                self._take(one, cells, takers)
            except UsageError as error:
                wrong.append(BadCell(one.row, one.column, error.message, error.hint, one.place))
        if CURRENT not in cells and all(cell.column != CURRENT for cell in wrong):
            wrong.append(BadCell(number, CURRENT, _UNTOLD, _HOW))
        return BadRow(file, number, tuple(wrong)) if wrong else Row(file, number, cells)

    def _take(self, one: _Said, cells: dict[str, Value], takers: dict[str, _Said]) -> None:
        """Add the answer of a cell. Raises UsageError where it gives none, or another cell gave one before."""
        if isinstance(one.raw, Odd):
            raise UsageError(*one.raw.message, one.raw.hint)
        if not one.questions:
            raise self._unknown(one.column)
        for question in one.questions:
            value = _id(one.raw) if question == ID else self._judged(question, one.raw)
            if value is not None and _goes_first(one, takers.get(question)):
                cells[question], takers[question] = value, one

    def _judged(self, question: str, raw: Raw) -> Value | None:
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

    def _checked(self, sheet: Sheet, number: int, heading: Wide, names: Cells) -> Wide:
        """Return a heading. Raises what is expected where it names what nothing is asked by, or one thing twice."""
        if heading.unknown:
            raise self._at(f"{sheet.file}:{number}", self._unknown(*heading.unknown))
        named = [column for column in heading.columns if column]
        twice = next((column for column in named if named.count(column) > 1), None)
        if twice:
            called = [_text(name) for name, column in zip(names, heading.columns, strict=True) if column == twice]
            both = joined(Text(f"“{name}”", name) for name in called)
            told = Text(f"{both.zh}都是 {twice[0]}", f"two columns are {twice[0]}: {both.en}")
            raise self._at(f"{sheet.file}:{number}", UsageError(*told, _LEAVE_ONE))
        return heading

    def _unknown(self, *names: str) -> UsageError:
        """Return the error of what is asked nowhere, with what comes nearest to the first of it."""
        if not any(names):
            return UsageError(*_NO_ID, _GIVE_ID)
        near = like(self._kb, clean(names[0])[:60])
        listed = first_of([Text(name, name) for name in (clean(name)[:60] for name in names)], _LISTED)
        nearest = Text(f"最接近的：{'、'.join(near)}；", f"nearest: {', '.join(near)}; ") if near else NOTHING
        hint = Text(nearest.zh + _TAKE_OUT.zh, nearest.en + _TAKE_OUT.en)
        return UsageError(f"没有这样的问题或能力：{listed.zh}", f"no question and no skill is called {listed.en}", hint)

    def _unheaded(self, sheet: Sheet, first: Sequence[tuple[int, Cells]]) -> OpscareerError:
        """Return the error of a sheet whose columns are none of a table of people."""
        number, cells = next((at, row) for at, row in first if _told(row))
        found = ", ".join(_text(cell)[:40] for cell in _told(cells)[:_LISTED])
        told = Text(
            f"缺少 {CURRENT}（现在的岗位）这一列；第一行是：{found}",
            f"there is no column {CURRENT} (the present position); the first row is: {found}",
        )
        return self._expected.at(f"{sheet.file}:{number}", told)

    def _at(self, place: str, wrong: UsageError) -> OpscareerError:
        error = self._expected.at(place, wrong.message)
        error.hint = wrong.hint if wrong.hint.en else error.hint
        return error


def _column(name: Raw, questions: tuple[str, ...]) -> str:
    """Return what messages call a column: by its question, else as it is called."""
    return questions[0] if len(questions) == 1 else _text(name)


def _goes_first(one: _Said, before: _Said | None) -> bool:
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
    return _text(raw)


def _text(raw: Raw) -> str:
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return clean(str(raw)).strip() if isinstance(raw, str | int | float) else ""


def _told(cells: Cells) -> list[Raw]:
    """Return the cells of a row that say something."""
    return [cells] if isinstance(cells, Odd) else [cell for cell in cells if not _blank(cell)]


def _blank(raw: Raw) -> bool:
    return raw is None or (isinstance(raw, str) and not raw.strip())
