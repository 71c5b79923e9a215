"""What the commands tell one person goes together."""

import random
from pathlib import Path

import pytest

from opscareer.knowledge import open_kb


def test_no_contradictions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of plausible people nobody is told by one command what another one contradicts."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "bench"))
    made, bench = __import__("made_lives"), __import__("agreement")
    opened = open_kb(None)
    for number in range(12):
        rng = random.Random(f"people/{number}")
        answers = made.life(opened.whole(), rng)
        assert [*bench.contradictions(opened, answers, rng)] == [], answers
