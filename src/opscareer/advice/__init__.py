"""The arithmetic and the rules of the advice: pure functions from a knowledge base and a profile.

Nothing here asks, reads or prints: same input, same output.
"""

from opscareer.advice.advise import (
    Advice,
    Prospect,
    Situation,
    advise,
    best_of,
    confidence_of,
    prospect_of,
    situation_of,
)
from opscareer.advice.fit import Gap
from opscareer.advice.gates import Flag, Gate
from opscareer.advice.standing import Candidate, Standing, candidate_for, candidates_of, standing_of
from opscareer.advice.whatif import Effect, Steadiness, effects_of, opened, steadiness_of, suppose

__all__ = [
    "Advice",
    "Candidate",
    "Effect",
    "Flag",
    "Gap",
    "Gate",
    "Prospect",
    "Situation",
    "Standing",
    "Steadiness",
    "advise",
    "best_of",
    "candidate_for",
    "candidates_of",
    "confidence_of",
    "effects_of",
    "opened",
    "prospect_of",
    "situation_of",
    "standing_of",
    "steadiness_of",
    "suppose",
]
