import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from small_kb import SMALL, WRITER, both, with_moves, with_rules

from opscareer.advice.standing import Candidate, candidate_for, candidates_of, reachable, standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Test, TitleRule

NOBODY = {"reports": "none"}


def ends(kb: KnowledgeBase, *current: str, goal: str | None = None) -> dict[str, str]:
    """Return where somebody in these positions could go next, with the kind of each step."""
    return {c.position: c.kind for c in candidates_of(kb, standing_of(kb, Profile(current)), goal)}


def test_outside_stands_on_the_lowest_rung() -> None:
    """Who holds no position is compared with the lowest rung."""
    standing = standing_of(SMALL, Profile())
    assert standing.outside
    assert (standing.positions, standing.rung) == ((), "specialist")


def test_highest_position_gives_the_rung() -> None:
    """Of several present positions the highest gives the rung, and all are kept."""
    standing = standing_of(SMALL, Profile(("writer/specialist", "seller/manager")))
    assert not standing.outside
    assert (standing.positions, standing.rung) == (("writer/specialist", "seller/manager"), "manager")


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


def test_title_counts_once() -> None:
    """Who holds a title and the post that it is in truth stands on that post once."""
    standing = standing_of(SMALL, Profile(("writer/manager", "writer/specialist"), facts=NOBODY))
    assert standing.positions == ("writer/specialist",)


def test_title_of_a_role_without_lower_posts() -> None:
    """A title stays what it is where its role has no post on the lower rung; the first rule that applies decides."""
    nobody = (Test("reports", ("none",)),)
    lower = TitleRule("director", "manager", nobody, both("because"), ("judgement",))
    kb = with_rules(titles=(lower, *SMALL.rules.titles))
    assert standing_of(kb, Profile(("head/director",), facts=NOBODY)).positions == ("head/director",)
    assert standing_of(kb, Profile(("writer/manager",), facts=NOBODY)).positions == ("writer/specialist",)


def test_candidates_are_the_allowed_moves() -> None:
    """From a position only its promotions and lateral moves can come next, each with its start and its move."""
    found = candidates_of(SMALL, standing_of(SMALL, WRITER), None)
    assert [(c.position, c.kind, c.start) for c in found] == [
        ("writer/manager", "promotion", "writer/specialist"),
        ("seller/specialist", "lateral", "writer/specialist"),
        ("counter/specialist", "lateral", "writer/specialist"),
    ]
    assert tuple(c.move for c in found) == SMALL.moves_from["writer/specialist"]


def test_held_positions_are_no_candidates() -> None:
    """Of several present positions all moves count, but none to a position already held."""
    assert ends(SMALL, "writer/specialist", "seller/specialist") == {
        "writer/manager": "promotion",
        "seller/manager": "promotion",
        "counter/specialist": "lateral",
    }


def test_only_the_highest_positions_lead_on() -> None:
    """Who holds a higher and a lower position moves on from the higher one."""
    assert ends(SMALL, "writer/specialist", "seller/manager") == {"head/director": "promotion"}


def test_promotion_before_lateral() -> None:
    """Where two moves lead to one position, the promotion counts."""
    step = (("writer/specialist", "seller/specialist"),)
    assert ends(with_moves(promotions=step, laterals=step), "writer/specialist") == {"seller/specialist": "promotion"}


def test_nothing_above_the_top() -> None:
    """From the top there is no next position."""
    assert ends(SMALL, "first/chief") == {}


def test_from_outside_every_lowest_position_is_an_entry() -> None:
    """From outside every position of the lowest rung can be entered, and no other."""
    assert ends(SMALL) == dict.fromkeys(("writer/specialist", "seller/specialist", "counter/specialist"), "entry")


@pytest.mark.parametrize(
    ("current", "goal", "left"),
    [
        (("writer/specialist",), "head/director", ["writer/manager", "seller/specialist"]),
        (("writer/specialist",), "counter/manager", ["counter/specialist"]),
        (("writer/specialist",), "seller/specialist", ["seller/specialist"]),
        ((), "first/chief", ["writer/specialist", "seller/specialist"]),
        (("seller/manager",), "counter/manager", ["head/director"]),
        (("head/director",), "writer/specialist", ["top/chief"]),
    ],
)
def test_goal(current: tuple[str, ...], goal: str, left: list[str]) -> None:
    """A goal leaves those candidates that lead to it; where none does, it filters nothing."""
    assert list(ends(SMALL, *current, goal=goal)) == left


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
        (("writer/specialist",), "top/chief", "promotion"),
        (("writer/manager",), "seller/specialist", "lateral"),
        (("writer/manager",), "writer/manager", "lateral"),
        (("top/chief",), "first/chief", "promotion"),
        ((), "counter/specialist", "entry"),
        ((), "counter/manager", "promotion"),
    ],
)
def test_any_position_can_be_held_against_a_person(current: tuple[str, ...], position: str, kind: str) -> None:
    """Any position can be looked at: an allowed move as it is, else a way up, sideways, or in from outside."""
    candidate = candidate_for(SMALL, standing_of(SMALL, Profile(current)), position)
    assert (candidate.position, candidate.kind) == (position, kind)


def test_allowed_move_is_kept() -> None:
    """A position that is an allowed move is the same candidate, with its move."""
    standing = standing_of(SMALL, WRITER)
    assert [candidate_for(SMALL, standing, c.position) for c in candidates_of(SMALL, standing, None)] == list(
        candidates_of(SMALL, standing, None)
    )
    assert candidate_for(SMALL, standing, "top/chief") == Candidate("top/chief", "promotion", "writer/specialist")


@given(data=st.data())
def test_goal_only_narrows(kb: KnowledgeBase, data: st.DataObject) -> None:
    """No position held is a candidate, all candidates lead to the goal or none does, and no goal adds one."""
    profile = data.draw(profiles(kb))
    standing = standing_of(kb, profile)
    free, bound = candidates_of(kb, standing, None), candidates_of(kb, standing, profile.goal)
    leading = [c for c in free if profile.goal is not None and profile.goal in reachable(kb, c.position)]
    assert list(bound) == (leading or list(free))
    assert not {c.position for c in free} & set(standing.positions)
