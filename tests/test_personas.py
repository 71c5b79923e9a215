"""People of the trade, as YAML: what they answer, what they should be told, why a good mentor would say the same."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from opscareer.advice import advise
from opscareer.advice.ways import journey_of, schedule_of
from opscareer.interview import accept, profile_of
from opscareer.model.kb import KnowledgeBase

PERSONAS = sorted((Path(__file__).parent / "personas").glob("*.yaml"))


def _told(kb: KnowledgeBase, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the advice in the words of a persona's expectation."""
    advice = advise(kb, profile_of(kb, {key: accept(kb, key, value) for key, value in answers.items()}))
    assert advice.next is not None
    assert advice.way is not None
    plan = schedule_of(kb, advice.situation, advice.next.position).plan
    paths = journey_of(kb, advice.situation, None, 3).paths
    return {
        "next": advice.next.position,
        "kind": advice.next.candidate.kind,
        "verdict": advice.next.verdict,
        "gaps": [gap.skill for gap in advice.next.gaps],
        "gates": [gate.skill or gate.kind for gate in advice.next.gates],
        "route": advice.way.route,
        "ready": plan.ready,
        "begins": [f"{step.skill} {step.level}" for step in plan.steps if step.start == 0],
        "ways": [" ".join(leg.position for leg in path.legs) for path in paths],
        "also": advice.alternatives[0].position if advice.alternatives else None,
    }


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_persona(kb: KnowledgeBase, path: Path) -> None:
    """Each persona is told what a good mentor would tell them."""
    persona = yaml.safe_load(path.read_text(encoding="utf-8"))
    told, expected = _told(kb, persona["answers"]), persona["expected"]
    for listed in ("gaps", "ways"):
        told[listed] = told[listed][: len(expected.get(listed, ()))]
    assert {key: told[key] for key in expected} == expected, persona["why"]


def test_ways_of_personas() -> None:
    """Of five personas at least it is also said which ways and which first steps a mentor would name, and why."""
    personas = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in PERSONAS]
    told = [persona for persona in personas if "ways" in persona["expected"]]
    assert len(told) >= 5
    assert all(persona["why_so"] and "begins" in persona["expected"] for persona in told)


def test_twelve_personas() -> None:
    """There are at least twelve personas, each with a name in both languages and a reason."""
    personas = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in PERSONAS]
    assert len(personas) >= 12
    assert all(persona["name"]["zh"] and persona["name"]["en"] and persona["why"] for persona in personas)
