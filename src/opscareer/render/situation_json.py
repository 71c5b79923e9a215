"""What brings a person and what they bring, for scripts: their answers, their way, their playbook, their strengths."""

from opscareer.advice import Advice
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.render.json_parts import Object, text, texts


def profile_json(profile: Profile) -> Object:
    """Return what is known of a person: the answers, and nothing else."""
    return {
        "current": list(profile.current),
        "years": profile.years,
        "years_total": profile.years_total,
        "goal": profile.goal,
        "offer": profile.offer,
        "avoid": sorted(profile.avoid),
        "facts": dict(profile.facts),
        "levels": dict(profile.levels),
        "not_sure": sorted(profile.unsure),
        "no_opportunity": sorted(profile.no_opportunity),
    }


def route(kb: KnowledgeBase, advice: Advice) -> Object | None:
    """Return the way to the next role, with the reasons for it."""
    if advice.way is None:
        return None
    way = next(r for r in kb.rules.routes if r.id == advice.way.route)
    return {
        "id": way.id,
        "name": text(way.name),
        "summary": text(way.summary),
        "why": texts(rule.because for rule in advice.way.rules),
        "sources": sorted({source for rule in advice.way.rules for source in rule.sources}),
    }


def playbook(advice: Advice) -> Object | None:
    """Return how to go about what brings the person; null where nothing is told of that."""
    rule = advice.book
    if rule is None or rule.playbook is None:
        return None
    told = rule.playbook
    return {
        "situation": rule.id,
        "find_out": texts(told.find_out),
        "ask_for": texts(told.ask_for),
        "decide_by": text(told.decide_by),
        "fallback": text(told.fallback),
    }


def strengths(kb: KnowledgeBase, advice: Advice) -> list[Object]:
    """Return what the person has to show, each with its proof."""
    return [
        {
            "skill": one.skill,
            "name": text(kb.skills[one.skill].name),
            "have": one.have,
            "need": one.need,
            "proof": texts(kb.skills[one.skill].proof),
        }
        for one in advice.strengths
    ]


def questions(kb: KnowledgeBase, profile: Profile) -> Object:
    """Return how many skills were asked about, and how many of those were left without a level."""
    skipped = len(profile.unsure) + len(profile.no_opportunity)
    return {"asked": len(profile.levels) + skipped, "skipped": skipped, "total": len(kb.skills)}
