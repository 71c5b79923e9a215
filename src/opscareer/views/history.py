"""The assessments kept: what each said, how the fit went, and what changed between two of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

from opscareer.interview import named_now
from opscareer.model.assessment import Assessment
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.assessment_line import AssessmentView, Day, Lines, title_of
from opscareer.views.kept import kept_text
from opscareer.views.values import IfAsked, Key, Natural, OnPages, PositionId, Share


@dataclass(frozen=True)
class Trend:
    """How far the fit for a position has come since a day (ISO), in points of a hundred."""

    title: Text
    since: str
    points: float


@dataclass(frozen=True)
class TwoPositions:
    """The position that was suggested then and later."""

    before: PositionId | None
    after: PositionId | None


@dataclass(frozen=True)
class TwoFits:
    """The fit (0-1) then and later."""

    before: Share | None
    after: Share | None


@dataclass(frozen=True)
class Change:
    """An answer that changed; None where there was none. Both also in the words of the question's choices."""

    question: str
    before: object
    after: object
    name: OnPages[Text]
    before_told: OnPages[Text]
    after_told: OnPages[Text]


@dataclass(frozen=True)
class Difference:
    """What changed between two assessments, and those."""

    start: Annotated[Natural, Key("from")]
    end: Annotated[Natural, Key("to")]
    next: TwoPositions
    fit: TwoFits
    kb_changed: bool
    answers: tuple[Change, ...]
    before: OnPages[AssessmentView]
    after: OnPages[AssessmentView]


@dataclass(frozen=True)
class UnfinishedView:
    """A questionnaire that was not finished: when it was begun, and how many answers are kept."""

    started_at: str
    kb_sha256: str
    answers: Natural
    minute: OnPages[str]


@dataclass(frozen=True)
class HistoryView:
    """All assessments, the oldest first, and what was not finished; the difference of two where that was asked for.

    left_out: how many that were taken before these a page does not list.
    """

    assessments: tuple[AssessmentView, ...]
    unfinished: tuple[UnfinishedView, ...]
    diff: IfAsked[Difference]
    trend: OnPages[Trend | None]
    left_out: OnPages[Natural]


def history_view(
    kb: KnowledgeBase,
    kept: Sequence[Assessment],
    between: tuple[Assessment, Assessment] | None = None,
    *,
    unfinished: Sequence[UnfinishedView] = (),
    day: Day = lambda kept_at: kept_at[:10],
    left_out: int = 0,
    begun: Assessment | None = None,
) -> HistoryView:
    """Return assessments as they are told, the oldest first; and what changed between two of them.

    `day` tells the day of a time that was kept; without it that is the day in UTC. left_out: how many were taken before
    these; begun: the first of those whose fit the last one's is to be held against.
    """
    lines = Lines(kb, day)
    diff = None if between is None else _difference(kb, *between, lines)
    trend = _trend(kb, kept if begun is None else (begun, *kept), day)
    return HistoryView(tuple(map(lines.line, kept)), tuple(unfinished), diff, trend, left_out)


def _trend(kb: KnowledgeBase, kept: Sequence[Assessment], day: Day) -> Trend | None:
    """Return how far the fit has come while it was of the same position, by the same knowledge base."""
    if not kept or kept[-1].fit is None:
        return None
    last = kept[-1]
    same = [one for one in kept if (one.gaps_of, one.kb_sha256) == (last.gaps_of, last.kb_sha256)]
    fits = [(one.taken_at, one.fit) for one in same if one.fit is not None]
    since, first = fits[0]
    return Trend(title_of(kb, last.gaps_of), day(since), 100 * (fits[-1][1] - first)) if len(fits) > 1 else None


def _difference(kb: KnowledgeBase, before: Assessment, after: Assessment, lines: Lines) -> Difference:
    return Difference(
        start=before.id,
        end=after.id,
        next=TwoPositions(before.next, after.next),
        fit=TwoFits(before.fit, after.fit),
        kb_changed=before.kb_sha256 != after.kb_sha256,
        answers=tuple(_changes(kb, before, after)),
        before=lines.line(before),
        after=lines.line(after),
    )


def _changes(kb: KnowledgeBase, before: Assessment, after: Assessment) -> Iterator[Change]:
    then, later = _followed(kb, before.answers), _followed(kb, after.answers)
    for question in dict.fromkeys([*then, *later]):
        old, new = then.get(question), later.get(question)
        if old != new:
            yield Change(
                question, old, new, _name(kb, question), kept_text(kb, question, old), kept_text(kb, question, new)
            )


def _followed(kb: KnowledgeBase, answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return answers by the ids that their questions have now."""
    return {now: value for question, value in answers.items() for now in named_now(kb, question, answers)}


def _name(kb: KnowledgeBase, question: str) -> Text:
    skill = kb.skills.get(question.removeprefix("skill."))
    asked = kb.questions.get(question)
    return skill.name if skill else asked.text if asked else Text(question, question)
