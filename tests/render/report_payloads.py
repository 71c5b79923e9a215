"""Reports: the real advice for odd people, with a history beside it."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from advised_people import people

from opscareer.advice import Advice, advise
from opscareer.advice.ways import journey_of, schedule_of
from opscareer.interview import profile_of
from opscareer.model.assessment import Assessment
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text
from opscareer.views.report import ReportView, RequirementView, report_view

REPORTS = ("newcomer", "top", "unsure", "no opportunity", "several posts", "manager alone", "perfect", "nothing told")
MORE = ("craft", "offered", "coming back", "unfinished top")
"""Reports that tell another story than the others: of a stay, of a post on offer, of a way back, of the top."""
KEPT = ("words", "then")
"""Fields of views that are put together of several kinds of values; the report tells no text of theirs."""


@cache
def report_of(kb: KnowledgeBase, name: str) -> ReportView:
    """Return the report for one of the odd people."""
    advice = advise(kb, profile_of(kb, people(kb)[name]))
    journey = journey_of(kb, advice.situation, None, 2)
    month = 6.0 if name == "unsure" else None
    schedule = schedule_of(kb, advice.situation, month=month) if advice.next else None
    return report_view(kb, advice, journey, schedule, _history(kb, advice), "2026-11-23")


def told_by(told: Any, change: Callable[[str], str]) -> Any:
    """Return the report with all its texts and sources changed; ids, dates and kinds stay as they are."""
    if isinstance(told, list | tuple) and not isinstance(told, Text):
        return type(told)(told_by(one, change) for one in told)
    if isinstance(told, Text):
        return Text(change(told.zh), change(told.en))
    if is_dataclass(told) and not isinstance(told, type):
        parts = {field.name: getattr(told, field.name) for field in fields(told) if field.name not in KEPT}
        changed = {name: told_by(one, change) for name, one in parts.items()}
        if isinstance(told, RequirementView):
            changed["sources"] = tuple(_source(source, change) for source in told.sources)
        return replace(told, **changed)
    return {key: told_by(one, change) for key, one in told.items()} if isinstance(told, dict) else told


def _history(kb: KnowledgeBase, advice: Advice) -> list[Assessment]:
    """Return four assessments: one of an older knowledge base with another target, and three on the way to this one."""
    best = advice.next
    step = (best.position, best.candidate.kind, best.gaps_of) if best else None
    fit = best.fit if best else None
    entries = [
        ("2025-11-20T09:00:00+00:00", ("gone/specialist", None, "gone/specialist"), 0.41, "0" * 64),
        ("2026-03-02T10:30:00+00:00", step, fit and fit * 0.7, kb.sha256),
        ("2026-07-15T08:00:00+00:00", step, fit and fit * 0.9, kb.sha256),
        ("2026-11-23T08:00:00+00:00", step, fit, kb.sha256),
    ]
    answers = {"current": list(advice.situation.profile.current)}
    return [
        Assessment(n, at, sha, answers, _kept(following, share))
        for n, (at, following, share, sha) in enumerate(entries, 1)
    ]


def _kept(following: tuple[str, str | None, str] | None, fit: float | None) -> dict[str, Any]:
    """Return what is kept of an assessment of the step that came next."""
    if following is None:
        return {"next": None}
    position, kind, aim = following
    return {"next": {"position": position, "kind": kind, "gaps_of": aim, "fit": fit}}


def _source(source: str, change: Callable[[str], str]) -> str:
    """Return a source with what follows its kind changed."""
    kind, colon, rest = source.partition(":")
    return f"{kind}{colon}{change(rest)}" if rest else source
