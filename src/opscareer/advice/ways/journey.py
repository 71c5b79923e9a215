"""What a person is told of the ways to a goal: the shortest ones, and what to know before choosing among them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from opscareer.advice.advise import Situation, situation_of
from opscareer.advice.gates import months_due
from opscareer.advice.lines import wanted
from opscareer.advice.standing import reachable
from opscareer.advice.ways.beside_next import beside_next, titles_of
from opscareer.advice.ways.goals import goals_of, tops_of
from opscareer.advice.ways.path import Path, best_paths, straight_path
from opscareer.model.kb import KnowledgeBase
from opscareer.model.stretches import months_text
from opscareer.records import dataclass
from opscareer.text import Text, first_of

_SHORTER = Text(
    "路上横着走，全程省 {saved}：一路直着往上要 {straight}。",
    "Stepping sideways on the way saves {saved} in all: straight up it would take {straight}.",
)
_HARDLY = Text(
    "路上横着走，全程只省 {saved}（一路直着往上要 {straight}）：不值得只为快这一点换线。",
    "Stepping sideways on the way saves only {saved} in all (straight up it would take {straight}): "
    "too little to change line for it alone.",
)
_ONLY_SIDEWAYS = Text(
    "直着往上到不了{goals}，要横着走一步。", "No straight way up leads to {goals}; it takes a step sideways."
)
_HELD = Text(
    "你的目标{goal}就是你现在的岗位；下面看的是从这里再往上的路。",
    "Your goal, {goal}, is the post that you hold; the ways below go on from there.",
)
_BELOW = Text(
    "{goal}在你的岗位下面，往上走到不了那里：先看它要什么、你还差什么。",
    "{goal} lies below your post, and no way up leads there: see what it asks and you lack.",
)
_YEARS = Text(
    "没答在现在的岗位做了几年，按刚开始算。",
    "How long you have been in your post was not told; it is counted as just begun.",
)
_ASSUMED = Text(
    "{skills}没有答到级别，按你的岗位估；有了级别，月数会变。",
    "No level told, and estimated from your position: {skills}. With a level the months will change.",
)
_ENDS_BELOW = {
    "no": Text(
        "你说过不想带人：这里的路走到不带人的最高一级为止；要看带人的，写出目标，如 opscareer path {top}。",
        "You said you do not want to lead: the ways end at the highest post without it. To see those that lead, name a "
        "goal, as opscareer path {top}.",
    ),
    "yes": Text(
        "你说过想带人：这里的路走到带人的最高一级为止；要看别的，写出目标，如 opscareer path {top}。",
        "You said you want to lead: the ways end at the highest post that does. To see others, name a goal, as "
        "opscareer path {top}.",
    ),
}
_GOAL_UNWANTED = {
    "no": Text(
        "你说过不想带人，可{first}就是要带人的。", "You said you do not want to lead, but {first} is a post that does."
    ),
    "yes": Text(
        "你说过想带人，可{first}不带人。", "You said you want to lead, but {first} is a post that leads nobody."
    ),
}
_UNWANTED = {
    "no": Text(
        "你说过不想带人，可去{goals}的路绕不开带人：{first}就要带。",
        "You said you do not want to lead, but no way to {goals} goes without it: {first} leads people.",
    ),
    "yes": Text(
        "你说过想带人，可去{goals}的路绕不开{first}，那里不带人。",
        "You said you want to lead, but no way to {goals} goes without {first}, which leads nobody.",
    ),
}
_NAMED = 4


@dataclass(frozen=True)
class Journey:
    """The ways to some goals, the shortest first (none where no way leads there), and remarks on them."""

    goals: tuple[str, ...]
    paths: tuple[Path, ...]
    remarks: tuple[Text, ...]


def journey_of(kb: KnowledgeBase, situation: Situation, goal: str | None, k: int) -> Journey:
    """Return the k best ways from where a person stands to a goal: the one given, else told, else the tops in reach."""
    goal = goal or situation.profile.goal
    told = situation.profile  # from outside, who enters where depends on the goal
    towards = situation if goal == told.goal else situation_of(kb, replace(told, goal=goal))
    if goal is None:
        return _to_the_tops(kb, towards, situation, k)
    title, held = kb.positions[goal].title, situation.standing.positions
    if goal in held:
        onward = _to_the_tops(kb, towards, situation, k)
        if not onward.paths or goal != told.goal or situation.back_in:
            return onward
        return replace(onward, remarks=(_HELD.fill(goal=title), *onward.remarks))
    if ways := best_paths(kb, towards, (goal,), k, by=_leads_by(situation)):
        return Journey((goal,), ways, tuple(_remarks(kb, towards, situation, (goal,), ways)))
    below = held and all(kb.order(goal) < kb.order(post) or post in reachable(kb, goal) for post in held)
    return Journey((goal,), (), (_BELOW.fill(goal=title),) if below else ())


def _to_the_tops(kb: KnowledgeBase, towards: Situation, situation: Situation, k: int) -> Journey:
    """Return the ways of who named no goal: to the highest posts that are wanted, to any top where none leads there."""
    tops, goals = tops_of(kb, situation), goals_of(kb, situation)
    ways = best_paths(kb, towards, goals, k, by=_leads_by(situation))
    if not ways and goals != tops:
        goals, ways = tops, best_paths(kb, towards, tops, k, by=_leads_by(situation))
    if not ways:
        return Journey(goals, (), ())
    if not wanted(kb, situation.profile, tops) and goals != tops:  # of many lines: those that the ways lead to
        goals = tuple(goal for goal in goals if goal in {way.goal for way in ways})
        told = _ENDS_BELOW[situation.profile.facts["lead"]].fill(top=tops[0])
        return Journey(goals, ways, (told, *_remarks(kb, towards, situation, goals, ways)))
    return Journey(goals, ways, tuple(_remarks(kb, towards, situation, goals, ways)))


def _leads_by(situation: Situation) -> str | None:
    """Return the position by which the next role leads on: itself, or of a post that is held what it leads to."""
    step = situation.next
    if step is None:
        return None
    return step.then if step.position in situation.standing.positions else step.position


def _remarks(
    kb: KnowledgeBase, towards: Situation, situation: Situation, goals: tuple[str, ...], ways: Sequence[Path]
) -> Iterator[Text]:
    """Yield what to know of the first of the ways."""
    best = ways[0]
    yield from _through_unwanted(kb, situation, goals, best)
    if best.sideways:
        straight = straight_path(kb, towards, goals)
        if straight is None:
            yield _ONLY_SIDEWAYS.fill(goals=titles_of(kb, goals))
        elif round(straight.months - best.months, 6) > 0:
            yield _straight(kb, best, straight)
    yield from beside_next(kb, towards, situation, goals, best)
    if situation.profile.years is None and months_due(kb, situation.standing, situation.profile):
        yield _YEARS
    unknown = [rise.skill for rise in best.legs[0].gaps if rise.skill not in situation.beliefs.answered]
    if unknown:
        yield _ASSUMED.fill(skills=first_of([kb.skills[skill].name for skill in unknown], _NAMED))


def _through_unwanted(kb: KnowledgeBase, situation: Situation, goals: tuple[str, ...], best: Path) -> Iterator[Text]:
    """Yield from which post on a way leads where the person would not, because no way is without it."""
    unwanted = [leg.position for leg in best.legs if not wanted(kb, situation.profile, [leg.position])]
    if unwanted:
        told = (_GOAL_UNWANTED if unwanted[0] == best.goal else _UNWANTED)[situation.profile.facts["lead"]]
        yield told.fill(goals=titles_of(kb, goals), first=kb.positions[unwanted[0]].title)


def _straight(kb: KnowledgeBase, best: Path, straight: Path) -> Text:
    """Return what stepping sideways saves, and whether that is worth it: less than a review apart is hardly a thing."""
    saved = straight.months - best.months
    told = _SHORTER if saved > kb.rules.constants.review_months else _HARDLY
    return told.fill(saved=months_text(saved), straight=months_text(straight.months))
