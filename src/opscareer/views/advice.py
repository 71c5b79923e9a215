"""The advice: what comes next, why, what is missing, what there is to show, by which way, how steady all that is."""

from dataclasses import replace

from opscareer.advice import Advice, Prospect, Standing, effects_of
from opscareer.advice.advise import aimed_at
from opscareer.advice.fit import answered_of
from opscareer.advice.heights import rise_of
from opscareer.advice.offers import answer_to
from opscareer.advice.routes import rests_on_the_post
from opscareer.advice.why_not import off_the_goal
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.step import StepKind, Verdict
from opscareer.records import dataclass
from opscareer.text import Text, joined
from opscareer.views.answer import answer_to_read
from opscareer.views.beside import tracks_text
from opscareer.views.gaps import FlagView, GapView, GateView, flag_views, gap_views, gate_views
from opscareer.views.parts import GrowthView, growth_views
from opscareer.views.person import (
    ParticularView,
    PlaybookView,
    ProfileView,
    QuestionsView,
    RouteView,
    StrengthView,
    particular_views,
    playbook_view,
    profile_view,
    questions_view,
    route_view,
    strength_views,
)
from opscareer.views.steadiness import SteadinessView, steadiness_view
from opscareer.views.steps import OUTWARD, StepWords, step_words
from opscareer.views.values import OnPages, PositionId, Share
from opscareer.views.what_if import EffectView, effect_views
from opscareer.views.words.headings import MASTERY, MASTERY_OF
from opscareer.views.words.sentences import BETTER_THAN_NONE, HELD, REFUSED


@dataclass(frozen=True)
class ProspectView:
    """A position held against the person; fit and gaps are of gaps_of, of whose weight the share answered was told.

    rise: by how many levels the step rises, below 0 falls.
    """

    position: PositionId
    title: Text
    kind: StepKind
    rise: int
    fit: Share
    gaps_of: PositionId
    answered: Share
    score: float
    verdict: Verdict
    why: tuple[Text, ...]
    then: PositionId | None
    words: OnPages[StepWords]


@dataclass(frozen=True)
class AdviceView:
    """All that a person is told; `next` is null at the top of the ladder.

    outward: whether the way leads to a company that does not know the person;
    outside: whether the person comes from outside the trade; present: the titles that they are advised from;
    post_first: whether the way to the next role is to do the present post well; aim_gates: those of the position worked
    on where that is another one than comes next; because: the reason of what brings the person; answer: what they are
    told of it first; mastery_of: what to call the mastery, null where it is not told, as there is no present post, or
    the fit is that of this post already; mastery_from: that from which on a post is done well; tracks: the next post on
    each track, of who has not settled on one; off_goal: how the step stands to a goal that it leads away from.
    """

    profile: ProfileView
    next: ProspectView | None
    particulars: tuple[ParticularView, ...]
    playbook: PlaybookView | None
    gaps_of: PositionId | None
    tied: tuple[PositionId, ...]
    confidence: Share
    mastery: Share | None
    present_gaps: tuple[GapView, ...]
    alternatives: tuple[ProspectView, ...]
    gaps: tuple[GapView, ...]
    gates: tuple[GateView, ...]
    flags: tuple[FlagView, ...]
    strengths: tuple[StrengthView, ...]
    route: RouteView | None
    growth: tuple[GrowthView, ...]
    steadiness: SteadinessView
    what_if: tuple[EffectView, ...]
    questions: QuestionsView
    outside: OnPages[bool]
    present: OnPages[tuple[Text, ...]]
    post_first: OnPages[bool]
    tied_titles: OnPages[tuple[Text, ...]]
    aim_gates: OnPages[tuple[GateView, ...]]
    outward: OnPages[bool]
    because: OnPages[Text | None]
    answer: OnPages[Text | None]
    mastery_of: OnPages[Text | None]
    mastery_from: OnPages[Share]
    tracks: OnPages[Text | None]
    off_goal: OnPages[Text | None]


def advice_view(kb: KnowledgeBase, advice: Advice) -> AdviceView:
    """Return the whole advice as it is told."""
    profile, best, standing = advice.situation.profile, advice.next, advice.situation.standing
    aim = aimed_at(kb, advice)
    return AdviceView(
        profile=profile_view(profile),
        next=_prospect(kb, profile, best, advice) if best else None,
        particulars=particular_views(kb, profile),
        playbook=playbook_view(advice.book),
        gaps_of=best.gaps_of if best else None,
        tied=advice.tied,
        confidence=advice.confidence,
        mastery=advice.mastery,
        present_gaps=gap_views(kb, profile, advice.present_gaps),
        alternatives=tuple(_alternative(kb, advice, other) for other in advice.alternatives),
        gaps=gap_views(kb, profile, best.gaps if best else ()),
        gates=gate_views(kb, best.gates if best else ()),
        flags=flag_views(best.flags if best else ()),
        strengths=strength_views(kb, advice.strengths),
        route=route_view(kb, advice.way),
        growth=growth_views(advice.growth),
        steadiness=steadiness_view(kb, advice),
        what_if=effect_views(kb, best, effects_of(kb, advice)),
        questions=questions_view(kb, profile),
        outside=standing.outside,
        present=tuple(kb.positions[position].title for position in standing.positions),
        post_first=rests_on_the_post(advice.way, best.candidate.kind if best else None),
        tied_titles=tuple(kb.positions[position].title for position in advice.tied),
        aim_gates=gate_views(kb, aim.gates if aim else ()),
        outward=advice.way is not None and advice.way.route in OUTWARD,
        because=advice.book.because if advice.book else None,
        answer=answer_to_read(kb, advice),
        mastery_of=_mastery_of(kb, standing, best),
        mastery_from=kb.rules.constants.mastery,
        tracks=tracks_text(kb, advice),
        off_goal=off_the_goal(kb, advice.situation),
    )


def _prospect(kb: KnowledgeBase, profile: Profile, one: Prospect, advice: Advice | None = None) -> ProspectView:
    return ProspectView(
        position=one.position,
        title=kb.positions[one.position].title,
        kind=one.candidate.kind,
        rise=rise_of(kb, one.candidate),
        fit=one.fit,
        gaps_of=one.gaps_of,
        answered=answered_of(kb, profile, one.gaps_of),
        score=one.score,
        verdict=one.verdict,
        why=one.why,
        then=one.candidate.then or None,
        words=step_words(kb, profile, one, advice),
    )


def _alternative(kb: KnowledgeBase, advice: Advice, one: Prospect) -> ProspectView:
    """Return what may be considered too; of a post offered that is none to take, that it is not advised.

    To keep a post that is done well is not told as to make it real.
    """
    told, profile = _prospect(kb, advice.situation.profile, one), advice.situation.profile
    if one.firm:
        return replace(told, words=told.words._replace(kind=HELD))
    if one.position != profile.offer:
        return told
    far = answer_to(kb, advice.situation) == "far" and advice.situation.back_in
    said = BETTER_THAN_NONE if far else REFUSED
    return replace(told, words=told.words._replace(near=said.fill(near=told.words.near)))


def _mastery_of(kb: KnowledgeBase, standing: Standing, best: Prospect | None) -> Text | None:
    """Return what to call the mastery; a title that is less in truth names the post that it is of.

    One number is told of one post: the fit has what was not answered as it is believed, the mastery leaves it out.
    """
    if standing.outside or (best and standing.positions == (best.gaps_of,)):
        return None
    real = joined(kb.positions[position].title for position in standing.positions)
    return MASTERY_OF.fill(title=real) if standing.by_title else MASTERY
