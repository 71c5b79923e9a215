import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_kb import random_kbs
from small_kb import with_moves
from two_tracks import TWO_TRACKS

from opscareer.advice import candidate_for, standing_of
from opscareer.advice.heights import levels_between, rise_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile


@pytest.mark.parametrize(
    ("start", "end", "levels"),
    [
        ("writer/specialist", "writer/senior", 1),
        ("seller/specialist", "seller/manager", 1),
        ("seller/specialist", "writer/senior", 1),
        ("writer/specialist", "head/director", 2),
        ("seller/specialist", "top/chief", 3),
        ("writer/expert", "seller/manager", 0),
        ("writer/manager", "seller/specialist", -1),
        ("top/chief", "seller/specialist", -3),
    ],
)
def test_levels_between(start: str, end: str, levels: int) -> None:
    """So many levels lie between two posts as the ladder takes rises, in whichever line; a rung that is passed over
    by promotions is none."""
    assert levels_between(TWO_TRACKS, start, end) == levels


def test_heights_that_nothing_joins() -> None:
    """Where no promotions lead from one rung to the other the heights are counted."""
    kb = with_moves(promotions=(("writer/specialist", "writer/manager"),))
    assert levels_between(kb, "seller/specialist", "top/chief") == 3


def test_from_outside() -> None:
    """Who comes from outside the trade rises by no level."""
    candidate = candidate_for(TWO_TRACKS, standing_of(TWO_TRACKS, Profile()), "head/director")
    assert rise_of(TWO_TRACKS, candidate) == 0


@pytest.mark.uncounted
@given(kb=random_kbs(), data=st.data())
def test_a_rise_and_its_fall(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Down it is as far as up, a step up is one level at least, and by a listed move of one rise just that."""
    start, end = (data.draw(st.sampled_from(list(kb.positions))) for _ in range(2))
    levels = levels_between(kb, start, end)
    assert levels == -levels_between(kb, end, start)
    assert (levels > 0) is (kb.order(end) > kb.order(start))
    moves = {(move.start, move.end) for move in kb.ladder.moves}
    if levels > 0 and (start, end) in moves:
        assert levels == 1


def test_of_the_built_in_ladder(kb: KnowledgeBase) -> None:
    """From a specialist a director is two levels up, and COO three."""
    standing = standing_of(kb, Profile(("product-ops/specialist",)))
    rises = [rise_of(kb, candidate_for(kb, standing, end)) for end in ("content/director", "coo/chief")]
    assert rises == [2, 3]
