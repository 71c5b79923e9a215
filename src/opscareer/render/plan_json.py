"""The plan for scripts: what to raise, when, by doing what, with what to show for it."""

from opscareer.advice.acting import actions_for, exposure_for
from opscareer.advice.ways import By, Schedule, Step
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.render.advice_json import growth
from opscareer.render.json_parts import Object, text, texts


def plan(kb: KnowledgeBase, profile: Profile, schedule: Schedule) -> Object:
    """Return a plan with all its steps; times are in months since today."""
    prospect = schedule.prospect
    return {
        "position": prospect.position,
        "title": text(kb.positions[prospect.position].title),
        "kind": prospect.candidate.kind,
        "fit": prospect.fit,
        "gaps_of": prospect.gaps_of,
        "verdict": prospect.verdict,
        "months": schedule.plan.months,
        "ready_month": schedule.plan.ready,
        "due_months": schedule.due,
        "parallel": schedule.parallel,
        "by": _by(schedule.by),
        "steps": [_step(kb, profile, schedule, step) for step in schedule.plan.steps],
        "growth": growth(schedule.growth),
    }


def _step(kb: KnowledgeBase, profile: Profile, schedule: Schedule, step: Step) -> Object:
    skill = kb.skills[step.skill]
    waiting = step.skill in profile.no_opportunity
    return {
        "skill": step.skill,
        "name": text(skill.name),
        "from": step.level - 1,
        "to": step.level,
        "start": step.start,
        "end": step.end,
        "gain": step.gain,
        "must": step.must,
        "assumed": step.assumed,
        "no_opportunity": waiting,
        "exposure": text(exposure_for(kb, profile, step.skill)) if waiting else None,
        "actions": texts(actions_for(kb, profile, step.skill, step.level)),
        "proof": texts(skill.proof),
        "look_again": list(schedule.look_again(step)),
        "fit_after": step.fit_after,
    }


def _by(by: By | None) -> Object | None:
    if by is None:
        return None
    gates = [gate.skill or None for gate in by.prospect.gates]
    return {"months": by.month, "fit": by.prospect.fit, "verdict": by.prospect.verdict, "gates": gates}
