"""Files that earlier versions wrote, or took, are taken by this one."""

import json
from pathlib import Path

import pytest
from left_behind import MADE, Say, earlier, told, unpacked

from opscareer.cli.stored import fitting
from opscareer.model.kb import KnowledgeBase


@pytest.mark.parametrize("commit", earlier("answers.yaml"))
def test_answers(say: Say, commit: str) -> None:
    """A file with an answer to every question of then leads to advice; what does not apply is told, with the reason."""
    done = say("assess", "--json", "--lang", "en", "--answers", MADE / commit / "answers.yaml")
    told = done.err.strip().splitlines()[1:]
    assert (done.code, [line for line in told if "(it counts where " not in line]) == (0, [])
    assert done.answer["next"]["position"]


@pytest.mark.parametrize("commit", earlier("taken.json"))
def test_every_answer(kb: KnowledgeBase, commit: str) -> None:
    """Every skill, position and choice of then is an answer now; a skill that was divided is one to both its parts."""
    then = told(commit, "taken.json")
    levels = {f"skill.{skill}": 3 for skill in then["skills"]}
    found = [fitting(kb, levels), *(fitting(kb, {"current": [p], "goal": p}) for p in then["positions"])]
    found += [
        fitting(kb, {question: [option] if then["kinds"][question] == "choices" else option})
        for question, options in then["options"].items()
        for option in options
    ]
    assert [one.dropped for one in found if one.dropped] == []
    assert len(found[0].answers) >= len(levels)


@pytest.mark.parametrize("commit", earlier("ours"))
def test_overlay(say: Say, commit: str) -> None:
    """The overlay that the README of then showed changes what it names."""
    ours = MADE / commit / "ours"
    assert say("kb", "check", ours).code == 0
    manager = next(p for p in say("role", "bd", "--kb", ours, "--json").answer["positions"] if p["id"] == "bd/manager")
    assert manager["title"]["en"] == "Ecosystem Manager"
    assert next(r["level"] for r in manager["requirements"] if r["skill"] == "negotiation") == 4


@pytest.mark.parametrize("commit", earlier("starter.tar.xz"))
def test_a_knowledge_base_from_the_starter(say: Say, tmp_path: Path, commit: str) -> None:
    """A knowledge base begun from the starter of then has no fault, and its ladder and advice are told."""
    ours = unpacked(commit, "starter.tar.xz", tmp_path / "ours")
    assert say("kb", "check", ours).code == 0
    ladder = say("ladder", "--kb", ours, "--json").answer
    answers = tmp_path / "me.yaml"
    answers.write_text(
        f"schema: opscareer/answers/1\nanswers: {{current: [{ladder['positions'][0]['id']}], years: 3}}\n"
    )
    assert say("assess", "--kb", ours, "--answers", answers, "--json").answer["next"]


@pytest.mark.parametrize("commit", earlier("builtin.tar.xz"))
def test_a_copy_of_the_built_in_one(say: Say, tmp_path: Path, commit: str) -> None:
    """A copy of the whole knowledge base of then has no fault and gives advice on the answers of then."""
    ours = unpacked(commit, "builtin.tar.xz", tmp_path / "ours")
    assert say("kb", "check", ours).code == 0
    done = say("assess", "--kb", ours, "--answers", MADE / commit / "answers.yaml", "--json")
    assert done.code == 0
    assert done.answer["next"]["position"] in told(commit, "taken.json")["positions"]


def _keys(node: object, whole: dict[str, object], at: str = "") -> set[str]:
    """Return the trails of all keys that a schema knows."""
    if not isinstance(node, dict) or at.count(".") > 14:
        return set()
    if "$ref" in node:
        defined = whole["$defs"]
        assert isinstance(defined, dict)
        return _keys(defined[node["$ref"].rpartition("/")[2]], whole, at)
    inner = [(at, one) for kind in ("anyOf", "oneOf", "allOf") for one in node.get(kind, [])]
    inner += [(f"{at}.{key}", one) for key, one in node.get("properties", {}).items()]
    inner += [(f"{at}[]", node.get("items")), (f"{at}*", node.get("additionalProperties"))]
    return {f"{at}.{key}" for key in node.get("properties", {})}.union(*(_keys(one, whole, to) for to, one in inner))


@pytest.mark.parametrize("commit", earlier("schemas.json.gz"))
def test_no_key_is_gone(say: Say, commit: str) -> None:
    """Every key that an answer in JSON had then is there now: a script finds what it reads."""
    gone = {}
    for name, then in told(commit, "schemas.json.gz").items():
        now = json.loads(say("kb", "schema", name).out)
        gone[name] = sorted(_keys(then, then) - _keys(now, now))
    assert {name: keys for name, keys in gone.items() if keys} == {}
