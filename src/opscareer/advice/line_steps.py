"""The step that each line means now, and which lines give way to others: to one's goal, and to the track one wants."""

from collections.abc import Iterator, Mapping, Sequence

from opscareer.advice.belief import Beliefs
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.lines import Line, wanted
from opscareer.advice.reach import reach_of_beginning
from opscareer.advice.standing import Candidate, Standing, reachable
from opscareer.advice.step import step_in
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule


def steps_of(
    kb: KnowledgeBase,
    profile: Profile,
    standing: Standing,
    beliefs: Beliefs,
    rule: SituationRule | None,
    lines: Sequence[Line],
) -> dict[str, Candidate]:
    """Return the step that each line means, by its key.

    A line that no step leads into now drops out, and so does one's own at the top, or where it does not lead to the
    goal and another does, and one by which the goal is further off. Whoever stands before their goal is not sent round
    it.
    """
    steps = dict(_each(kb, profile, standing, beliefs, rule, lines))
    overtaken = _overtaken(kb, profile.goal, beliefs, rule, lines, steps)
    longer = frozenset() if standing.outside else _longer(kb, profile.goal, beliefs, lines, steps)
    left = {key: step for key, step in steps.items() if key not in overtaken | longer}
    there = {key: step for key, step in left.items() if step.position == profile.goal and step.kind == "promotion"}
    return there or left


def _longer(
    kb: KnowledgeBase, goal: str | None, beliefs: Beliefs, lines: Sequence[Line], steps: Mapping[str, Candidate]
) -> frozenset[str]:
    """Return the keys of other lines by which the goal is further off, where one in reach is it or stands before it."""
    if goal is None:
        return frozenset()
    away = {line.key: steps[line.key].position for line in lines if not line.own and line.key in steps}
    straight = {key: post for key, post in away.items() if goal in (post, *kb.promotions(post))}
    reached = any(_has(kb, beliefs, post, kb.rules.constants.within_reach) for post in straight.values())
    return frozenset(key for key in away if key not in straight) if reached else frozenset()


def _has(kb: KnowledgeBase, beliefs: Beliefs, post: str, reach: float) -> bool:
    """Return whether so much of a post is there (0-1); a sum of shares does not miss it by a last digit."""
    return round(fit_of(requirements_of(kb, post), beliefs), 9) >= reach


def behind(
    kb: KnowledgeBase, profile: Profile, lines: Sequence[Line], steps: Mapping[str, Candidate]
) -> frozenset[str]:
    """Return the keys of the lines of others whose step is on the track that the person does not want."""
    away = [line.key for line in lines if not line.own and line.key in steps]
    return frozenset(key for key in away if not wanted(kb, profile, [steps[key].position]))


def _each(
    kb: KnowledgeBase,
    profile: Profile,
    standing: Standing,
    beliefs: Beliefs,
    rule: SituationRule | None,
    lines: Sequence[Line],
) -> Iterator[tuple[str, Candidate]]:
    """Yield the key of each line that means a step, and the step; to stay at the top is none."""
    for line in lines:
        step = step_in(kb, profile, standing, beliefs, line, rule)
        stays = step is not None and step.kind == "stay" and not step.then
        at_the_top = stays and not kb.promotions(line.present) and len(lines) == 1
        if step and not at_the_top:
            yield line.key, step


def _overtaken(
    kb: KnowledgeBase,
    goal: str | None,
    beliefs: Beliefs,
    rule: SituationRule | None,
    lines: Sequence[Line],
    steps: Mapping[str, Candidate],
) -> frozenset[str]:
    """Return the keys of one's own lines where neither they nor their steps lead to the goal and another one that does
    is in reach: for who wants another line a post to begin by from what it takes to begin."""
    own = [line for line in lines if line.own]
    along = [*(line.present for line in own), *(steps[line.key].position for line in own if line.key in steps)]
    if goal is None or not own or any(goal in reachable(kb, post) for post in along):
        return frozenset()
    into = [step for step in steps.values() if step.kind in ("lateral", "diagonal")]
    ahead = [step for step in into if goal in reachable(kb, step.position)]
    wishes = rule is not None and rule.step == "other"

    def reached(post: str) -> bool:
        begins = wishes and kb.enters(post)
        reach = reach_of_beginning(kb) if begins else kb.rules.constants.within_reach
        return _has(kb, beliefs, post, reach)

    return frozenset(line.key for line in own) if any(reached(step.position) for step in ahead) else frozenset()
