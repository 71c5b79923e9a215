"""Of made-up résumés in all forms the present position is proposed right, and seldom to who holds none."""

from pathlib import Path

import pytest

from opscareer.model.kb import KnowledgeBase


@pytest.mark.uncounted
def test_made_up_resumes(kb: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of those in the trade at least .70 are told right, of all others at most .03 told one of ours."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "bench"))
    made, bench = __import__("made_resumes"), __import__("resumes")
    told = [*made.resumes(200)]
    right, _, wrong = bench.rates(told, lambda one: bench.proposed(kb, one))
    assert right >= 0.7
    assert wrong <= 0.03
    assert [*made.resumes(3)] == told[:3]
