"""What each persona is asked, in which order, when they answer as they do: golden transcripts of the interview.

`pytest tests/test_transcripts.py --update-transcripts` writes them anew; read the difference before you keep it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from opscareer.interview import Answers, accept, next_question
from opscareer.model.kb import KnowledgeBase

PERSONAS = sorted((Path(__file__).parent / "personas").glob("*.yaml"))


def transcript(kb: KnowledgeBase, told: Mapping[str, Any]) -> str:
    """Return an interview line by line: the question, the answer, and how settled it was before."""
    answers: Answers = {}
    lines = []
    while (question := next_question(kb, answers)) is not None:
        value = told.get(question.id, "no" if question.id == "more" else "not-sure")
        answers = {**answers, question.id: accept(kb, question.id, value)}
        sure = question.progress.confidence if question.progress else None
        so_far = "" if sure is None else f"  ({int(100 * sure)}%)"
        lines.append(f"{question.id}: {value}{so_far}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_transcript(kb: KnowledgeBase, path: Path, request: pytest.FixtureRequest) -> None:
    """Each persona is asked what they were asked before, in the same order."""
    golden = path.parent / "transcripts" / f"{path.stem}.txt"
    now = transcript(kb, yaml.safe_load(path.read_text(encoding="utf-8"))["answers"])
    if request.config.getoption("--update-transcripts"):
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")
