"""People of the trade, as YAML: what they answer, what they should be told, why a good mentor would say the same.

The expectations were written before the program was asked, by readers of the person alone; where more than one answer is
right, all are named.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from opscareer.advice import Advice, advise
from opscareer.interview import accept, profile_of
from opscareer.model.kb import KnowledgeBase

PERSONAS = sorted((Path(__file__).parent / "personas").glob("*.yaml"))
NAMED = 2
"""Of the gaps that a mentor names, so many stand among the first five."""


def told(kb: KnowledgeBase, answers: Mapping[str, Any]) -> Advice:
    """Return the advice for a persona."""
    return advise(kb, profile_of(kb, {key: accept(kb, key, value) for key, value in answers.items()}))


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_persona(kb: KnowledgeBase, path: Path) -> None:
    """Each persona is told what a good mentor would tell them: the step, how near it is, by which way, what first."""
    persona = yaml.safe_load(path.read_text(encoding="utf-8"))
    advice, expected = told(kb, persona["answers"]), persona["expected"]
    position = advice.next.position if advice.next else advice.situation.standing.positions[0]
    kind = advice.next.candidate.kind if advice.next else "stay"
    assert (position in expected["next"], kind in expected["kind"]) == (True, True), (position, kind, persona["why"])
    assert position not in expected["must_not"]
    if advice.next is None:
        return
    assert advice.next.verdict in expected["verdict"]
    assert advice.way
    assert advice.way.route in expected["route"]
    first = [gap.skill for gap in advice.next.gaps[:5]]
    assert len({*first} & {*expected["gaps"]}) >= NAMED, (first, expected["gaps"])


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_advice_tells_one_story(kb: KnowledgeBase, path: Path) -> None:
    """Nobody is told that they are ready beside a gate that is shut, or to rise by staying."""
    advice = told(kb, yaml.safe_load(path.read_text(encoding="utf-8"))["answers"])
    if advice.next is None:
        return
    assert not (advice.next.verdict == "ready" and advice.next.gates)
    assert (advice.next.candidate.kind == "stay") == (advice.next.position in advice.situation.profile.current) or (
        advice.next.candidate.kind == "entry"
    )
    assert advice.way is not None


def test_twenty_personas() -> None:
    """There are at least twenty personas, each with a name in both languages and a reason."""
    personas = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in PERSONAS]
    assert len(personas) >= 20
    assert all(persona["name"]["zh"] and persona["name"]["en"] and persona["why"] for persona in personas)
