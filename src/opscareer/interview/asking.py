"""What to ask next: a pure function of knowledge base and answers so far. Nothing here waits, prints or reads."""

from collections.abc import Iterator, Sequence

from opscareer.advice import situation_of
from opscareer.interview.answers import MORE, SKILL, YES, Answers, applying, most_to_come, profile_of
from opscareer.interview.choosing import Aim
from opscareer.interview.deciding import deciding, left_to_decide
from opscareer.interview.forms import Ask, about_more, about_person, about_skill
from opscareer.interview.gap_list import every_unasked, missing, what_it_completes
from opscareer.interview.progress import Progress
from opscareer.interview.so_far import SoFar, so_far
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text

_USUAL = Aim()


def next_question(kb: KnowledgeBase, answers: Answers, aim: Aim = _USUAL) -> Ask | None:
    """Return what to ask next, or None when the answers settle it."""
    for question in applying(kb, answers):
        if question.id not in answers:
            return about_person(kb, question, _of_person(kb, answers, aim))
    now = so_far(kb, answers, aim)
    if aim.full:
        return _filling(now, answers, every_unasked(kb, now.situation, now.asked))
    if now.situation.next is None:
        return None
    if MORE not in answers:
        return _deciding(now, answers) or _more(now)
    return _filling(now, answers, missing(kb, now.situation, now.asked)) if answers[MORE] == YES else None


def begun_again(answers: Answers) -> Answers:
    """Return answers as one goes on from them: whether to fill in what is missing is asked anew."""
    return {question: value for question, value in answers.items() if question != MORE}


def left_open(kb: KnowledgeBase, answers: Answers) -> int:
    """Return about how many questions are open: those that the advice waits for, or that complete the list of gaps."""
    ahead = next_question(kb, answers)
    if ahead is None:
        return 0
    if ahead.progress is not None:
        return ahead.progress.remaining + 1
    now = so_far(kb, answers, _USUAL)
    return len(missing(kb, now.situation, now.asked))


def unasked(kb: KnowledgeBase, answers: Answers) -> Iterator[tuple[str, Text | None]]:
    """Yield every skill that was not asked, and why it would be: those first that the next post and the present ask."""
    now = so_far(kb, answers, _USUAL)
    for skill in every_unasked(kb, now.situation, now.asked):
        yield skill, what_it_completes(kb, now.situation, skill)


def _deciding(now: SoFar, answers: Answers) -> Ask | None:
    """Return the question about a skill that decides something, or None where none does any more."""
    found = deciding(now)
    if found is None:
        return None
    skill, why = found
    return about_skill(now.kb, skill, why, Progress(_told(answers) + 1, max(0, left_to_decide(now) - 1), now.sure))


def _more(now: SoFar) -> Ask | None:
    """Return the offer to ask what is missing of the list of gaps, or None where nothing is."""
    lacks = missing(now.kb, now.situation, now.asked)
    return about_more(len(lacks), now.sure, settled=now.settled) if lacks else None


def _filling(now: SoFar, answers: Answers, left: Sequence[str]) -> Ask | None:
    """Return the first of the skills left as a question that completes the list of gaps; None where there is none."""
    if not left:
        return None
    progress = Progress(_filled(answers, now.aim) + 1, len(left) - 1, filling=True)
    return about_skill(now.kb, left[0], what_it_completes(now.kb, now.situation, left[0]), progress)


def _told(answers: Answers) -> int:
    """Return how many questions have been answered."""
    return len(answers) - (MORE in answers)


def _filled(answers: Answers, aim: Aim) -> int:
    """Return how many of them only completed the list of gaps: those after the offer of more."""
    order = list(answers)
    since = 0 if aim.full else order.index(MORE) if MORE in answers else len(order)
    return sum(id_.startswith(SKILL) for id_ in order[since:])


def _of_person(kb: KnowledgeBase, answers: Answers, aim: Aim) -> Progress:
    """Return how far one is before any skill: all that may yet be asked of the person, and the skills it usually takes.

    Of those what the line takes at most is more than it mostly takes, so that the estimate falls rather than rises.
    """
    constants, asked = kb.rules.constants, sum(id_.startswith(SKILL) for id_ in answers)
    usual = len(kb.skills) if aim.full else constants.stop_line if aim.confidence is None else constants.stop_questions
    skills = 0 if _at_the_top(kb, answers) and not aim.full else max(0, int(usual) - asked)
    return Progress(_told(answers) + 1, most_to_come(kb, answers) - 1 + skills)


def _at_the_top(kb: KnowledgeBase, answers: Answers) -> bool:
    return "current" in answers and situation_of(kb, profile_of(kb, answers)).next is None
