"""The ladder of one role, and what rungs are called."""

from small_kb import RUNGS, SMALL, both

from opscareer.model.ladder import Move, of_role, reached
from opscareer.text import Text


def test_the_ladder_of_a_role() -> None:
    """A role's ladder holds its positions, all that promotions reach from them, their rungs, and all moves between."""
    found = of_role(SMALL.ladder, "writer")
    assert [post.id for post in found.posts] == [
        "writer/specialist",
        "writer/manager",
        "head/director",
        "top/chief",
        "first/chief",
    ]
    assert [rung.id for rung in found.rungs] == ["specialist", "manager", "director", "chief"]
    assert {(move.start, move.end) for move in found.moves} == {
        ("writer/specialist", "writer/manager"),
        ("writer/manager", "head/director"),
        ("head/director", "top/chief"),
        ("top/chief", "first/chief"),
    }
    assert [rung.id for rung in of_role(SMALL.ladder, "top").rungs] == ["chief"]


def test_of_several_promotions_all_are_followed() -> None:
    """Where a position rises to several, its ladder holds all of them."""
    other = Move("writer/manager", "top/chief", "promotion", both(""), ())
    ladder = SMALL.ladder._replace(moves=(other, *(m for m in SMALL.ladder.moves if m.start != "head/director")))
    assert {"head/director", "top/chief"} <= {post.id for post in of_role(ladder, "writer").posts}


def test_circles_end() -> None:
    """Where ways lead back, what is reached is told once."""
    assert reached(["a"], lambda place: {"a": "bc", "b": "a", "c": "d"}.get(place, "")) == {"a", "b", "c", "d"}


def test_what_a_rung_is_called() -> None:
    """Each part of a rung's name by itself, without blanks around it."""
    rung = RUNGS[0]._replace(name=Text("高级 / 资深", "senior/lead hand"))
    assert rung.called == ("高级", "资深", "senior", "lead hand")
