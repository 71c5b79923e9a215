"""All that the report shows, as one plain object: what its pages are made from, and what --json prints."""

from collections.abc import Iterator, Sequence

from opscareer.advice import (
    Advice,
    Prospect,
    by_group,
    effects_of,
    met,
    steadiness_of,
    worked_on,
)
from opscareer.advice.ways import Journey, Schedule
from opscareer.model.kb import KnowledgeBase
from opscareer.render import advice_json, path_json
from opscareer.render.advice_page import aimed_at
from opscareer.render.json_parts import Object, text
from opscareer.text import Text
from opscareer.views.encoding import encode_record
from opscareer.views.plan import plan_view
from opscareer.views.steps import fit_name, fit_text, near_text, nearness, step_of, title_line
from opscareer.views.words.sentences import GATES, GATES_OF, GATES_OFFERED, kind_text

_FIT_OF = Text("{title}（匹配度是对{of}的）", "{title} (the fit is for {of})")


def report_data(
    kb: KnowledgeBase,
    advice: Advice,
    journey: Journey,
    schedule: Schedule | None,
    history: Sequence[Object],
    made_at: str,
) -> Object:
    """Return the report; `made_at` is the day (ISO)."""
    return {
        "made_at": made_at,
        "positions": {p.id: text(p.title) for p in kb.positions.values()},
        "skills": {s.id: text(s.name) for s in kb.skills.values()},
        "assess": advice_json.assessment(kb, advice, effects_of(kb, advice), steadiness_of(kb, advice)),
        "told": _told(kb, advice, advice.next) if advice.next else None,
        "groups": list(_groups(kb, advice, advice.next)) if advice.next else [],
        "requirements": list(_requirements(kb, advice, advice.next)) if advice.next else [],
        "path": path_json.path(kb, journey),
        "plan": encode_record(plan_view(kb, advice.situation.profile, schedule, made_at)) if schedule else None,
        "history": list(history),
        "sources": {kind: text(told) for kind, told in kb.sources.items()},
    }


def _told(kb: KnowledgeBase, advice: Advice, best: Prospect) -> Object:
    """Return the step in the words of all pages; `of` is the position that fit, gaps and plan are of."""
    profile, aim = advice.situation.profile, aimed_at(kb, advice)
    step = step_of(kb, profile, best, advice)
    of = kb.positions[best.gaps_of].title
    return {
        "headline": text(title_line(step)),
        "near": text(nearness(step)),
        "fit_name": text(fit_name(step)),
        "fit": fit_text(best.fit, step.answered),
        "of": text(of),
        "offered": step.offered,
        "gates": text(GATES_OFFERED if step.offered else GATES),
        "gates_of": text(GATES_OF.fill(title=of)),
        "aim_gates": advice_json.gates(kb, aim.gates) if aim else [],
        "others": [_other(kb, advice, other) for other in advice.alternatives],
    }


def _other(kb: KnowledgeBase, advice: Advice, other: Prospect) -> Object:
    step = step_of(kb, advice.situation.profile, other)
    return {
        "title": text(_FIT_OF.fill(title=step.title, of=step.of) if step.of else step.title),
        "kind": text(kind_text(other.candidate)),
        "near": text(near_text(step)),
        "fit": fit_text(other.fit, step.answered),
    }


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


def _groups(kb: KnowledgeBase, advice: Advice, best: Prospect) -> Iterator[Object]:
    names = {group.id: group.name for group in kb.groups}
    for one in by_group(kb, worked_on(kb, best), advice.situation.beliefs):
        yield {"group": one.group, "name": text(names[one.group]), "weight": one.weight, "met": one.met}
