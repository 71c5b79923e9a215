"""Everything that reads what comes from outside, each as a function of bytes to all that may be shown of it.

A reader may refuse by an error of the program and by nothing else; what it returns holds no character that could
command a terminal. The property tests and bench/fuzz.py hold them to that.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from opscareer import store as kept
from opscareer.ask.reading import answer_named, near, numbers
from opscareer.errors import FaultyFileError, OpscareerError
from opscareer.interview.accepting import accept
from opscareer.interview.forms import about_person, about_skill
from opscareer.interview.resume import proposals
from opscareer.interview.resume.telling import told as told_of
from opscareer.interview.years import years
from opscareer.knowledge.compile import examine_kb
from opscareer.match.demand import Demand
from opscareer.match.match import Matcher
from opscareer.match.reading import read
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lexicon import Lexicon
from opscareer.model.lookup import find_position, find_role, find_skill
from opscareer.model.title_words import title_words
from opscareer.model.titles import read_title
from opscareer.outside.ad import ad_of
from opscareer.outside.ads import postings
from opscareer.outside.answers import answers_begun, changed_answers, read_answers, write_answers
from opscareer.outside.given import answers_of
from opscareer.outside.history import exported
from opscareer.outside.people import Row, people_rows
from opscareer.outside.resume import resume_of
from opscareer.text import clean
from opscareer.views.encoding import encode
from opscareer.views.match import match_view

STARTER = Path(__file__).parent.parent / "data" / "starter"
_DOCX = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>'
    ),
}


class Readers:
    """The readers, with the knowledge base that they read by and a folder for their files."""

    def __init__(self, kb: KnowledgeBase, lexicon: Lexicon, folder: Path) -> None:
        self.kb, self.lexicon, self.folder = kb, lexicon, folder
        self.all: Mapping[str, Callable[[bytes], object]] = {
            "answers": self.answers,
            "people": self.people,
            "resume": self.resume,
            "ad": self.ad,
            "ads": self.ads,
            "history": self.history,
            "kb": self.overlay,
            "kb-whole": self.whole_kb,
            "word": self.word,
            "title": self.title,
            "typed": self.typed,
            "store": self.store,
            "rows": self.rows,
        }

    def shown(self, name: str, data: bytes) -> list[str]:
        """Return all that may be shown of what a reader makes of bytes, be it the message of its refusal."""
        try:
            return list(texts(self.all[name](data)))
        except OpscareerError as error:
            said = [*error.message, *error.hint]
            if isinstance(error, FaultyFileError):
                said += [
                    line for fault in error.faults for lang in ("zh", "en") for line in fault.told(lang).split("\n")
                ]
            return [line for text in said for line in text.split("\n")]

    def answers(self, data: bytes) -> object:
        """Read a file of answers; written, they are read again as the same."""
        answers = read_answers(self.kb, data, "answers.yaml")
        assert read_answers(self.kb, write_answers(answers).encode(), "again") == answers
        file = self._file("begun.yaml", data)
        begun, text = answers_begun(self.kb, file)
        changed = changed_answers(self.kb, text, file, {**begun, "skill.copywriting": 3})
        assert read_answers(self.kb, changed.encode(), "changed", whole=False)["skill.copywriting"] == 3
        return answers

    def people(self, data: bytes) -> object:
        """Read a table of people, or a form of one."""
        file = str(self._file("people", data))
        rows = list(people_rows(self.kb, file))
        for row in rows:
            for question, value in row.cells.items() if isinstance(row, Row) else ():
                assert question == "id" or accept(self.kb, question, value) == value
        return rows, answers_of(self.kb, file) if len(rows) == 1 else ()

    def resume(self, data: bytes) -> object:
        """Read a résumé, and what it proposes."""
        proposed = proposals(self.kb, resume_of(str(self._file("cv", data))), "2026-11")
        return proposed, told_of(self.kb, proposed)

    def ad(self, data: bytes) -> object:
        """Read an ad, and what it is for."""
        found = read(ad_of(str(self._file("ad", data))).text)
        match = self._matcher.match(found)
        assert sum(share for _, share in match.positions) <= 1 + 1e-9
        return encode(match_view(self.lexicon.names, match, None))

    def ads(self, data: bytes) -> object:
        """Count many ads."""
        demand = Demand(self._matcher)
        told = postings(str(self._file("ads.csv" if data[:1] == b"t" else "ads", data)), lambda _: None)
        demand.add(told)
        return demand.counted()

    def history(self, data: bytes) -> object:
        """Take in an exported history, list it, forget it."""
        found = exported(str(self._file("history.json", data)), kept.checked, kept.in_utc)
        store = kept.open_store(self._file("history.sqlite3", None))
        assert store is not None
        try:
            kept.keep_all(store, found.assessments)
            for one in found.unfinished:
                kept.take_in(store, kept.Sitting(0, *one))
            listed, whole = kept.listed(store), kept.assessments(store)
            assert not listed.unreadable
            assert not whole.unreadable
            assert len(whole.assessments) == len(listed.assessments)
            kept.forget(store, kept.ids_of(store))
            assert kept.ids_of(store) == ()
            return listed, whole, kept.unfinished(store)
        finally:
            store.close()

    def overlay(self, data: bytes) -> object:
        """Lay a file over the starter's knowledge base, and check it all."""
        kb, warned = examine_kb([self._starter, [(Path("over.yaml"), data)]], "0" * 64)
        return kb.name, kb.skills, kb.roles, warned

    def whole_kb(self, data: bytes) -> object:
        """Read a file as a whole knowledge base."""
        kb, warned = examine_kb([[(Path("kb.yaml"), data)]], "0" * 64)
        return kb.name, kb.skills, kb.roles, warned

    def word(self, data: bytes) -> object:
        """Read an ad in a Word document whose text is this XML."""
        packed = BytesIO()
        with ZipFile(packed, "w") as whole:
            for name, part in _DOCX.items():
                whole.writestr(name, part)
            whole.writestr("word/document.xml", data)
        return self.ad(packed.getvalue())

    def title(self, data: bytes) -> object:
        """Read a title, and what people type for a position, a role or a skill."""
        said = data.decode(errors="replace")
        found: list[object] = [read_title(title_words(self.kb), said)]
        for find in (find_position, find_role, find_skill):
            try:
                found.append(find(self.kb, said))
            except OpscareerError as error:
                found += [*error.message, *error.hint]
        return [line for text in texts(found) for line in text.split("\n")]

    def typed(self, data: bytes) -> object:
        """Read what is typed at a question: years, numbers, a choice."""
        said = data.decode(errors="replace")
        told = years(said)
        assert told is None or told >= 0
        listed = numbers(said)
        assert listed is None or all(number >= 0 for number in listed)
        for ask in self._questions:
            answer = answer_named(ask, said)
            assert answer is None or answer in [choice.value for choice in ask.choices]
            near(ask.choices, said[:200])
        return ()

    def store(self, data: bytes) -> object:
        """Read a file of answers, whole or damaged."""
        return self._of_store(self._file("answers.sqlite3", data))

    def rows(self, data: bytes) -> object:
        """Read a file of answers whose only rows hold these bytes, a line in each column."""
        parts = (data.split(b"\n", 3) + [b""] * 4)[:4]
        path = self._file("rows.sqlite3", None)
        store = kept.open_store(path)
        assert store is not None
        with store.change() as connection:
            connection.execute("INSERT INTO assessment VALUES (1, ?, ?, ?, ?)", parts)
            connection.execute("INSERT INTO summary VALUES (1, ?, ?, ?, ?)", parts)
            for id_, kind in enumerate(("BLOB", "TEXT")):
                as_kind = f"CAST(? AS {kind})"
                connection.execute(f"INSERT INTO sitting VALUES ({id_}, {as_kind}, NULL, {as_kind})", parts[:2])
                connection.execute(f"INSERT INTO answer VALUES ({id_}, 1, {as_kind}, {as_kind})", parts[2:])
        store.close()
        return self._of_store(path)

    def _of_store(self, path: Path) -> object:
        store = kept.open_store(path)
        assert store is not None
        try:
            return [list(texts(part)) for part in (kept.listed(store), kept.assessments(store), kept.readable(store))]
        finally:
            store.close()

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.lexicon)

    @cached_property
    def _starter(self) -> list[tuple[Path, bytes]]:
        return [(path, path.read_bytes()) for path in sorted(STARTER.glob("*.yaml"))]

    @cached_property
    def _questions(self) -> tuple[Any, ...]:
        kinds = {question.kind: question for question in self.kb.questions.values() if len(question.labels) < 50}
        person = [about_person(self.kb, question) for question in kinds.values() if question.kind == "choice"]
        return (*person, about_skill(self.kb, next(iter(self.kb.skills))))

    def _file(self, name: str, data: bytes | None) -> Path:
        """Return a file that holds some bytes, or that is not there."""
        path = self.folder / name
        for end in ("", "-journal", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
        if data is not None:
            path.write_bytes(data)
        return path


def texts(told: object) -> Iterator[str]:
    """Yield all texts in what a reader returned."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        yield from texts([*told.keys(), *told.values()])
    elif isinstance(told, (list, tuple, set, frozenset)):
        for one in told:
            yield from texts(one)
    elif is_dataclass(told):
        yield from texts([getattr(told, field.name) for field in fields(told)])


def unclean(shown: list[str]) -> list[str]:
    """Return the texts that hold what could command a terminal, or what no one sees."""
    return [text for text in shown if clean(text) != text]
