"""What many ads ask on a screen: a table for each role and rung."""

from opscareer.model.role import FEW_ADS
from opscareer.render.screen.page import Page
from opscareer.text import NOTHING, Text, joined
from opscareer.views.demand import DemandView, RowView
from opscareer.views.telling.match import EDUCATION
from opscareer.views.words.headings import SHARE, SKILL
from opscareer.views.words.units import percent

_ADS = Text("读了 {n} 则招聘。", "Ads read: {n}.")
_FOREIGN = Text("其中 {n} 则不像这里的任何岗位，没有算进来。", "Left out, as they are for roles not known here: {n}.")
_HEAD = Text("{role}，{rung}：{n} 则", "{role}, {rung} (ads: {n})")
_YEARS = Text("年限（中位数）：{years}", "Years asked (median): {years}")
_EDUCATION, _MANY = Text("学历：{what}", "Education asked: {what}"), Text("{what} {n} 则", "{what} {n}")
_FEW_NOTE = Text("不到 {n} 则，占比看看就好。", "Fewer than {n} ads: the shares say little.")
_COUNT = Text("则", "ads")
_SHOWN = 12


def demand_page(page: Page, view: DemandView) -> None:
    """Write the skills that most ads of each role and rung ask for."""
    page.say(_ADS.fill(n=view.ads), "bold")
    if view.foreign:
        page.say(_FOREIGN.fill(n=view.foreign), "dim")
    for row in view.table:
        _row(page, row)


def _row(page: Page, row: RowView) -> None:
    page.head(_HEAD.fill(role=row.role_name, rung=row.rung_name, n=row.n))
    if row.n < FEW_ADS:
        page.say(_FEW_NOTE.fill(n=FEW_ADS), "warn", indent=2)
    if row.usual_years is not None:
        page.say(_YEARS.fill(years=f"{row.usual_years:g}"), "dim", indent=2)
    if row.education:
        told = joined(_MANY.fill(what=EDUCATION[one.education], n=one.n) for one in row.education)
        page.say(_EDUCATION.fill(what=told), "dim", indent=2)
    shown = list(zip(row.names, row.skills, strict=True))[:_SHOWN]
    cells = [(name.of(page.lang), str(one.n), percent(one.share), "") for name, one in shown]
    page.table((SKILL, _COUNT, SHARE, NOTHING), cells, right=(1, 2))
    page.more(len(row.skills) - _SHOWN)
