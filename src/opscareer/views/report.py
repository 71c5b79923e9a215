"""The report: all of the advice, the ways and the plan, what was kept before, and where every number comes from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from opscareer.advice import Advice, Prospect, met, worked_on
from opscareer.advice.ways import Journey, Schedule
from opscareer.model.assessment import Assessment
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text
from opscareer.views.advice import AdviceView, ProspectView, advice_view
from opscareer.views.directions import aim_gates_heading, gates_heading, other_title
from opscareer.views.gaps import GateView, GroupView, group_views
from opscareer.views.history import AssessmentView, Day, history_view
from opscareer.views.path import PathView, path_view
from opscareer.views.plan import PlanView, plan_view
from opscareer.views.values import Level, Need, OnPages, Share


@dataclass(frozen=True)
class OtherView:
    """Another direction, in the words of the page."""

    title: Text
    kind: Text
    near: Text
    fit: str


@dataclass(frozen=True)
class ToldView:
    """The step in the words of the page, where a fit that rests on few answers is a band.

    of: the position that fit, gaps and plan are of.
    """

    headline: Text
    near: Text
    fit_name: Text
    fit: str
    of: Text
    offered: bool
    gates: Text
    gates_of: Text
    aim_gates: tuple[GateView, ...]
    others: tuple[OtherView, ...]


@dataclass(frozen=True)
class RequirementView:
    """What the position asks that the fit is of: its part of that, and how much of it is there.

    have: the level told, done: what that says; both null where none was.
    """

    skill: str
    name: Text
    level: Need
    have: Level | None
    done: Text | None
    weight: Share
    met: Share
    must: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ReportView:
    """All that the report shows; made_at: the day (ISO). knowledge: what it rests on; top: the highest level."""

    made_at: str
    positions: Mapping[str, Text]
    skills: Mapping[str, Text]
    assess: AdviceView
    told: ToldView | None
    groups: tuple[GroupView, ...]
    requirements: tuple[RequirementView, ...]
    path: PathView
    plan: PlanView | None
    history: tuple[AssessmentView, ...]
    sources: Mapping[str, Text]
    knowledge: OnPages[Text]
    top: OnPages[int]


def report_view(
    kb: KnowledgeBase,
    advice: Advice,
    journey: Journey,
    schedule: Schedule | None,
    kept: Sequence[Assessment],
    made_at: str,
    *,
    day: Day = lambda kept_at: kept_at[:10],
) -> ReportView:
    """Return the report; `kept` are the assessments so far, `made_at` is the day (ISO), `day` tells that of a time."""
    view, best = advice_view(kb, advice), advice.next
    return ReportView(
        made_at=made_at,
        positions={position.id: position.title for position in kb.positions.values()},
        skills={skill.id: skill.name for skill in kb.skills.values()},
        assess=view,
        told=_told(view, view.next) if view.next else None,
        groups=group_views(kb, advice.situation, best) if best else (),
        requirements=tuple(_requirements(kb, advice, best)) if best else (),
        path=path_view(kb, journey),
        plan=plan_view(kb, advice.situation.profile, schedule, made_at) if schedule else None,
        history=history_view(kb, kept, day=day).assessments,
        sources=kb.sources,
        knowledge=Text(f"{kb.name.zh} {kb.version}", f"{kb.name.en} {kb.version}"),
        top=kb.top,
    )


def _told(advice: AdviceView, step: ProspectView) -> ToldView:
    words = step.words
    return ToldView(
        headline=words.line,
        near=words.nearness,
        fit_name=words.fit_name,
        fit=words.fit_told,
        of=words.of or step.title,
        offered=words.offered,
        gates=gates_heading(step),
        gates_of=aim_gates_heading(step),
        aim_gates=advice.aim_gates,
        others=tuple(
            OtherView(other_title(other), other.words.kind, other.words.near, other.words.fit_told)
            for other in advice.alternatives
        ),
    )


def _requirements(kb: KnowledgeBase, advice: Advice, best: Prospect) -> Iterator[RequirementView]:
    """Yield what the position asks that the fit is of, the heaviest first, and how much of each is there."""
    levels, beliefs = advice.situation.profile.levels, advice.situation.beliefs.skills
    for r in sorted(worked_on(kb, best), key=lambda r: (-r.weight, r.skill)):
        skill, have = kb.skills[r.skill], levels.get(r.skill)
        done = None if have is None else skill.levels[have]
        there = met(beliefs[r.skill], r.level)
        yield RequirementView(r.skill, skill.name, r.level, have, done, r.weight, there, r.must, r.sources)
