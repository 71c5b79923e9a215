"""The advice for scripts: plain objects in the shapes of contract.py, both languages in all text."""

from collections.abc import Iterable

from opscareer.advice import (
    Advice,
    Effect,
    Flag,
    Gap,
    Gate,
    Prospect,
    Steadiness,
)
from opscareer.advice.acting import actions_for
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Growth
from opscareer.render.json_parts import Object, text, texts
from opscareer.render.situation_json import playbook, profile_json, questions, route, strengths
from opscareer.views.steps import answered_of
from opscareer.views.words.sentences import gate_text


def assessment(kb: KnowledgeBase, advice: Advice, effects: Iterable[Effect], steady: Steadiness) -> Object:
    """Return the whole advice."""
    profile, best = advice.situation.profile, advice.next
    return {
        "profile": profile_json(profile),
        "next": prospect(kb, profile, best) if best else None,
        "playbook": playbook(advice),
        "gaps_of": best.gaps_of if best else None,
        "tied": list(advice.tied),
        "confidence": advice.confidence,
        "mastery": advice.mastery,
        "present_gaps": gaps(kb, profile, advice.present_gaps),
        "alternatives": [prospect(kb, profile, other) for other in advice.alternatives],
        "gaps": gaps(kb, profile, best.gaps) if best else [],
        "gates": gates(kb, best.gates) if best else [],
        "flags": flags(best.flags) if best else [],
        "strengths": strengths(kb, advice),
        "route": route(kb, advice),
        "growth": growth(advice.growth),
        "steadiness": {
            "stable": steady.stable,
            "lower": {"position": steady.lower.position, "verdict": steady.lower.verdict},
            "higher": {"position": steady.higher.position, "verdict": steady.higher.verdict},
        },
        "what_if": [effect(e) for e in effects],
        "questions": questions(kb, profile),
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


def prospect(kb: KnowledgeBase, profile: Profile, one: Prospect) -> Object:
    """Return a position held against the person."""
    return {
        "position": one.position,
        "title": text(kb.positions[one.position].title),
        "kind": one.candidate.kind,
        "fit": one.fit,
        "gaps_of": one.gaps_of,
        "answered": answered_of(kb, profile, one.gaps_of),
        "score": one.score,
        "verdict": one.verdict,
        "why": texts(one.why),
        "then": one.candidate.then or None,
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
            "actions": texts(actions_for(kb, profile, g.skill, g.step)),
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


def growth(found: Iterable[Growth]) -> list[Object]:
    """Return advice on growing, with its sources."""
    return [{"id": g.id, "text": text(g.text), "sources": list(g.sources)} for g in found]


def effect(one: Effect) -> Object:
    """Return what one level more of a skill would do."""
    return {
        "skill": one.skill,
        "to": one.to,
        "fit_gain": one.fit_gain,
        "opens": list(one.opens),
        "next": one.next or None,
    }


def _outcome(one: Prospect | None) -> Object:
    verdict = one.verdict if one else None
    return {"next": one.position if one else None, "fit": one.fit if one else None, "verdict": verdict}
