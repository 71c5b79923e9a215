"""An assessment that was kept, in a line: what it said then, in the words of today."""

from collections.abc import Callable

from opscareer.model.assessment import Assessment
from opscareer.model.kb import KnowledgeBase
from opscareer.model.step import StepKind
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.values import Natural, OnPages, PositionId, Share
from opscareer.views.words.kinds import kind_name
from opscareer.views.words.sentences import ROLE, ROLE_OF
from opscareer.views.words.units import fit_text

Day = Callable[[str], str]
"""Tells the day of a time that was kept, as the reader's clock had it."""

_TOP = Text("（顶上了）", "(top of the ladder)")


@dataclass(frozen=True)
class AssessmentView:
    """An assessment in a line.

    role: what was suggested, in words; fit_told: the fit as it is shown, "-" where there is none; day: when it was
    taken, as the reader's clock had it (ISO).
    """

    id: Natural
    taken_at: str
    current: tuple[str, ...]
    next: PositionId | None
    kind: StepKind | None
    fit: Share | None
    gaps_of: PositionId | None
    kb_sha256: str
    role: OnPages[Text]
    fit_told: OnPages[str]
    day: OnPages[str]


class Lines:
    """Tells assessments; day: tells the day of a time that was kept."""

    def __init__(self, kb: KnowledgeBase, day: Day) -> None:
        self._kb, self._day = kb, day
        self._roles: dict[tuple[str | None, StepKind | None, str | None, bool], Text] = {}

    def line(self, one: Assessment) -> AssessmentView:
        """Return an assessment in a line."""
        best, kind, fit, gaps_of = one.next, one.kind, one.fit, one.gaps_of
        current = tuple(one.answers.get("current", ()))
        return AssessmentView(
            id=one.id,
            taken_at=one.taken_at,
            current=current,
            next=best,
            kind=kind,
            fit=fit,
            gaps_of=gaps_of,
            kb_sha256=one.kb_sha256,
            role=self._role(best, kind, gaps_of, inside=bool(current)),
            fit_told="-" if fit is None else fit_text(fit, one.answered),
            day=self._day(one.taken_at),
        )

    def _role(self, best: str | None, kind: StepKind | None, gaps_of: str | None, *, inside: bool) -> Text:
        """Return what was suggested, which of many assessments is a few things again and again."""
        key = best, kind, gaps_of, inside
        if (told := self._roles.get(key)) is None:
            told = self._roles[key] = _role(self._kb, *key)
        return told


def title_of(kb: KnowledgeBase, position: str | None) -> Text:
    """Return the title of a position that was suggested, its id where there is none such any more."""
    if position is None:
        return _TOP
    return kb.positions[position].title if position in kb.positions else Text(position, position)


def _role(kb: KnowledgeBase, best: str | None, kind: StepKind | None, gaps_of: str | None, inside: bool) -> Text:
    """Return what was suggested: the post, the kind of step, and what the fit is of where that is another post."""
    title = title_of(kb, best)
    if kind is None:
        return title
    told = ROLE if gaps_of == best else ROLE_OF
    return told.fill(title=title, kind=kind_name(kind, inside=inside), of=title_of(kb, gaps_of))
