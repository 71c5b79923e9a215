from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import profiles

from opscareer.advice import held_against, requirements_of, situation_of
from opscareer.advice.fit import fit_of
from opscareer.model.kb import KnowledgeBase
from opscareer.views.compare import compare_view
from opscareer.views.encoding import encode_record
from opscareer.views.telling.compare import parts_of


@settings(max_examples=15)
@given(data=st.data())
def test_compared_figures_are_those_of_the_core(kb: KnowledgeBase, data: st.DataObject) -> None:
    """For any person and positions: levels and weights as asked, where one stands as told, fit as the gap tells it."""
    situation = situation_of(kb, data.draw(profiles(kb)))
    positions = data.draw(st.lists(st.sampled_from(list(kb.positions)), min_size=2, max_size=6, unique=True))
    answer: Any = encode_record(compare_view(kb, positions, situation))
    assert [one["id"] for one in answer["positions"]] == positions
    assert {row["skill"] for row in answer["skills"]} == {skill for p in positions for skill in kb.needed[p]}
    for row in answer["skills"]:
        assert row["levels"] == {p: kb.needed[p].get(row["skill"]) for p in positions}
        assert row["have"] == situation.profile.levels.get(row["skill"])
        assert row["shared"] == all(row["skill"] in kb.needed[p] for p in positions)
    for one in answer["positions"]:
        found = held_against(kb, situation, one["id"])
        asked = requirements_of(kb, one["id"], entry=situation.standing.outside)
        assert one["fit"] == found.fit == pytest.approx(fit_of(asked, situation.beliefs))
        assert one["verdict"] == found.verdict
        assert sum(row["weights"][one["id"]] for row in answer["skills"]) == pytest.approx(1)


def test_compared_without_a_person(kb: KnowledgeBase) -> None:
    """Of nobody in particular neither a level nor a fit is told."""
    answer: Any = encode_record(compare_view(kb, ["product-ops/manager", "user-ops/manager"], None))
    assert {row["have"] for row in answer["skills"]} == {None}
    assert {(one["fit"], one["verdict"]) for one in answer["positions"]} == {(None, None)}


@pytest.mark.parametrize("shared", [True, False])
def test_no_empty_part(kb: KnowledgeBase, shared: bool) -> None:
    """Where positions ask nothing alike, or nothing else, no heading stands over nothing."""
    view = compare_view(kb, ["product-ops/manager", "user-ops/manager"], None)
    assert len([*parts_of(view)]) == 2
    some = replace(view, skills=tuple(row for row in view.skills if row.shared == shared))
    ((_, rows),) = parts_of(some)
    assert rows == some.skills
