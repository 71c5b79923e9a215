from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import people
from small_kb import SMALL, WRITER, with_moves
from two_tracks import TWO_TRACKS, with_more, without

from opscareer.advice.lines import Line, lines_of, ups_of, wanted
from opscareer.advice.standing import highest_of, reachable, standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile


def lines(kb: KnowledgeBase, profile: Profile, *, own_only: bool = False) -> dict[str, Line]:
    """Return the lines that come into question, by what tells them apart."""
    return {line.key: line for line in lines_of(kb, standing_of(kb, profile), profile, own_only=own_only)}


def keys(*current: str, kb: KnowledgeBase = SMALL, **more: Any) -> list[str]:
    """Return the lines that come into question for somebody in these positions."""
    return list(lines(kb, replace(Profile(current), **more)))


def test_own_line_and_those_that_moves_lead_into() -> None:
    """One's own line stands first, then those that moves lead into, each over the present rung and the next."""
    own, seller, counter = lines(SMALL, WRITER).values()
    assert own == Line("writer", "writer/specialist", ("writer/manager",), own=True, start="writer/specialist")
    assert (seller.present, seller.ups, seller.own) == ("seller/specialist", ("seller/manager",), False)
    assert (counter.present, counter.ups) == ("counter/specialist", ("counter/manager",))
    assert [line.lateral for line in (seller, counter)] == list(SMALL.moves_from["writer/specialist"][1:])
    assert own.lateral is own.diagonal is seller.diagonal is None


def test_line_from_which_nothing_leads_on() -> None:
    """A line without a promotion is judged by its present position alone."""
    assert lines(SMALL, replace(WRITER, current=("writer/manager",)))["counter/manager"].ups == ()


def test_lines_already_held_are_no_others() -> None:
    """Of several present posts each is a line of one's own, and no move into one of them is another line."""
    found = lines(SMALL, Profile(("writer/specialist", "seller/specialist")))
    assert {key: line.own for key, line in found.items()} == {
        "writer/specialist": True,
        "seller/specialist": True,
        "counter/specialist": False,
    }


def test_only_the_highest_positions_lead_on() -> None:
    """Who holds a higher and a lower position goes on from the higher one."""
    assert keys("writer/specialist", "seller/manager") == ["seller/manager"]


def test_top_is_a_line_that_leads_nowhere() -> None:
    """At the top there is one's own line alone, with nothing above it."""
    assert lines(SMALL, Profile(("first/chief",)))["first/chief"].ups == ()


def test_from_outside_every_lowest_position_is_a_line() -> None:
    """From outside every position of the lowest rung can be entered, judged by itself, and no other."""
    found = lines(SMALL, Profile())
    assert list(found) == ["writer/specialist", "seller/specialist", "counter/specialist"]
    assert all((line.ups, line.start, line.own) == ((), "", False) for line in found.values())


@pytest.mark.parametrize(
    ("current", "goal", "left"),
    [
        (("writer/specialist",), "head/director", ["writer/specialist", "seller/specialist"]),
        (("writer/specialist",), "counter/manager", ["writer/specialist", "counter/specialist"]),
        (("writer/specialist",), "seller/specialist", ["writer/specialist", "seller/specialist"]),
        ((), "first/chief", ["writer/specialist", "seller/specialist"]),
        (("writer/manager",), "seller/specialist", ["writer/manager", "counter/manager"]),
        (("writer/specialist",), None, ["writer/specialist", "seller/specialist", "counter/specialist"]),
    ],
)
def test_goal(current: tuple[str, ...], goal: str | None, left: list[str]) -> None:
    """A goal leaves the lines that lead to it and one's own; where none leads there it filters nothing."""
    assert keys(*current, goal=goal) == left


@pytest.mark.parametrize(
    ("avoid", "left"),
    [
        (
            {"phone"},
            ["writer/specialist", "counter/specialist"],
        ),  # the second kind of a writer's work, not the chief one
        ({"pen"}, ["seller/specialist", "counter/specialist"]),
        (set(), ["writer/specialist", "seller/specialist", "counter/specialist"]),
    ],
)
def test_work_to_avoid(avoid: set[str], left: list[str]) -> None:
    """A line whose chief work the person will not do any more stays out, be it their own."""
    assert keys("writer/specialist", avoid=frozenset(avoid)) == left


def test_work_to_avoid_leaves_something() -> None:
    """Who would avoid all that is left is told of it all the same."""
    kb = with_moves(promotions=(("writer/specialist", "writer/manager"),))
    assert keys("writer/specialist", kb=kb, avoid=frozenset({"pen"})) == ["writer/specialist"]


def test_whoever_has_just_begun_is_not_sent_on() -> None:
    """Own lines alone come into question for who has just begun, unless those are to be avoided."""
    assert list(lines(SMALL, WRITER, own_only=True)) == ["writer/specialist"]
    unwilling = replace(WRITER, avoid=frozenset({"pen"}))
    assert list(lines(SMALL, unwilling, own_only=True)) == ["seller/specialist", "counter/specialist"]
    assert len(lines(SMALL, Profile(), own_only=True)) == 3


def test_lateral_and_diagonal_into_one_line() -> None:
    """A lateral and a diagonal move into one line are one line, with what both lead to above."""
    seller = lines(TWO_TRACKS, WRITER)["seller/specialist"]
    assert (seller.present, seller.ups) == ("seller/specialist", ("seller/manager",))
    assert seller.lateral
    assert seller.diagonal
    assert (seller.lateral.end, seller.diagonal.end) == ("seller/specialist", "seller/manager")


def test_diagonal_into_a_line_with_a_post_on_this_height() -> None:
    """A line that only a diagonal leads into is judged by its post on the present rung too, where it has one."""
    counter = lines(TWO_TRACKS, Profile(("seller/specialist",)))["counter/specialist"]
    assert (counter.present, counter.ups, counter.lateral) == ("counter/specialist", ("counter/manager",), None)


def test_diagonal_into_a_line_without_a_post_on_this_height() -> None:
    """A line that has no post on the present rung is judged by the one that the diagonal leads to."""
    head = lines(TWO_TRACKS, Profile(("counter/manager",)))["head/director"]
    assert (head.present, head.ups, head.start) == ("", ("head/director",), "counter/manager")
    unwilling = lines(TWO_TRACKS, Profile(("counter/manager",), facts={"lead": "no"}))["head/director"]
    assert unwilling.ups == ("head/director",)


def test_diagonal_beside_a_promotion() -> None:
    """Where the diagonal leads to another post than the promotion of that line, the line is judged by both."""
    kb = with_more(("promotion", "seller/specialist", "writer/expert"))
    assert lines(kb, WRITER)["seller/specialist"].ups == ("seller/manager", "writer/expert")
    kb = without(("seller/specialist", "seller/manager"))
    assert lines(kb, WRITER)["seller/specialist"].ups == ("seller/manager",)


@pytest.mark.parametrize(
    ("lead", "ups"),
    [
        (None, ("writer/manager", "writer/expert")),
        ("unsure", ("writer/manager", "writer/expert")),
        ("yes", ("writer/manager",)),
        ("no", ("writer/expert",)),
    ],
)
def test_both_tracks_one_rung_up(lead: str | None, ups: tuple[str, ...]) -> None:
    """One rung up stand the posts of both tracks, or of the one that the person wants."""
    assert ups_of(TWO_TRACKS, Profile(facts={"lead": lead} if lead else {}), "writer/senior") == ups


def test_lowest_rung_above_and_the_usual_post_on_it() -> None:
    """One rung up is the lowest of those that promotions lead to, and of one track the usual post."""
    assert ups_of(TWO_TRACKS, Profile(), "writer/specialist") == ("writer/senior",)
    kb = with_more(("promotion", "writer/senior", "seller/manager"))
    assert ups_of(kb, Profile(), "writer/senior") == ("writer/manager", "writer/expert")
    assert ups_of(TWO_TRACKS, Profile(), "first/chief") == ()


def test_wanted_tracks() -> None:
    """Who wants to lead wants no post of the craft track, who does not none that leads; below they have not parted."""
    posts = ["writer/senior", "writer/manager", "writer/expert"]
    assert wanted(TWO_TRACKS, Profile(facts={"lead": "yes"}), posts) == ["writer/senior", "writer/manager"]
    assert wanted(TWO_TRACKS, Profile(facts={"lead": "no"}), posts) == ["writer/senior", "writer/expert"]
    assert wanted(TWO_TRACKS, Profile(), posts) == posts


@given(data=st.data())
def test_lines_are_whole(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Each line stands once and on the present height; all lead to the goal or are one's own, or none leads there."""
    profile = data.draw(people(kb))
    standing = standing_of(kb, profile)
    found = lines_of(kb, standing, profile)
    assert found
    assert len({line.key for line in found}) == len(found)
    height = kb.rungs[standing.rung].order
    assert {kb.order(line.present) for line in found if line.present} <= {height}
    assert all(kb.order(up) >= height for line in found for up in line.ups)
    assert {line.present for line in found if line.own} <= set(highest_of(kb, standing))
    leading = [line for line in found if any(profile.goal in reachable(kb, p) for p in (line.present, *line.ups) if p)]
    assert not leading or all(line.own or line in leading for line in found)
    avoided = [line for line in found if kb.roles[line.role].work[:1] and kb.roles[line.role].work[0] in profile.avoid]
    assert avoided in ([], list(found))
