"""What a person is told of the ways to a goal: the shortest ones, and what to know before choosing among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from opscareer.advice.advise import Situation, situation_of
from opscareer.advice.gates import months_due
from opscareer.advice.ways.path import Path, best_paths, goals_of, path_by, straight_path
from opscareer.model.kb import KnowledgeBase
from opscareer.model.stretches import months_text
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
_ELSEWHERE = Text(
    "assess 建议的下一步是{next}：那里比的是合不合适，看眼下和再上一级；这里只比到{goals}要多久。{via}",
    "The next role that assess names is {next}: it compares what suits you, now and one rung on; here only the time to "
    "{goals} counts. {via}",
)
_VIA = Text("从{next}走，要 {months}。", "By way of {next} it takes {months}.")
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
    "assess has you consolidate {title} first: the months count from now, and the first of them go into that.",
)
_BACK = Text(
    "assess 让你先回到{title}：路上的月数从重新做上{held}那天算起。",
    "assess has you come back as {title} first: the months count from the day on which you are {held} again.",
)
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
    goals = goals_of(kb, situation) if goal is None or goal in situation.standing.positions else (goal,)
    told = situation.profile  # from outside, who enters where depends on the goal
    towards = situation if goal == told.goal else situation_of(kb, replace(told, goal=goal))
    ways = best_paths(kb, towards, goals, k, by=_leads_by(situation))
    return Journey(goals, ways, tuple(_remarks(kb, towards, situation, goals, ways)) if ways else ())


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
    if best.sideways:
        straight = straight_path(kb, towards, goals)
        if straight is None:
            yield _ONLY_SIDEWAYS.fill(goals=first_of([kb.positions[goal].title for goal in goals], _NAMED))
        elif round(straight.months - best.months, 6) > 0:
            yield _straight(kb, best, straight)
    yield from _next_role(kb, towards, situation, goals, best)
    if situation.profile.years is None and months_due(kb, situation.standing, situation.profile):
        yield _YEARS
    unknown = [rise.skill for rise in best.legs[0].gaps if rise.skill not in situation.beliefs.answered]
    if unknown:
        yield _ASSUMED.fill(skills=first_of([kb.skills[skill].name for skill in unknown], _NAMED))


def _next_role(
    kb: KnowledgeBase, towards: Situation, situation: Situation, goals: tuple[str, ...], best: Path
) -> Iterator[Text]:
    """Yield how the next role that is advised and the first of the ways go together."""
    step = situation.next
    if step is None:
        return
    title = kb.positions[step.position].title
    if step.kind == "stay":
        yield _STAY.fill(title=title)
    elif step.start and step.kind in ("entry", "down"):
        yield _BACK.fill(title=title, held=kb.positions[step.start].title)
    elif step.position != best.legs[0].position:
        yield _elsewhere(
            title, first_of([kb.positions[g].title for g in goals], _NAMED), path_by(kb, towards, goals, step.position)
        )


def _straight(kb: KnowledgeBase, best: Path, straight: Path) -> Text:
    """Return what stepping sideways saves, and whether that is worth it: less than a review apart is hardly a thing."""
    saved = straight.months - best.months
    told = _SHORTER if saved > kb.rules.constants.review_months else _HARDLY
    return told.fill(saved=months_text(saved), straight=months_text(straight.months))


def _elsewhere(leader: Text, goals: Text, via: Path | None) -> Text:
    """Return why the shortest way does not begin with the next role, and how long it takes by way of that."""
    told = _VIA.fill(next=leader, months=months_text(via.months)) if via else _NOT_VIA.fill(next=leader)
    return _ELSEWHERE.fill(next=leader, goals=goals, via=told)
