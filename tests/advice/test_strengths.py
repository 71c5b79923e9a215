from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import SMALL
from two_tracks import TWO_TRACKS

from opscareer.advice import advise, prospect_of, situation_of
from opscareer.advice.standing import Candidate
from opscareer.advice.strengths import SHOWN_FROM, Strength, strengths_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile


@pytest.mark.parametrize(
    ("current", "told", "shown"),
    [
        (("writer/specialist",), {"words": 5, "sums": 3, "people": 5, "deals": 4}, ["words", "people", "deals"]),
        (("writer/specialist",), {"words": 4, "sums": 2, "deals": 3}, ["deals", "words"]),
        (("writer/specialist",), {"people": 3, "deals": 2}, ["people"]),  # not done alone yet
        ((), {"words": 3, "deals": 5, "sums": 0}, ["deals", "words"]),
        (("writer/specialist", "seller/specialist"), {"words": 4, "deals": 4, "sums": 3}, ["sums", "deals"]),
    ],
)
def test_what_there_is_to_show(current: tuple[str, ...], told: dict[str, int], shown: list[str]) -> None:
    """What was done alone is shown: what stands above all present posts, what the step asks first; then what it asks no
    higher. Three at the most."""
    found = advise(SMALL, Profile(current, levels=told)).strengths
    assert [one.skill for one in found] == shown
    for one in found:
        asked = max((SMALL.needed[p].get(one.skill, 0) for p in current), default=0)
        assert one == Strength(one.skill, told[one.skill], asked)


def test_shown_for_what_a_stay_leads_to() -> None:
    """Who stays argues for what that leads to: what the next post asks stands first, be it lower and little above."""
    told = {"words": 2, "sums": 4, "deals": 5, "people": 3}
    situation = situation_of(SMALL, Profile(("writer/specialist",), levels=told))
    stay = Candidate("writer/specialist", "stay", "writer/specialist", None, "writer/manager")
    found = strengths_of(SMALL, situation, prospect_of(SMALL, situation, stay))
    assert [one.skill for one in found] == ["people", "deals", "sums"]
    alone = prospect_of(SMALL, situation, replace(stay, then=""))
    assert [one.skill for one in strengths_of(SMALL, situation, alone)] == ["sums", "people", "deals"]


def test_shown_at_the_top() -> None:
    """Where nothing comes next the highest levels stand first, and of equal ones what fewer positions ask."""
    situation = situation_of(SMALL, Profile(("first/chief",), levels={"words": 3, "deals": 3, "sums": 5, "people": 4}))
    assert [one.skill for one in strengths_of(SMALL, situation, None)] == ["sums", "deals", "words"]


@pytest.mark.uncounted
@pytest.mark.parametrize("kb", [SMALL, TWO_TRACKS])
@given(data=st.data())
def test_order_of_what_there_is_to_show(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Nothing that is left out stands before what is shown: above the posts held, weighing more in the step's position,
    or as much at a higher level."""
    advice = advise(kb, data.draw(people(kb)))
    step = advice.next
    if step is None:
        return
    aim = step.candidate.then if step.gaps_of == step.position and step.candidate.kind == "stay" else step.gaps_of
    argued = {one.skill: one for one in kb.positions[aim or step.gaps_of].requirements}
    held = advice.situation.standing.positions

    def place(skill: str, level: int) -> tuple[bool, float, int]:
        above = level > max((kb.needed[post].get(skill, 0) for post in held), default=0)
        return (not above, -argued[skill].weight if skill in argued else 0.0, -level)

    levels = {skill: level for skill, level in advice.situation.profile.levels.items() if level >= SHOWN_FROM}
    enough = {skill for skill, level in levels.items() if skill in argued and level >= argued[skill].level}
    found = [place(*one) for one in levels.items() if not place(*one)[0] or one[0] in enough]
    assert [place(one.skill, one.have) for one in advice.strengths] == sorted(found)[:3]


def test_what_one_is_like_is_shown_only_where_deeds_are_few() -> None:
    """Two deeds speak for themselves; where there are not so many, what one is like stands among them."""
    traits = (replace(SMALL.groups[0], id="self", traits=True), *SMALL.groups)
    kb = replace(SMALL, groups=traits, skills={**SMALL.skills, "people": replace(SMALL.skills["people"], group="self")})
    for told, shown in (
        ({"sums": 4, "deals": 4, "people": 5}, {"sums", "deals"}),
        ({"sums": 4, "people": 5}, {"sums", "people"}),
    ):
        found = advise(kb, Profile(("writer/specialist",), levels=told)).strengths
        assert {one.skill for one in found} == shown
