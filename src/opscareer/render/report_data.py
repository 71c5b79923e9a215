"""All that the report shows, as one plain object: what its pages are made from, and what --json prints."""

from collections.abc import Iterator, Sequence

from opscareer.advice import Advice, Journey, Prospect, Schedule, effects_of, met, requirements_of, steadiness_of
from opscareer.model.kb import KnowledgeBase
from opscareer.render import advice_json, path_json, plan_json
from opscareer.render.json_parts import Object, text
from opscareer.text import Lang


def report_data(
    kb: KnowledgeBase,
    advice: Advice,
    journey: Journey,
    schedule: Schedule | None,
    history: Sequence[Object],
    lang: Lang,
    made_at: str,
) -> Object:
    """Return the report; `made_at` is the day (ISO), `lang` the language that a page shows first."""
    requirements = list(_requirements(kb, advice, advice.next)) if advice.next else []
    return {
        "lang": lang,
        "made_at": made_at,
        "positions": {p.id: text(p.title) for p in kb.positions.values()},
        "skills": {s.id: text(s.name) for s in kb.skills.values()},
        "assess": advice_json.assessment(kb, advice, effects_of(kb, advice), steadiness_of(kb, advice)),
        "groups": list(_groups(kb, requirements)),
        "requirements": requirements,
        "path": path_json.path(kb, journey),
        "plan": plan_json.plan(kb, advice.situation.profile, schedule) if schedule else None,
        "history": list(history),
        "sources": {kind: text(told) for kind, told in kb.sources.items()},
    }


def _requirements(kb: KnowledgeBase, advice: Advice, best: Prospect) -> Iterator[Object]:
    """Yield what the next position asks, the heaviest first, and how much of each is there."""
    levels, beliefs = advice.situation.profile.levels, advice.situation.beliefs.skills
    asked = requirements_of(kb, best.position, entry=best.candidate.kind == "entry")
    for r in sorted(asked, key=lambda r: (-r.weight, r.skill)):
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


def _groups(kb: KnowledgeBase, requirements: Sequence[Object]) -> Iterator[Object]:
    """Yield the groups of skills that are asked for: their part of the whole, and how much of that is there."""
    for group in kb.groups:
        asked = [r for r in requirements if kb.skills[r["skill"]].group == group.id]
        weight = sum(r["weight"] for r in asked)
        if weight:
            there = sum(r["weight"] * r["met"] for r in asked)
            yield {"group": group.id, "name": text(group.name), "weight": weight, "met": min(1.0, there / weight)}
