"""Leading people: which posts do, and whether a person has.

Nobody is ready for a post that leads who has led nobody; who led in fact without the title has.
"""

from collections.abc import Callable, Mapping

from opscareer.advice.belief import Beliefs
from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile


def leads(kb: KnowledgeBase, position: str) -> bool:
    """Return whether a post leads people: it stands on the track of leading, and asks the skill of it."""
    leading = kb.rules.leading
    track = kb.rungs[kb.positions[position].rung].track
    return leading is not None and track == "lead" and leading.skill in kb.needed[position]


def led_from(kb: KnowledgeBase, position: str, *, acted: bool) -> Mapping[str, int]:
    """Return from which level of leading somebody counts as having led, where a post asks for that.

    acted: whether they led in fact, without the title.
    """
    leading = kb.rules.leading
    if leading is None or acted or not leads(kb, position):
        return {}
    return {leading.skill: min(leading.least, kb.needed[position][leading.skill])}


def has_acted(profile: Profile) -> bool:
    """Return whether a person did the work of the post above without the title: led in fact, and served the time."""
    return profile.facts.get("acting") == "yes"


def has_led(kb: KnowledgeBase, profile: Profile, beliefs: Beliefs) -> bool | None:
    """Return whether a person has led people, by what they told; None where nothing was told of it."""
    return True if kb.rules.leading is None or has_acted(profile) else _led_by_told(kb, beliefs)


def has_led_by_level(kb: KnowledgeBase, profile: Profile, beliefs: Beliefs) -> bool:
    """Return whether a person has led people by the level that they told of it, or in fact where they told none.

    Who stood in for a head now and then, and says that they are no more than learning it, is not one who leads.
    """
    told = _led_by_told(kb, beliefs)
    return has_acted(profile) if told is None else told


def _led_by_told(kb: KnowledgeBase, beliefs: Beliefs) -> bool | None:
    """Return whether the level of leading that was told is one of who has led; None where nothing was told of it."""
    leading = kb.rules.leading
    if leading is None or leading.skill not in beliefs.answered:
        return None
    return 1.0 in beliefs.skills[leading.skill][leading.least :]


def may_lead(kb: KnowledgeBase, profile: Profile, beliefs: Beliefs, unknown: Callable[[str], bool]) -> bool:
    """Return whether nothing says that a person could not lead; where nothing was told, `unknown` judges the skill."""
    told = has_led(kb, profile, beliefs)
    if told is None and kb.rules.leading is not None:
        return unknown(kb.rules.leading.skill)
    return bool(told)


def what_leading_adds(kb: KnowledgeBase, standing: Standing, position: str) -> frozenset[str]:
    """Return the skills that leading higher than now adds: those of the groups that the knowledge base names for it.

    The first group is that of leading itself: for who leads already it is nothing new.
    """
    leading = kb.rules.leading
    higher = all(kb.order(position) > kb.order(held) for held in standing.positions)
    if leading is None or not leads(kb, position) or not higher:
        return frozenset()
    groups = leading.groups[1:] if any(leads(kb, held) for held in standing.positions) else leading.groups
    return frozenset(skill for skill in kb.needed[position] if kb.skills[skill].group in groups)
