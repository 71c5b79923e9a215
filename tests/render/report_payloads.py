"""Payloads of the report: the real advice for odd people, with a history beside it."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from advised_people import people

from opscareer.advice import Advice, advise
from opscareer.advice.ways import journey_of, schedule_of
from opscareer.interview import profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.render.json_parts import text
from opscareer.render.report_data import report_data
from opscareer.text import Text

Payload = dict[str, Any]
REPORTS = ("newcomer", "top", "unsure", "no opportunity", "several posts", "manager alone", "perfect", "nothing told")
MORE = ("craft", "offered", "coming back", "unfinished top")
"""Reports that tell another story than the others: of a stay, of a post on offer, of a way back, of the top."""
KEPT = ("words", "then")
"""Fields of views that are put together of several kinds of values; the report tells no text of theirs."""


def report_of(kb: KnowledgeBase, name: str) -> Payload:
    """Return the payload for one of the odd people, as `opscareer report` renders it."""
    return {**_payload(kb, name)}


def told_by(payload: Any, change: Callable[[str], str]) -> Any:
    """Return the report with all its texts, versions and sources changed; ids, dates and kinds stay as they are."""
    if isinstance(payload, list | tuple) and not isinstance(payload, Text):
        return type(payload)(told_by(one, change) for one in payload)
    if isinstance(payload, Text):
        return Text(change(payload.zh), change(payload.en))
    if is_dataclass(payload) and not isinstance(payload, type):
        parts = {field.name: getattr(payload, field.name) for field in fields(payload) if field.name not in KEPT}
        return replace(payload, **{name: told_by(one, change) for name, one in parts.items()})
    return _object_told_by(payload, change) if isinstance(payload, dict) else payload


def _object_told_by(payload: Payload, change: Callable[[str], str]) -> Payload:
    if payload.keys() == {"zh", "en"}:
        return {lang: change(told) for lang, told in payload.items()}
    changed = {key: told_by(value, change) for key, value in payload.items()}
    if "version" in payload:
        changed["version"] = change(payload["version"])
    if "level" in payload and "sources" in payload:
        changed["sources"] = [_source(source, change) for source in payload["sources"]]
    return changed


@cache
def _payload(kb: KnowledgeBase, name: str) -> Payload:
    advice = advise(kb, profile_of(kb, people(kb)[name]))
    journey = journey_of(kb, advice.situation, None, 2)
    month = 6.0 if name == "unsure" else None
    schedule = schedule_of(kb, advice.situation, month=month) if advice.next else None
    history = _history(kb, advice)
    identity = {"name": text(kb.name), "version": kb.version, "sha256": kb.sha256}
    return {**report_data(kb, advice, journey, schedule, history, "2026-11-23"), "kb": identity}


def _history(kb: KnowledgeBase, advice: Advice) -> list[Payload]:
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
    current = list(advice.situation.profile.current)
    return [
        {
            **{"id": n, "taken_at": at, "current": current, "next": following, "kind": kind},
            **{"fit": share, "gaps_of": aim, "kb_sha256": sha},
        }
        for n, (at, (following, kind, aim), share, sha) in enumerate(entries, 1)
    ]


def _source(source: str, change: Callable[[str], str]) -> str:
    """Return a source with what follows its kind changed."""
    kind, colon, rest = source.partition(":")
    return f"{kind}{colon}{change(rest)}" if rest else source
