"""The ways to a goal for scripts."""

from collections.abc import Iterable

from opscareer.advice.ways import Journey, Leg, Rise
from opscareer.model.kb import KnowledgeBase
from opscareer.render.json_parts import Object, text, texts


def path(kb: KnowledgeBase, journey: Journey) -> Object:
    """Return the ways, the shortest first; times are in months."""
    return {
        "goals": list(journey.goals),
        "paths": [
            {
                "goal": one.goal,
                "months": one.months,
                "sideways": one.sideways,
                "steps": [_leg(kb, leg) for leg in one.legs],
            }
            for one in journey.paths
        ],
        "remarks": texts(journey.remarks),
    }


def _leg(kb: KnowledgeBase, leg: Leg) -> Object:
    why = leg.move.why if leg.move and leg.move.why.en else None
    return {
        "from": leg.start or None,
        "to": leg.position,
        "title": text(kb.positions[leg.position].title),
        "kind": leg.kind,
        "why": text(why) if why else None,
        "start": leg.begins,
        "months": leg.months,
        "ready_months": leg.ready,
        "due_months": leg.due,
        "fit": leg.fit,
        "gaps": _rises(kb, leg.gaps),
        "meanwhile": _rises(kb, leg.meanwhile),
        "carried": [{"skill": s, "name": text(kb.skills[s].name), "level": level} for s, level in leg.carried],
    }


def _rises(kb: KnowledgeBase, rises: Iterable[Rise]) -> list[Object]:
    return [
        {"skill": r.skill, "name": text(kb.skills[r.skill].name), "from": r.start, "to": r.end, "months": r.months}
        for r in rises
    ]
