from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_ways import situated
from profiles import profiles

from opscareer.advice import situation_of
from opscareer.advice.ways import journey_of
from opscareer.model.kb import KnowledgeBase
from opscareer.text import NOTHING, Text
from opscareer.views.encoding import encode_record
from opscareer.views.path import LegView, WayView, path_view
from opscareer.views.telling import path as telling


@settings(max_examples=15)
@given(data=st.data())
def test_path_figures_are_those_of_the_core(kb: KnowledgeBase, data: st.DataObject) -> None:
    """For any person and goal scripts are told the ways of the core, and their months add up."""
    goal = data.draw(st.sampled_from(list(kb.positions)))
    found = journey_of(kb, situation_of(kb, data.draw(profiles(kb))), goal, 2)
    answer: Any = encode_record(path_view(kb, found))
    assert answer["goals"] == list(found.goals)
    assert [one["months"] for one in answer["paths"]] == [path.months for path in found.paths]
    for one, path in zip(answer["paths"], found.paths, strict=True):
        steps = one["steps"]
        assert [(s["from"] or "", s["to"], s["kind"]) for s in steps] == [
            (leg.start, leg.position, leg.kind) for leg in path.legs
        ]
        assert [s["start"] for s in steps] == [
            pytest.approx(sum(s["months"] for s in steps[:n])) for n in range(len(steps))
        ]
        assert one["months"] == pytest.approx(sum(s["months"] for s in steps))
        assert all(s["months"] == max(s["ready_months"], s["due_months"]) for s in steps)
        assert one["sideways"] == sum(s["kind"] in ("lateral", "diagonal") for s in steps)
        assert one["goal"] == steps[-1]["to"]
        assert all((s["why"] is None) == (s["kind"] not in ("lateral", "diagonal")) for s in steps)


@pytest.mark.uncounted
@settings(max_examples=15)
@given(data=st.data())
def test_what_is_carried_was_gained_before(kb: KnowledgeBase, data: st.DataObject) -> None:
    """A step carries over what was closed in earlier ones and is asked for there, at no lower level than then."""
    situation = situation_of(kb, data.draw(profiles(kb)))
    answer: Any = encode_record(path_view(kb, journey_of(kb, situation, None, 2)))
    for one in answer["paths"]:
        gained: dict[str, int] = {}
        for step in one["steps"]:
            carried = {one["skill"]: one["level"] for one in step["carried"]}
            assert set(carried) == set(gained) & set(kb.needed[step["to"]])
            assert all(level >= gained[skill] for skill, level in carried.items())
            gained |= {rise["skill"]: rise["to"] for rise in (*step["gaps"], *step["meanwhile"])}


@pytest.mark.uncounted
def test_from_outside_the_first_step_is_an_entry(kb: KnowledgeBase) -> None:
    """From outside each way begins with an entry from nowhere, which takes what the entry asks and serves no time."""
    for one in path_view(kb, journey_of(kb, situated(kb, "newcomer"), None, 2)).paths:
        first = one.steps[0]
        assert (first.origin, first.left, first.kind, first.due_months, first.start) == (None, None, "entry", 0, 0)


def leg(**given: Any) -> LegView:
    """Return a step of a year to a post, but for what is given."""
    told: dict[str, Any] = {
        "origin": "a/b",
        "position": "a/c",
        "title": Text("主管", "Manager"),
        "kind": "promotion",
        "rise": 1,
    }
    told |= {"why": None, "start": 0.0, "months": 12.0, "ready_months": 12.0, "due_months": 0.0, "fit": 0.9}
    return LegView(**{**told, "gaps": (), "meanwhile": (), "carried": (), "left": NOTHING, **given})


@pytest.mark.parametrize(
    ("given_", "zh", "en"),
    [
        ({}, "现在就起，用 1 年", "begins now, takes 1 year"),
        ({"start": 3.0}, "3 个月后起，用 1 年", "begins after 3 months, takes 1 year"),
        ({"months": 0.0}, "现在就达标", "ready now"),
        ({"months": 0.0, "start": 3.0}, "到时就达标", "ready by then"),
    ],
)
def test_when_a_step_is_taken(given_: dict[str, Any], zh: str, en: str) -> None:
    """It is told when a step begins and how long it takes; one that takes no time is ready now, or by then."""
    assert telling.leg_time(leg(**given_)) == Text(zh, en)


@pytest.mark.parametrize(
    ("ready", "due", "said"),
    [
        (6.0, 12.0, ["Time still needed at this level: 1 year; the skills take 6 months."]),
        (0.0, 12.0, ["Time still needed at this level: 1 year; the skills are there."]),
        (12.0, 12.0, []),
    ],
)
def test_how_long_time_keeps_one(ready: float, due: float, said: list[str]) -> None:
    """Time on the rung is told only where one waits for it longer than for the skills."""
    assert [one.en for one in telling.leg_lines(leg(ready_months=ready, due_months=due))] == said


@pytest.mark.parametrize(
    ("sideways", "en"), [(0, "To Manager: 1 year"), (2, "To Manager: 1 year, 2 of the steps sideways")]
)
def test_where_a_way_leads(sideways: int, en: str) -> None:
    """A way is told by its goal, its time, and how many of its steps lead sideways."""
    assert telling.way_text(WayView("a/c", 12.0, sideways, (leg(),), Text("主管", "Manager"))).en == en
