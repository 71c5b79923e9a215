from small_kb import SMALL, asked, position, with_positions

from opscareer.model.side_by_side import Asked, compared


def test_positions_side_by_side() -> None:
    """What all ask stands first, then what is heaviest; where a position does not ask there is no level."""
    rows = compared(SMALL, ["writer/specialist", "writer/manager"])
    assert rows == (
        Asked("words", (4, 4), (0.5, 0.5)),
        Asked("people", (2, 4), (0.25, 0.5)),
        Asked("sums", (2, None), (0.25, 0.0)),
    )
    assert [row.shared for row in rows] == [True, True, False]


def test_what_most_of_them_ask() -> None:
    """Of three positions, what two ask stands before what one asks, however heavy; no skill that none asks for."""
    kb = with_positions(position("top", "chief", "Chief", asked("sums", 1, 1.0)))
    rows = compared(kb, ["head/director", "writer/manager", "top/chief"])
    assert [(row.skill, row.levels.count(None)) for row in rows] == [
        ("people", 1),
        ("words", 1),
        ("sums", 2),
        ("deals", 2),
    ]


def test_equal_rows_stand_by_id() -> None:
    """Equally heavy rows stand by the id of the skill; the levels stand in the order of the positions."""
    rows = compared(SMALL, ["top/chief", "head/director"])
    assert [row.skill for row in rows] == ["people", "deals", "words", "sums"]
    assert [row.levels for row in compared(SMALL, ["head/director", "top/chief"])] == [row.levels[::-1] for row in rows]


def test_one_position() -> None:
    """A single position shares all that it asks with itself."""
    rows = compared(SMALL, ["head/director"])
    assert [(row.skill, row.levels, row.shared) for row in rows] == [
        ("people", (4,), True),
        ("deals", (2,), True),
        ("words", (2,), True),
    ]
