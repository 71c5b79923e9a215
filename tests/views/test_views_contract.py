import json
from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from advised_people import ALL, NAMES, people
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, ValidationError
from profiles import profiles
from ways_once import journey_of

from opscareer.advice import Advice, advise, candidate_for, prospect_of
from opscareer.advice.ways import schedule_of
from opscareer.cli.app import MODULES
from opscareer.errors import Fault, FaultyKbError, UsageError
from opscareer.interview import profile_of
from opscareer.model.assessment import Assessment
from opscareer.model.identity import Identity
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.outside.answers import write_answers
from opscareer.text import Text
from opscareer.views.advice import advice_view
from opscareer.views.compare import compare_view
from opscareer.views.contract import names, schema_of
from opscareer.views.encoding import encode_record
from opscareer.views.faults import failure_view, kb_view
from opscareer.views.gaps import gaps_view
from opscareer.views.ladder import ladder_view
from opscareer.views.path import path_view
from opscareer.views.plan import plan_view
from opscareer.views.report import report_view
from opscareer.views.role import role_view
from opscareer.views.roles import roles_view
from opscareer.views.skills import skill_view, skills_view
from opscareer.views.what_if import what_if_view

DAY = "2026-01-01"


class WordsLoader(yaml.SafeLoader):
    """Reads YAML as the program and YAML 1.2 do: yes and no are words."""


WordsLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def hold(kb: KnowledgeBase, command: str, payload: Mapping[str, Any]) -> None:
    """Hold an answer, with what every answer begins and ends with, against its published schema."""
    head = {
        "schema": f"opscareer/{command}/1",
        "kb": encode_record(Identity(kb.name, kb.version, kb.sha256)),
    }
    Draft7Validator(schema_of(command)).validate({**head, **payload, "next_actions": []})


def assessed(kb: KnowledgeBase, advice: Advice) -> Mapping[str, Any]:
    """Return advice as it is told to scripts."""
    return encode_record(advice_view(kb, advice))


def advised(kb: KnowledgeBase, name: str) -> Advice:
    """Return the advice for one of the odd people."""
    return advise(kb, profile_of(kb, people(kb)[name]))


@pytest.mark.parametrize("name", names())
def test_schemas_are_draft_07(name: str) -> None:
    """Every published schema is itself valid, and says which draft it is of."""
    schema = schema_of(name)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("name", names())
def test_schemas_are_closed(name: str) -> None:
    """A schema names the answer that it is of, and refuses an object with other keys, in each form it may have."""
    schema = schema_of(name)
    for form in schema.get("anyOf", [schema]):
        assert form["properties"]["schema"] == {"const": f"opscareer/{name}/1"}
        found = Draft7Validator(form).iter_errors({"surprise": 1})
        assert [error for error in found if error.validator == "additionalProperties"]


def test_no_such_schema() -> None:
    """A name that has no schema is a KeyError."""
    with pytest.raises(KeyError):
        schema_of("nothing")


def test_ladder(kb: KnowledgeBase) -> None:
    """The whole ladder, and that of every role, are as published."""
    hold(kb, "ladder", encode_record(ladder_view(kb.ladder)))
    for role in kb.roles:
        hold(kb, "ladder", encode_record(ladder_view(kb.ladder, role)))


@pytest.mark.uncounted
def test_roles(kb: KnowledgeBase) -> None:
    """The list of roles, and every role, are as published."""
    hold(kb, "roles", encode_record(roles_view(kb)))
    for role in kb.roles.values():
        hold(kb, "role", encode_record(role_view(kb, role)))


def test_skills(kb: KnowledgeBase) -> None:
    """The list of skills, and every skill, are as published."""
    hold(kb, "skills", encode_record(skills_view(kb)))
    for skill in kb.skills.values():
        hold(kb, "skill", encode_record(skill_view(kb, skill)))


@pytest.mark.uncounted
@pytest.mark.parametrize("name", ALL)
def test_assessments(kb: KnowledgeBase, name: str) -> None:
    """The advice is as published, whoever is advised."""
    hold(kb, "assess", assessed(kb, advised(kb, name)))


@given(st.data())
@pytest.mark.uncounted
def test_any_assessment(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The advice is as published for any answers at all."""
    person: Profile = data.draw(profiles(kb))
    hold(kb, "assess", assessed(kb, advise(kb, person)))


@pytest.mark.uncounted
@pytest.mark.parametrize("name", NAMES)
def test_gaps(kb: KnowledgeBase, name: str) -> None:
    """What stands between a person and a position is as published, be it near or far."""
    situation = advised(kb, name).situation
    for position in list(kb.positions)[::4]:
        found = prospect_of(kb, situation, candidate_for(kb, situation.standing, position))
        hold(kb, "gap", encode_record(gaps_view(kb, situation, found)))


@pytest.mark.parametrize("name", NAMES)
def test_suppositions(kb: KnowledgeBase, name: str) -> None:
    """What would change with some skills at other levels is as published, also where nothing comes next."""
    advice = advised(kb, name)
    for supposed in ({}, {"data-analysis": 5, "team-leadership": 0}):
        hold(kb, "what-if", encode_record(what_if_view(kb, advice, supposed)))


def test_faults(kb: KnowledgeBase) -> None:
    """Faults of a knowledge base are as published, in the answer of a check and in an error."""
    found = (Fault("a.yaml", 3, 1, "roles → bd", Text("错", "wrong"), Text("改", "mend it")),)
    hold(kb, "kb", encode_record(kb_view(found)))
    for error in (FaultyKbError(found), UsageError("错", "wrong")):
        told = {"schema": "opscareer/error/1", **encode_record(failure_view(error, "en"))}
        Draft7Validator(schema_of("error")).validate(told)


@pytest.mark.parametrize("name", ALL)
def test_answers_files(kb: KnowledgeBase, name: str) -> None:
    """What is kept of a conversation is an answers file as published, whatever brings the person."""
    kept = yaml.load(write_answers(people(kb)[name]), WordsLoader)
    Draft7Validator(schema_of("answers")).validate(kept)


@pytest.mark.parametrize(
    "wrong",
    [
        {"skill.seo": 6},
        {"skill.seo": "good"},
        {"skill.seo": [3]},
        {"years": "two"},
        {"current": "bd"},
        {"lead": "perhaps"},
        {"acting": "unsure"},
        {"avoid": "writing"},
        {"offer": ["bd/manager"]},
    ],
)
def test_wrong_answers_files(wrong: dict[str, object]) -> None:
    """The published shape of an answers file refuses levels, years, positions and words that the program refuses."""
    file = {"schema": "opscareer/answers/1", "answers": {"current": [], **wrong}}
    with pytest.raises(ValidationError):
        Draft7Validator(schema_of("answers")).validate(file)


def test_every_answer_has_a_schema() -> None:
    """All answers are published, and beside them the answers file and the error; completion answers a shell alone."""
    assert {*names(), "completion"} == {*MODULES, "answers", "error"}


@pytest.mark.uncounted
@pytest.mark.parametrize("name", NAMES)
def test_plans(kb: KnowledgeBase, name: str) -> None:
    """A plan is as published, be the position near or far, and with how far one gets by a month."""
    situation = advised(kb, name).situation
    for number, position in enumerate(list(kb.positions)[::6]):
        schedule = schedule_of(kb, situation, position, month=number * 1.5 if number % 2 else None)
        hold(kb, "plan", encode_record(plan_view(kb, situation.profile, schedule, DAY)))


@pytest.mark.uncounted
@pytest.mark.parametrize("name", NAMES)
def test_paths(kb: KnowledgeBase, name: str) -> None:
    """The ways are as published, to the top, to a position that lies below, and to the one held."""
    situation = advised(kb, name).situation
    for goal in (None, "bd/specialist", "operations/director", *situation.standing.positions):
        hold(kb, "path", encode_record(path_view(kb, journey_of(kb, situation, goal, 2))))


@pytest.mark.uncounted
@pytest.mark.parametrize("name", NAMES)
def test_comparisons(kb: KnowledgeBase, name: str) -> None:
    """Positions side by side are as published, with and without a person to hold against them."""
    situation = advised(kb, name).situation
    positions = list(kb.positions)[::11]
    for whom in (situation, None):
        hold(kb, "compare", encode_record(compare_view(kb, positions, whom)))


@settings(max_examples=10)
@given(st.data())
@pytest.mark.uncounted
def test_any_way(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Report, plan and ways are as published for any answers and any goal at all."""
    advice = advise(kb, data.draw(profiles(kb)))
    journey = journey_of(kb, advice.situation, data.draw(st.none() | st.sampled_from(list(kb.positions))), 2)
    schedule = schedule_of(kb, advice.situation, month=2.5) if advice.next else None
    hold(kb, "report", encode_record(report_view(kb, advice, journey, schedule, [], "2026")))


@pytest.mark.uncounted
@pytest.mark.parametrize("name", ALL)
def test_reports(kb: KnowledgeBase, name: str) -> None:
    """A report with a history is as published; so are the keys that it shares with assess, path and plan."""
    advice = advised(kb, name)
    schedule = schedule_of(kb, advice.situation) if advice.next else None
    payload = json.loads(json.dumps(assessed(kb, advice)))  # as the file of answers keeps it
    answers = {"current": list(advice.situation.profile.current)}
    kept = [Assessment(1, "2026-11-23T08:00:00Z", kb.sha256, answers, payload)]
    journey = journey_of(kb, advice.situation, None, 1)
    view = report_view(kb, advice, journey, schedule, kept, "2026-11-23")
    told = encode_record(view)
    hold(kb, "report", told)
    hold(kb, "assess", encode_record(view.assess))
    hold(kb, "path", encode_record(view.path))
    hold(kb, "history", {"assessments": told["history"], "unfinished": []})
    assert (view.plan is None) == (advice.next is None)
