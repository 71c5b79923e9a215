"""Levels from three to nine, the same for all skills, with names of their own where they have any."""

import pytest
from kb_files import compiled, faults_of

from opscareer.text import Text


def ladder(*tops: int, names: int = 0, more: str = "", ask: str = "1") -> str:
    """Return a small knowledge base whose skills have so many levels."""
    told = [", ".join(f"{k}: Did {k} of {n}." for k in range(1, top + 1)) for n, top in enumerate(tops)]
    skills = "\n".join(f"  - {{id: s{n}, name: Skill {n}, levels: {{{does}}}}}" for n, does in enumerate(told))
    levels = f"levels: [{', '.join(f'Name {n}' for n in range(1, names + 1))}]" if names else ""
    asks = ", ".join(f"s{n}: {{junior: {ask}}}" for n in range(len(tops)))
    return f"""name: x
{levels}
skills:
{skills}
rungs: [{{id: junior, name: Junior}}]
roles: [{{id: maker, name: Maker, positions: {{junior: {{title: Maker}}}}, asks: {{{asks}}}}}]
{more}"""


@pytest.mark.parametrize("top", range(3, 10))
def test_from_three_to_nine(top: int) -> None:
    """There are as many levels as the skills have, each with its months and something to do."""
    kb = compiled(ladder(top, top, ask=str(top)))
    skill = kb.skills["s0"]
    assert (kb.top, len(skill.levels), len(skill.grow), len(skill.months)) == (top, top + 1, top, top)
    assert kb.needed["maker/junior"]["s1"] == top
    assert min(kb.rules.months) > 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ladder(4, 4, 5), "must be one of '0', '1', '2', '3' or '4'"),
        (ladder(5, 5, 4), "5 is missing"),
        (ladder(2, 2), "3 is missing"),
        (ladder(4, 4, 0).replace(", levels: {}", ""), "levels is missing"),
        (ladder(10, 10), "must be one of '0', '1', '2', '3', '4', '5', '6', '7', '8' or '9'"),
        (ladder(4, 4, ask="5"), "must be 4 or less"),
        (ladder(3, names=4, more="leading: {skill: s0, least: 5}"), "must be 4 or less"),
        (ladder(3, 3, more="months: {4: 1}"), "must be one of '1', '2' or '3'"),
        (ladder(3, names=2), "at least 3 entries are expected"),
        (ladder(3, names=10), "at most 9 entries are expected"),
    ],
)
def test_levels_beyond(text: str, message: str) -> None:
    """Of the levels that most skills have none is missing in another, and none is more; names are three to nine."""
    assert message in {fault.message[1] for fault in faults_of(text)}


def test_names() -> None:
    """A named level begins with its name; a skill that says no more of it has the name alone."""
    kb = compiled(ladder(3, 0, names=4, ask="4"))
    assert kb.top == 4
    assert kb.skills["s0"].levels[2] == Text("Name 2：Did 2 of 0.", "Name 2: Did 2 of 0.")
    assert [told.en for told in kb.skills["s1"].levels] == ["Not done yet.", "Name 1", "Name 2", "Name 3", "Name 4"]
    assert kb.skills["s0"].grow[1][0].en.endswith("has done it: Did 2 of 0.")


def test_one_skill() -> None:
    """A knowledge base of one skill has the levels of that."""
    assert compiled(ladder(4)).top == 4
