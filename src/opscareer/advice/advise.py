"""The advice: the next role, how near it is, what is missing, by which way, and how steady all that is."""

from dataclasses import replace

from opscareer.advice import why
from opscareer.advice.fit import Gap, gaps_of, mastery_of, requirements_of
from opscareer.advice.lines import Line
from opscareer.advice.meaning import meaning_of, step_of
from opscareer.advice.offers import wishes_known
from opscareer.advice.person import Person
from opscareer.advice.playbooks import told_to
from opscareer.advice.prospect import Prospect, ordered, prospect_of, step_towards
from opscareer.advice.rivals import confidence_of
from opscareer.advice.routes import Way, found_of, growth_of, known_of, way_of
from opscareer.advice.score import Scale
from opscareer.advice.situation import Situation, situation_of
from opscareer.advice.situation_rules import book_of
from opscareer.advice.standing import Candidate
from opscareer.advice.strengths import Strength, strengths_of
from opscareer.advice.tracks import of_track
from opscareer.advice.why_not import no_other_work, not_as_offered
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Growth, SituationRule
from opscareer.records import dataclass
from opscareer.text import Text

__all__ = [
    "Advice",
    "Prospect",
    "Situation",
    "advise",
    "aimed_at",
    "ordered",
    "prospect_of",
    "situation_of",
]


@dataclass(frozen=True)
class Advice:
    """What a person is told. `next` is None at the top of the ladder; mastery is None while too little is answered.

    book: the rule whose reason and playbook are told for what brings the person.
    """

    situation: Situation
    next: Prospect | None
    tied: tuple[str, ...]
    alternatives: tuple[Prospect, ...]
    confidence: float
    mastery: float | None
    present_gaps: tuple[Gap, ...]
    strengths: tuple[Strength, ...]
    way: Way | None
    growth: tuple[Growth, ...]
    book: SituationRule | None


def advise(kb: KnowledgeBase, profile: Profile) -> Advice:
    """Return the advice for a person."""
    situation = situation_of(kb, profile)
    standing, mastery = situation.standing, mastery_of(kb, situation.standing.positions, profile)
    found = found_of(situation.next.kind if situation.next else None, mastery, wishes_known(kb, situation))
    rule = book_of(kb, profile, standing, found)
    book = told_to(rule, profile) if rule else None
    prospects = [
        prospect_of(kb, situation, step, _why(kb, situation, step, scale, book), _score(situation, scale))
        for step, scale in _steps(kb, situation)
    ]
    best = prospects[0] if prospects else None
    known = known_of(profile, standing, best.own_verdict if best else "", found)
    return Advice(
        situation=situation,
        next=best,
        tied=_tied(kb, situation),
        alternatives=tuple(prospects[1:]),
        confidence=confidence_of(situation),
        mastery=mastery,
        present_gaps=_present_gaps(kb, situation),
        strengths=strengths_of(kb, situation, best),
        way=way_of(kb, known) if best else None,
        growth=growth_of(kb, known),
        book=book,
    )


def aimed_at(kb: KnowledgeBase, advice: Advice) -> Prospect | None:
    """Return the position whose gaps are worked on, where it is another one than comes next: its gates are told."""
    best, situation = advice.next, advice.situation
    if best is None or best.gaps_of == best.position:
        return None
    return prospect_of(kb, situation, step_towards(kb, situation, best.gaps_of))


def _steps(kb: KnowledgeBase, situation: Situation) -> list[tuple[Candidate, Scale | None]]:
    """Return the steps to tell, the first first: a post offered, then each line's, and what else one's own may mean.

    A post offered that is not advised is told next, for it was asked about.
    """
    steps: list[tuple[Candidate, Scale | None]] = []
    if situation.offered:
        steps.append((situation.offered, None))
    for scale in situation.scales:
        step = situation.steps[scale.line.key]
        steps.append((step, scale))
        if scale.line.own and not situation.offered:
            steps += [(other, scale) for other in _beside(kb, situation, scale.line, step)]
    if situation.profile.offer and steps:
        steps.insert(1, (step_towards(kb, situation, situation.profile.offer), None))
    told: dict[str, tuple[Candidate, Scale | None]] = {}
    for one in steps:
        told.setdefault(one[0].position, one)
    return list(told.values())


def _beside(kb: KnowledgeBase, situation: Situation, line: Line, step: Candidate) -> list[Candidate]:
    """Return what one's own line may mean besides: both tracks stand side by side, and what staying leads to."""
    onward = dict.fromkeys((step.then, *line.ups))
    return [step_towards(kb, situation, up) for up in onward if up not in ("", step.position)]


def _score(situation: Situation, scale: Scale | None) -> float:
    return situation.scores[scale.line.key] if scale else 0.0


def _tied(kb: KnowledgeBase, situation: Situation) -> tuple[str, ...]:
    """Return the positions of the lines that are almost level with the first one, and mean another step."""
    if situation.offered or not situation.scales:
        return ()
    lead = situation.scores[situation.scales[0].line.key]
    close = [s for s in situation.rivals if lead - situation.scores[s.line.key] <= kb.rules.constants.tie]
    positions = dict.fromkeys(situation.steps[s.line.key].position for s in close)
    return tuple(position for position in positions if position != situation.leader)


def _why(
    kb: KnowledgeBase, situation: Situation, step: Candidate, scale: Scale | None, book: SituationRule | None
) -> tuple[Text, ...]:
    """Return why a step is named: the situation, the step, what is carried over, what sets its line apart."""
    reasons = [*why.title_without_substance(kb, situation.profile, situation.standing, _hollow(kb, situation))]
    first = step == situation.next
    reasons += [book.because] if first and book else []
    reasons.append(step_of(kb, step, meaning_of(kb, situation, step), able=_is_able(kb, situation.profile, step.start)))
    if first:
        reasons += (*not_as_offered(kb, situation), *of_track(kb, situation), *no_other_work(kb, situation, step))
    further = [why.carried(kb, step, situation.beliefs)]
    if situation.profile.goal is not None:
        further.append(why.towards(kb, situation.profile, step, situation.profile.goal))
    if scale and first and len(situation.scales) > 1:
        further.append(why.ahead(kb, scale, situation.scales[1], situation.beliefs))
    return (*reasons, *(reason for reason in further if reason))


def _hollow(kb: KnowledgeBase, situation: Situation) -> list[str]:
    """Return the titles held that would count for nothing where the person has to look."""
    person = Person(kb, situation.profile, situation.standing, situation.beliefs)
    return [title for title in situation.standing.in_name if person.is_hollow(title, situation.rule)]


def _is_able(kb: KnowledgeBase, profile: Profile, post: str) -> bool:
    """Return whether somebody does a post well, as far as is known."""
    mastery = mastery_of(kb, (post,), profile) if post else None
    return mastery is None or round(mastery, 9) >= kb.rules.constants.mastery


def _present_gaps(kb: KnowledgeBase, situation: Situation) -> tuple[Gap, ...]:
    """Return what is known to be short in the present positions; of a skill that several ask for, the largest gap."""
    largest: dict[str, Gap] = {}
    for position in situation.standing.positions:
        for gap in gaps_of(requirements_of(kb, position), situation.beliefs):
            if not gap.assumed and gap.gain > largest.get(gap.skill, replace(gap, gain=0.0)).gain:
                largest[gap.skill] = gap
    return tuple(sorted(largest.values(), key=lambda gap: (-gap.gain, gap.skill)))
