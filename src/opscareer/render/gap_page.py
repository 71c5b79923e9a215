"""What stands between a person and one position, whole; and what would change if."""

from collections.abc import Iterable

from opscareer.advice import Effect, GroupFit, Prospect
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.render.screen.page import Page, bar
from opscareer.render.screen.parts import fit_lines, gap_table, gates_and_flags
from opscareer.text import Text, joined
from opscareer.views.steps import fit_name, fit_text, headline, near_text, step_of, step_words
from opscareer.views.words.sentences import NOT_COUNTED, ROLE, kind_text
from opscareer.views.words.units import percent, points

_EACH = Text("每项能力提一级会怎样（对{title}）", "What one level more of each skill would do (for {title})")
_HEADINGS = (Text("能力", "skill"), Text("到", "to"), Text("涨分", "adds"), Text("另外", "and besides"))
_GROUPS = (Text("能力组", "group"), Text("占要求", "asked"), Text("已有", "there"), Text("", ""))
_OPENS = Text("打开关卡", "opens its gate")
_TURNS = Text("下一步变成{title}", "the next role becomes {title}")
_BEFORE, _AFTER = Text("现在", "Now"), Text("那时", "Then")
_OPENED = Text("打开的关卡：{skills}", "Gates opened: {skills}")
_NOTHING = Text("没有能再提的了。", "There is nothing left to raise.")


def gap_page(
    page: Page, kb: KnowledgeBase, profile: Profile, prospect: Prospect, groups: Iterable[GroupFit] = ()
) -> None:
    """Write all gaps of a position on a page, and how far each group of skills is there."""
    step = step_of(kb, profile, prospect)
    page.say(ROLE.fill(title=step.title, kind=kind_text(prospect.candidate)), "bold")
    fit_lines(page, step_words(kb, profile, prospect))
    page.blank()
    _picture(page, kb, groups)
    page.blank()
    gap_table(page, kb, profile, prospect.gaps)
    gates_and_flags(page, kb, prospect.gates, prospect.flags)
    page.blank()
    page.say(NOT_COUNTED, "dim")


def effects_page(page: Page, kb: KnowledgeBase, prospect: Prospect | None, effects: Iterable[Effect]) -> None:
    """Write what one level more of each skill would do."""
    rows = [
        (kb.skills[e.skill].name.of(page.lang), str(e.to), points(e.fit_gain), _besides(page, kb, prospect, e))
        for e in effects
    ]
    if prospect is None or not rows:
        page.say(_NOTHING)
        return
    page.say(_EACH.fill(title=kb.positions[prospect.gaps_of].title), "bold")
    page.table(_HEADINGS, rows, right=(1, 2))


def outcomes_page(
    page: Page,
    kb: KnowledgeBase,
    profile: Profile,
    outcomes: tuple[Prospect | None, Prospect | None],
    opens: tuple[str, ...],
) -> None:
    """Write the advice before and after a supposition."""
    for name, one in zip((_BEFORE, _AFTER), outcomes, strict=True):
        if one is not None:
            step = step_of(kb, profile, one)
            fit = f"{fit_name(step).of(page.lang)} {fit_text(one.fit, step.answered)}"
            told = (headline(step).of(page.lang), fit, near_text(step).of(page.lang))
            page.say("  ".join(told), first=f"{name.of(page.lang)}  ")
    if opens:
        page.say(_OPENED.fill(skills=joined(kb.skills[s].name for s in opens)))


def _picture(page: Page, kb: KnowledgeBase, groups: Iterable[GroupFit]) -> None:
    """Write a bar for each group of skills, as long as the part of it that is there."""
    names = {group.id: group.name.of(page.lang) for group in kb.groups}
    cells = 20 if page.columns >= 60 else 10
    rows = [(names[g.group], percent(g.weight), percent(g.met), bar(g.met, cells)) for g in groups]
    if rows:
        page.table(_GROUPS, rows, right=(1, 2))


def _besides(page: Page, kb: KnowledgeBase, prospect: Prospect | None, effect: Effect) -> str:
    told = [_OPENS.of(page.lang)] if effect.opens else []
    if prospect and effect.next and effect.next != prospect.position:
        told.append(_TURNS.fill(title=kb.positions[effect.next].title).of(page.lang))
    return ("，" if page.lang == "zh" else ", ").join(told)
