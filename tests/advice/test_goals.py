from dataclasses import replace

import pytest
from small_kb import RUNGS, SMALL, WRITER, with_moves
from two_tracks import TWO_TRACKS, with_more

from opscareer.advice import situation_of
from opscareer.advice.ways.goals import goals_of
from opscareer.model.profile import Profile


@pytest.mark.parametrize(
    ("current", "goals"),
    [
        (("writer/specialist",), ("top/chief",)),
        ((), ("top/chief",)),
        (("head/director",), ("top/chief",)),
        (("top/chief",), ("first/chief",)),
        (("top/chief", "first/chief"), ()),
        (("first/chief",), ()),
    ],
)
def test_goals_of_who_has_none(current: tuple[str, ...], goals: tuple[str, ...]) -> None:
    """Who has no goal would rise to the top from the rung below; who is there, to what is above."""
    assert goals_of(SMALL, situation_of(SMALL, Profile(current))) == goals


def test_goals_stand_in_the_order_of_the_knowledge_base() -> None:
    """The goals stand in the order of the knowledge base, whichever moves lead there."""
    kb = with_moves(promotions=(("head/director", "first/chief"), ("head/director", "top/chief")))
    assert goals_of(kb, situation_of(kb, WRITER)) == ("top/chief", "first/chief")


def test_one_rung_has_no_above() -> None:
    """A ladder of one rung has no goal to name."""
    held = tuple(post for post in SMALL.ladder.posts if post.rung == "chief")
    kb = replace(SMALL, ladder=SMALL.ladder._replace(rungs=RUNGS[3:], posts=held, moves=()))
    kb = replace(kb, positions={p.id: SMALL.positions[p.id] for p in held})
    assert goals_of(kb, situation_of(kb, Profile())) == ()


def test_a_lateral_between_tops_makes_none_of_them_higher() -> None:
    """Who rises from one top position to another stands above it; who steps beside does not."""
    kb = with_moves(
        promotions=(("head/director", "top/chief"), ("head/director", "first/chief")),
        laterals=(("top/chief", "first/chief"),),
    )
    assert goals_of(kb, situation_of(kb, WRITER)) == ("top/chief", "first/chief")


def test_tops_in_reach() -> None:
    """Without a goal the tops are those that promotions lead to from here; where none does, all of them."""
    kb = with_moves(
        promotions=(
            ("writer/specialist", "writer/manager"),
            ("writer/manager", "top/chief"),
            ("seller/manager", "first/chief"),
        )
    )
    found = {held: goals_of(kb, situation_of(kb, Profile((held,)))) for held in kb.positions}
    assert found["writer/specialist"] == found["writer/manager"] == ("top/chief",)
    assert found["seller/manager"] == ("first/chief",)
    assert found["seller/specialist"] == found["head/director"] == ("top/chief", "first/chief")
    assert goals_of(kb, situation_of(kb, Profile(("writer/manager", "seller/manager")))) == ("top/chief", "first/chief")


def test_tops_on_two_tracks() -> None:
    """Where two rungs stand beside each other at the top, both are tops."""
    rungs = (RUNGS[0], RUNGS[1]._replace(track="craft"), RUNGS[2]._replace(order=1, track="lead"))
    kept = {id_: p for id_, p in SMALL.positions.items() if p.rung in {rung.id for rung in rungs}}
    moves = with_moves(
        promotions=(("writer/specialist", "writer/manager"), ("writer/specialist", "head/director"))
    ).ladder.moves
    kb = replace(SMALL, positions=kept, ladder=SMALL.ladder._replace(rungs=rungs, moves=moves))
    assert goals_of(kb, situation_of(kb, WRITER)) == ("writer/manager", "head/director")
    assert goals_of(kb, situation_of(kb, replace(WRITER, current=("writer/manager",)))) == ()


@pytest.mark.parametrize(
    ("current", "lead", "goals"),
    [
        (("writer/specialist",), "yes", ("top/chief",)),
        (("writer/specialist",), "unsure", ("top/chief",)),
        (("writer/specialist",), "no", ("writer/expert",)),
        (("writer/manager",), "no", ("writer/expert",)),
        (("seller/specialist",), "no", ("writer/expert",)),
        (("seller/manager",), "no", ("writer/expert",)),
        (("writer/expert",), "no", ("top/chief",)),
        (("head/director",), "no", ("top/chief",)),
        (("first/chief",), "no", ()),
    ],
)
def test_of_who_does_not_want_to_lead(current: tuple[str, ...], lead: str, goals: tuple[str, ...]) -> None:
    """Who does not want to lead would rise to the highest post without it; where none is above, to the tops."""
    assert goals_of(TWO_TRACKS, situation_of(TWO_TRACKS, Profile(current, facts={"lead": lead}))) == goals


def test_the_nearest_without_leading() -> None:
    """Where a step aside leads to such a post, others are left out."""
    more = replace(TWO_TRACKS.positions["writer/expert"], id="seller/expert", role="seller")
    kb = with_more(("lateral", "seller/manager", "seller/expert"))
    kb = replace(kb, positions={**kb.positions, more.id: more})
    for current, goals in (("seller/manager", ("seller/expert",)), ("counter/manager", ("writer/expert", more.id))):
        assert goals_of(kb, situation_of(kb, Profile((current,), facts={"lead": "no"}))) == goals
