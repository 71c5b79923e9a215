"""What the commands tell one person goes together."""

import random
from pathlib import Path

import pytest

from opscareer.knowledge import open_kb

_ONCE = ("20261127/30", "20261127/32", "20261127/39")
"""Who was told one thing by `assess`, another by `gap`: of a post done well, held in name only, little told of."""


def test_no_contradictions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of plausible people nobody is told by one command what another one contradicts."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "bench"))
    made, bench = __import__("made_lives"), __import__("agreement")
    opened = open_kb(None)
    for seed in (*(f"people/{number}" for number in range(12)), *_ONCE):
        rng = random.Random(seed)
        answers = made.life(opened.whole(), rng)
        assert [*bench.contradictions(opened, answers, rng)] == [], answers
