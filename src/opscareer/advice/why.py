"""Why a position is named: sentences that repeat the calculation, each with the figures it rests on."""

from collections.abc import Collection, Mapping

from opscareer.advice.belief import Beliefs
from opscareer.advice.fit import asked_of, met
from opscareer.advice.lines import wanted
from opscareer.advice.openings import unwanted
from opscareer.advice.score import Scale, contributions, expected
from opscareer.advice.standing import Candidate, Standing, joined_to, reachable
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import TitleRule
from opscareer.model.step import Unwanted
from opscareer.text import Text, joined

_TITLE_HOLLOW = Text(
    "你的头衔是{title}，可没有人向你汇报，它要的大半也还没做过：到别家没人按这个头衔看你，先按{real}去谈。",
    "Your title is {title}, but nobody reports to you and most of what it asks you have not done yet: elsewhere the "
    "title will not count, so apply as {real}.",
)
_TITLE_UNWANTED = Text(
    "你的头衔是{title}，但没有人向你汇报，你也说过不想带人：就按{real}来看，不必把头衔变成实的。",
    "Your title is {title}, yet nobody reports to you, and you said you do not want to lead: you are advised as "
    "{real}, and the title need not be given its substance.",
)
_CARRIED = Text(
    "{title}要的能力里，你已经做到的：{skills}。",
    "Of what {title} asks, you can already do: {skills}.",
)
_LITTLE = 0.1
"""A share of a post that is not worth naming."""
_AHEAD = Text(
    "为什么先看这条线：比{rival}高 {lead} 分（比方向的分，跟匹配度是两回事），主要因为{reasons}。",
    "Why this line first: {lead} {lead|point|points} ahead of {rival} (points for directions, another thing than the "
    "fit), mainly because of {reasons}.",
)
_AND_ALL_ELSE = Text("{told}，别的合起来 {points} 分", "{told}; all else together {points} points")
_GOAL = Text("这一步通向你的目标：{way}。", "It leads to your goal: {way}.")
_AT_GOAL = Text("这就是你的目标。", "It is your goal.")
_NO_WAY = Text("从{title}往上走，到不了{goal}。", "No way up from {title} leads to {goal}.")
_NO_WAY_UP = Text(
    "从{title}一直往上，到不了{goal}，中途得换一次线；从哪里换，看 opscareer path {id}。",
    "No way up from {title} leads to {goal}: you would have to change line on the way; opscareer path {id} shows "
    "where.",
)
_GOAL_UNWANTED: Mapping[Unwanted, Text] = {
    "work": Text(
        "你的目标{goal}，主要的活正是你说过不想再做的：目标和意愿，得改一样。",
        "Your goal, {goal}, lives by what you said you would rather do no more: one of the two has to change.",
    ),
    "lead": Text(
        "你的目标{goal}要带人，你说过不想带：目标和意愿，得改一样。",
        "Your goal, {goal}, leads people, which you said you do not want: one of the two has to change.",
    ),
    "craft": Text(
        "你的目标{goal}不带人，你说过想带：目标和意愿，得改一样。",
        "Your goal, {goal}, leads nobody, and you said you want to lead: one of the two has to change.",
    ),
}
_BY_FIT = Text("{skill}（+{points}分）", "{skill} (+{points})")
_BY_ESTIMATE = Text("{skill}（估的，+{points}分）", "{skill} (estimated, +{points})")
_BY_WISH = Text("你想做的方向（+{points}分）", "what you would like to do (+{points})")
_BY_LINE = Text("不用换线（+{points}分）", "staying in the line you know (+{points})")
_NAMED = 3
_WHOLE = 0.0095
_TELLING = 0.001  # a tenth of a point: less would be printed as nothing


def carried(kb: KnowledgeBase, candidate: Candidate, beliefs: Beliefs) -> Text | None:
    """Return which of the heaviest requirements are met by levels told; None where they are little of the whole."""
    asked = asked_of(kb, candidate)
    there = [r for r in asked if r.skill in beliefs.answered and met(beliefs.skills[r.skill], r.level) >= 1]
    heaviest = sorted(there, key=lambda r: (-r.weight, r.skill))[:_NAMED]
    if sum(r.weight for r in heaviest) < _LITTLE:
        return None
    skills = joined(kb.skills[r.skill].name for r in heaviest)
    title = kb.positions[candidate.position].title
    return _CARRIED.fill(title=title, skills=skills)


def ahead(kb: KnowledgeBase, leader: Scale, rival: Scale, beliefs: Beliefs) -> Text | None:
    """Return by how much (hundredths of the score) and by what a candidate leads another one, if by a point or more."""
    lead = expected(leader, beliefs) - expected(rival, beliefs)
    found = _reasons(kb, leader, rival, beliefs)
    reasons = sorted(found, key=lambda reason: -reason[0])[:_NAMED]
    reasons.sort(key=lambda reason: reason is found[-1])  # one's own merits before the line
    telling = [(value, text) for value, text in reasons if value >= _TELLING]
    if lead < _WHOLE or not telling:
        return None
    rest = lead - sum(value for value, _ in telling)
    named = _with_the_rest(joined(text for _, text in telling), rest)
    return _AHEAD.fill(rival=kb.positions[rival.line.key].title, lead=_points(lead), reasons=named)


def _with_the_rest(told: Text, rest: float) -> Text:
    """Return what a lead is made of with what all else takes off it, where that is a point or more."""
    return told if rest > -_WHOLE else _AND_ALL_ELSE.fill(told=told, points=_points(rest))


def towards(kb: KnowledgeBase, profile: Profile, candidate: Candidate, goal: str) -> Text:
    """Return the promotions from a candidate to the goal; or that it is the goal itself, or that none lead there, or
    that the person does not want what it is."""
    if goal == candidate.position:
        return _AT_GOAL
    title, against = kb.positions[goal].title, unwanted(kb, profile, goal)
    if against is not None:
        return _GOAL_UNWANTED[against].fill(goal=title)
    if goal not in reachable(kb, candidate.position):
        aside = goal in joined_to(kb, candidate.position)
        return (_NO_WAY_UP if aside else _NO_WAY).fill(
            goal=title, title=kb.positions[candidate.position].title, id=goal
        )
    way = [candidate.position]
    while way[-1] != goal:
        way.append(next(up for up in kb.promotions(way[-1]) if goal in reachable(kb, up)))
    titles = [kb.positions[position].title for position in way]
    return _GOAL.fill(way=Text(" -> ".join(t.zh for t in titles), " -> ".join(t.en for t in titles)))


def title_without_substance(
    kb: KnowledgeBase, profile: Profile, standing: Standing, hollow: Collection[str]
) -> tuple[Text, ...]:
    """Return why somebody is advised as something less than their title says.

    hollow: the titles that would count for nothing where the person has to look.
    """
    return tuple(
        _why_less(kb, profile, held, rule, hollow).fill(title=kb.positions[held].title, real=kb.positions[real].title)
        for held, real, rule in standing.by_title
    )


def _why_less(kb: KnowledgeBase, profile: Profile, held: str, rule: TitleRule, hollow: Collection[str]) -> Text:
    if not wanted(kb, profile, [held]):
        return _TITLE_UNWANTED
    return _TITLE_HOLLOW if held in hollow else rule.because


def _reasons(kb: KnowledgeBase, leader: Scale, rival: Scale, beliefs: Beliefs) -> list[tuple[float, Text]]:
    """Return what the lead is made of, adding up to it: each skill, the wish (if one was told), the own line last."""
    theirs = contributions(rival, beliefs)
    skills = [
        (
            value - theirs[skill],
            _by_fit(beliefs, skill).fill(skill=kb.skills[skill].name, points=_points(value - theirs[skill])),
        )
        for skill, value in contributions(leader, beliefs).items()
    ]
    line = leader.constant - rival.constant
    wish = expected(leader, beliefs) - expected(rival, beliefs) - line - sum(value for value, _ in skills)
    told = any(max(wishes.values()) == 1 for wishes in beliefs.interests.values())
    wishes = [(wish, _BY_WISH.fill(points=_points(wish)))] if told else []
    return [*skills, *wishes, (line, _BY_LINE.fill(points=_points(line)))]


def _by_fit(beliefs: Beliefs, skill: str) -> Text:
    return _BY_FIT if skill in beliefs.answered else _BY_ESTIMATE


def _points(value: float) -> str:
    """Return a share as points: whole ones, and tenths of what is less than one."""
    return f"{100 * value:.0f}" if abs(value) >= _WHOLE else f"{100 * value:.1f}"
