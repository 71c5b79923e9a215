"""Which skills still decide something, why each is asked, and about how many it takes: first line, then step."""

from collections.abc import Iterator

from opscareer.advice.doubt import musts_of
from opscareer.advice.duel import rival_for
from opscareer.interview.answers import SKILL
from opscareer.interview.choosing import ahead, hopeless, most_telling
from opscareer.interview.gap_list import missing, what_it_completes
from opscareer.interview.so_far import SoFar
from opscareer.text import Text

_WHY = Text(
    "这一题最可能改变{leader}和{rival}谁排在前面。",
    "It is the question most likely to change whether {leader} or {rival} comes first.",
)
_LEADING = Text(
    "带没带过人，决定下一步是不是{title}。", "Whether you have led people decides whether {title} comes next."
)
_MUST = Text("{title}离不了它。", "{title} cannot do without it.")
_REACH = Text("它最能说明{title}现在够不够得着。", "It tells most about whether {title} is within your reach now.")


def deciding(so_far: SoFar) -> tuple[str, Text | None] | None:
    """Return the skill to ask, and why, until it is settled what comes first and how near that is; None from then on.

    None too where so many are asked or not sure that it would not be settled in time.
    """
    asked = len(so_far.asked)
    if asked >= so_far.kb.rules.constants.stop_questions or hopeless(so_far.kb, asked, so_far.answered):
        return None
    return next(_in_turn(so_far), None)


def left_to_decide(so_far: SoFar) -> int:
    """Return about how many skills it takes from here, the one asked now among them, if all answers are as expected."""
    kb, asked, bounds = so_far.kb, len(so_far.asked), so_far.kb.rules.constants
    of_line = ahead(kb, so_far.line, so_far.asked, so_far.aim.wanted(kb))[: int(max(0, so_far.most_of_line - asked))]
    of_step = [skill for skill, _ in _of_the_step(so_far)]
    more = {*of_line, *of_step, *ahead(kb, so_far.doubts, so_far.asked, so_far.step_wanted)}
    least = bounds.stop_answers - so_far.answered
    return int(min(bounds.stop_questions - asked, max(len(more), least)))


def _in_turn(so_far: SoFar) -> Iterator[tuple[str, Text | None]]:
    """Yield what to ask: of the line until it is settled, then of the step, then what it weighs most on.

    Of the line also what only makes it surer, until enough is known for an earlier career to show.
    """
    kb, situation = so_far.kb, so_far.situation
    few = so_far.answered < kb.rules.constants.stop_answers
    skill = most_telling(kb, so_far.line, so_far.asked)
    if skill is not None and (few or so_far.line_open) and len(so_far.asked) < so_far.most_of_line:
        yield skill, _between(so_far, skill)
    yield from _of_the_step(so_far)
    if few:
        yield from ((skill, what_it_completes(kb, situation, skill)) for skill in missing(kb, situation, so_far.asked))


def _of_the_step(so_far: SoFar) -> Iterator[tuple[str, Text]]:
    """Yield what decides the step: having led people, what it cannot do without, whether it is in reach."""
    kb, leading, asked, leader = so_far.kb, so_far.kb.rules.leading, so_far.asked, so_far.situation.leader
    if leading and so_far.by_leading and leading.skill not in asked:
        yield leading.skill, _LEADING.fill(title=kb.positions[so_far.by_leading].title)
    for skill in musts_of(kb, so_far.situation):
        if skill not in asked and leader:
            yield skill, _MUST.fill(title=kb.positions[leader].title)
    telling = most_telling(kb, so_far.doubts, asked)
    if telling is not None and so_far.reach_open:
        yield telling, _REACH.fill(title=kb.positions[rival_for(so_far.doubts, SKILL + telling)].title)


def _between(so_far: SoFar, skill: str) -> Text:
    """Return between which two lines a skill may decide."""
    leader, rival = so_far.situation.scales[0].line.key, rival_for(so_far.line, SKILL + skill)
    return _WHY.fill(leader=so_far.kb.positions[leader].title, rival=so_far.kb.positions[rival].title)
