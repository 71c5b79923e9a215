"""What a person is told of the ways to a goal: the shortest ones, and what to know before choosing among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from opscareer.advice.advise import Situation, situation_of
from opscareer.advice.ways.path import Path, best_paths, goals_of, path_by, straight_path
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text, first_of, joined

_SHORTER = Text(
    "路上横着走，全程省 {saved} 个月：一路直着往上要 {straight} 个月。",
    "Stepping sideways on the way saves {saved} months in all: straight up it would take {straight}.",
)
_HARDLY = Text(
    "路上横着走，全程只省 {saved} 个月（一路直着往上要 {straight} 个月）：不值得只为快这一点换线。",
    "Stepping sideways on the way saves only {saved} months in all (straight up it would take {straight}): "
    "too little to change line for it alone.",
)
_ONLY_SIDEWAYS = Text(
    "直着往上到不了{goals}，要横着走一步。", "No straight way up leads to {goals}; it takes a step sideways."
)
_ELSEWHERE = Text(
    "assess 建议的下一步是{next}：那里比的是合不合适，看眼下和再上一级；这里只比到{goals}要多久。{via}",
    "The next role that assess names is {next}: it compares what suits you, now and one rung on; here only the time to "
    "{goals} counts. {via}",
)
_VIA = Text("从{next}走，要 {months} 个月。", "By way of {next} it takes {months} months.")
_NOT_VIA = Text("从{next}走不到那里。", "By way of {next} you do not get there.")
_YEARS = Text(
    "没答在现在的岗位做了几年，按刚开始算。",
    "How long you have been in your post was not told; it is counted as just begun.",
)
_ASSUMED = Text(
    "{skills}没有答到级别，按你的岗位估；有了级别，月数会变。",
    "No level told, and estimated from your position: {skills}. With a level the months will change.",
)
_STAY = Text(
    "assess 先让你把{title}做实：路上的月数从现在算，前几个月也用在这里。",
    "assess first has you make {title} real: the months count from now, and the first of them go into it.",
)
_NAMED, _EQUAL = 4, 1.1


@dataclass(frozen=True)
class Journey:
    """The ways to some goals, the shortest first (none where no way leads there), and remarks on them."""

    goals: tuple[str, ...]
    paths: tuple[Path, ...]
    remarks: tuple[Text, ...]


def journey_of(kb: KnowledgeBase, situation: Situation, goal: str | None, k: int) -> Journey:
    """Return the k best ways from where a person stands to a goal: the one given, else told, else the tops in reach.

    Ways within a tenth of the shortest are equal: the one by the next role and with the fewest moves stands first.
    """
    goal = goal or situation.profile.goal
    goals = goals_of(kb, situation) if goal is None or goal in situation.standing.positions else (goal,)
    told = situation.profile  # from outside, who enters where depends on the goal
    towards = situation if goal == told.goal else situation_of(kb, replace(told, goal=goal))
    ways = best_paths(kb, towards, goals, k)
    shortest = ways[0].months if ways else 0.0
    ranked = sorted(ways, key=lambda way: _rank(way, shortest, situation.leader))
    return Journey(goals, tuple(ranked), tuple(_remarks(kb, towards, situation, goals, ranked)) if ways else ())


def _rank(way: Path, shortest: float, leader: str | None) -> tuple[bool, bool, int, float]:
    equal = way.months <= _EQUAL * shortest
    return (not equal, equal and way.legs[0].position != leader, len(way.legs) if equal else 0, way.months)


def _remarks(
    kb: KnowledgeBase, towards: Situation, situation: Situation, goals: tuple[str, ...], ways: Sequence[Path]
) -> Iterator[Text]:
    """Yield what to know of the first of the ways."""
    titles, best = joined(kb.positions[goal].title for goal in goals), ways[0]
    if best.sideways:
        straight = straight_path(kb, towards, goals)
        if straight is None:
            yield _ONLY_SIDEWAYS.fill(goals=titles)
        elif round(straight.months - best.months, 6) > 0:
            yield _straight(kb, best, straight)
    step = situation.next
    if step and step.kind == "stay":
        yield _STAY.fill(title=kb.positions[step.position].title)
    elif step and step.position != best.legs[0].position:
        yield _elsewhere(kb.positions[step.position].title, titles, path_by(kb, towards, goals, step.position))
    if not situation.standing.outside and situation.profile.years is None:
        yield _YEARS
    unknown = [rise.skill for rise in best.legs[0].gaps if rise.skill not in situation.beliefs.answered]
    if unknown:
        yield _ASSUMED.fill(skills=first_of([kb.skills[skill].name for skill in unknown], _NAMED))


def _straight(kb: KnowledgeBase, best: Path, straight: Path) -> Text:
    """Return what stepping sideways saves, and whether that is worth it: less than a review apart is hardly a thing."""
    saved = straight.months - best.months
    told = _SHORTER if saved > kb.rules["review_months"] else _HARDLY
    return told.fill(saved=f"{saved:g}", straight=f"{straight.months:g}")


def _elsewhere(leader: Text, goals: Text, via: Path | None) -> Text:
    """Return why the shortest way does not begin with the next role, and how long it takes by way of that."""
    told = _VIA.fill(next=leader, months=f"{via.months:g}") if via else _NOT_VIA.fill(next=leader)
    return _ELSEWHERE.fill(next=leader, goals=goals, via=told)
