from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from small_kb import SMALL, WRITER, both, with_moves, with_rules
from two_tracks import TWO_TRACKS

from opscareer.advice.standing import Candidate, candidate_for, highest_of, reachable, standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Test, TitleRule

NOBODY = {"reports": "none"}


def test_outside_stands_on_the_lowest_rung() -> None:
    """Who holds no position is compared with the lowest rung."""
    standing = standing_of(SMALL, Profile())
    assert standing.outside
    assert (standing.positions, standing.rung) == ((), "specialist")


def test_highest_position_gives_the_rung() -> None:
    """Of several present positions the highest gives the rung, all are kept, and one moves on from the highest."""
    standing = standing_of(SMALL, Profile(("writer/specialist", "seller/manager")))
    assert not standing.outside
    assert (standing.positions, standing.rung) == (("seller/manager", "writer/specialist"), "manager")
    assert highest_of(SMALL, standing) == ["seller/manager"]


def test_equally_high_posts_of_two_tracks() -> None:
    """One moves on from both of two equally high posts on different tracks; the first rung of the ladder counts."""
    for current in (("writer/expert", "seller/manager"), ("seller/manager", "writer/expert")):
        standing = standing_of(TWO_TRACKS, Profile(current))
        assert (standing.positions, standing.rung) == (("seller/manager", "writer/expert"), "manager")
        assert highest_of(TWO_TRACKS, standing) == ["seller/manager", "writer/expert"]


def test_title_without_substance() -> None:
    """A manager to whom nobody reports is advised as a specialist of the same role, and the rule is kept."""
    standing = standing_of(SMALL, Profile(("writer/manager",), facts=NOBODY))
    assert (standing.positions, standing.rung) == (("writer/specialist",), "specialist")
    assert standing.by_title == (("writer/manager", "writer/specialist", SMALL.rules.titles[0]),)


@pytest.mark.parametrize("facts", [{}, {"reports": "some"}])
def test_title_with_substance(facts: dict[str, str]) -> None:
    """A manager who has people, or does not say, is advised as a manager."""
    standing = standing_of(SMALL, Profile(("writer/manager",), facts=facts))
    assert (standing.positions, standing.by_title) == (("writer/manager",), ())


@pytest.mark.parametrize(("reason", "held"), [("stuck", "writer/specialist"), ("out-of-work", "writer/manager")])
def test_title_that_is_spared(reason: str, held: str) -> None:
    """A title is taken as it is where what spares it holds: who is out of work has nobody reporting to them."""
    (rule,) = SMALL.rules.titles
    kb = with_rules(titles=(replace(rule, unless=(Test("reason", ("out-of-work",)),)),))
    assert standing_of(kb, Profile(("writer/manager",), facts=NOBODY | {"reason": reason})).positions == (held,)


def test_title_counts_once() -> None:
    """Who holds a title and the post that it is in truth stands on that post once."""
    standing = standing_of(SMALL, Profile(("writer/manager", "writer/specialist"), facts=NOBODY))
    assert standing.positions == ("writer/specialist",)


def test_title_of_a_role_without_lower_posts() -> None:
    """A title stays what it is where its role has no post on the lower rung; the first rule that applies decides."""
    nobody = (Test("reports", ("none",)),)
    lower = TitleRule("director", "manager", nobody, (), both("because"), ("judgement",))
    kb = with_rules(titles=(lower, *SMALL.rules.titles))
    assert standing_of(kb, Profile(("head/director",), facts=NOBODY)).positions == ("head/director",)
    assert standing_of(kb, Profile(("writer/manager",), facts=NOBODY)).positions == ("writer/specialist",)


def test_reachable_by_promotions() -> None:
    """A position reaches itself and all that promotions lead to from it, by any number of steps."""
    assert reachable(SMALL, "counter/specialist") == {"counter/specialist", "counter/manager"}
    assert reachable(SMALL, "writer/manager") == {"writer/manager", "head/director", "top/chief", "first/chief"}
    joined = with_moves(
        promotions=(
            ("writer/specialist", "writer/manager"),
            ("writer/specialist", "seller/manager"),
            ("writer/manager", "head/director"),
            ("seller/manager", "head/director"),
        )
    )
    assert len(reachable(joined, "writer/specialist")) == 4


@pytest.mark.parametrize(
    ("current", "position", "kind"),
    [
        (("writer/specialist",), "seller/specialist", "lateral"),
        (("writer/specialist",), "top/chief", "promotion"),  # where the lines converge
        (("writer/specialist",), "seller/manager", "diagonal"),
        (("writer/specialist", "seller/specialist"), "head/director", "promotion"),
        (("writer/manager",), "seller/specialist", "down"),
        (("writer/manager",), "writer/specialist", "down"),
        (("writer/manager",), "seller/manager", "lateral"),  # no move of the list
        (("writer/manager",), "writer/manager", "stay"),
        (("top/chief",), "first/chief", "promotion"),
        ((), "counter/specialist", "entry"),
        ((), "counter/manager", "entry"),  # what comes from outside is an entry, whatever its height
    ],
)
def test_any_position_can_be_held_against_a_person(current: tuple[str, ...], position: str, kind: str) -> None:
    """Any position can be looked at: an allowed move as it is, else by how it stands to what is held."""
    candidate = candidate_for(SMALL, standing_of(SMALL, Profile(current)), position)
    assert (candidate.position, candidate.kind) == (position, kind)


def test_way_up_starts_in_its_own_line() -> None:
    """Of several posts held, a position further up is reached from the one whose line rises to it."""
    standing = standing_of(SMALL, Profile(("writer/specialist", "counter/specialist")))
    assert candidate_for(SMALL, standing, "head/director").start == "writer/specialist"
    swapped = standing_of(SMALL, Profile(("counter/specialist", "writer/specialist")))
    assert candidate_for(SMALL, swapped, "head/director") == Candidate(
        "head/director", "promotion", "writer/specialist"
    )


def test_allowed_move_is_kept() -> None:
    """A position that a move leads to is told with its start and that move; others have none."""
    standing = standing_of(SMALL, WRITER)
    for move in SMALL.moves_from["writer/specialist"]:
        assert candidate_for(SMALL, standing, move.end) == Candidate(move.end, move.kind, move.start, move)
    assert candidate_for(SMALL, standing, "top/chief") == Candidate("top/chief", "promotion", "writer/specialist")


def test_promotion_before_lateral() -> None:
    """Where two moves lead to one position, the promotion counts, whichever post held it leads from."""
    step = (("writer/specialist", "counter/specialist"),)
    kb = with_moves(promotions=step, laterals=(*step, ("seller/specialist", "counter/specialist")))
    for current in (("writer/specialist", "seller/specialist"), ("seller/specialist", "writer/specialist")):
        found = candidate_for(kb, standing_of(kb, Profile(current)), "counter/specialist")
        assert (found.kind, found.start) == ("promotion", "writer/specialist")


def test_to_stay_leads_to_the_usual_promotion() -> None:
    """A post that is held can be looked at: to stay in it, and the usual promotion that this leads to."""
    stay = candidate_for(SMALL, standing_of(SMALL, WRITER), "writer/specialist")
    assert stay == Candidate("writer/specialist", "stay", "writer/specialist", None, "writer/manager")
    top = candidate_for(SMALL, standing_of(SMALL, Profile(("first/chief",))), "first/chief")
    assert (top.kind, top.then) == ("stay", "")


@given(data=st.data())
def test_kind_of_any_step(kb: KnowledgeBase, data: st.DataObject) -> None:
    """Whoever looks at whatever: a stay is of a post held, an entry from outside, all others as their heights stand."""
    standing = standing_of(kb, data.draw(profiles(kb)))
    one = candidate_for(kb, standing, data.draw(st.sampled_from(list(kb.positions))))
    assert (one.kind == "stay") is (one.position in standing.positions)
    assert (one.kind == "entry") is standing.outside is (not one.start)
    if one.kind in ("stay", "entry"):
        return
    assert one.start in highest_of(kb, standing)
    rise = kb.order(one.position) - kb.order(one.start)
    up = one.kind in ("promotion", "diagonal")
    assert (up, one.kind == "lateral", one.kind == "down") == (
        rise > 0 or one.kind == "promotion",
        rise == 0,
        rise < 0,
    ) or (one.kind == "promotion" and one.move is not None)
