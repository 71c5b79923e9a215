"""The answers for scripts: plain objects in the shapes of contract.py, both languages in all text."""

from collections.abc import Iterable, Mapping
from typing import Any

from opscareer.advice import Advice, Effect, Flag, Gap, Gate, Prospect, Steadiness
from opscareer.advice.gates import Verdict
from opscareer.errors import Fault
from opscareer.model import (
    KnowledgeBase,
    Ladder,
    Position,
    Profile,
    Requirement,
    Role,
    Skill,
    Words,
)
from opscareer.render.phrases import actions_of, gate_text
from opscareer.text import Text

Object = dict[str, Any]


def ladder(graph: Ladder) -> Object:
    """Return the rungs, positions and moves."""
    return {
        "rungs": [
            {
                "id": r.id,
                "order": r.order,
                "name": text(r.name),
                "years": {"min": r.years_min, "typical": r.years_typical},
            }
            for r in graph.rungs
        ],
        "positions": [{"id": p.id, "role": p.role, "rung": p.rung, "title": text(p.title)} for p in graph.posts],
        "moves": [{"from": m.start, "to": m.end, "kind": m.kind} for m in graph.moves],
    }


def roles(kb: KnowledgeBase) -> Object:
    """Return all roles, with the metrics and the blocks of the trade."""
    return {
        "roles": [_role_line(kb, role) for role in kb.roles.values()],
        "metrics": [{"id": m.id, "name": text(m.name), "summary": text(m.summary)} for m in kb.metrics],
        "blocks": [
            {"id": b.id, "name": text(b.name), "summary": text(b.summary), "works_with": text(b.works_with)}
            for b in kb.blocks
        ],
    }


def role(kb: KnowledgeBase, one: Role) -> Object:
    """Return one role with its duties, conditions and what its positions require."""
    return {
        **_role_line(kb, one),
        "summary": text(one.summary),
        "duties": [{"text": text(d.text), "sources": list(d.sources)} for d in one.duties],
        "conditions": [
            {
                "text": text(c.text),
                "rungs": list(c.rungs),
                "fact": c.fact or None,
                "least": c.least or None,
                "sources": list(c.sources),
            }
            for c in one.conditions
        ],
        "sources": list(one.sources),
        "positions": [_position(p) for p in kb.positions.values() if p.role == one.id],
    }


def skills(kb: KnowledgeBase) -> Object:
    """Return all skills in short."""
    return {"skills": [_skill_line(skill) for skill in kb.skills.values()]}


def skill(kb: KnowledgeBase, one: Skill) -> Object:
    """Return one skill with its levels, how to grow, what to show, and who asks for it."""
    return {
        **_skill_line(one),
        "levels": {str(level): text(told) for level, told in enumerate(one.levels)},
        "grow": {str(level): texts(told) for level, told in enumerate(one.grow, 1)},
        "proof": texts(one.proof),
        "aliases": words(one.aliases),
        "months": dict(one.months),
        "needs": [{"level": n.level, "skill": n.skill, "first": n.first} for n in one.needs],
        "sources": list(one.sources),
        "asked_by": [id_ for id_, needed in kb.needed.items() if one.id in needed],
    }


def assessment(kb: KnowledgeBase, advice: Advice, effects: Iterable[Effect], steady: Steadiness) -> Object:
    """Return the whole advice."""
    profile, best = advice.situation.profile, advice.next
    return {
        "profile": _profile(profile),
        "next": prospect(kb, best) if best else None,
        "tied": list(advice.tied),
        "confidence": advice.confidence,
        "mastery": advice.mastery,
        "present_gaps": gaps(kb, profile, advice.present_gaps),
        "alternatives": [prospect(kb, other) for other in advice.alternatives],
        "gaps": gaps(kb, profile, best.gaps) if best else [],
        "gates": gates(kb, best.gates) if best else [],
        "flags": flags(best.flags) if best else [],
        "route": _route(kb, advice),
        "growth": [{"id": g.id, "text": text(g.text), "sources": list(g.sources)} for g in advice.growth],
        "steadiness": {
            "stable": steady.stable,
            "lower": {"position": steady.lower.position, "verdict": steady.lower.verdict},
            "higher": {"position": steady.higher.position, "verdict": steady.higher.verdict},
        },
        "what_if": [effect(e) for e in effects],
        "questions": _questions(kb, profile),
    }


def gap(kb: KnowledgeBase, profile: Profile, one: Prospect) -> Object:
    """Return what stands between a person and one position."""
    return {
        "position": one.position,
        "title": text(kb.positions[one.position].title),
        "kind": one.candidate.kind,
        "fit": one.fit,
        "verdict": one.verdict,
        "gaps": gaps(kb, profile, one.gaps),
        "gates": gates(kb, one.gates),
        "flags": flags(one.flags),
    }


def what_if(before: Prospect | None, after: Prospect | None, opens: Iterable[str], effects: Iterable[Effect]) -> Object:
    """Return the advice before and after a supposition; without one, what one level more of each skill would do."""
    return {
        "before": _outcome(before),
        "after": _outcome(after),
        "opens": list(opens),
        "effects": [effect(e) for e in effects],
    }


def faults(found: Iterable[Fault]) -> Object:
    """Return the faults of a knowledge base."""
    return {
        "faults": [
            {
                "file": f.file,
                "line": f.line,
                "column": f.column,
                "trail": f.trail,
                "message": text(Text(*f.message)),
                "hint": text(Text(*f.hint)),
            }
            for f in found
        ]
    }


def prospect(kb: KnowledgeBase, one: Prospect) -> Object:
    """Return a position held against the person."""
    return {
        "position": one.position,
        "title": text(kb.positions[one.position].title),
        "kind": one.candidate.kind,
        "fit": one.fit,
        "score": one.score,
        "verdict": one.verdict,
        "why": texts(one.why),
    }


def gaps(kb: KnowledgeBase, profile: Profile, found: Iterable[Gap]) -> list[Object]:
    """Return gaps with what to do about each."""
    return [
        {
            "skill": g.skill,
            "name": text(kb.skills[g.skill].name),
            "have": g.have,
            "need": g.need,
            "weight": g.weight,
            "gain": g.gain,
            "assumed": g.assumed,
            "expected": g.expected,
            "no_opportunity": g.skill in profile.no_opportunity,
            "actions": texts(actions_of(kb, g)),
        }
        for g in found
    ]


def gates(kb: KnowledgeBase, found: Iterable[Gate]) -> list[Object]:
    """Return gates with what opens them."""
    return [
        {"kind": g.kind, "skill": g.skill or None, "have": g.have, "need": g.need, "opens": text(gate_text(kb, g))}
        for g in found
    ]


def flags(found: Iterable[Flag]) -> list[Object]:
    """Return the conditions that are not met."""
    return [
        {
            "fact": f.condition.fact,
            "have": f.have,
            "least": f.condition.least,
            "text": text(f.condition.text),
            "sources": list(f.condition.sources),
        }
        for f in found
    ]


def effect(one: Effect) -> Object:
    """Return what one level more of a skill would do."""
    return {
        "skill": one.skill,
        "to": one.to,
        "fit_gain": one.fit_gain,
        "opens": list(one.opens),
        "next": one.next or None,
    }


def text(told: Text) -> Object:
    """Return a text in both languages."""
    return {"zh": told.zh, "en": told.en}


def texts(told: Iterable[Text]) -> list[Object]:
    """Return texts in both languages."""
    return [text(one) for one in told]


def words(told: Words) -> Mapping[str, list[str]]:
    """Return other names in both languages."""
    return {"zh": list(told.zh), "en": list(told.en)}


def _role_line(kb: KnowledgeBase, one: Role) -> Object:
    positions = [p.id for p in kb.positions.values() if p.role == one.id]
    return {
        "id": one.id,
        "name": text(one.name),
        "group": one.group,
        "metrics": list(one.metrics),
        "work": list(one.work),
        "positions": positions,
    }


def _skill_line(one: Skill) -> Object:
    return {"id": one.id, "name": text(one.name), "group": one.group, "definition": text(one.definition)}


def _position(one: Position) -> Object:
    return {
        "id": one.id,
        "title": text(one.title),
        "aliases": words(one.aliases),
        "requirements": [_requirement(r) for r in one.requirements],
    }


def _requirement(one: Requirement) -> Object:
    return {
        "skill": one.skill,
        "level": one.level,
        "weight": one.weight,
        "must": one.must,
        "sources": list(one.sources),
    }


def _profile(profile: Profile) -> Object:
    return {
        "current": list(profile.current),
        "years": profile.years,
        "years_total": profile.years_total,
        "goal": profile.goal,
        "facts": dict(profile.facts),
        "levels": dict(profile.levels),
        "not_sure": sorted(profile.unsure),
        "no_opportunity": sorted(profile.no_opportunity),
    }


def _route(kb: KnowledgeBase, advice: Advice) -> Object | None:
    if advice.way is None:
        return None
    route = next(r for r in kb.rules.routes if r.id == advice.way.route)
    return {
        "id": route.id,
        "name": text(route.name),
        "summary": text(route.summary),
        "why": texts(rule.because for rule in advice.way.rules),
        "sources": sorted({source for rule in advice.way.rules for source in rule.sources}),
    }


def _questions(kb: KnowledgeBase, profile: Profile) -> Object:
    skipped = len(profile.unsure) + len(profile.no_opportunity)
    return {"asked": len(profile.levels) + skipped, "skipped": skipped, "total": len(kb.skills)}


def _outcome(one: Prospect | None) -> Object:
    verdict: Verdict | None = one.verdict if one else None
    return {"next": one.position if one else None, "fit": one.fit if one else None, "verdict": verdict}
