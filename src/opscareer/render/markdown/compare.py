"""Positions side by side as Markdown: a table, a column a position."""

from opscareer.render.markdown.marks import heading, listed, paragraphs, table
from opscareer.text import Lang, Text
from opscareer.views.compare import CompareView, StandView
from opscareer.views.telling import compare as words
from opscareer.views.words.headings import SKILL


def compare_markdown(view: CompareView, lang: Lang) -> str:
    """Return positions side by side as Markdown in one language; all text is escaped."""
    lines = [*heading(1, words.TITLE, lang), *listed([_stand(stand, lang) for stand in view.positions])]
    heads: tuple[Text | str, ...] = (
        SKILL,
        *([words.YOU] if view.known else []),
        *(stand.title.of(lang) for stand in view.positions),
    )
    for name, rows in words.parts_of(view):
        cells = [(row.name.of(lang), *words.levels_of(view, row)) for row in rows]
        lines += [*heading(2, name, lang), *table(heads, cells, lang, right=range(1, len(heads)))]
    if not view.known:
        lines += paragraphs([words.NO_PROFILE], lang)
    return "\n".join(lines).rstrip() + "\n"


def _stand(stand: StandView, lang: Lang) -> str:
    title = stand.title.of(lang)
    if stand.near is None:
        return title
    colon, comma = ("：", "，") if lang == "zh" else (": ", ", ")
    return f"{title}{colon}{stand.fit_told}{comma}{stand.near.of(lang)}"
