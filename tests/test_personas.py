"""People of the trade, as YAML: what they answer, what they should be told, why a good mentor would say the same.

The expectations were written before the program was asked, by readers of the person alone; where more than one answer
is right, all are named.
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


def missed(advice: Advice, expected: Mapping[str, Any]) -> set[str]:
    """Return what is told otherwise than any reader would."""
    step = advice.next
    position = step.position if step else advice.situation.standing.positions[0]
    asked = [("next", position), ("kind", step.candidate.kind if step else "stay")]
    if step and advice.way:
        asked += [("verdict", step.verdict), ("route", advice.way.route)]
    first = {gap.skill for gap in step.gaps[:5]} if step else {*expected["gaps"]}
    few = {"gaps"} if len(first & {*expected["gaps"]}) < min(NAMED, len(expected["gaps"])) else set()
    return {what for what, told in asked if told not in expected[what]} | few


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_persona(kb: KnowledgeBase, path: Path) -> None:
    """Each persona is told what a good mentor would tell them: the step, how near it is, by which way, what first.

    Where the program differs, the persona says in what, and why we leave it so.
    """
    persona = yaml.safe_load(path.read_text(encoding="utf-8"))
    advice, expected = told(kb, persona["answers"]), persona["expected"]
    position = advice.next.position if advice.next else ""
    assert position not in expected["must_not"]
    assert missed(advice, expected) == {*persona.get("differs", ())}, (advice.next, persona["why"])


def test_most_personas_are_told_the_step(kb: KnowledgeBase) -> None:
    """The step itself is a reader's for nine personas in ten."""
    personas = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in PERSONAS]
    right = [one for one in personas if not {"next", "kind"} & {*one.get("differs", ())}]
    assert len(right) >= 0.9 * len(personas)


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
