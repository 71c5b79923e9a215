"""Answers: the questions that apply after them, and the profile that they make.

State is a plain mapping from question ids to values, in the order in which they were given; all else follows from it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from opscareer.advice.conditions import Known, holds
from opscareer.advice.standing import answered, standing_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE, Profile
from opscareer.model.question import OFFER, OFFERED, REASON, Question
from opscareer.model.rules import Test

Value = str | int | float | tuple[str, ...]
Answers = Mapping[str, Value]

SKILL = "skill."
MORE = "more"
YES, NO = "yes", "no"


def named_now(kb: KnowledgeBase, question: str, told: Collection[str] = ()) -> tuple[str, ...]:
    """Return the questions that an answer is to.

    Of a skill that has another id now, or was divided, those that took its place, but for any that was told itself.
    """
    skill = question.removeprefix(SKILL)
    former = question.startswith(SKILL) and skill not in kb.skills and skill in kb.formerly
    if not former:
        return (question,)
    return tuple(now for now in (SKILL + one for one in kb.formerly[skill]) if now not in told)


def back(answers: Answers) -> tuple[Answers, str]:
    """Return the answers without the last one given, and its question. Raises IndexError where there is none."""
    last = list(answers)[-1]
    return {question: value for question, value in answers.items() if question != last}, last


def profile_of(kb: KnowledgeBase, answers: Answers) -> Profile:
    """Return what is known of the person; answers to questions that no longer apply do not count."""
    answers = _with_reason(kb, answers)
    asked = {q.id for q in applying(kb, answers)}
    facts = {
        id_: str(value)
        for id_, value in answers.items()
        if id_ in asked and kb.questions[id_].kind == "choice" and value != NOT_SURE
    }
    skills = {id_.removeprefix(SKILL): value for id_, value in answers.items() if id_.startswith(SKILL)}
    return Profile(
        current=_positions(answers),
        years=_number(answers, "years", asked),
        years_total=_number(answers, "years_total", asked),
        goal=_position(answers, "goal", asked),
        offer=_position(answers, "offer", asked),
        avoid=_several(answers, "avoid", asked),
        facts=facts,
        chosen=_chosen(kb, answers, asked),
        notes=_notes(kb, answers, asked),
        levels={skill: value for skill, value in skills.items() if isinstance(value, int)},
        unsure=frozenset(skill for skill, value in skills.items() if value == NOT_SURE),
        no_opportunity=frozenset(skill for skill, value in skills.items() if value == NO_OPPORTUNITY),
    )


def applying(kb: KnowledgeBase, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that apply, in their order; one may depend on the answers to those before it.

    How many posts are offered is known once that was asked.
    """
    return tuple(question for question, applies, _ in _judged(kb, answers) if applies)


def idle(kb: KnowledgeBase, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that were answered and do not apply, so that the answers do not count."""
    told = {question for question, value in answers.items() if value != NOT_SURE}
    return tuple(question for question, applies, _ in _judged(kb, answers) if question.id in told and not applies)


def pending(kb: KnowledgeBase, answers: Answers) -> tuple[Question, ...]:
    """Return the unanswered questions that apply, or may yet: what they depend on has not been asked so far."""
    return tuple(question for question, _, may in _judged(kb, answers) if may and question.id not in answers)


def most_to_come(kb: KnowledgeBase, answers: Answers) -> int:
    """Return how many of the pending questions there will be at most: of those that wait for one answer, not all."""
    waiting = pending(kb, answers)
    open_ = {question.id for question in waiting}
    tests = [next((t for t in question.when if t.name in open_ and t.one_of), None) for question in waiting]
    waited_for = {test.name for test in tests if test}
    return tests.count(None) + sum(_most(test for test in tests if test and test.name == one) for one in waited_for)


def _most(tests: Iterable[Test]) -> int:
    """Return how many tests of one answer hold at most, whatever it is."""
    return max(Counter(word for test in tests for word in test.one_of).values())


def _judged(kb: KnowledgeBase, answers: Answers) -> Iterator[tuple[Question, bool, bool]]:
    """Yield every question, whether it applies, and whether it may, as far as is known."""
    answers = _with_reason(kb, answers)
    known = dict(_standing(kb, answers))
    open_ = set() if "current" in answers else {"posts", "rung"}
    for question in kb.questions.values():
        spared = bool(question.unless) and holds(question.unless, known)
        applies = holds(question.when, known) and not spared
        may = not spared and all(test.name in open_ or holds((test,), known) for test in question.when)
        yield question, applies, may
        answer = answers.get(question.id)
        if may and answer is None:
            open_ |= {question.id, "offers"} if question.id == OFFER else {question.id}
        elif applies and isinstance(answer, str | int | float) and answer != NOT_SURE:
            known[question.id] = answer
            known |= {"offers": 1.0} if question.id == OFFER else {}


def _with_reason(kb: KnowledgeBase, answers: Answers) -> Answers:
    """Return the answers; of who told which post is offered, and not what brings them, that it is this."""
    offer, reason = (answers.get(question, NOT_SURE) for question in (OFFER, REASON))
    known = REASON in kb.questions and OFFERED in kb.questions[REASON].labels
    return {**answers, REASON: OFFERED} if known and offer != NOT_SURE and reason == NOT_SURE else answers


def _standing(kb: KnowledgeBase, answers: Answers) -> Known:
    """Return what tests of a question may ask about the ladder: the rung by title, and how many posts are held."""
    profile = Profile(current=_positions(answers))
    standing = standing_of(kb, profile)
    return {**answered(profile, standing), **({} if standing.outside else {"rung": standing.rung})}


def _positions(answers: Answers) -> tuple[str, ...]:
    current = answers.get("current", ())
    return current if isinstance(current, tuple) else ()


def _several(answers: Answers, question: str, asked: set[str]) -> frozenset[str]:
    value = answers.get(question)
    return frozenset(value) if question in asked and isinstance(value, tuple) else frozenset()


def _chosen(kb: KnowledgeBase, answers: Answers, asked: set[str]) -> Mapping[str, tuple[str, ...]]:
    """Return what was chosen of several, each question's in the order of its options; what is avoided stands apart."""
    several = [q for q in kb.questions.values() if q.kind == "choices" and q.id != "avoid"]
    told = [(q, some) for q in several if (some := _several(answers, q.id, asked))]
    chosen = {q.id: tuple(option.id for option in q.options if option.id in some) for q, some in told}
    return {question: options for question, options in chosen.items() if options}


def _notes(kb: KnowledgeBase, answers: Answers, asked: set[str]) -> Mapping[str, str]:
    own = [q.id for q in kb.questions.values() if q.kind == "text" and q.id in asked]
    return {id_: str(answers[id_]) for id_ in own if answers.get(id_, NOT_SURE) != NOT_SURE}


def _position(answers: Answers, question: str, asked: Collection[str]) -> str | None:
    """Return a position that was told; None where it was not, or does not count."""
    value = answers.get(question, NOT_SURE)
    return str(value) if question in asked and value != NOT_SURE else None


def _number(answers: Answers, question: str, asked: set[str]) -> float | None:
    value = answers.get(question)
    return float(value) if question in asked and isinstance(value, int | float) else None
