"""What a person is told of the ways to a goal: the shortest ones, and what to know before choosing among them."""

from collections.abc import Iterator
from dataclasses import dataclass

from opscareer.advice.advise import Situation
from opscareer.advice.path import Path, goals_of, paths_of
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text, joined

_SHORTER = Text(
    "先横着走，全程省 {saved} 个月：一路直着往上要 {straight} 个月。",
    "Stepping sideways first saves {saved} months in all: straight up it would take {straight}.",
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
    "{skills}没答过，按你的岗位估；答了，月数会变。",
    "Not answered and estimated from your position: {skills}. With an answer the months will change.",
)
_NAMED = 4


@dataclass(frozen=True)
class Journey:
    """The ways to some goals, the shortest first (none where no way leads there), and remarks on them."""

    goals: tuple[str, ...]
    paths: tuple[Path, ...]
    remarks: tuple[Text, ...]


def journey_of(kb: KnowledgeBase, situation: Situation, goal: str | None, k: int) -> Journey:
    """Return the k best ways from where a person stands to a goal: the one given, else told, else the top."""
    goal = goal or situation.profile.goal
    goals = goals_of(kb, situation) if goal is None or goal in situation.standing.positions else (goal,)
    paths = paths_of(kb, situation, goals, k)
    return Journey(goals, paths, tuple(_remarks(kb, situation, goals, paths[0])) if paths else ())


def _remarks(kb: KnowledgeBase, situation: Situation, goals: tuple[str, ...], best: Path) -> Iterator[Text]:
    titles = joined(kb.positions[goal].title for goal in goals)
    if best.sideways:
        straight = paths_of(kb, situation, goals, 1, sideways=0)
        if not straight:
            yield _ONLY_SIDEWAYS.fill(goals=titles)
        elif straight[0].months > best.months:
            saved = straight[0].months - best.months
            yield _SHORTER.fill(saved=f"{saved:g}", straight=f"{straight[0].months:g}")
    if situation.leader and situation.leader != best.legs[0].position:
        yield _elsewhere(kb, situation, goals, situation.leader)
    if not situation.standing.outside and situation.profile.years is None:
        yield _YEARS
    unknown = [rise.skill for rise in best.legs[0].gaps if rise.skill not in situation.beliefs.answered]
    if unknown:
        yield _ASSUMED.fill(skills=joined(kb.skills[skill].name for skill in unknown[:_NAMED]))


def _elsewhere(kb: KnowledgeBase, situation: Situation, goals: tuple[str, ...], leader: str) -> Text:
    """Return why the shortest way does not begin with the next role, and how long it takes by way of that."""
    title, titles = kb.positions[leader].title, joined(kb.positions[goal].title for goal in goals)
    ways = paths_of(kb, situation, goals, 1, first=leader)
    via = _VIA.fill(next=title, months=f"{ways[0].months:g}") if ways else _NOT_VIA.fill(next=title)
    return _ELSEWHERE.fill(next=title, goals=titles, via=via)
