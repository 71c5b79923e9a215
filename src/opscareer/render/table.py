"""Answers as CSV: a line a thing, for spreadsheets; no cell begins a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from opscareer.text import Lang
from opscareer.views.history import Change, HistoryView
from opscareer.views.plan import PlanView
from opscareer.views.roles import RolesView
from opscareer.views.skills import SkillsView
from opscareer.views.telling.history import answer_text

Cell = str | int | float | bool | None

_FORMULAS = ("=", "+", "-", "@")


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return lines of cells, quoted where they must be; nothing is an empty cell, yes and no are 1 and 0."""
    written = StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow(headings)
    lines.writerows([_cell(one) for one in row] for row in rows)
    return written.getvalue()


def plan_csv(plan: PlanView, lang: Lang) -> str:
    """Return the steps of a plan."""
    return as_csv(
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


def roles_csv(trade: RolesView, lang: Lang) -> str:
    """Return all roles, a line each; what they have several of is parted by blanks."""
    return as_csv(
        ("role", "name", "group", "summary", "metrics", "work", "positions"),
        (
            (
                role.id,
                role.name.of(lang),
                role.family.of(lang),
                role.summary.of(lang),
                " ".join(role.metrics),
                " ".join(role.work),
                " ".join(role.positions),
            )
            for role in trade.roles
        ),
    )


def skills_csv(trade: SkillsView, lang: Lang) -> str:
    """Return all skills, a line each, family by family."""
    return as_csv(
        ("skill", "name", "group", "definition"),
        (
            (skill.id, skill.name.of(lang), family.name.of(lang), skill.definition.of(lang))
            for family in trade.families
            for skill in family.skills
        ),
    )


def history_csv(history: HistoryView, lang: Lang) -> str:
    """Return a line for each assessment; of the difference of two a line for each answer that changed."""
    if history.diff:
        return as_csv(
            ("question", "name", "before", "after"),
            ((one.question, one.name.of(lang), *_both(one, lang)) for one in history.diff.answers),
        )
    return as_csv(
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


def _both(one: Change, lang: Lang) -> tuple[str, str]:
    """Return an answer before and after; none is an empty cell."""
    before, after = (answer_text(answer).of(lang) if answer is not None else "" for answer in (one.before, one.after))
    return before, after


def _cell(value: Cell) -> str:
    """Return a cell as text; one that a spreadsheet would take for a formula is marked as text."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULAS) else value
    return "" if value is None else f"{value:g}"
