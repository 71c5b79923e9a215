"""What lies ahead of a person as tables: what is missing for a position, the plan, the ways to a goal."""

from opscareer.render.tables.table import Table
from opscareer.text import Lang
from opscareer.views.gaps import GapsView
from opscareer.views.path import PathView
from opscareer.views.plan import PlanView
from opscareer.views.telling.path import skills_of


def gap_table(found: GapsView, lang: Lang) -> Table:
    """Return what is missing for a position."""
    return Table(
        ("skill", "name", "have", "need", "weight", "gain", "assumed", "no_opportunity", "do"),
        (
            (
                gap.skill,
                gap.name.of(lang),
                gap.have,
                gap.need,
                round(gap.weight, 4),
                round(gap.gain, 4),
                gap.assumed,
                gap.no_opportunity,
                "\n".join(told.of(lang) for told in gap.actions),
            )
            for gap in found.gaps
        ),
    )


def plan_table(plan: PlanView, lang: Lang) -> Table:
    """Return the steps of a plan."""
    return Table(
        ("skill", "name", "from", "to", "start", "end", "gain", "must", "assumed", "fit_after", "do", "show"),
        (
            (
                step.skill,
                step.name.of(lang),
                step.start_level,
                step.level,
                step.start,
                step.end,
                round(step.gain, 4),
                step.must,
                step.assumed,
                round(step.fit_after, 4),
                "\n".join(told.of(lang) for told in step.actions),
                "\n".join(told.of(lang) for told in step.proof),
            )
            for step in plan.steps
        ),
    )


def path_table(view: PathView, lang: Lang) -> Table:
    """Return the ways to a goal: a line a step, its skills a line each within their cells."""
    return Table(
        (
            *("way", "step", "from", "to", "title", "kind", "start", "months", "ready_months", "due_months", "fit"),
            *("gaps", "meanwhile", "carried", "why"),
        ),
        (
            (
                number,
                place,
                leg.origin,
                leg.position,
                leg.title.of(lang),
                leg.kind,
                leg.start,
                leg.months,
                leg.ready_months,
                leg.due_months,
                round(leg.fit, 4),
                *("\n".join(skill.of(lang) for skill in skills) for skills in skills_of(leg)),
                leg.why.of(lang) if leg.why else None,
            )
            for number, way in enumerate(view.paths, 1)
            for place, leg in enumerate(way.steps, 1)
        ),
    )
