"""Any position held against a person by what it asks itself."""

from dataclasses import replace

from opscareer.advice import Prospect, Situation, candidate_for, prospect_of, requirements_of
from opscareer.advice.advise import ordered
from opscareer.advice.fit import fit_of, gaps_of
from opscareer.model.kb import KnowledgeBase


def held_against(kb: KnowledgeBase, situation: Situation, position: str) -> Prospect:
    """Return a position as it is asked about: of the present post its own fit and gaps, not those of the next one."""
    one = prospect_of(kb, situation, candidate_for(kb, situation.standing, position))
    if one.gaps_of == position:
        return one
    asked = requirements_of(kb, position)
    gaps = ordered(kb, situation, position, gaps_of(asked, situation.beliefs))
    return replace(one, fit=fit_of(asked, situation.beliefs), gaps=gaps, gaps_of=position)
