"""The trade as tables: its ladder, its roles, its skills, what positions ask beside one another, what ads ask."""

from opscareer.render.tables.table import Table
from opscareer.text import Lang
from opscareer.views.compare import CompareView
from opscareer.views.demand import DemandView
from opscareer.views.ladder import LadderView
from opscareer.views.roles import RolesView
from opscareer.views.skills import SkillsView
from opscareer.views.telling.catalogue import fact_text


def ladder_table(ladder: LadderView, lang: Lang) -> Table:
    """Return all positions, a line each, with where each stands and ids of where one goes from it, parted by blanks."""
    rungs = {rung.id: rung for rung in ladder.rungs}
    ways = ("promotion", "lateral", "diagonal")
    return Table(
        ("position", "title", "role", "rung", "name", "order", "track", *ways),
        (
            (
                post.id,
                post.title.of(lang),
                post.role,
                post.rung,
                rungs[post.rung].name.of(lang),
                rungs[post.rung].order,
                rungs[post.rung].track,
                *(" ".join(m.end for m in ladder.moves if (m.start, m.kind) == (post.id, way)) for way in ways),
            )
            for post in ladder.positions
        ),
    )


def roles_table(trade: RolesView, lang: Lang) -> Table:
    """Return all roles, a line each; ids of which they have several are parted by blanks."""
    return Table(
        ("role", "name", "group", "summary", "metrics", "work", "positions", "facts"),
        (
            (
                role.id,
                role.name.of(lang),
                role.family.of(lang),
                role.summary.of(lang),
                " ".join(role.metrics),
                " ".join(role.work),
                " ".join(role.positions),
                "; ".join(fact_text(fact).of(lang) for fact in role.facts),
            )
            for role in trade.roles
        ),
    )


def skills_table(trade: SkillsView, lang: Lang) -> Table:
    """Return all skills, a line each, family by family."""
    return Table(
        ("skill", "name", "group", "definition"),
        (
            (skill.id, skill.name.of(lang), family.name.of(lang), skill.definition.of(lang))
            for family in trade.families
            for skill in family.skills
        ),
    )


def compare_table(view: CompareView, lang: Lang) -> Table:
    """Return what positions ask: a line a skill, two columns a position; no level where it does not ask."""
    ids = [stand.id for stand in view.positions]
    return Table(
        ("skill", "name", "have", "shared", *ids, *(f"{position} weight" for position in ids)),
        (
            (
                *(row.skill, row.name.of(lang), row.have, row.shared),
                *(row.levels[position] for position in ids),
                *(round(row.weights[position], 4) for position in ids),
            )
            for row in view.skills
        ),
    )


def demand_table(view: DemandView, _: Lang) -> Table:
    """Return what ads ask: a line for each role, rung and skill."""
    return Table(
        ("role", "rung", "ads", "skill", "n", "share"),
        ((row.role, row.rung, row.n, one.skill, one.n, f"{one.share:.3f}") for row in view.table for one in row.skills),
    )
