"""What is still open of the line: the one that comes first against each that could take its place."""

from opscareer.advice.duel import Duel, confidence
from opscareer.advice.score import spread
from opscareer.advice.situation import Situation


def duels_of(situation: Situation) -> tuple[Duel, ...]:
    """Return the duels of the leader with all others that no wish has put behind it."""
    scores = situation.scores
    return tuple(
        Duel(
            rival.line.key,
            scores[leader.line.key] - scores[rival.line.key],
            spread(leader, rival, situation.beliefs),
        )
        for leader in situation.scales[:1]
        for rival in situation.rivals
    )


def confidence_of(situation: Situation) -> float:
    """Return how unlikely (0-1) the unanswered questions would put another line first."""
    return confidence(duels_of(situation))
