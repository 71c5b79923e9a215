"""Knowledge bases that others write: the small one of docs/own-ladder.md, and any small one in one language."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from at_terminal import person
from calling import Call
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from opscareer.knowledge.file_schema import file_schema
from opscareer.knowledge.places import KEYS
from opscareer.views.contract import schema_of
from opscareer.written.yaml_nodes import plain
from opscareer.written.yaml_reader import read

DOCUMENT = Path(__file__).parents[2] / "docs" / "own-ladder.md"
ANSWERS = {"current": ["developer/junior"], "years": 2, "skill.coding": 2, "skill.reviewing": 1}
COMMANDS = (
    "ladder",
    "roles",
    "role {role}",
    "skills",
    "skill {skill}",
    "assess --answers {me}",
    "gap {position} --answers {me}",
    "what-if --answers {me}",
    "what-if {skill}={top} --answers {me}",
    "path --answers {me}",
    "path {position} --answers {me}",
    "plan --answers {me}",
    "plan {position} --answers {me}",
    "compare {position} {other} --answers {me}",
    "report --answers {me}",
    "match {ad} --answers {me}",
)
DRAWN = ("report --format html --answers {me}", "ladder --format mermaid")
AD = "Lead of Skill 1\nResponsibilities: independently doing skill 0, expert in skill 1, familiar with skill 2"


def answers(folder: Path, told: dict[str, Any]) -> Path:
    """Return a file of answers."""
    file = folder / "me.json"
    file.write_text(json.dumps({"schema": "opscareer/answers/1", "answers": told}), encoding="utf-8")
    return file


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The knowledge base that the document shows, in a folder."""
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "kb.yaml").write_text(shown(), encoding="utf-8")
    return folder


def shown() -> str:
    """Return the text of the knowledge base that the document shows."""
    (text,) = re.findall(r"```yaml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    return str(text)


def test_it_is_short_and_whole(call: Call, small: Path) -> None:
    """It has under forty lines, no fault and no warning."""
    assert len(shown().splitlines()) < 40
    done = call(f"kb check {small}")
    assert (done.code, done.out, done.err) == (0, "No fault: 3 skills, 2 roles, 4 positions, 2 moves\n", "")


def test_editors_take_it() -> None:
    """The schemas of the files take what it says under their keys."""
    told = plain(read(shown().encode(), "kb.yaml")[0])
    assert isinstance(told, dict)
    for file, keys in KEYS.items():
        part = {key: value for key, value in told.items() if key in keys}
        assert not part or list(Draft7Validator(file_schema(file)).iter_errors(part)) == []


def test_it_advises(call: Call, small: Path, tmp_path: Path) -> None:
    """It tells a next role, what is missing in which order, and what to do about it; in Chinese as well."""
    me = answers(tmp_path, ANSWERS)
    told = call(f"assess --kb {small} --answers {me} --json").answer
    assert told["next"]["position"] == "developer/senior"
    assert {gap["skill"] for gap in told["gaps"]} == {"reviewing", "mentoring"}
    (deed,) = next(gap for gap in told["gaps"] if gap["skill"] == "reviewing")["actions"]
    assert deed["en"].endswith("who has done it: Was the one whose review a change waited for.")
    page = call(f"assess --kb {small} --answers {me} --lang zh")
    assert page.code == 0
    assert "Senior Developer" in page.out
    assert "Reviewing" in page.out


def test_what_lists_the_posts_of_another_ladder(call: Call, small: Path, tmp_path: Path) -> None:
    """A command that an error names to list what there is lists what is in the knowledge base that was given."""
    me, people = answers(tmp_path, {"current": ["运维哥哥"]}), tmp_path / "people.csv"
    people.write_text("id,current\na,运维哥哥\nb,developer/junior\n", encoding="utf-8")
    for line in (f"assess --answers {me}", f"team {people}", "gap 运维哥哥"):
        assert f"opscareer ladder --kb {small}" in call(f"{line} --kb {small} --lang en").err, line
    assert "opscareer ladder lists them" in call("gap 运维哥哥 --lang en").err


def test_somebody_from_outside_may_begin_higher(call: Call, small: Path, tmp_path: Path) -> None:
    """Who reviews well and builds nothing begins as a senior tester, which is marked as an entry."""
    me = answers(tmp_path, {"current": [], "skill.coding": 0, "skill.reviewing": 3, "skill.mentoring": 0})
    told = call(f"assess --kb {small} --answers {me} --json").answer
    assert (told["next"]["position"], told["next"]["kind"]) == ("tester/senior", "entry")


def test_asked_line_by_line(call: Call, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plain interview offers the levels that there are, and no others."""
    talk = person(monkeypatch, "junior dev", "", "2", "", "", "4", "3", "q")
    assert call(f"assess --kb {small} --plain").code == 130
    assert "Type 0 to 3" in talk.getvalue()
    assert "There is no such choice: 4" in talk.getvalue()


@st.composite
def ladders(draw: st.DrawFn) -> dict[str, Any]:
    """Return any small knowledge base in one language, with three to nine levels."""
    top = draw(st.integers(3, 9))
    skills = [f"s{n}" for n in range(draw(st.integers(1, 4)))]
    rungs = [f"r{n}" for n in range(draw(st.integers(1, 4)))]
    cells = st.one_of(st.integers(1, top), st.sampled_from([f"{top}/2 must", f"{max(1, top - 1)}/3"]))
    roles = [_role(draw, f"role{n}", rungs, skills, cells, lowest=n == 0) for n in range(draw(st.integers(1, 3)))]
    named = {"levels": [f"Step {n}" for n in range(1, top + 1)]} if draw(st.booleans()) else {}
    lead = {"leading": {"skill": skills[0], "least": draw(st.integers(1, top))}} if draw(st.booleans()) else {}
    return {
        "name": "Ours",
        **named,
        "skills": [
            {"id": s, "name": f"Skill {s[1:]}", "levels": {str(n): f"Did {n} of {s}." for n in range(1, top + 1)}}
            for s in skills
        ],
        "rungs": [{"id": r, "name": f"Rung {r[1:]}", **draw(st.sampled_from([{}, {"track": "lead"}]))} for r in rungs],
        "roles": roles,
        **lead,
    }


def _role(
    draw: st.DrawFn, id_: str, rungs: list[str], skills: list[str], cells: st.SearchStrategy[Any], *, lowest: bool
) -> dict[str, Any]:
    held = draw(st.lists(st.sampled_from(rungs), min_size=1, unique=True))
    held = [rung for rung in rungs if rung in held or (lowest and rung == rungs[0])]
    asks: dict[str, Any] = {s: {rung: draw(cells) for rung in held if draw(st.booleans())} for s in skills[1:]}
    asks[skills[0]] = {rung: draw(cells) for rung in held}
    positions = {rung: {"title": f"{id_} {rung}", "entry": draw(st.booleans())} for rung in held}
    return {"id": id_, "name": id_, "positions": positions, "asks": asks}


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_small_ladder(call: Call, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Any small knowledge base of others goes through all commands, in the published shapes, and its sums add up."""
    told, folder = data.draw(ladders()), tmp_path_factory.mktemp("ours")
    (folder / "kb.yaml").write_text(json.dumps(told), encoding="utf-8")
    top = max(map(int, told["skills"][0]["levels"]))
    positions = [f"{role['id']}/{rung}" for role in told["roles"] for rung in role["positions"]]
    mine = st.one_of(st.integers(0, top), st.sampled_from(["not-sure", "no-opportunity"]))
    levels = {f"skill.{skill['id']}": data.draw(mine) for skill in told["skills"] if data.draw(st.booleans())}
    held = data.draw(st.lists(st.sampled_from(positions), max_size=2, unique=True))
    me = answers(tmp_path_factory.mktemp("me"), {"current": held, **levels})
    ad = me.with_name("ad.txt")
    ad.write_text(AD, encoding="utf-8")
    words = {
        "me": me,
        "ad": ad,
        "top": top,
        "skill": told["skills"][0]["id"],
        "role": told["roles"][0]["id"],
        "position": data.draw(st.sampled_from(positions)),
        "other": data.draw(st.sampled_from(positions)),
    }
    for command in COMMANDS:
        line = command.format(**words)
        done = call(f"{line} --kb {folder} --json")
        assert done.code == 0 or _nothing_above(done, command), (line, done)
        if done.code == 0:
            Draft7Validator(schema_of(command.partition(" ")[0])).validate(done.answer)
            _adds_up(done.answer)
        assert call(f"{line} --kb {folder}").code == done.code, line
    assert all(call(f"{line.format(**words)} --kb {folder}").code == 0 for line in DRAWN)


def _nothing_above(done: Any, command: str) -> bool:
    """Return whether a command says that there is nothing to go to from the top of the ladder."""
    return done.code == 2 and command.startswith(("plan", "path", "compare"))


def _adds_up(answer: dict[str, Any]) -> None:
    """Hold the gains of all gaps of a position against its fit."""
    if answer.get("gaps") is not None and answer.get("fit") is not None:
        assert sum(gap["gain"] for gap in answer["gaps"]) == pytest.approx(1 - answer["fit"], abs=1e-6)
    best = answer.get("next")
    if isinstance(best, dict) and "gaps" in answer:
        assert sum(gap["gain"] for gap in answer["gaps"]) == pytest.approx(1 - best["fit"], abs=1e-6)
