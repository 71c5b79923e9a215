"""What a form says under its questions, by which that is told from what somebody wrote there."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from opscareer.interview.both import In
from opscareer.model.kb import KnowledgeBase
from opscareer.names import alike, folded
from opscareer.text import clean
from opscareer.views.form import Handing, form_view
from opscareer.views.telling.form import answers

_LANGUAGES: tuple[In, ...] = ("zh", "en", "both")
_ALIKE = 0.6  # of what has been worded anew since the form was handed out


def is_own(kb: KnowledgeBase, question: str, line: str) -> bool:
    """Return whether a line under a question is the form's, as it is worded now or nearly so."""
    return _like(line, _helps(kb).get(question, ()))


def is_own_answer(kb: KnowledgeBase, question: str, told: str) -> bool:
    """Return whether the words beside a question are the form's, that tell how it is answered."""
    return _like(told, _answers(kb).get(question, ()))


def _like(line: str, own: Iterable[str]) -> bool:
    return any(folded(line) == folded(one) or alike(line, one) >= _ALIKE for one in own)


@lru_cache(maxsize=4)
def _answers(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """Return how each question without options is answered, in the words of a form."""
    return {
        asked.id: tuple(answers(asked, lang) for lang in _LANGUAGES)
        for asked in form_view(kb, Handing()).questions
        if not asked.options
    }


@lru_cache(maxsize=4)
def _helps(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of help of each question, in both languages."""
    return {
        asked.id: tuple(clean(line) for told in asked.help for line in told.split("\n"))
        for asked in form_view(kb, Handing()).questions
    }
