"""All that the report shows, as one plain object: what its pages are made from, and what --json prints."""

from collections.abc import Iterator, Sequence

from opscareer.advice import Advice, Prospect, met, worked_on
from opscareer.advice.ways import Journey, Schedule
from opscareer.model.kb import KnowledgeBase
from opscareer.render.json_parts import Object, text
from opscareer.views.advice import AdviceView, ProspectView, advice_view
from opscareer.views.encoding import encode, encode_record
from opscareer.views.gaps import group_views
from opscareer.views.path import path_view
from opscareer.views.plan import plan_view
from opscareer.views.telling.advice import aim_gates_heading, gates_heading, other_title


def report_data(
    kb: KnowledgeBase,
    advice: Advice,
    journey: Journey,
    schedule: Schedule | None,
    history: Sequence[Object],
    made_at: str,
) -> Object:
    """Return the report, the ways and the plan as views; `made_at` is the day (ISO)."""
    view = advice_view(kb, advice)
    return {
        "made_at": made_at,
        "positions": {p.id: text(p.title) for p in kb.positions.values()},
        "skills": {s.id: text(s.name) for s in kb.skills.values()},
        "assess": encode_record(view),
        "told": _told(view, view.next) if view.next else None,
        "groups": encode(group_views(kb, advice.situation, advice.next)) if advice.next else [],
        "requirements": list(_requirements(kb, advice, advice.next)) if advice.next else [],
        "path": path_view(kb, journey),
        "plan": plan_view(kb, advice.situation.profile, schedule, made_at) if schedule else None,
        "history": list(history),
        "sources": {kind: text(told) for kind, told in kb.sources.items()},
    }


def report_json(report: Object) -> Object:
    """Return the report for scripts."""
    return {key: encode(one) for key, one in report.items()}


def _told(advice: AdviceView, step: ProspectView) -> Object:
    """Return the step in the words of all pages; `of` is the position that fit, gaps and plan are of."""
    words = step.words
    return {
        "headline": text(words.line),
        "near": text(words.nearness),
        "fit_name": text(words.fit_name),
        "fit": words.fit_told,
        "of": text(words.of or step.title),
        "offered": words.offered,
        "gates": text(gates_heading(step)),
        "gates_of": text(aim_gates_heading(step)),
        "aim_gates": encode(advice.aim_gates),
        "others": [_other(other) for other in advice.alternatives],
    }


def _other(other: ProspectView) -> Object:
    words = other.words
    told = {"title": text(other_title(other)), "kind": text(words.kind), "near": text(words.near)}
    return {**told, "fit": words.fit_told}


def _requirements(kb: KnowledgeBase, advice: Advice, best: Prospect) -> Iterator[Object]:
    """Yield what the position asks that the fit is of, the heaviest first, and how much of each is there."""
    levels, beliefs = advice.situation.profile.levels, advice.situation.beliefs.skills
    for r in sorted(worked_on(kb, best), key=lambda r: (-r.weight, r.skill)):
        skill, have = kb.skills[r.skill], levels.get(r.skill)
        yield {
            "skill": r.skill,
            "name": text(skill.name),
            "level": r.level,
            "have": have,
            "done": None if have is None else text(skill.levels[have]),
            "weight": r.weight,
            "met": met(beliefs[r.skill], r.level),
            "must": r.must,
            "sources": list(r.sources),
        }
