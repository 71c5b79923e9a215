"""What a form says under its questions, by which that is told from what somebody wrote there."""

from collections.abc import Mapping
from functools import lru_cache

from opscareer.model.kb import KnowledgeBase
from opscareer.text import alike, clean, folded
from opscareer.views.form import Handing, form_view

_ALIKE = 0.6  # of what has been worded anew since the form was handed out


def is_own(kb: KnowledgeBase, question: str, line: str) -> bool:
    """Return whether a line under a question is the form's, as it is worded now or nearly so."""
    own = _helps(kb).get(question, ())
    return folded(line) in map(folded, own) or any(alike(line, one) >= _ALIKE for one in own)


@lru_cache(maxsize=4)
def _helps(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of help of each question, in both languages."""
    return {
        asked.id: tuple(clean(line) for told in asked.help for line in told.split("\n"))
        for asked in form_view(kb, Handing()).questions
    }
