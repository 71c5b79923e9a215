"""An answers file, YAML or JSON: read with positions, checked against the knowledge base, all faults at once."""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from opscareer.errors import Fault, FaultyAnswersError, OpscareerError, UsageError
from opscareer.interview import Answers, Value, accept, named_now
from opscareer.interview.answers import MORE, SKILL
from opscareer.interview.open_level import level_taken
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NOT_SURE
from opscareer.outside.files import Expected
from opscareer.outside.kinds import Kind
from opscareer.text import NOTHING, Text, clean
from opscareer.written import files
from opscareer.written.yaml_faults import RefusedError
from opscareer.written.yaml_nodes import Mark, Node, plain
from opscareer.written.yaml_reader import read

SCHEMA = "opscareer/answers/1"
_NO_SCHEMA = Text(
    f"缺这一行，最前面加上 schema: {SCHEMA}", f"the line is missing: begin the file with schema: {SCHEMA}"
)
_NEAREST = 50  # faults; beyond them the nearest question is no longer told
ANSWERS = Expected(
    Text("答案文件", "answers file"),
    Text(
        "--answers 后面写文件名，- 表示标准输入；格式见 opscareer kb schema answers",
        "--answers takes the name of a file, or - for standard input; its format: opscareer kb schema answers",
    ),
    UsageError,
    (Kind.ANSWERS, Kind.OURS),
)
_BARE = re.compile(r"(?!(?:null|true|false)\Z)[a-z][a-z0-9/_-]*")  # ids and words that YAML takes for nothing else


def answers_begun(kb: KnowledgeBase, file: Path) -> tuple[Answers, str]:
    """Return the answers of a file to go on from, and its text; none where there is no file yet, or nothing in it.

    Raises FaultyAnswersError.
    """
    begun = content_begun(file)
    return (read_answers(kb, begun, str(file), whole=False), begun.decode()) if begun else ({}, "")


def content_begun(file: Path) -> bytes:
    """Return what a file to go on from holds at this moment; nothing where there is none yet, or only blanks in it."""
    try:
        begun = files.content(file)
    except OSError:
        return b""  # whether one can be made shows when it is written
    return begun if begun.strip() else b""


def read_answers(
    kb: KnowledgeBase, text: bytes, file: str, *, whole: bool = True, note: Callable[[Text], object] = lambda _: None
) -> Answers:
    """Return the answers of a file; one that is not whole may lack what must be answered before any advice.

    note: takes what is to be said of answers that count.

    Raises FaultyAnswersError with all faults.
    """
    root, faults = _read(text, clean(file))
    faults += _envelope(root)
    given = root.value.get("answers") if isinstance(root.value, dict) else None
    answers: dict[str, Value] = {}
    if given is not None and isinstance(given.value, dict):
        answers = _accepted(kb, given, given.value, faults)
        _note_open_levels(kb, given.value, note)
        faults += _required(kb, given) if whole else ()
    if faults:
        raise FaultyAnswersError(tuple(sorted(faults, key=lambda f: (f.line, f.column))))
    return answers


def _accepted(kb: KnowledgeBase, given: Node, told: Mapping[str, Node], faults: list[Fault]) -> dict[str, Value]:
    """Return the answers that are told, by the questions as they are called now; add to the faults what is none."""
    answers: dict[str, Value] = {}
    for key, node in told.items():
        if len(faults) >= _NEAREST and not _known(kb, key):  # to look for twenty thousand neighbours takes too long
            faults.append(_fault(given.keys[key], key, Text(f"不认识的键 {key}", f"unknown key {key}")))
            continue
        try:
            for now in named_now(kb, key, told):
                answers[now] = accept(kb, now, plain(node))
        except UsageError as wrong:
            mark = node.mark if _known(kb, key) else given.keys[key]
            faults.append(_fault(mark, key, wrong.message, wrong.hint))
    return answers


def _note_open_levels(kb: KnowledgeBase, told: Mapping[str, Node], note: Callable[[Text], object]) -> None:
    """Say of each post that is named by its whole line which level it is taken as."""
    for key in (q.id for q in kb.questions.values() if q.kind in ("positions", "position") and q.id in told):
        said = plain(told[key])
        for word in said if isinstance(said, list) else [said]:
            if isinstance(word, str) and word != NOT_SURE and (taken := level_taken(kb, word)):
                note(taken)


def write_answers(answers: Answers) -> str:
    """Return answers as a file that read_answers takes."""
    lines = [f"schema: {SCHEMA}", "answers:" if answers else "answers: {}"]
    for question, value in answers.items():
        lines.append(f"  {question}: {_written(value)}")
    return "\n".join(lines) + "\n"


def changed_answers(kb: KnowledgeBase, text: str, file: Path, answers: Answers) -> str:
    """Return the text of a file with other answers in it, its comments and all that has not changed left as it is.

    Raises OpscareerError where that cannot be done.
    """
    if not text:
        return write_answers(answers)
    from opscareer.written.rewriting import rewritten

    before = read_answers(kb, text.encode(), str(file), whole=False)
    if before == answers:
        return text
    written = _keys(text)
    new = {q: value for q, value in answers.items() if before.get(q) != value or q not in written}
    again = rewritten(text, "answers", new, answers)
    if again is None or read_answers(kb, again.encode(), str(file), whole=False) != answers:
        name = clean(str(file))
        raise OpscareerError(
            f"{name} 的写法没法只改几个答案，没有动它",
            f"{name} is written so that single answers cannot be changed in it; it is left as it is",
        )
    return again


def _keys(text: str) -> Collection[str]:
    """Return the questions by the names that a file has for them, which may be former ids."""
    root, _ = _read(text.encode(), "")
    given = root.value.get("answers") if isinstance(root.value, dict) else None
    return given.value if given is not None and isinstance(given.value, dict) else ()


def _read(text: bytes, name: str) -> tuple[Node, list[Fault]]:
    """Return the value of a file and what is wrong with its words. Raises FaultyAnswersError where it has none."""
    if other := ANSWERS.other_kind(text):
        raise FaultyAnswersError((_fault(Mark(name, 1, 1), "", *other),))
    try:
        return read(text, name, lenient=True)
    except RefusedError as refused:
        raise FaultyAnswersError((refused.fault,)) from None


def _written(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(value)}]"
    if isinstance(value, str) and not _BARE.fullmatch(value):
        return json.dumps(value, ensure_ascii=False)  # in one's own words
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _known(kb: KnowledgeBase, key: str) -> bool:
    skill = key.removeprefix(SKILL)
    return key in kb.questions or key == MORE or (key != skill and (skill in kb.skills or skill in kb.formerly))


def _envelope(root: Node) -> Iterator[Fault]:
    if not isinstance(root.value, dict):
        yield _fault(
            root.mark, "", Text("要写成键和值：schema 和 answers", "expected keys with values: schema and answers")
        )
        return
    schema = root.value.get("schema")
    if schema is None or schema.value != SCHEMA:
        mark = schema.mark if schema else root.mark
        hint = NOTHING if schema else _NO_SCHEMA
        yield _fault(mark, "schema", Text(f"schema 要写成 {SCHEMA}", f"schema must be {SCHEMA}"), hint)
    for key in root.value:
        if key not in ("schema", "answers"):
            message = Text(f"不认识的键 {key}", f"unknown key {key}")
            yield _fault(root.keys[key], "", message, Text("可以有：schema、answers", "there may be: schema, answers"))
    answers = root.value.get("answers")
    if answers is None or not isinstance(answers.value, dict):
        mark = answers.mark if answers else root.mark
        yield _fault(mark, "answers", Text("缺少 answers，里面写答案", "answers is missing: it holds the answers"))


def _required(kb: KnowledgeBase, given: Node) -> Iterator[Fault]:
    assert isinstance(given.value, dict)
    for question in kb.questions.values():
        if question.required and question.id not in given.value:
            hint = Text(
                f"写 {question.id}: [岗位编号]，还没入行写 {question.id}: []",
                f"write {question.id}: [position id], or {question.id}: [] if not in the trade yet",
            )
            yield _fault(given.mark, "answers", Text(f"缺少 {question.id}", f"{question.id} is missing"), hint)


def _fault(mark: Mark, trail: str, message: Text, hint: Text | None = None) -> Fault:
    return Fault(mark.file, mark.line, mark.column, trail, message, hint or NOTHING)
