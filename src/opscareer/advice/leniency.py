"""By how much people rate themselves above what their post asks: it is taken out before lines are compared."""

from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile


def leniency_of(kb: KnowledgeBase, standing: Standing, profile: Profile) -> float:
    """Return by how many levels the answers exceed what the present posts ask, in the mean; rounded to halves.

    Levels that people give lean high; what is common to all that they told says nothing of one line or another.
    """
    told = {**dict.fromkeys(profile.no_opportunity, 0), **profile.levels}
    over = [
        told[skill] - level
        for position in standing.positions
        for skill, level in kb.needed[position].items()
        if skill in told
    ]
    return max(0.0, round(2 * sum(over) / len(over)) / 2) if over else 0.0
