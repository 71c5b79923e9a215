"""The assessments kept as Markdown: a table, or what changed between two of them."""

from collections.abc import Iterator

from opscareer.render.markdown.escaping import escaped
from opscareer.render.markdown.parts import listed, paragraphs, table
from opscareer.text import Lang
from opscareer.views.history import Difference, HistoryView
from opscareer.views.telling import history as words
from opscareer.views.words.headings import DATE, FIT, NEXT_ROLE

_HEADINGS = (words.ASSESSMENT, DATE, FIT, NEXT_ROLE)


def history_markdown(history: HistoryView, lang: Lang) -> str:
    """Return the assessments in one language, or what changed between two; all text is escaped."""
    if history.diff:
        return "\n".join(_difference(history.diff, lang)) + "\n"
    if not (history.assessments or history.left_out):
        return f"{escaped(words.NONE.of(lang))}\n"
    rows = [(str(one.id), one.day, one.fit_told, one.role.of(lang)) for one in history.assessments]
    trend = words.trend_text(history.trend) if history.trend else None
    earlier = words.earlier_text(history) if history.left_out else None
    left = [words.unfinished_text(one) for one in history.unfinished]
    return "\n".join([*table(_HEADINGS, rows, lang), *paragraphs([earlier, trend, *left], lang)]) + "\n"


def _difference(diff: Difference, lang: Lang) -> Iterator[str]:
    yield f"# {escaped(words.between_text(diff).of(lang))}"
    yield from paragraphs((*words.came_of_it(diff), *words.warnings(diff)), lang)
    told = []
    for one in diff.answers:
        before, after = one.before_told.of(lang), one.after_told.of(lang)
        told.append(f"{one.name.of(lang)}: {before} → {after}")
    yield from listed(words.ANSWERS, told, lang)
