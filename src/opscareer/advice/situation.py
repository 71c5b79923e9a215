"""Where a person stands: which lines come into question, how they compare, and which step each means now."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from opscareer.advice.belief import Beliefs, believe
from opscareer.advice.leniency import leniency_of
from opscareer.advice.line_steps import behind, steps_of
from opscareer.advice.lines import lines_of
from opscareer.advice.offered import step_to_offer
from opscareer.advice.score import Scale, expected, scales_of, shift
from opscareer.advice.situation_rules import own_ahead, rule_of
from opscareer.advice.standing import Candidate, Standing, standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule
from opscareer.records import dataclass


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
    def back_in(self) -> bool:
        """Whether the person is on the way back into work."""
        return self.rule is not None and self.rule.back_in

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
    lenient = leniency_of(kb, standing, profile)

    def among(sought: Profile) -> Situation:
        lines = lines_of(kb, standing, sought, own_only=rule is not None and rule.step == "own")
        options = tuple(scales_of(kb, standing, line, lenient, own_ahead(kb, rule)) for line in lines)
        return ranked(kb, Situation(profile, standing, beliefs, rule, options, (), (), {}, {}, None), beliefs)

    return next(one for one in map(among, _seeking(profile)) if one.scales or _own_is_among(one))


def _own_is_among(situation: Situation) -> bool:
    """Return whether the person's own line comes into question."""
    return any(scales[0].line.own for scales in situation.options)


def _seeking(profile: Profile) -> Iterator[Profile]:
    """Yield what lines are looked for by: all that was told; where that leaves none in which a step is allowed, and not
    one's own, also those that lead to no goal, then those whose work one would rather not do: one's own among them."""
    yield profile
    yield replace(profile, goal=None)
    yield replace(profile, goal=None, avoid=frozenset())


def retold(kb: KnowledgeBase, situation: Situation, profile: Profile) -> Situation:
    """Return the situation of the same person who tells other levels, and nothing else: where they stand stays."""
    if leniency_of(kb, situation.standing, profile) != leniency_of(kb, situation.standing, situation.profile):
        return situation_of(kb, profile)
    return ranked(kb, replace(situation, profile=profile), believe(kb, situation.standing, profile))


def ranked(
    kb: KnowledgeBase, situation: Situation, beliefs: Beliefs, changed: Collection[str] | None = None
) -> Situation:
    """Return the situation under other beliefs, its lines compared anew; equal scores in the order of ids.

    Lines that mean a post on the track that the person does not want come after one's own and all others; those that
    mean none drop out. changed: the skills that alone are believed otherwise than before, where that is known.
    """
    profile, standing, rule = situation.profile, situation.standing, situation.rule
    lines = [scales[0].line for scales in situation.options]
    steps = steps_of(kb, profile, standing, beliefs, rule, lines)
    values = _values(situation, beliefs, changed)
    best = [pair for pair in map(_better, values, situation.options) if pair[1].line.key in steps]
    scores = {scale.line.key: value for value, scale in best}
    late = behind(kb, profile, lines, steps)
    order = sorted(
        (scale for _, scale in best),
        key=lambda s: (s.line.key in late, -round(scores[s.line.key], 9), s.line.key),
    )
    return replace(
        situation,
        beliefs=beliefs,
        values=values,
        scales=tuple(order),
        scores=scores,
        steps=steps,
        offered=step_to_offer(kb, profile, standing, beliefs, rule),
        behind=late,
    )


def _values(situation: Situation, beliefs: Beliefs, changed: Collection[str] | None) -> tuple[tuple[float, ...], ...]:
    """Return the expected score of every scale of every line."""
    return tuple(
        tuple(_worth(scale, beliefs, situation, value, changed) for scale, value in zip(scales, row, strict=True))
        for scales, row in zip(situation.options, situation.values or _blank(situation.options), strict=True)
    )


def _better(values: tuple[float, ...], scales: tuple[Scale, ...]) -> tuple[float, Scale]:
    """Return the scale of a line that is worth most, and what it is worth; of equal ones the first."""
    return max(zip(values, scales, strict=True), key=lambda pair: pair[0])


def _worth(
    scale: Scale, beliefs: Beliefs, situation: Situation, before: float | None, changed: Collection[str] | None
) -> float:
    """Return the expected score of a scale, from what it was where only some skills are believed otherwise."""
    if before is None or changed is None:
        return expected(scale, beliefs)
    return before + sum(shift(scale, skill, situation.beliefs, beliefs) for skill in changed)


def _blank(options: tuple[tuple[Scale, ...], ...]) -> tuple[tuple[None, ...], ...]:
    return tuple(tuple(None for _ in scales) for scales in options)
