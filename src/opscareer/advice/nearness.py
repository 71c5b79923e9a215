"""How near a position is told to be: by the bar by which it is named, which moves with what brings somebody."""

from opscareer.advice.fit import Gap
from opscareer.advice.gates import Gate, is_new, verdict_of
from opscareer.advice.leading import has_acted, leads
from opscareer.advice.reach import reach_of_rise
from opscareer.advice.situation import Situation
from opscareer.advice.standing import Candidate
from opscareer.model.kb import KnowledgeBase
from opscareer.model.step import Verdict


def nearness_of(
    kb: KnowledgeBase,
    situation: Situation,
    candidate: Candidate,
    fit: float,
    gates: tuple[Gate, ...],
    gaps: tuple[Gap, ...],
) -> Verdict:
    """Return how near a position is, of which so much is there (0-1), with its gates and gaps.

    A title without its substance is built first, whatever the fit, and so is a post not done well yet, where what
    brings somebody says so. Some are ready from where a post is in reach (`is_eased`).
    """
    if in_name(situation, candidate) or _unfinished(kb, situation, candidate, fit):
        return "build-first"
    if not gates and is_eased(kb, situation, candidate) and round(fit, 9) >= kb.rules.constants.within_reach:
        return "ready"
    return verdict_of(kb, fit, gates, gaps, reach_of(kb, situation, candidate))


def reach_of(kb: KnowledgeBase, situation: Situation, candidate: Candidate) -> float:
    """Return the fit (0-1) from which a position is told to be in reach: the one from which it is named.

    A post offered that could be taken is; to one's own, again or elsewhere, the door is as wide as for an offer, and so
    it is to the one that somebody keeps who was offered another, or has hardly begun in.
    """
    if situation.offered and situation.offered.position == candidate.position:
        return 0.0
    if taken_anew(situation, candidate) or _kept(kb, situation, candidate):
        return kb.rules.constants.offer_reach
    if candidate.kind == "promotion":
        new = is_new(kb, situation.standing, situation.profile)
        return reach_of_rise(kb, candidate.start, candidate.position, new=new)
    return kb.rules.constants.within_reach


def is_eased(kb: KnowledgeBase, situation: Situation, candidate: Candidate) -> bool:
    """Return whether a person is ready for a post from where it is in reach, of which two thirds are there.

    So is who takes the post that they have elsewhere, or again, but after years; who keeps theirs because they will not
    lead; and who does the work of the next one in fact and wants it.
    """
    if taken_anew(situation, candidate):
        return situation.rule is None or situation.rule.step != "lower"
    return does_already(kb, situation, candidate) or _by_choice(situation, candidate)


def does_already(kb: KnowledgeBase, situation: Situation, candidate: Candidate) -> bool:
    """Return whether the step that comes first is to a post that leads, whose work a person does in fact and wants."""
    facts = situation.profile.facts
    wants = has_acted(situation.profile) and facts.get("lead") == "yes"
    return wants and candidate == situation.next and candidate.kind == "promotion" and leads(kb, candidate.position)


def _by_choice(situation: Situation, candidate: Candidate) -> bool:
    """Return whether it is to keep a post, of who was offered one and will not lead."""
    asked = situation.rule is not None and situation.rule.step == "offer"
    return asked and candidate.kind == "stay" and situation.profile.facts.get("lead") == "no"


def taken_anew(situation: Situation, candidate: Candidate) -> bool:
    """Return whether it is to take the post that one has once more: in another company, or after a time without."""
    rule = situation.rule
    going = candidate.kind == "stay" and rule is not None and rule.step == "elsewhere"
    return candidate.position in situation.standing.positions and (going or candidate.kind == "entry")


def _kept(kb: KnowledgeBase, situation: Situation, candidate: Candidate) -> bool:
    """Return whether it is to keep the post that one has: who asks about one offered, or is new in a first one."""
    if candidate.kind != "stay":
        return False
    first = kb.enters(candidate.position) and is_new(kb, situation.standing, situation.profile)
    return first or (situation.rule is not None and situation.rule.step == "offer")


def _unfinished(kb: KnowledgeBase, situation: Situation, candidate: Candidate, fit: float) -> bool:
    """Return whether it is to stay in a post that is not done well yet, for who is to build that first."""
    building = situation.rule is not None and situation.rule.step == "build"
    return building and candidate.kind == "stay" and round(fit, 9) < kb.rules.constants.mastery


def in_name(situation: Situation, candidate: Candidate) -> bool:
    """Return whether it is to give a title its substance."""
    return candidate.kind == "stay" and candidate.position in situation.standing.in_name
