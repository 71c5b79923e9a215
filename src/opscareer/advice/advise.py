"""The advice: the next role, how near it is, what is missing, by which way, and how steady all that is."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from opscareer.advice import why
from opscareer.advice.belief import Beliefs, believe
from opscareer.advice.conditions import Known, holds
from opscareer.advice.duel import confidence, duels_of
from opscareer.advice.fit import Gap, fit_of, gaps_of, mastery_of, requirements_of
from opscareer.advice.gates import Flag, Gate, Verdict, flags_of, gates_of, verdict_of
from opscareer.advice.leading import what_leading_adds
from opscareer.advice.lines import Line, lines_of, ups_of
from opscareer.advice.routes import Way, growth_of, known_of, way_of
from opscareer.advice.score import Scale, expected, scales_of, shift
from opscareer.advice.standing import Candidate, Standing, candidate_for, reachable, standing_of
from opscareer.advice.step import step_in, step_to_offer
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Growth, SituationRule
from opscareer.text import Text

SHOWN_FROM = 3
"""The level from which a deed is worth showing: done alone, with a result."""
_SHOWN = 3


@dataclass(frozen=True)
class Prospect:
    """A position held against a person: fit and score as shares of 1, and what stands between the two.

    gaps_of: the position that gaps and fit are of: another one where the present post is real already.
    The verdict, the gates and the flags are of the position itself.
    """

    candidate: Candidate
    fit: float
    score: float
    verdict: Verdict
    why: tuple[Text, ...]
    gaps: tuple[Gap, ...]
    gates: tuple[Gate, ...]
    flags: tuple[Flag, ...]
    gaps_of: str

    @property
    def position(self) -> str:
        """The id of the position."""
        return self.candidate.position


@dataclass(frozen=True)
class Situation:
    """All that advice rests on: where the person stands, what is believed, the lines' scales and steps, best first.

    rule: what brings the person, and what that changes; options: each line's scales, one for each position one rung up,
    with their expected values;
    steps: the step that each line of the scales means, by its key; offered: the step to a post offered, where a mentor
    would take it.
    """

    profile: Profile
    standing: Standing
    beliefs: Beliefs
    rule: SituationRule | None
    options: tuple[tuple[Scale, ...], ...]
    values: tuple[tuple[float, ...], ...]
    scales: tuple[Scale, ...]
    scores: Mapping[str, float]
    steps: Mapping[str, Candidate]
    offered: Candidate | None

    @property
    def next(self) -> Candidate | None:
        """The step that comes first; None at the top of the ladder."""
        if self.offered:
            return self.offered
        return self.steps[self.scales[0].line.key] if self.scales else None

    @property
    def leader(self) -> str | None:
        """The position that comes first; None at the top of the ladder."""
        return self.next.position if self.next else None


@dataclass(frozen=True)
class Strength:
    """A skill (levels 0-5) that stands above what the present post asks, or where it asks nothing, above its rung."""

    skill: str
    have: int
    need: int


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
    strengths: tuple[Strength, ...]
    way: Way | None
    growth: tuple[Growth, ...]


def situation_of(kb: KnowledgeBase, profile: Profile) -> Situation:
    """Return where the person stands and how the lines that they could go on in compare."""
    standing = standing_of(kb, profile)
    beliefs = believe(kb, standing, profile)
    rule = next((rule for rule in kb.rules.situations if _applies(rule, profile)), None)
    lenient = _leniency(kb, standing, profile)
    lines = lines_of(kb, standing, profile, own_only=rule is not None and rule.step == "own")
    options = tuple(scales_of(kb, standing, line, lenient) for line in lines)
    return ranked(kb, Situation(profile, standing, beliefs, rule, options, (), (), {}, {}, None), beliefs)


def ranked(
    kb: KnowledgeBase, situation: Situation, beliefs: Beliefs, changed: Collection[str] | None = None
) -> Situation:
    """Return the situation under other beliefs, its lines compared anew; equal scores in the order of ids.

    A line that no step leads into now drops out, and so does one's own at the top. changed: the skills that alone are
    believed otherwise than before, where that is known.
    """
    values = tuple(
        tuple(_worth(scale, beliefs, situation, value, changed) for scale, value in zip(scales, row, strict=True))
        for scales, row in zip(situation.options, situation.values or _blank(situation.options), strict=True)
    )
    steps = {step.key: step.candidate for step in _steps_of(kb, situation, beliefs)}
    steps = {key: step for key, step in steps.items() if key not in _overtaken(kb, situation, beliefs, steps)}
    best = [
        max(zip(row, scales, strict=True), key=lambda pair: pair[0])
        for row, scales in zip(values, situation.options, strict=True)
        if scales[0].line.key in steps
    ]
    scores = {scale.line.key: value for value, scale in best}
    order = sorted((scale for _, scale in best), key=lambda s: (-round(scores[s.line.key], 9), s.line.key))
    offered = step_to_offer(kb, situation.profile, situation.standing, beliefs, situation.rule)
    return replace(
        situation, beliefs=beliefs, values=values, scales=tuple(order), scores=scores, steps=steps, offered=offered
    )


class _Step(NamedTuple):
    key: str
    candidate: Candidate


def _steps_of(kb: KnowledgeBase, situation: Situation, beliefs: Beliefs) -> Iterator[_Step]:
    """Yield the step that each line means, where there is one."""
    profile, standing, rule = situation.profile, situation.standing, situation.rule
    for scales in situation.options:
        line = scales[0].line
        step = step_in(kb, profile, standing, beliefs, line, rule)
        at_the_top = step and step.kind == "stay" and not step.then and not line.ups and len(situation.options) == 1
        if step and not at_the_top:
            yield _Step(line.key, step)


def _overtaken(
    kb: KnowledgeBase, situation: Situation, beliefs: Beliefs, steps: Mapping[str, Candidate]
) -> frozenset[str]:
    """Return the keys of one's own lines where they do not lead to the goal and another one that does is in reach."""
    goal = situation.profile.goal
    own = [scales[0].line for scales in situation.options if scales[0].line.own]
    if goal is None or not own or any(goal in reachable(kb, line.present) for line in own):
        return frozenset()
    ahead = [
        step for step in steps.values() if step.kind in ("lateral", "diagonal") and goal in reachable(kb, step.position)
    ]
    fits = [fit_of(requirements_of(kb, step.position), beliefs) for step in ahead]
    reached = any(round(fit, 9) >= kb.rules["within_reach"] for fit in fits)
    return frozenset(line.key for line in own) if reached else frozenset()


def _worth(
    scale: Scale, beliefs: Beliefs, situation: Situation, before: float | None, changed: Collection[str] | None
) -> float:
    """Return the expected score of a scale, from what it was where only some skills are believed otherwise."""
    if before is None or changed is None:
        return expected(scale, beliefs)
    return before + sum(shift(scale, skill, situation.beliefs, beliefs) for skill in changed)


def _blank(options: tuple[tuple[Scale, ...], ...]) -> tuple[tuple[None, ...], ...]:
    return tuple(tuple(None for _ in scales) for scales in options)


def confidence_of(situation: Situation) -> float:
    """Return how unlikely (0-1) the unanswered questions would put another line first."""
    return confidence(duels_of(situation))


def prospect_of(
    kb: KnowledgeBase, situation: Situation, candidate: Candidate, reasons: Iterable[Text] = (), score: float = 0.0
) -> Prospect:
    """Return a position held against the person."""
    entry = candidate.kind == "entry" and not candidate.start
    asked = requirements_of(kb, candidate.position, entry=entry)
    here = fit_of(asked, situation.beliefs)
    gates = gates_of(kb, candidate.position, situation.standing, situation.beliefs, situation.profile, entry=entry)
    aim = _works_on(kb, candidate, here, situation)
    wanted = asked if aim == candidate.position else requirements_of(kb, aim)
    return Prospect(
        candidate=candidate,
        fit=fit_of(wanted, situation.beliefs),
        score=score,
        verdict=_verdict(kb, situation, candidate, here, gates, gaps_of(asked, situation.beliefs)),
        why=tuple(reasons),
        gaps=ordered(kb, situation, aim, gaps_of(wanted, situation.beliefs)),
        gates=gates,
        flags=flags_of(kb, candidate.position, situation.profile),
        gaps_of=aim,
    )


def _verdict(
    kb: KnowledgeBase,
    situation: Situation,
    candidate: Candidate,
    fit: float,
    gates: tuple[Gate, ...],
    gaps: tuple[Gap, ...],
) -> Verdict:
    """Return how near a position is; a title without its substance is built first, whatever the fit."""
    empty = any(held == candidate.position for held, _, _ in situation.standing.by_title)
    return "build-first" if empty and candidate.kind == "stay" else verdict_of(kb, fit, gates, gaps)


def ordered(kb: KnowledgeBase, situation: Situation, position: str, gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """Return gaps in the order in which they matter for the step.

    First what a post that leads adds to one that does not, and what it does not waive and is far away; then what it
    asks and the present one never did; then what is a little short everywhere. Within each the largest gain first.
    """
    asked = {r.skill: r for r in kb.positions[position].requirements}
    held = {skill for present in situation.standing.positions for skill in kb.needed[present]}
    telling = [gap for gap in gaps if gap.gain >= kb.rules["telling_gain"]]
    shut = {gap.skill for gap in telling if asked[gap.skill].must and gap.need - gap.expected > 1}
    new = {gap.skill for gap in telling if held and gap.skill not in held}
    adds = what_leading_adds(kb, situation.standing, position)

    def rank(gap: Gap) -> tuple[int, float, str]:
        place = 0 if gap in telling and gap.skill in adds | shut else 1 if gap.skill in new else 2
        return (place, -round(gap.gain, 9), gap.skill)

    return tuple(sorted(gaps, key=rank))


def best_of(kb: KnowledgeBase, situation: Situation) -> Prospect | None:
    """Return the position that comes first in a situation, or None at the top of the ladder."""
    return prospect_of(kb, situation, situation.next) if situation.next else None


def advise(kb: KnowledgeBase, profile: Profile) -> Advice:
    """Return the advice for a person."""
    situation = situation_of(kb, profile)
    mastery = mastery_of(kb, situation.standing.positions, profile)
    prospects = [
        prospect_of(kb, situation, step, _why(kb, situation, step, scale), _score(situation, scale))
        for step, scale in _steps(kb, situation)
    ]
    best = prospects[0] if prospects else None
    known = known_of(
        profile, situation.standing, mastery, best.verdict if best else "", best.candidate.kind if best else ""
    )
    return Advice(
        situation=situation,
        next=best,
        tied=_tied(kb, situation),
        alternatives=tuple(prospects[1:]),
        confidence=confidence_of(situation),
        mastery=mastery,
        present_gaps=_present_gaps(kb, situation),
        strengths=_strengths(kb, situation),
        way=way_of(kb, known) if best else None,
        growth=growth_of(kb, known),
    )


def _applies(rule: SituationRule, profile: Profile) -> bool:
    """Return whether a rule speaks for a person; one about an offer only where there is one."""
    years: dict[str, float] = {} if profile.years is None else {"years": profile.years}
    known: Known = {**profile.facts, **years}
    return holds(rule.when, known) and (rule.step != "offer" or profile.offer is not None)


def _leniency(kb: KnowledgeBase, standing: Standing, profile: Profile) -> float:
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


def _steps(kb: KnowledgeBase, situation: Situation) -> list[tuple[Candidate, Scale | None]]:
    """Return the steps to tell, the first first: a post offered, then each line's, and what else one's own may mean."""
    told: dict[str, tuple[Candidate, Scale | None]] = {}
    if situation.offered:
        told[situation.offered.position] = (situation.offered, None)
    for scale in situation.scales:
        step = situation.steps[scale.line.key]
        told.setdefault(step.position, (step, scale))
        if scale.line.own and not situation.offered and scale is situation.scales[0]:
            for other in _beside(kb, situation, scale.line, step):
                told.setdefault(other.position, (other, scale))
    return list(told.values())


def _beside(kb: KnowledgeBase, situation: Situation, line: Line, step: Candidate) -> list[Candidate]:
    """Return what one's own line may mean besides: both tracks stand side by side, and what staying leads to."""
    onward = [Candidate(m.end, m.kind, m.start, m) for m in kb.moves_from[step.position] if m.end == step.then]
    others = [candidate_for(kb, situation.standing, up) for up in line.ups if up not in (step.then, step.position)]
    return [*onward, *others]


def _score(situation: Situation, scale: Scale | None) -> float:
    return situation.scores[scale.line.key] if scale else 0.0


def _tied(kb: KnowledgeBase, situation: Situation) -> tuple[str, ...]:
    """Return the positions of the lines that are almost level with the first one, and mean another step."""
    if situation.offered or not situation.scales:
        return ()
    first, *rest = situation.scales
    lead = situation.scores[first.line.key]
    close = [s for s in rest if lead - situation.scores[s.line.key] <= kb.rules["tie"]]
    positions = dict.fromkeys(situation.steps[s.line.key].position for s in close)
    return tuple(position for position in positions if position != situation.leader)


def _works_on(kb: KnowledgeBase, candidate: Candidate, fit: float, situation: Situation) -> str:
    """Return the position whose gaps are worked on: of a stay the goal, where it is a step away; of a post that is real
    already, the one that it leads to."""
    goal, present = situation.profile.goal, candidate.start or candidate.position
    if candidate.kind == "stay" and goal and goal != present and 0 <= kb.order(goal) - kb.order(present) <= 1:
        return goal
    if candidate.kind == "down":
        return candidate.start
    onward = candidate.then or next(iter(ups_of(kb, situation.profile, candidate.position)), "")
    onto = onward and candidate.kind == "stay"
    return onward if onto and round(fit, 9) >= kb.rules["mastery"] else candidate.position


def _why(kb: KnowledgeBase, situation: Situation, step: Candidate, scale: Scale | None) -> tuple[Text, ...]:
    """Return why a step is named: the situation, the step, what is carried over, what sets its line apart."""
    reasons = [*why.title_without_substance(kb, situation.standing)]
    if step == situation.next and situation.rule:
        reasons.append(situation.rule.because)
    reasons.append(why.step_of(kb, step))
    further = [why.carried(kb, step, situation.beliefs)]
    if situation.profile.goal is not None:
        further.append(why.towards(kb, step, situation.profile.goal))
    if scale and step == situation.next and len(situation.scales) > 1:
        further.append(why.ahead(kb, scale, situation.scales[1], situation.beliefs))
    return (*reasons, *(reason for reason in further if reason))


def _strengths(kb: KnowledgeBase, situation: Situation) -> tuple[Strength, ...]:
    """Return what the person has to show: skills told above the present posts, the highest above first."""
    asked = (
        {s: max(kb.needed[p].get(s, 0) for p in situation.standing.positions) for s in kb.skills}
        if (situation.standing.positions)
        else {}
    )
    levels = situation.profile.levels
    found = [
        Strength(s, have, asked.get(s, 0))
        for s, have in levels.items()
        if have >= SHOWN_FROM and have > asked.get(s, 0)
    ]
    ranked_first = sorted(found, key=lambda one: (one.need == 0, -(one.have - one.need), -one.have, one.skill))
    return tuple(ranked_first[:_SHOWN])


def _present_gaps(kb: KnowledgeBase, situation: Situation) -> tuple[Gap, ...]:
    """Return what is known to be short in the present positions; of a skill that several ask for, the largest gap."""
    largest: dict[str, Gap] = {}
    for position in situation.standing.positions:
        for gap in gaps_of(requirements_of(kb, position), situation.beliefs):
            if not gap.assumed and gap.gain > largest.get(gap.skill, replace(gap, gain=0.0)).gain:
                largest[gap.skill] = gap
    return tuple(sorted(largest.values(), key=lambda gap: (-gap.gain, gap.skill)))
