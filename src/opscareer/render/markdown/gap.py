"""What stands between a person and one position, as Markdown: to keep, to go through with others."""

from opscareer.render.markdown.marks import heading, paragraphs
from opscareer.render.markdown.person import flags_part, gaps_part, gates_part, groups_part, standing
from opscareer.text import Lang
from opscareer.views.gaps import GapsView
from opscareer.views.words.gates import GATES
from opscareer.views.words.headings import MISSING_FIRST
from opscareer.views.words.sentences import NOT_COUNTED, ROLE


def gap_markdown(found: GapsView, lang: Lang) -> str:
    """Return what is missing for a position as Markdown in one language; all text is escaped."""
    lines = [
        *heading(1, ROLE.fill(title=found.title, kind=found.words.kind), lang),
        *standing(found.words, lang),
        *groups_part(found.groups, lang, 2),
        *gaps_part(MISSING_FIRST, found.gaps, lang, 2),
        *gates_part(GATES, found.gates, lang, 2),
        *flags_part(found.flags, lang, 2),
        *paragraphs([NOT_COUNTED], lang),
    ]
    return "\n".join(lines).rstrip() + "\n"
