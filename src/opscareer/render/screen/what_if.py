"""What would change if, on a screen: one level more of each skill, or the advice before and after a supposition."""

from opscareer.render.screen.page import Page
from opscareer.text import Text, capital, joined
from opscareer.views.steps import StepWords
from opscareer.views.what_if import EffectView, WhatIfView
from opscareer.views.words.headings import GAIN, NOW, SKILL, TO
from opscareer.views.words.units import points

_EACH = Text("每项能力提一级会怎样（对{title}）", "What one level more of each skill would do (for {title})")
_BESIDES = Text("另外", "and besides")
_OPENS = Text("过了门槛", "opens its gate")
_TURNS = Text("下一步变成{title}", "the next role becomes {title}")
_BEFORE, _AFTER = capital(NOW), Text("那时", "Then")
_OPENED = Text("过了的门槛：{skills}", "Gates opened: {skills}")
_NOTHING = Text("没有能再提的了。", "There is nothing left to raise.")


def what_if_page(page: Page, found: WhatIfView) -> None:
    """Write the advice before and after a supposition; without one, what one level more of each skill would do."""
    if found.supposed:
        _outcomes(page, found)
    elif found.aim is None or not found.effects:
        page.say(_NOTHING)
    else:
        page.say(_EACH.fill(title=found.aim), "bold")
        rows = [(e.name.of(page.lang), str(e.to), points(e.fit_gain), _besides(page, e)) for e in found.effects]
        page.table((SKILL, TO, GAIN, _BESIDES), rows, right=(1, 2))


def _outcomes(page: Page, found: WhatIfView) -> None:
    for name, one in ((_BEFORE, found.before), (_AFTER, found.after)):
        if one.words:
            page.say(_told(page, one.words), first=f"{name.of(page.lang)}  ")
    if found.opened:
        page.say(_OPENED.fill(skills=joined(found.opened)))


def _told(page: Page, step: StepWords) -> str:
    fit = f"{step.fit_name.of(page.lang)} {step.fit_told}"
    return "  ".join((step.headline.of(page.lang), fit, step.near.of(page.lang)))


def _besides(page: Page, effect: EffectView) -> str:
    told = [_OPENS.of(page.lang)] if effect.opens else []
    if effect.turns:
        told.append(_TURNS.fill(title=effect.turns).of(page.lang))
    return page.comma.join(told)
