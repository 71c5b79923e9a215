"""Lines of work and their positions, as the model holds them."""

from collections.abc import Iterator

from opscareer.knowledge.building.words import summary_of, text_of, words_of
from opscareer.knowledge.shapes.role import RoleShape
from opscareer.model.role import Condition, Duty, Fact, Position, Requirement, Role


def role_of(role: RoleShape) -> Role:
    """Return a line of work."""
    return Role(
        id=role.id,
        group=role.group or "",
        name=text_of(role.name),
        summary=summary_of(role),
        metrics=tuple(role.metrics),
        work=tuple(role.work),
        duties=tuple(Duty(text_of(d), tuple(d.sources)) for d in role.duties),
        conditions=tuple(
            Condition(text_of(c), tuple(c.sources), tuple(c.rungs), c.fact or "", c.least or "")
            for c in role.conditions
        ),
        sources=tuple(role.sources),
        facts=tuple(Fact(text_of(fact.name), text_of(fact), tuple(fact.sources)) for fact in role.facts),
    )


def positions_of(role: RoleShape) -> Iterator[Position]:
    """Yield the positions of a role, each with its column of the table."""
    for rung, position in role.positions.items():
        yield Position(
            id=f"{role.id}/{rung}",
            role=role.id,
            rung=rung,
            title=text_of(position.title),
            aliases=words_of(position.aliases),
            requirements=tuple(_requirements(role, rung)),
            years=(position.years.min, position.years.typical) if position.years else None,
            was=tuple(position.was),
            entry=position.entry,
        )


def _requirements(role: RoleShape, rung: str) -> Iterator[Requirement]:
    """Yield a column of the role's table; what names no source rests on judgement."""
    column = role.column(rung)
    whole = sum(asked.weight for asked in column.values())
    for skill, asked in column.items():
        sources = asked.sources or role.asks[skill].sources or ["judgement"]
        yield Requirement(skill, asked.level, asked.weight / whole, asked.must, tuple(sources))
