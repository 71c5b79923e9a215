"""What stands between a person and one position, whole; and what would change if."""

from collections.abc import Iterable

from opscareer.advice import Effect, Prospect
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.render.advice_page import fit_line, gap_table, gates_and_flags
from opscareer.render.page import Page, percent, points
from opscareer.render.phrases import VERDICTS
from opscareer.text import Text, joined

_EACH = Text("每项能力提一级会怎样（对{title}）", "What one level more of each skill would do (for {title})")
_HEADINGS = (Text("能力", "skill"), Text("到", "to"), Text("涨分", "adds"), Text("另外", "and besides"))
_OPENS = Text("打开关卡", "opens its gate")
_TURNS = Text("下一步变成{title}", "the next role becomes {title}")
_BEFORE, _AFTER = Text("现在", "Now"), Text("那时", "Then")
_OPENED = Text("打开的关卡：{skills}", "Gates opened: {skills}")
_NOTHING = Text("没有能再提的了。", "There is nothing left to raise.")


def gap_page(page: Page, kb: KnowledgeBase, profile: Profile, prospect: Prospect) -> None:
    """Write all gaps of a position on a page."""
    page.say(kb.positions[prospect.position].title, "bold")
    fit_line(page, prospect)
    page.blank()
    gap_table(page, kb, profile, prospect.gaps)
    gates_and_flags(page, kb, prospect)


def effects_page(page: Page, kb: KnowledgeBase, prospect: Prospect | None, effects: Iterable[Effect]) -> None:
    """Write what one level more of each skill would do."""
    rows = [
        (kb.skills[e.skill].name.of(page.lang), str(e.to), points(e.fit_gain), _besides(page, kb, prospect, e))
        for e in effects
    ]
    if prospect is None or not rows:
        page.say(_NOTHING)
        return
    page.say(_EACH.fill(title=kb.positions[prospect.position].title), "bold")
    page.table(_HEADINGS, rows, right=(1, 2))


def outcomes_page(
    page: Page, kb: KnowledgeBase, before: Prospect | None, after: Prospect | None, opens: tuple[str, ...]
) -> None:
    """Write the advice before and after a supposition."""
    for name, one in ((_BEFORE, before), (_AFTER, after)):
        if one is not None:
            title, told = kb.positions[one.position].title.of(page.lang), VERDICTS[one.verdict].of(page.lang)
            page.say(f"{title}  {percent(one.fit)}  {told}", first=f"{name.of(page.lang)}  ")
    if opens:
        page.say(_OPENED.fill(skills=joined(kb.skills[s].name for s in opens)))


def _besides(page: Page, kb: KnowledgeBase, prospect: Prospect | None, effect: Effect) -> str:
    told = [_OPENS.of(page.lang)] if effect.opens else []
    if prospect and effect.next and effect.next != prospect.position:
        told.append(_TURNS.fill(title=kb.positions[effect.next].title).of(page.lang))
    return ("，" if page.lang == "zh" else ", ").join(told)
