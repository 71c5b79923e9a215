"""An answers file, YAML or JSON: read with positions, checked against the knowledge base, all faults at once."""

from collections.abc import Iterator

from opscareer.errors import Fault, FaultyAnswersError, UsageError
from opscareer.interview import Answers, Value, accept, named_now
from opscareer.interview.answers import MORE, SKILL
from opscareer.knowledge.yaml_reader import Mark, Node, RefusedError, plain, read
from opscareer.model.kb import KnowledgeBase
from opscareer.text import NOTHING, Text, clean

SCHEMA = "opscareer/answers/1"


def read_answers(kb: KnowledgeBase, text: bytes, file: str, *, whole: bool = True) -> Answers:
    """Return the answers of a file; one that is not whole may lack what must be answered before any advice.

    Raises FaultyAnswersError with all faults.
    """
    name = clean(file)
    try:
        root, faults = read(text, name, lenient=True)
    except RefusedError as refused:
        raise FaultyAnswersError((refused.fault,)) from None
    faults += _envelope(root)
    given = root.value.get("answers") if isinstance(root.value, dict) else None
    answers: dict[str, Value] = {}
    if given is not None and isinstance(given.value, dict):
        for key, node in given.value.items():
            try:
                for now in named_now(kb, key) or (key,):
                    if now == key or now not in given.value:
                        answers[now] = accept(kb, now, plain(node))
            except UsageError as wrong:
                mark = node.mark if _known(kb, key) else given.keys[key]
                faults.append(_fault(mark, key, wrong.message, wrong.hint))
        faults += _required(kb, given) if whole else ()
    if faults:
        raise FaultyAnswersError(tuple(sorted(faults, key=lambda f: (f.line, f.column))))
    return answers


def write_answers(answers: Answers) -> str:
    """Return answers as a file that read_answers takes."""
    lines = [f"schema: {SCHEMA}", "answers:" if answers else "answers: {}"]
    for question, value in answers.items():
        lines.append(f"  {question}: {_written(value)}")
    return "\n".join(lines) + "\n"


def _written(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(value)}]"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _known(kb: KnowledgeBase, key: str) -> bool:
    return key in kb.questions or key == MORE or (key.startswith(SKILL) and key.removeprefix(SKILL) in kb.skills)


def _envelope(root: Node) -> Iterator[Fault]:
    if not isinstance(root.value, dict):
        yield _fault(
            root.mark, "", Text("要写成键和值：schema 和 answers", "expected keys with values: schema and answers")
        )
        return
    schema = root.value.get("schema")
    if schema is None or schema.value != SCHEMA:
        mark = schema.mark if schema else root.mark
        yield _fault(mark, "schema", Text(f"schema 要写成 {SCHEMA}", f"schema must be {SCHEMA}"))
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
