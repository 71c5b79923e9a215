"""Where a person stands: which lines come into question, how they compare, and which step each means now."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from opscareer.advice.belief import Beliefs, believe
from opscareer.advice.conditions import Known, holds
from opscareer.advice.duel import Duel, confidence
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.lines import lines_of, wanted
from opscareer.advice.score import Scale, expected, scales_of, shift, spread
from opscareer.advice.standing import Candidate, Standing, answered, reachable, standing_of
from opscareer.advice.step import step_in, step_to_offer
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule


@dataclass(frozen=True)
class Situation:
    """All that advice rests on: where the person stands, what is believed, the lines' scales and steps, best first.

    rule: what brings the person, and what that changes; options: each line's scales, one for each position one rung up,
    with their expected values;
    steps: the step that each line of the scales means, by its key; offered: the step to a post offered, where a mentor
    would take it; behind: the keys of the lines that mean a post on the track that the person does not want.
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
    behind: frozenset[str] = frozenset()

    @property
    def next(self) -> Candidate | None:
        """The step that comes first; None at the top of the ladder."""
        if self.offered:
            return self.offered
        return self.steps[self.scales[0].line.key] if self.scales else None

    @property
    def rivals(self) -> tuple[Scale, ...]:
        """The lines beside the first one that no wish has put behind it, or that are put behind as it is."""
        first = self.scales[0].line.key in self.behind if self.scales else False
        return tuple(scale for scale in self.scales[1:] if (scale.line.key in self.behind) is first)

    @property
    def leader(self) -> str | None:
        """The position that comes first; None at the top of the ladder."""
        return self.next.position if self.next else None


def situation_of(kb: KnowledgeBase, profile: Profile) -> Situation:
    """Return where the person stands and how the lines that they could go on in compare."""
    standing = standing_of(kb, profile)
    beliefs = believe(kb, standing, profile)
    rule = rule_of(kb, profile, standing)
    lenient = _leniency(kb, standing, profile)
    lines = lines_of(kb, standing, profile, own_only=rule is not None and rule.step == "own")
    leaving = rule is not None and rule.step == "other"
    options = tuple(scales_of(kb, standing, line, lenient, leaving=leaving) for line in lines)
    return ranked(kb, Situation(profile, standing, beliefs, rule, options, (), (), {}, {}, None), beliefs)


def retold(kb: KnowledgeBase, situation: Situation, profile: Profile) -> Situation:
    """Return the situation of the same person who tells other levels, and nothing else: where they stand stays."""
    if _leniency(kb, situation.standing, profile) != _leniency(kb, situation.standing, situation.profile):
        return situation_of(kb, profile)
    return ranked(kb, replace(situation, profile=profile), believe(kb, situation.standing, profile))


def rule_of(kb: KnowledgeBase, profile: Profile, standing: Standing) -> SituationRule | None:
    """Return the first rule of the situations that speaks for a person: what brings them, and what that changes."""
    return _first(kb, _known(profile, standing))


def book_of(kb: KnowledgeBase, situation: Situation) -> SituationRule | None:
    """Return the rule whose reason and playbook are told: it also knows whether a post offered is advised."""
    known = _known(situation.profile, situation.standing)
    if situation.profile.offer is not None:
        known["post"] = "offered" if situation.offered else "declined"
    return _first(kb, known)


def ranked(
    kb: KnowledgeBase, situation: Situation, beliefs: Beliefs, changed: Collection[str] | None = None
) -> Situation:
    """Return the situation under other beliefs, its lines compared anew; equal scores in the order of ids.

    Lines that mean a post on the track that the person does not want come after one's own and all others. A line that
    no step leads into now drops out, and so does one's own at the top. changed: the skills that alone are believed
    otherwise than before, where that is known.
    """
    values = tuple(
        tuple(_worth(scale, beliefs, situation, value, changed) for scale, value in zip(scales, row, strict=True))
        for scales, row in zip(situation.options, situation.values or _blank(situation.options), strict=True)
    )
    steps = {step.key: step.candidate for step in _steps_of(kb, situation, beliefs)}
    overtaken = _overtaken(kb, situation, beliefs, steps)
    steps = _arriving(situation.profile, {key: step for key, step in steps.items() if key not in overtaken})
    best = [
        max(zip(row, scales, strict=True), key=lambda pair: pair[0])
        for row, scales in zip(values, situation.options, strict=True)
        if scales[0].line.key in steps
    ]
    scores = {scale.line.key: value for value, scale in best}
    behind = _behind(kb, situation, steps)
    order = sorted(
        (scale for _, scale in best),
        key=lambda s: (s.line.key in behind, -round(scores[s.line.key], 9), s.line.key),
    )
    offered = step_to_offer(kb, situation.profile, situation.standing, beliefs, situation.rule)
    return replace(
        situation,
        beliefs=beliefs,
        values=values,
        scales=tuple(order),
        scores=scores,
        steps=steps,
        offered=offered,
        behind=behind,
    )


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
    reached = any(round(fit, 9) >= kb.rules.constants.within_reach for fit in fits)
    return frozenset(line.key for line in own) if reached else frozenset()


def _behind(kb: KnowledgeBase, situation: Situation, steps: Mapping[str, Candidate]) -> frozenset[str]:
    """Return the keys of the lines of others whose step is on the track that the person does not want."""
    lines = [scales[0].line for scales in situation.options]
    away = [line.key for line in lines if not line.own and line.key in steps]
    return frozenset(key for key in away if not wanted(kb, situation.profile, [steps[key].position]))


def _arriving(profile: Profile, steps: dict[str, Candidate]) -> dict[str, Candidate]:
    """Return the steps that are the goal itself, by a promotion of one's own line that is in reach; else all of them.

    Whoever stands before their goal is not sent round it.
    """
    there = {key: step for key, step in steps.items() if step.position == profile.goal and step.kind == "promotion"}
    return there or steps


def _worth(
    scale: Scale, beliefs: Beliefs, situation: Situation, before: float | None, changed: Collection[str] | None
) -> float:
    """Return the expected score of a scale, from what it was where only some skills are believed otherwise."""
    if before is None or changed is None:
        return expected(scale, beliefs)
    return before + sum(shift(scale, skill, situation.beliefs, beliefs) for skill in changed)


def _blank(options: tuple[tuple[Scale, ...], ...]) -> tuple[tuple[None, ...], ...]:
    return tuple(tuple(None for _ in scales) for scales in options)


def _first(kb: KnowledgeBase, known: Known) -> SituationRule | None:
    return next((rule for rule in kb.rules.situations if holds(rule.when, known)), None)


def _known(profile: Profile, standing: Standing) -> dict[str, str | float]:
    """Return what rules of situations can test before any advice; from outside one stands on no rung."""
    rung = {} if standing.outside else {"rung": standing.rung}
    return {**answered(profile, standing), **rung}


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
