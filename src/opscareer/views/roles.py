"""The roles of a trade in short, what they are measured by, and the blocks of a company."""

from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Role
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.role import FactView, fact_view
from opscareer.views.values import OnPages, PositionId


@dataclass(frozen=True)
class RoleLine:
    """A role in short; group is the id of its family, family what that is called."""

    id: str
    name: Text
    group: str
    metrics: tuple[str, ...]
    work: tuple[str, ...]
    positions: tuple[PositionId, ...]
    summary: OnPages[Text]
    facts: OnPages[tuple[FactView, ...]]
    family: OnPages[Text]


@dataclass(frozen=True)
class MetricView:
    """One of the figures that the trade moves."""

    id: str
    name: Text
    summary: Text


@dataclass(frozen=True)
class BlockView:
    """One of the large parts of a company, and how to work with it."""

    id: str
    name: Text
    summary: Text
    works_with: Text


@dataclass(frozen=True)
class RolesView:
    """All roles, with the metrics and the blocks of the trade."""

    roles: tuple[RoleLine, ...]
    metrics: tuple[MetricView, ...]
    blocks: tuple[BlockView, ...]


def roles_view(kb: KnowledgeBase) -> RolesView:
    """Return what there is in the trade."""
    return RolesView(
        roles=tuple(_line(kb, role) for role in kb.roles.values()),
        metrics=tuple(MetricView(one.id, one.name, one.summary) for one in kb.metrics),
        blocks=tuple(BlockView(one.id, one.name, one.summary, one.works_with) for one in kb.blocks),
    )


def _line(kb: KnowledgeBase, role: Role) -> RoleLine:
    families = {group.id: group.name for group in kb.role_groups}
    return RoleLine(
        id=role.id,
        name=role.name,
        group=role.group,
        metrics=role.metrics,
        work=role.work,
        positions=tuple(p.id for p in kb.positions.values() if p.role == role.id),
        summary=role.summary,
        facts=tuple(map(fact_view, role.facts)),
        family=families.get(role.group, Text(role.group, role.group)),
    )
