"""Positions and what they ask, with the paths to them."""

from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.shapes.role import CellShape, PositionShape
from opscareer.knowledge.trail import Path


def positions_of(shape: KbShape) -> dict[str, tuple[Path, PositionShape]]:
    """Return each position with its path."""
    return {
        f"{role.id}/{rung}": (("roles", index, "positions", rung), position)
        for index, role in enumerate(shape.roles)
        for rung, position in role.positions.items()
    }


def columns_of(shape: KbShape) -> dict[str, dict[str, CellShape]]:
    """Return what each position asks, by skill."""
    return {f"{role.id}/{rung}": role.column(rung) for role in shape.roles for rung in role.positions}
