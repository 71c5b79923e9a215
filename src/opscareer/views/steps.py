"""A step in the words of all pages: the headline, how near it is, and the fit, with the position that it is of.

All pages say it alike, so that headline, verdict, gates and way tell one story.
"""

from typing import NamedTuple

from opscareer.advice import Advice, Prospect
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.step import Verdict
from opscareer.text import Text, capital
from opscareer.views.nearness import beside_near, near_text, nearness
from opscareer.views.step import ELSEWHERE, Step, step_of
from opscareer.views.words.gates import GATES, GATES_OF, GATES_OFFERED
from opscareer.views.words.headings import FIT
from opscareer.views.words.sentences import ROLE
from opscareer.views.words.units import MOSTLY, fit_text

OUTWARD = frozenset({ELSEWHERE, "enter"})
"""The routes on which one is new to the company: to another one, into the trade, or back into work."""

_NEXT = Text("下一步：{step}", "Next: {step}")
_STAY = Text("先留下做实：{title}", "First stay and consolidate: {title}")
_SAME = Text("摆在面前的同级岗位：{title}，跟手上的比", "Weigh the same post on offer against yours: {title}")
_KEEP = Text("先守住{title}", "Stay as {title} for now")
_HOLD = Text("先守住{title}，同时到外面谈", "Stay as {title} for now and look elsewhere meanwhile")
_STAY_AND_LOOK = Text(
    "先留下做实：{title}，同时看外面", "First stay and consolidate: {title}, and look elsewhere meanwhile"
)
_THEN = Text("{first}，然后{then}", "{first}, then {then}")
_FIT_HERE = Text("匹配度（对现在的岗位）", "Fit (for the present post)")
_FIT_GOAL = Text("匹配度（对你的目标{title}）", "Fit (for your goal, {title})")
_FIT_OF = Text("匹配度（对{title}）", "Fit (for {title})")
_OTHER = Text("{title}（匹配度是对{of}的）", "{title} (the fit is for {of})")


class StepWords(NamedTuple):
    """A step in the words of all pages.

    fit: 0-1, and fit_told as it is shown; of: the position that fit and gaps are of, where it is another one; asked,
    known: how many skills that one asks, and of how many it was told where they stand; few: whether that is too little
    for a figure; firm: whether it is to stay in a post that is done well; named: the title with what the fit is of;
    gates, aim_gates: what to call the gates of the step, which of a post on offer are no refusal, and those of the
    position worked on; beside: how near it is, where it stands beside others.
    """

    title: Text
    kind: Text
    headline: Text
    line: Text
    near: Text
    nearness: Text
    verdict: Verdict
    fit: float
    fit_name: Text
    fit_told: str
    of: Text | None
    offered: bool
    piece: bool
    same: bool
    asked: int
    known: int
    few: bool
    firm: bool
    named: Text
    gates: Text
    aim_gates: Text
    beside: Text


def step_words(kb: KnowledgeBase, profile: Profile, prospect: Prospect, advice: Advice | None = None) -> StepWords:
    """Return how a step is told; what its way is is known of the advised one."""
    step = step_of(kb, profile, prospect, advice)
    asked = kb.positions[prospect.gaps_of].requirements
    return StepWords(
        title=step.title,
        kind=step.kind,
        headline=headline(step),
        line=title_line(step),
        near=near_text(step),
        nearness=nearness(step),
        verdict=prospect.verdict,
        fit=prospect.fit,
        fit_name=fit_name(step),
        fit_told=fit_text(prospect.fit, step.answered),
        of=step.of,
        offered=step.offered,
        piece=step.piece,
        same=prospect.offered and not step.offered,
        asked=len(asked),
        known=sum(r.skill in profile.levels or r.skill in profile.no_opportunity for r in asked),
        few=step.answered < MOSTLY,
        firm=prospect.firm,
        named=_OTHER.fill(title=step.title, of=step.of) if step.of else step.title,
        gates=GATES_OFFERED if step.offered else GATES,
        aim_gates=GATES_OF.fill(title=step.of or step.title),
        beside=beside_near(step, [kb.skills[gate.skill].name for gate in prospect.gates if gate.skill]),
    )


def headline(step: Step) -> Text:
    """Return what comes next, in a line."""
    return title_line(step) if step.prospect.candidate.kind == "stay" else _NEXT.fill(step=title_line(step))


def title_line(step: Step) -> Text:
    """Return a step by its title and kind; of a stay also what it leads to."""
    candidate = step.prospect.candidate
    if candidate.kind != "stay":
        return ROLE.fill(title=step.title, kind=step.kind)
    if step.prospect.offered:
        return _SAME.fill(title=step.title)
    first = _stay(step.prospect, away=step.away).fill(title=step.title)
    return _THEN.fill(first=first, then=step.then) if step.then else first


def _stay(prospect: Prospect, *, away: bool) -> Text:
    """Return that one stays, and whether to make the post real first, to look elsewhere, or both."""
    if prospect.firm or prospect.anew:
        return _HOLD if away else _KEEP
    return _STAY_AND_LOOK if away else _STAY


def fit_name(step: Step) -> Text:
    """Return what to call the fit, with the position that it is of where that is another one."""
    if step.of:
        return (_FIT_GOAL if step.to_goal else _FIT_OF).fill(title=step.of)
    return _FIT_HERE if step.prospect.candidate.kind == "stay" else capital(FIT)
