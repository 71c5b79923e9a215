"""How the next role that is advised and the first of the ways to a goal go together."""

from collections.abc import Iterator

from opscareer.advice.nearness import taken_anew
from opscareer.advice.prospect import is_firm
from opscareer.advice.situation import Situation
from opscareer.advice.standing import Candidate
from opscareer.advice.ways.path import Path, path_by
from opscareer.model.kb import KnowledgeBase
from opscareer.model.stretches import months_text
from opscareer.text import Text, first_of

_NAMED_NEXT = Text("assess 建议的下一步是{next}", "The next role that assess names is {next}")
_NAMED_LATER = Text("再往后，assess 让你往{next}走", "Later assess has you go on to {next}")
_NAMED_AFTER = Text("做实以后，assess 建议往{next}走", "After that assess has you go on to {next}")
_ELSEWHERE = Text(
    "{named}：那里比的是合不合适，看眼下和再上一级；这里只比到{goals}要多久。{via}",
    "{named}: it compares what suits you, now and one rung on; here only the time to {goals} counts. {via}",
)
_VIA = Text("从{next}走，要 {months}。", "By way of {next} it takes {months}.")
_NOT_VIA = Text("从{next}走不到那里。", "By way of {next} you do not get there.")
_STAY = Text(
    "assess 先让你把{title}做实：路上的月数从现在算，前几个月也用在这里。",
    "assess has you consolidate {title} first: the months count from now, and the first of them go into that.",
)
_KEEP = Text(
    "assess 让你先留在{title}，那里你已经站得住：路上的月数从现在算。",
    "assess has you keep {title} for now, which you do well: the months count from now.",
)
_AGAIN = Text(
    "assess 让你接着做{title}，换一家：路上的月数从现在算，换公司的时间没算在内。",
    "assess has you go on as {title} in another company: the months count from now, without the change itself.",
)
_BACK = Text(
    "assess 让你先回到{title}：路上的月数从重新做上{held}那天算起。",
    "assess has you come back as {title} first: the months count from the day on which you are {held} again.",
)
_DOWN = Text(
    "assess 让你先到{title}：路上的月数从现在的{held}算起，没算这一步。",
    "assess has you take {title} first: the months count from {held}, as you stand now, without that step.",
)
_NAMED = 4


def beside_next(
    kb: KnowledgeBase, towards: Situation, situation: Situation, goals: tuple[str, ...], best: Path
) -> Iterator[Text]:
    """Yield how the next role that is advised and the first of the ways go together."""
    step = situation.next
    if step is None:
        return
    first, title = best.legs[0].position, kb.positions[step.position].title
    if step.kind == "stay" and step.position != first:
        staying = _staying(kb, situation, step)
        yield staying.fill(title=title)
        if step.then not in ("", first):
            named = _NAMED_AFTER if staying == _STAY else _NAMED_LATER
            yield _elsewhere(kb, named, towards, goals, step.then)
    elif step.start and step.kind in ("entry", "down"):
        yield (_BACK if situation.back_in or step.kind == "entry" else _DOWN).fill(
            title=title, held=kb.positions[step.start].title
        )
    elif step.position != first:
        yield _elsewhere(kb, _NAMED_NEXT, towards, goals, step.position)


def _staying(kb: KnowledgeBase, situation: Situation, step: Candidate) -> Text:
    """Return what it means to stay: the same post elsewhere, one that is done well, or one to be made real."""
    if taken_anew(situation, step):
        return _AGAIN
    return _KEEP if is_firm(kb, situation, step) else _STAY


def _elsewhere(kb: KnowledgeBase, named: Text, towards: Situation, goals: tuple[str, ...], leader: str) -> Text:
    """Return why the shortest way does not begin with what is advised, and how long it takes by way of that."""
    via, title = path_by(kb, towards, goals, leader), kb.positions[leader].title
    told = _VIA.fill(next=title, months=months_text(via.months)) if via else _NOT_VIA.fill(next=title)
    return _ELSEWHERE.fill(named=named.fill(next=title), goals=titles_of(kb, goals), via=told)


def titles_of(kb: KnowledgeBase, goals: tuple[str, ...]) -> Text:
    """Return the titles of goals, the first of them where there are many."""
    return first_of([kb.positions[goal].title for goal in goals], _NAMED)
