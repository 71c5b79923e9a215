"""The report: all that a page tells to keep, to print, to hand to a manager; advice, ways, plan, and every figure."""

from collections.abc import Iterator, Mapping, Sequence

from opscareer.advice import Advice, Prospect, met, worked_on
from opscareer.advice.ways import Journey, Schedule
from opscareer.model.assessment import Assessment
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.advice import AdviceView, ProspectView, advice_view
from opscareer.views.assessment_line import AssessmentView, Day
from opscareer.views.gaps import GateView, GroupView, group_views
from opscareer.views.history import history_view
from opscareer.views.path import PathView, path_view
from opscareer.views.plan import PlanView, plan_view
from opscareer.views.values import Level, Need, OnPages, Share


@dataclass(frozen=True)
class OtherTold:
    """Another direction in the words of the page; fit as it is shown."""

    title: Text
    kind: Text
    near: Text
    fit: str


@dataclass(frozen=True)
class StepTold:
    """The step in the words of the page; `of` is the position that fit, gaps and plan are of."""

    headline: Text
    near: Text
    fit_name: Text
    fit: str
    of: Text
    offered: bool
    gates: Text
    gates_of: Text
    aim_gates: tuple[GateView, ...]
    others: tuple[OtherTold, ...]


@dataclass(frozen=True)
class RequirementView:
    """What a position asks, and how much of it is there.

    have: the level told, null where none was, and done what that level says.
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
    """All that the report tells; told, groups, requirements and plan are of the next role, none at the top.

    made_at: the day (ISO); positions, skills: the names of all that a knowledge base has; sources: what the kinds of
    sources are; name, version: of the knowledge base; top: its highest level of a skill. notes: what
    the person told in their own words, with what was asked.
    """

    made_at: str
    positions: Mapping[str, Text]
    skills: Mapping[str, Text]
    assess: AdviceView
    told: StepTold | None
    groups: tuple[GroupView, ...]
    requirements: tuple[RequirementView, ...]
    path: PathView
    plan: PlanView | None
    history: tuple[AssessmentView, ...]
    sources: Mapping[str, Text]
    name: OnPages[Text]
    version: OnPages[str]
    top: OnPages[int]
    notes: OnPages[tuple[tuple[Text, str], ...]]


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
    """Return all that the report tells: the advice, the ways, the plan if there is one, the assessments kept so far.

    made_at: the day (ISO), from which the months of the plan count; `day` tells that of a time that was kept.
    """
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
        name=kb.name,
        version=kb.version,
        top=kb.top,
        notes=tuple((_asked(kb.questions[id_].text), words) for id_, words in advice.situation.profile.notes.items()),
    )


def _asked(question: Text) -> Text:
    """Return a question as what stands before its answer."""
    return Text(question.zh.rstrip("？?：:"), question.en.rstrip("?:"))


def _told(advice: AdviceView, step: ProspectView) -> StepTold:
    words = step.words
    return StepTold(
        headline=words.line,
        near=words.nearness,
        fit_name=words.fit_name,
        fit=words.fit_told,
        of=words.of or words.title,
        offered=words.offered,
        gates=words.gates,
        gates_of=words.aim_gates,
        aim_gates=advice.aim_gates,
        others=tuple(_other(other) for other in advice.alternatives),
    )


def _other(other: ProspectView) -> OtherTold:
    words = other.words
    return OtherTold(words.named, words.kind, words.beside, words.fit_told)


def _requirements(kb: KnowledgeBase, advice: Advice, best: Prospect) -> Iterator[RequirementView]:
    """Yield what the position asks that the fit is of, the heaviest first, and how much of each is there."""
    levels, beliefs = advice.situation.profile.levels, advice.situation.beliefs.skills
    for asked in sorted(worked_on(kb, best), key=lambda one: (-one.weight, one.skill)):
        skill, have = kb.skills[asked.skill], levels.get(asked.skill)
        yield RequirementView(
            skill=skill.id,
            name=skill.name,
            level=asked.level,
            have=have,
            done=None if have is None else skill.levels[have],
            weight=asked.weight,
            met=met(beliefs[asked.skill], asked.level),
            must=asked.must,
            sources=asked.sources,
        )
