"""What to do to reach a level, and whom to ask for a first opportunity: as fits where the person stands.

Nobody who leads others is sent on a beginner's errand, and nobody without an employer is told to ask their manager.
"""

from collections.abc import Mapping
from typing import TypeVar

from opscareer.advice.leading import leads
from opscareer.advice.lines import CRAFT, LEAD
from opscareer.advice.situation_rules import rule_of
from opscareer.advice.standing import standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule
from opscareer.model.skill import Group
from opscareer.text import NOTHING, Text

OUTSIDE, ANY = "outside", "any"
"""Standings that are no rungs: without a post, and all of whom nothing else is told."""

T = TypeVar("T")

_IN_A_POST = Text("进了岗位再做：{action}", "Once you are in a post: {action}")
_EXPOSURE = Text("找做这件事的人，要一次参与的机会。", "Ask somebody who does it to let you take part once.")


def actions_for(kb: KnowledgeBase, profile: Profile, skill: str, level: int) -> tuple[Text, ...]:
    """Return what a person does to reach a level (1-5) of a skill.

    Without an employer, what goes beyond all that can be done so is for when they are in a post. What takes longer than
    a company may last is done as by those without one.
    """
    places = (kb.skills[skill].instead, _group_of(kb, skill).instead)
    away = kb.skills[skill].months[str(level)] > kb.rules.constants.review_months and _is_leaving(kb, profile)
    told = [one for place in places if (one := (away and place.get(OUTSIDE)) or _at(kb, profile, place))]
    actions = next((one.actions for one in told if level <= one.up_to), kb.skills[skill].grow[level - 1])
    later = _without_post(kb, profile) and any(OUTSIDE in place for place in places)
    if later and all(level > one.up_to for one in told):
        return tuple(_IN_A_POST.fill(action=action) for action in actions)
    return actions


def exposure_for(kb: KnowledgeBase, profile: Profile, skill: str) -> Text:
    """Return whom a person asks for which opportunity, for a skill that they have had none for."""
    return _at(kb, profile, _group_of(kb, skill).exposure) or _EXPOSURE


def _without_post(kb: KnowledgeBase, profile: Profile) -> bool:
    """Return whether a person has no employer, no team and no manager: new to the trade, or out of work."""
    rule = _rule(kb, profile)
    return profile.outside or (rule is not None and rule.back_in)


def _is_leaving(kb: KnowledgeBase, profile: Profile) -> bool:
    """Return whether a person who leads nobody raises skills best where nothing is lost with the company."""
    rule = _rule(kb, profile)
    return rule is not None and rule.portable and not _has_people(kb, profile)


def _rule(kb: KnowledgeBase, profile: Profile) -> SituationRule | None:
    return rule_of(kb, profile, standing_of(kb, profile))


def _group_of(kb: KnowledgeBase, skill: str) -> Group:
    group = kb.skills[skill].group
    return next((one for one in kb.groups if one.id == group), Group(group, NOTHING))


def _at(kb: KnowledgeBase, profile: Profile, told: Mapping[str, T]) -> T | None:
    """Return what is told for the highest rung named that the person stands on or above; outside has its own.

    Who is out of work has nobody to borrow and no manager to ask: they are told what those outside are. What is told to
    who leads supposes people to share the work with; a master of the craft, or a manager in name, has none.
    """
    if not told:  # as most groups of skills are
        return None
    if _without_post(kb, profile):
        return told.get(OUTSIDE) or told.get(ANY)
    height, other = max(map(kb.order, profile.current)), CRAFT if _has_people(kb, profile) else LEAD
    rungs = [r for r in kb.rungs.values() if r.id in told and r.order <= height and r.track != other]
    return told[rungs[-1].id] if rungs else told.get(ANY)


def _has_people(kb: KnowledgeBase, profile: Profile) -> bool:
    """Return whether a post is held, and not in name alone, that leads people; a ladder may not say what leading is."""
    if kb.rules.leading is None:
        return True
    in_name = standing_of(kb, profile).in_name
    return any(leads(kb, post) for post in profile.current if post not in in_name)
