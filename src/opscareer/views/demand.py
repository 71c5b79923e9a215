"""What many ads ask, counted by role and rung."""

from opscareer.model.demand import Counted, Row
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.values import Natural, OnPages, Share


@dataclass(frozen=True)
class SkillCount:
    """How many ads ask for a skill; share: of the ads, those of one company counted as the root of their number."""

    skill: str
    n: Natural
    share: Share


@dataclass(frozen=True)
class YearsCount:
    """How many ads ask for so many years."""

    years: Natural
    n: Natural


@dataclass(frozen=True)
class EducationCount:
    """How many ads ask for an education."""

    education: str
    n: Natural


@dataclass(frozen=True)
class Counts:
    """How many ads there were, and what they ask."""

    n: Natural
    skills: tuple[SkillCount, ...]
    years: tuple[YearsCount, ...]
    education: tuple[EducationCount, ...]


@dataclass(frozen=True)
class _OfRole:
    role: str


@dataclass(frozen=True)
class _OfRung:
    rung: str


# The fields of the base that is named last come first: a row says what it is of before what was counted.
@dataclass(frozen=True)
class RoleView(Counts, _OfRole):
    """The ads of a role, over all rungs and those of which no rung is told."""


@dataclass(frozen=True)
class RungView(Counts, _OfRung):
    """The ads of a rung, over all roles, known here or not."""


@dataclass(frozen=True)
class RowView(Counts, _OfRung, _OfRole):
    """The ads of a role and a rung; usual_years: the median of those that say; names: of the skills, in their order."""

    role_name: OnPages[Text]
    rung_name: OnPages[Text]
    names: OnPages[tuple[Text, ...]]
    usual_years: OnPages[float | None]


@dataclass(frozen=True)
class DemandView:
    """How many ads were read, how many of them are for no role known here, and what the others ask.

    repeated: how many came before in the same words, and are none of these.
    """

    ads: Natural
    foreign: Natural
    repeated: Natural
    table: tuple[RowView, ...]
    roles: tuple[RoleView, ...]
    rungs: tuple[RungView, ...]


def demand_view(kb: KnowledgeBase, counted: Counted, repeated: int = 0) -> DemandView:
    """Return what was counted as it is told; repeated: how many ads were left out as they had come before."""
    return DemandView(
        ads=counted.ads,
        foreign=counted.foreign,
        repeated=repeated,
        table=tuple(_row(kb, row) for row in counted.table),
        roles=tuple(RoleView(row.role, *_counts(row)) for row in counted.roles),
        rungs=tuple(RungView(row.rung, *_counts(row)) for row in counted.rungs),
    )


def _row(kb: KnowledgeBase, row: Row) -> RowView:
    return RowView(
        row.role,
        row.rung,
        *_counts(row),
        role_name=kb.roles[row.role].name,
        rung_name=kb.rungs[row.rung].name,
        names=tuple(kb.skills[skill].name for skill, _, _ in row.skills),
        usual_years=row.usual_years,
    )


def _counts(
    row: Row,
) -> tuple[int, tuple[SkillCount, ...], tuple[YearsCount, ...], tuple[EducationCount, ...]]:
    return (
        row.ads,
        tuple(SkillCount(skill, n, share) for skill, n, share in row.skills),
        tuple(YearsCount(years, n) for years, n in row.years),
        tuple(EducationCount(education, n) for education, n in row.education),
    )
