"""The advice: the next role, how near it is, what is missing, by which way, and how steady all that is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from opscareer.advice import why
from opscareer.advice.belief import Beliefs, believe
from opscareer.advice.duel import confidence, duels_of
from opscareer.advice.fit import Gap, fit_of, gaps_of, mastery_of, requirements_of
from opscareer.advice.gates import Flag, Gate, Verdict, flags_of, gates_of, verdict_of
from opscareer.advice.routes import Way, growth_of, known_of, way_of
from opscareer.advice.score import Scale, expected, scales_of
from opscareer.advice.standing import Candidate, Standing, candidates_of, standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Growth
from opscareer.text import Text


@dataclass(frozen=True)
class Prospect:
    """A position held against a person: fit and score as shares of 1, and what stands between the two."""

    candidate: Candidate
    fit: float
    score: float
    verdict: Verdict
    why: tuple[Text, ...]
    gaps: tuple[Gap, ...]
    gates: tuple[Gate, ...]
    flags: tuple[Flag, ...]

    @property
    def position(self) -> str:
        """The id of the position."""
        return self.candidate.position


@dataclass(frozen=True)
class Situation:
    """All that advice rests on: where the person stands, what is believed, the candidates' scales, best first."""

    profile: Profile
    standing: Standing
    beliefs: Beliefs
    scales: tuple[Scale, ...]
    scores: Mapping[str, float]

    @property
    def leader(self) -> str | None:
        """The position with the best expected score; None at the top of the ladder."""
        return self.scales[0].candidate.position if self.scales else None


@dataclass(frozen=True)
class Advice:
    """What a person is told. `next` is None at the top of the ladder; mastery is None while too little is answered."""

    situation: Situation
    next: Prospect | None
    tied: tuple[str, ...]
    alternatives: tuple[Prospect, ...]
    confidence: float
    mastery: float | None
    present_gaps: tuple[Gap, ...]
    way: Way | None
    growth: tuple[Growth, ...]


def situation_of(kb: KnowledgeBase, profile: Profile) -> Situation:
    """Return where the person stands and how the positions that could come next compare."""
    standing = standing_of(kb, profile)
    beliefs = believe(kb, standing, profile)
    scales = scales_of(kb, standing, candidates_of(kb, standing, profile.goal))
    return ranked(Situation(profile, standing, beliefs, scales, {}), beliefs)


def ranked(situation: Situation, beliefs: Beliefs) -> Situation:
    """Return the situation under other beliefs, its candidates compared anew; equal scores in the order of ids."""
    scores = {scale.candidate.position: expected(scale, beliefs) for scale in situation.scales}
    order = sorted(situation.scales, key=lambda s: (-round(scores[s.candidate.position], 9), s.candidate.position))
    return replace(situation, beliefs=beliefs, scales=tuple(order), scores=scores)


def confidence_of(situation: Situation) -> float:
    """Return how unlikely (0-1) the unanswered questions would put another candidate first."""
    return confidence(duels_of(situation))


def prospect_of(
    kb: KnowledgeBase, situation: Situation, candidate: Candidate, reasons: Iterable[Text] = ()
) -> Prospect:
    """Return a position held against the person."""
    entry = candidate.kind == "entry"
    asked = requirements_of(kb, candidate.position, entry=entry)
    fit = fit_of(asked, situation.beliefs)
    gates = gates_of(kb, candidate.position, situation.standing, situation.beliefs, situation.profile, entry=entry)
    return Prospect(
        candidate=candidate,
        fit=fit,
        score=situation.scores.get(candidate.position, 0.0),
        verdict=verdict_of(kb, fit, gates),
        why=tuple(reasons),
        gaps=gaps_of(asked, situation.beliefs),
        gates=gates,
        flags=flags_of(kb, candidate.position, situation.profile),
    )


def best_of(kb: KnowledgeBase, situation: Situation) -> Prospect | None:
    """Return the position that comes first in a situation, or None at the top of the ladder."""
    return prospect_of(kb, situation, situation.scales[0].candidate) if situation.scales else None


def advise(kb: KnowledgeBase, profile: Profile) -> Advice:
    """Return the advice for a person."""
    situation = situation_of(kb, profile)
    mastery = mastery_of(kb, situation.standing.positions, profile)
    prospects = [prospect_of(kb, situation, s.candidate, _why(kb, situation, s)) for s in situation.scales]
    best = prospects[0] if prospects else None
    known = known_of(
        profile, situation.standing, mastery, best.verdict if best else "", best.candidate.kind if best else ""
    )
    return Advice(
        situation=situation,
        next=best,
        tied=tuple(p.position for p in prospects[1:] if best and best.score - p.score <= kb.rules["tie"]),
        alternatives=tuple(prospects[1:]),
        confidence=confidence_of(situation),
        mastery=mastery,
        present_gaps=_present_gaps(kb, situation),
        way=way_of(kb, known) if best else None,
        growth=growth_of(kb, known),
    )


def _why(kb: KnowledgeBase, situation: Situation, scale: Scale) -> tuple[Text, ...]:
    """Return why a candidate is named: the step, what is carried over, what sets it apart from its rival."""
    reasons = [*why.title_without_substance(kb, situation.standing), why.step_of(kb, scale.candidate)]
    further = [why.carried(kb, scale.candidate, situation.beliefs)]
    if situation.profile.goal is not None:
        further.append(why.towards(kb, scale.candidate, situation.profile.goal))
    if scale is situation.scales[0] and len(situation.scales) > 1:
        further.append(why.ahead(kb, scale, situation.scales[1], situation.beliefs))
    return (*reasons, *(reason for reason in further if reason))


def _present_gaps(kb: KnowledgeBase, situation: Situation) -> tuple[Gap, ...]:
    """Return what is known to be short in the present positions; of a skill that several ask for, the largest gap."""
    largest: dict[str, Gap] = {}
    for position in situation.standing.positions:
        for gap in gaps_of(requirements_of(kb, position), situation.beliefs):
            if not gap.assumed and gap.gain > largest.get(gap.skill, replace(gap, gain=0.0)).gain:
                largest[gap.skill] = gap
    return tuple(sorted(largest.values(), key=lambda gap: (-gap.gain, gap.skill)))
