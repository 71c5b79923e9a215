"""Roles and skills for scripts: plain objects in the shapes of contract.py, both languages in all text."""

from collections.abc import Mapping

from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Position, Requirement, Role
from opscareer.model.skill import Skill, Words
from opscareer.render.json_parts import Object, text, texts


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
