"""The ways to a goal on a screen: each step where it lies in time, and what has to be closed for it."""

from collections.abc import Iterable

from opscareer.advice.ways import Journey, Leg, Path, Rise
from opscareer.model.kb import KnowledgeBase
from opscareer.render.screen.page import Page, stretch
from opscareer.text import Text, first_of, joined
from opscareer.views.words.sentences import KINDS, TOP
from opscareer.views.words.units import months_text

_TITLE = Text("去{goals}的路", "Ways to {goals}")
_NONE = Text("从你现在的位置走不到{goals}。", "No way leads from where you stand to {goals}.")
_WAY = Text("{n}. 到{goal}：{months}", "{n}. To {goal}: {months}")
_NOW = Text("现在就够得上", "ready now")
_GAPS = Text("要补：{gaps}", "To close: {gaps}")
_DUE = Text("年限要再满 {due}，能力 {ready}就够。", "{due} more must be served; the skills take {ready}.")
_DUE_READY = Text("年限要再满 {due}，能力已经够了。", "{due} more must be served; the skills are there.")
_MEANWHILE = Text("等的时候还能补：{gaps}", "Meanwhile also: {gaps}")
_CARRIED = Text("一路带过来：{skills}", "Carried over: {skills}")
_NOTES = Text("先看这几句", "Before you choose")
_SHOWN = 4


def path_page(page: Page, kb: KnowledgeBase, journey: Journey, *, whole: bool) -> None:
    """Write the ways on a page; `whole` names all that has to be closed, else only the first of it."""
    if not journey.paths:
        goals = joined(kb.positions[goal].title for goal in journey.goals)
        page.say(_NONE.fill(goals=goals) if journey.goals else TOP)
        return
    page.say(_TITLE.fill(goals=joined(kb.positions[goal].title for goal in journey.goals)), "bold")
    longest = max(path.months for path in journey.paths)
    for number, path in enumerate(journey.paths, 1):
        _way(page, kb, number, path, longest, None if whole else _SHOWN)
    if journey.remarks:
        page.head(_NOTES)
    for remark in journey.remarks:
        page.say(remark, first="- ", indent=2)


def _way(page: Page, kb: KnowledgeBase, number: int, path: Path, longest: float, shown: int | None) -> None:
    months = months_text(path.months) if path.months else _NOW
    page.head(_WAY.fill(n=number, goal=kb.positions[path.goal].title, months=months))
    cells = 24 if page.columns >= 60 else 16 if page.columns >= 40 else 6
    for leg in path.legs:
        kind, title = KINDS[leg.kind].of(page.lang), kb.positions[leg.position].title.of(page.lang)
        page.say(f"{title}（{kind}）" if page.lang == "zh" else f"{title} ({kind})", indent=3)
        taken = months_text(leg.months) if leg.months else _NOW
        picture = stretch(leg.begins, leg.begins + leg.months, longest, cells)
        page.say(f"{picture} {taken.of(page.lang)}", "bold", indent=5)
        for told in _details(kb, leg, shown):
            page.say(told, "dim", indent=5)


def _details(kb: KnowledgeBase, leg: Leg, shown: int | None) -> Iterable[Text]:
    """Return what a step waits for, what is closed besides, what helps already, and why people take it."""
    if leg.gaps:
        yield _GAPS.fill(gaps=_named(kb, leg.gaps, shown))
    if leg.due > leg.ready:
        words = {"due": months_text(leg.due), "ready": months_text(leg.ready)}
        yield (_DUE if leg.ready else _DUE_READY).fill(**words)
    if leg.meanwhile:
        yield _MEANWHILE.fill(gaps=_named(kb, leg.meanwhile, shown))
    if leg.carried:
        skills = [_at(kb, skill, f"{level}") for skill, level in leg.carried]
        yield _CARRIED.fill(skills=first_of(skills, shown))
    if leg.move and leg.move.why.en:
        yield leg.move.why


def _named(kb: KnowledgeBase, rises: Iterable[Rise], shown: int | None) -> Text:
    return first_of([_at(kb, rise.skill, f"{rise.start}>{rise.end}") for rise in rises], shown)


def _at(kb: KnowledgeBase, skill: str, level: str) -> Text:
    name = kb.skills[skill].name
    return Text(f"{name.zh} {level}", f"{name.en} {level}")
