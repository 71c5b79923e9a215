"""Assessments that were kept as a table: a line each, or what changed between two."""

from opscareer.render.tables.table import Table
from opscareer.text import Lang
from opscareer.views.history import Change, HistoryView
from opscareer.views.telling.history import answer_text


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


def _both(one: Change, lang: Lang) -> tuple[str, str]:
    """Return an answer before and after; none is an empty cell."""
    before, after = (answer_text(answer).of(lang) if answer is not None else "" for answer in (one.before, one.after))
    return before, after
