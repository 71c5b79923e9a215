"""Why a question is asked, for this person: which posts hang on the answer, and how much.

It is worked out when somebody asks, by giving each answer in turn and looking at what would come next.
"""

from collections.abc import Iterator, Mapping, Sequence

from opscareer.advice import Situation, situation_of
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.interview.answers import SKILL, Answers, Value, profile_of
from opscareer.interview.forms import Ask, Choice
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.model.stretches import years_text
from opscareer.text import NOTHING, Text, joined

_NAMED = 3

_WEIGHS = Text(
    "{title}的要求里它占 {share}%，要到 {level} 级。", "It is {share}% of what {title} asks, at level {level}."
)
_NOBODY = Text(
    "眼下排在前面的岗位都不要它；换一条线就可能要。",
    "None of the posts that lead at present asks for it; another line of work may.",
)
_REACHES = Text(
    "答最低，{title}的匹配度是 {low}%；答最高，是 {high}%。",
    "With the lowest answer your fit with {title} is {low}%; with the highest, {high}%.",
)
_STAYS = Text("单凭这一题，推荐不变。", "By this answer alone the advice does not change.")
_SWAYS = Text(
    "答最低，推荐是{low}；答最高，是{high}。", "With the lowest answer the advice is {low}; with the highest, {high}."
)
_EACH = Text("答{answers}，眼下推荐的是{title}。", "With {answers} the advice so far is {title}.")
_QUOTED = Text("“{answer}”", "“{answer}”")
_ALIKE = Text("眼下不论答哪个，推荐的都是{title}。", "Whatever you answer, the advice so far is {title}.")
_NOW = Text("眼下推荐的是{title}。", "The advice so far is {title}.")
_YEARS = Text(
    "从{present}往上，一般至少要做满 {years}：不到，会先说清还差多久。",
    "People spend at least {years} as {present} before they move up; with fewer you are told how long is left.",
)
_TOP = Text("再往上没有岗位", "nothing further up")
_UNTOLD = Text("后面问什么，要看这一题怎么答。", "What is asked next depends on this.")


def why_asked(kb: KnowledgeBase, answers: Answers, question: Ask) -> tuple[Text, ...]:
    """Return why a question is asked, the plainest reason first: of each a sentence or two, never none."""
    found = _of_skill(kb, answers, question) if question.kind == "skill" else _of_person(kb, answers, question)
    return tuple(text for text in found if text != NOTHING) or (_UNTOLD,)


def _of_skill(kb: KnowledgeBase, answers: Answers, question: Ask) -> Iterator[Text]:
    skill = question.id.removeprefix(SKILL)
    situation = _situation(kb, answers)
    yield question.why or NOTHING
    asking = [(position, r) for position in _near(situation) for r in _asked(kb, position, skill)]
    for position, requirement in asking[:_NAMED]:
        share = round(100 * requirement.weight)
        yield _WEIGHS.fill(title=kb.positions[position].title, share=share, level=requirement.level)
    if not asking:
        yield _NOBODY
    if situation.next:
        yield from _swing(kb, answers, situation, skill)
    yield question.asked_by or NOTHING


def _swing(kb: KnowledgeBase, answers: Answers, situation: Situation, skill: str) -> Iterator[Text]:
    """Yield what the lowest and the highest answer would make of the fit with what comes next, and of what comes."""
    assert situation.leader
    low, high = (_situation(kb, {**answers, SKILL + skill: level}) for level in (0, kb.top))
    asked = requirements_of(kb, situation.leader, entry=situation.standing.outside)
    if skill in kb.needed[situation.leader]:
        fits = [int(100 * fit_of(asked, then.beliefs) + 1e-9) for then in (low, high)]
        yield _REACHES.fill(title=kb.positions[situation.leader].title, low=fits[0], high=fits[1])
    if low.leader == high.leader == situation.leader:
        yield _STAYS
    else:
        yield _SWAYS.fill(low=_title(kb, low), high=_title(kb, high))


def _of_person(kb: KnowledgeBase, answers: Answers, question: Ask) -> Iterator[Text]:
    yield kb.questions[question.id].why if question.id in kb.questions else question.help
    if "current" not in answers or question.id not in kb.questions:
        return
    situation = _situation(kb, answers)
    if question.kind in ("choice", "choices"):
        yield from _by_answer(kb, answers, question)
    elif question.id == "years" and situation.standing.positions:
        present = situation.standing.positions[0]
        yield _YEARS.fill(present=kb.positions[present].title, years=years_text(kb.years(present)[0]))
    else:
        yield _NOW.fill(title=_title(kb, situation))


def _by_answer(kb: KnowledgeBase, answers: Answers, question: Ask) -> Iterator[Text]:
    """Yield what would come next by each answer, those together by which the same would."""
    by_title: dict[Text, list[Choice]] = {}
    for choice in question.choices:
        value: Value = (str(choice.value),) if question.kind == "choices" else choice.value
        then = _title(kb, _situation(kb, {**answers, question.id: value}))
        by_title.setdefault(then, []).append(choice)
    yield from _told(by_title)


def _told(by_title: Mapping[Text, Sequence[Choice]]) -> Iterator[Text]:
    if len(by_title) == 1:
        yield _ALIKE.fill(title=next(iter(by_title)))
        return
    for title, choices in by_title.items():
        yield _EACH.fill(answers=joined(_QUOTED.fill(answer=choice.label) for choice in choices), title=title)


def _near(situation: Situation) -> list[str]:
    """Return the positions that an answer bears on: what comes next, what is held, what else leads, the goal."""
    steps = [situation.steps[scale.line.key].position for scale in situation.scales]
    then = [situation.next.then] if situation.next else []
    goal = [situation.profile.goal] if situation.profile.goal else []
    first = [situation.leader] if situation.leader else []
    found = dict.fromkeys([*first, *then, *goal, *situation.standing.positions, *steps[:_NAMED]])
    return [position for position in found if position]


def _asked(kb: KnowledgeBase, position: str, skill: str) -> list[Requirement]:
    return [r for r in kb.positions[position].requirements if r.skill == skill]


def _title(kb: KnowledgeBase, situation: Situation) -> Text:
    return kb.positions[situation.leader].title if situation.leader else _TOP


def _situation(kb: KnowledgeBase, answers: Answers) -> Situation:
    return situation_of(kb, profile_of(kb, answers))
