"""Answers as tables for spreadsheets, a line a thing, and a table as CSV, in which no cell begins a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import NamedTuple

from opscareer.interview.both import In, words_of
from opscareer.interview.columns import ANSWER, ID, QUESTION
from opscareer.text import FORMULAS, Lang
from opscareer.views.compare import CompareView
from opscareer.views.demand import DemandView
from opscareer.views.form import FormView
from opscareer.views.gaps import GapsView
from opscareer.views.history import Change, HistoryView
from opscareer.views.path import PathView
from opscareer.views.plan import PlanView
from opscareer.views.roles import RolesView
from opscareer.views.skills import SkillsView
from opscareer.views.telling.catalogue import fact_text
from opscareer.views.telling.form import CHOICES, WHAT, told
from opscareer.views.telling.history import answer_text
from opscareer.views.telling.path import skills_of

Cell = str | int | float | bool | None


class Table(NamedTuple):
    """An answer as a table, of which each format for spreadsheets makes its own."""

    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def as_csv(table: Table) -> str:
    """Return lines of cells, quoted where they must be; nothing is an empty cell, yes and no are 1 and 0."""
    written = StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow([_cell(one) for one in table.headings])
    lines.writerows([_cell(one) for one in row] for row in table.rows)
    return written.getvalue()


def no_formula(text: str) -> str:
    """Return the text of a cell; one that a spreadsheet would take for a formula is marked as text."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULAS) else text


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


def history_table(history: HistoryView, lang: Lang) -> Table:
    """Return a line for each assessment; of the difference of two a line for each answer that changed."""
    if history.diff:
        return Table(
            ("question", "name", "before", "after"),
            ((one.question, one.name.of(lang), *_both(one, lang)) for one in history.diff.answers),
        )
    return Table(
        ("id", "taken_at", "current", "next", "role", "kind", "fit", "gaps_of", "kb"),
        (
            (
                one.id,
                one.taken_at,
                " ".join(one.current),
                one.next,
                one.role.of(lang),
                one.kind,
                None if one.fit is None else round(one.fit, 4),
                one.gaps_of,
                one.kb_sha256,
            )
            for one in history.assessments
        ),
    )


def form_table(form: FormView, lang: Lang) -> Table:
    """Return a form: a line a question, or the heading of a table with a row a person."""
    asked: In = "both" if form.handing.both else lang
    if form.handing.rows:
        return Table((form.person.of(asked), *(one.column.of(asked) for one in form.questions)), ())
    headings = (QUESTION, WHAT, ANSWER, CHOICES)
    return Table(
        [words_of(heading).of(asked) for heading in headings],
        [
            (ID, form.person.of(asked), "", ""),
            *(
                (one.id, told(one, asked), "", "\n".join(choice.words.of(asked) for choice in one.options))
                for one in form.questions
            ),
        ],
    )


def _both(one: Change, lang: Lang) -> tuple[str, str]:
    """Return an answer before and after; none is an empty cell."""
    before, after = (answer_text(answer).of(lang) if answer is not None else "" for answer in (one.before, one.after))
    return before, after


def _cell(value: Cell) -> str:
    """Return a cell as text; one that a spreadsheet would take for a formula is marked as text."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, str):
        return no_formula(value)
    return "" if value is None else f"{value:g}"
