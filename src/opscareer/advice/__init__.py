"""The arithmetic and the rules of the advice: pure functions from a knowledge base and a profile.

Nothing here asks, reads or prints: same input, same output.
"""

from opscareer.advice.advise import Advice, advise
from opscareer.advice.fit import Gap, GroupFit, by_group, met, requirements_of
from opscareer.advice.gates import Flag, Gate
from opscareer.advice.prospect import Prospect, best_of, held_against, prospect_of, worked_on
from opscareer.advice.rivals import confidence_of
from opscareer.advice.situation import Situation, situation_of
from opscareer.advice.standing import Candidate, Standing, candidate_for, standing_of
from opscareer.advice.whatif import (
    Effect,
    Steadiness,
    Supposition,
    effects_of,
    opened,
    steadiness_of,
    suppose,
    supposition_of,
)

__all__ = [
    "Advice",
    "Candidate",
    "Effect",
    "Flag",
    "Gap",
    "Gate",
    "GroupFit",
    "Prospect",
    "Situation",
    "Standing",
    "Steadiness",
    "Supposition",
    "advise",
    "best_of",
    "by_group",
    "candidate_for",
    "confidence_of",
    "effects_of",
    "held_against",
    "met",
    "opened",
    "prospect_of",
    "requirements_of",
    "situation_of",
    "standing_of",
    "steadiness_of",
    "suppose",
    "supposition_of",
    "worked_on",
]
