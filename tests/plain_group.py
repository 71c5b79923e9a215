"""What many people's answers come to, reckoned one by one with the advice alone: what tallies are held against."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from opscareer.advice import Advice, Situation, advise, held_against, worked_on
from opscareer.interview import Answers, profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.views.group import OUTSIDE, By, CellFigures, GapFigures, GroupFigures, PartFigures, PostFigures


class Somebody(NamedTuple):
    """A person with what they are told."""

    id: str
    profile: Profile
    advice: Advice

    @property
    def situation(self) -> Situation:
        """Where they stand."""
        return self.advice.situation

    @property
    def aim(self) -> str:
        """The position they work on; nothing at the top."""
        return self.advice.next.gaps_of if self.advice.next else ""


def figures_by_hand(kb: KnowledgeBase, by: By, people: Sequence[Answers], *, names: bool = False) -> GroupFigures:
    """Return the figures of a group, without an array."""
    profiles = [profile_of(kb, one) for one in people]
    group = [Somebody(str(n), one, advise(kb, one)) for n, one in enumerate(profiles)]
    told = [one.advice.next for one in group if one.advice.next]
    kinds, verdicts = Counter(one.candidate.kind for one in told), Counter(one.verdict for one in told)
    return GroupFigures(
        by=by,
        people=len(group),
        kinds={kind: kinds[kind] for kind in ("stay", "promotion", "diagonal", "lateral", "down", "entry")},
        verdicts={verdict: verdicts[verdict] for verdict in ("ready", "within-reach", "build-first")},
        fit=sum(one.fit for one in told),
        ready=sum(_is_ready(kb, one.situation, one.aim) for one in group if one.aim),
        parts=tuple(_parts(kb, by, group)),
        gaps={skill: _gap(kb, group, skill) for skill in kb.skills},
        posts={position: _post(kb, group, position, names=names) for position in kb.positions},
        reach={s: tuple(len(_reaching(group, s, n)) for n in range(1, kb.top + 1)) for s in kb.skills},
        holders={s: tuple(next(iter(_reaching(group, s, n)), "") for n in range(1, kb.top + 1)) for s in kb.skills}
        if names
        else {},
    )


def _is_ready(kb: KnowledgeBase, situation: Situation, position: str) -> bool:
    return held_against(kb, situation, position).own_verdict == "ready"


def _reaching(group: Iterable[Somebody], skill: str, level: int) -> list[str]:
    return [one.id for one in group if one.profile.levels.get(skill, 0) >= level]


def _parts(kb: KnowledgeBase, by: By, group: Sequence[Somebody]) -> Iterable[PartFigures]:
    posts = [max(one.profile.current, key=kb.order, default="") for one in group]
    rungs = list(kb.rungs) if by == "rung" else []
    for part in dict.fromkeys((*rungs, *(_part(kb, by, post) for post in (*kb.positions, "")))):
        some = [(one, post) for one, post in zip(group, posts, strict=True) if _part(kb, by, post) == part]
        if some:
            yield PartFigures(part, len(some), {skill: _cell(kb, some, skill) for skill in kb.skills})


def _part(kb: KnowledgeBase, by: By, post: str) -> str:
    if not post:
        return OUTSIDE
    return post if by == "position" else getattr(kb.positions[post], by)


def _cell(kb: KnowledgeBase, some: Sequence[tuple[Somebody, str]], skill: str) -> CellFigures:
    asked = [(one, kb.needed[post][skill] if post else 0) for one, post in some if not post or skill in kb.needed[post]]
    levels = [(one.profile.levels[skill], need) for one, need in asked if skill in one.profile.levels]
    return CellFigures(
        told=len(levels),
        levels=sum(level for level, _ in levels),
        untried=sum(skill in one.profile.no_opportunity for one, _ in asked),
        asking=sum(need > 0 for _, need in asked),
        needs=sum(need for _, need in asked),
        short=sum(level < need for level, need in levels),
    )


def _gap(kb: KnowledgeBase, group: Sequence[Somebody], skill: str) -> GapFigures:
    aimed = [(one, one.advice.next) for one in group if one.advice.next]
    asked = [r.level for _, step in aimed for r in worked_on(kb, step) if r.skill == skill]
    short = [(one, gap) for one, step in aimed for gap in step.gaps if gap.skill == skill]
    rises = [(one, gap.need, gap.step, gap.gain, gap.weight * (1 - gap.step / gap.need)) for one, gap in short]
    return GapFigures(
        asking=len(asked),
        needs=sum(asked),
        short=len(short),
        gain=sum(gain for _, _, _, gain, _ in rises),
        step_gain=sum(gain - left for _, _, _, gain, left in rises),
        further=sum(step < need for _, need, step, _, _ in rises),
        ready=sum(_made_ready(kb, one, skill, need) for one, need, _, _, _ in rises),
        step_ready=sum(_made_ready(kb, one, skill, step) for one, _, step, _, _ in rises),
    )


def _made_ready(kb: KnowledgeBase, one: Somebody, skill: str, level: int) -> bool:
    raised = replace(one.situation, beliefs=one.situation.beliefs.with_levels({skill: level}))
    return _is_ready(kb, raised, one.aim) and not _is_ready(kb, one.situation, one.aim)


def _post(kb: KnowledgeBase, group: Sequence[Somebody], position: str, *, names: bool) -> PostFigures:
    others = [(one.id, held_against(kb, one.situation, position)) for one in group if _may_come(kb, one, position)]
    ready = [id_ for id_, held in others if held.own_verdict == "ready"]
    within = [id_ for id_, held in others if held.own_verdict == "within-reach"]
    return PostFigures(
        held=sum(position in one.profile.current for one in group),
        ready=len(ready),
        within_reach=len(within),
        ready_ids=tuple(ready[:20]) if names else (),
        within_ids=tuple(within[:20]) if names else (),
    )


def _may_come(kb: KnowledgeBase, one: Somebody, position: str) -> bool:
    """Return whether a position is none that somebody holds, and no step down; from outside one where people begin."""
    standing = one.situation.standing
    if standing.outside:
        return kb.enters(position)
    held = {*one.profile.current, *standing.positions}
    return position not in held and kb.order(position) >= kb.rungs[standing.rung].order
