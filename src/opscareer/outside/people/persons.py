"""From the rows of a table to people: a row each, or all lines of a form one person."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, repeat

from opscareer.errors import UsageError
from opscareer.interview.columns import ID, names_beside, questions_of
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.files import Expected
from opscareer.outside.people.form_words import is_own_answer
from opscareer.outside.people.headings import SEARCHED, Tall, Wide, checked, heading_of, unheaded
from opscareer.outside.people.judging import Judging
from opscareer.outside.people.rows import BadCell, BadRow, Cells, Lines, Odd, Raw, Row, Sheet
from opscareer.outside.people.said import Said, blank, cells_told, column_name, text_of
from opscareer.outside.people.unseen import Unseen, hidden_answers, hidden_columns, unread_people
from opscareer.text import Text, clean

_UNNAMED = Odd(Text("这一列没有表头", "the column has no heading"))
_BESIDE = Odd(
    Text("答案没有写在「答案」那一列", "the answer is not in the column for it"),
    Text("挪到「答案」那一列", "move it to that column"),
)
_SHORT = 60  # letters of an answer
_BEYOND = repeat(("", ()))


class Persons:
    """What reads people out of sheets; what one sheet taught about a word holds for the others.

    note: takes what is to be said of what is read all the same.
    """

    def __init__(self, kb: KnowledgeBase, expected: Expected, note: Callable[[Text], object] = lambda _: None) -> None:
        self._kb, self._expected, self._note = kb, expected, note
        self._judging = Judging(kb)

    def people(self, sheet: Sheet, unseen: Unseen | None = None) -> Iterator[Row | BadRow]:
        """Yield the people of a sheet. Raises what is expected where it is no table of people."""
        unseen = unseen or Unseen()
        first = list(islice(sheet.rows, SEARCHED))
        headings = ((place, heading_of(self._kb, cells)) for place, (_, cells) in enumerate(first))
        place, heading = next(((at, found) for at, found in headings if found), (0, None))
        rest = chain(first[place + 1 :], sheet.rows)
        if isinstance(heading, Tall):
            yield from self._one(sheet, heading, rest, unseen)
        elif heading is not None:
            number, names = first[place]
            wide = checked(self._kb, heading, names, self._expected, f"{sheet.file}:{number}")
            yield from self._each(sheet, wide, names, unseen.seen(rest))
            if unseen.passed:
                yield unread_people(sheet.file, unseen.passed)
            if used := unseen.used - {at + 1 for at in wide.beside}:
                self._note(hidden_columns(sheet.file, _named(names, used)))
        elif any(cells_told(cells) for _, cells in first):
            raise unheaded(sheet.file, first, self._expected)

    def of_lines(self, lines: Lines) -> Iterator[Row | BadRow]:
        """Yield the people of lines of JSON."""
        for number, told in lines.rows:
            if isinstance(told, Odd):
                yield BadRow(lines.file, number, (BadCell(number, "", *told),))
                continue
            keys = [*told]
            beside = names_beside(self._kb, keys)
            named = [(key, questions_of(self._kb, key), told[key]) for at, key in enumerate(keys) if at not in beside]
            said = [
                Said(number, column_name(key, found), found, raw, Text(*[clean(key)] * 2))
                for key, found, raw in named
                if not blank(raw)
            ]
            yield self._judging.person(lines.file, number, said, _name([told[keys[at]] for at in beside]))

    def _each(
        self, sheet: Sheet, heading: Wide, names: Cells, rows: Iterable[tuple[int, Cells]]
    ) -> Iterator[Row | BadRow]:
        """Yield a person a row."""
        columns = [
            (column_name(name, questions), questions) for name, questions in zip(names, heading.columns, strict=True)
        ]
        for number, cells in rows:
            if isinstance(cells, Odd):
                yield BadRow(sheet.file, number, (BadCell(number, "", *cells),))
                continue
            said = [
                Said(number, name, questions, raw, place=place)
                if name
                else Said(number, str(place), (ID,), _UNNAMED, place=place)
                for place, ((name, questions), raw) in enumerate(zip(chain(columns, _BEYOND), cells, strict=False), 1)
                if not blank(raw) and place - 1 not in heading.beside
            ]
            if said:
                name = _name([cells[at] for at in heading.beside if at < len(cells)])
                yield self._judging.person(sheet.file, number, said, name)

    def _one(
        self, sheet: Sheet, heading: Tall, lines: Iterable[tuple[int, Cells]], unseen: Unseen
    ) -> Iterator[Row | BadRow]:
        """Yield the person of a form, if anything is filled in."""
        said = [Said(0, ID, (ID,), sheet.person)]
        for number, cells in lines:
            if isinstance(cells, Odd):
                said.append(Said(number, "", (ID,), cells))
                continue
            question, raw = (cells[at] if at < len(cells) else None for at in heading[:2])
            questions = questions_of(self._kb, text_of(question))
            if not blank(raw):
                line = Text(f"第 {number} 行", f"row {number}")
                said.append(Said(number, column_name(question, questions), questions, raw, line, heading.answer + 1))
            said += self._beside(heading, number, cells, () if not blank(raw) else questions)
        if hidden := sorted({one.row for one in said} & unseen.rows):
            self._note(hidden_answers(sheet.file, hidden))
        if len(said) > 1:
            yield self._judging.person(sheet.file, sheet.first, said)

    def _beside(self, heading: Tall, number: int, cells: Sequence[Raw], open_: tuple[str, ...]) -> Iterator[Said]:
        """Yield what a line of a form says beside its place for an answer: under no heading, or as an answer to it.

        open_: what the line asks, where its own place is empty.
        """
        for at, raw in enumerate(cells):
            if blank(raw) or at in (heading.question, heading.answer, *heading.words):
                continue
            if at >= heading.width:
                yield Said(number, str(at + 1), (ID,), _UNNAMED, place=at + 1)
            elif open_ and self._answers(open_[0], raw):
                yield Said(number, open_[0], (ID,), _BESIDE, place=at + 1)

    def _answers(self, question: str, raw: Raw) -> bool:
        """Return whether a cell that is no answer's would be one, and is not what the form says there itself."""
        said = text_of(raw)
        if question == ID or len(said) > _SHORT or (isinstance(raw, str) and "\n" in raw.strip()):
            return False
        try:
            return not is_own_answer(self._kb, question, said) and self._judging.judged(question, said) is not None
        except UsageError:
            return False


def _name(said: Iterable[Raw]) -> str:
    """Return the name of somebody whom a number tells apart, by what its columns say."""
    return " ".join(dict.fromkeys(filter(None, map(text_of, said))))


def _named(names: Cells, places: Iterable[int]) -> list[str]:
    """Return what some columns are called, those without a heading by their number."""
    assert not isinstance(names, Odd)
    return [text_of(names[place - 1] if place <= len(names) else None) or str(place) for place in sorted(places)]
