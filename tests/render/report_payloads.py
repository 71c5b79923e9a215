"""Reports of odd people: the real advice, with a history beside it."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from advised_people import people
from ways_once import journey_of

from opscareer.advice import Advice, advise
from opscareer.advice.ways import schedule_of
from opscareer.interview import profile_of
from opscareer.model.assessment import Assessment
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text
from opscareer.views.plan import PlanView
from opscareer.views.report import ReportView, RequirementView, report_view

REPORTS = ("newcomer", "top", "unsure", "no opportunity", "several posts", "manager alone", "perfect", "nothing told")
MORE = ("craft", "offered", "coming back", "unfinished top")
"""Reports that tell another story than the others: of a stay, of a post on offer, of a way back, of the top."""


@cache
def report_of(kb: KnowledgeBase, name: str) -> ReportView:
    """Return the report for one of the odd people, as `opscareer report` renders it."""
    advice = advise(kb, profile_of(kb, people(kb)[name]))
    journey = journey_of(kb, advice.situation, None, 2)
    month = 6.0 if name == "unsure" else None
    schedule = schedule_of(kb, advice.situation, month=month) if advice.next else None
    return report_view(kb, advice, journey, schedule, _history(kb, advice), "2026-11-23")


def plan_of(report: ReportView) -> PlanView:
    """Return the plan of a report that has one."""
    assert report.plan is not None
    return report.plan


def told_by(view: Any, change: Callable[[str], str]) -> Any:
    """Return the report with all its texts, its version and sources changed; ids, dates and kinds stay as they are."""
    if isinstance(view, Text):
        return Text(change(view.zh), change(view.en))
    if isinstance(view, tuple):
        changed = [told_by(one, change) for one in view]
        return type(view)(*changed) if hasattr(view, "_fields") else tuple(changed)
    if isinstance(view, Mapping):
        return {key: told_by(one, change) for key, one in view.items()}
    return _record_told_by(view, change) if is_dataclass(view) else view


def _record_told_by(view: Any, change: Callable[[str], str]) -> Any:
    parts = {field.name: told_by(getattr(view, field.name), change) for field in fields(view)}
    if isinstance(view, ReportView):
        parts["version"] = change(view.version)
    if isinstance(view, RequirementView):
        parts["sources"] = tuple(_source(source, change) for source in view.sources)
    return replace(view, **parts)


def _history(kb: KnowledgeBase, advice: Advice) -> list[Assessment]:
    """Return four assessments: one of an older knowledge base with another target, and three on the way to this one."""
    best = advice.next
    step = (best.position, best.candidate.kind, best.gaps_of) if best else (None, None, None)
    fit = best.fit if best else None
    entries = [
        ("2025-11-20T09:00:00+00:00", ("gone/specialist", None, "gone/specialist"), 0.41, "0" * 64),
        ("2026-03-02T10:30:00+00:00", step, fit and fit * 0.7, kb.sha256),
        ("2026-07-15T08:00:00+00:00", step, fit and fit * 0.9, kb.sha256),
        ("2026-11-23T08:00:00+00:00", step, fit, kb.sha256),
    ]
    answers = {"current": list(advice.situation.profile.current)}
    return [
        Assessment(number, at, sha, answers, {"next": _next(told, share)})
        for number, (at, told, share, sha) in enumerate(entries, 1)
    ]


def _next(step: tuple[str | None, str | None, str | None], fit: float | None) -> dict[str, object] | None:
    position, kind, aim = step
    return {"position": position, "kind": kind, "gaps_of": aim, "fit": fit} if position else None


def _source(source: str, change: Callable[[str], str]) -> str:
    """Return a source with what follows its kind changed."""
    kind, colon, rest = source.partition(":")
    return f"{kind}{colon}{change(rest)}" if rest else source
