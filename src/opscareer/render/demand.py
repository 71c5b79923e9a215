"""What many ads ask, per role and rung: for scripts, as a table for people, and as CSV."""

import csv
from collections.abc import Sequence
from io import StringIO

from opscareer.model.demand import Counted, Row
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import FEW_ADS
from opscareer.render.json_parts import Object
from opscareer.render.screen.page import Page
from opscareer.text import Text
from opscareer.views.words.units import percent

_ADS = Text("读了 {n} 则招聘。", "{n} ads read.")
_FOREIGN = Text(
    "其中 {n} 则不像这里的任何岗位，没有算进来。", "{n} of them are for no role known here, and were left out."
)
_HEAD = Text("{role}，{rung}：{n} 则", "{role}, {rung}: {n} ads")
_YEARS = Text("年限（中位数）：{years}", "Years asked (median): {years}")
_FEW_NOTE = Text("不到 {n} 则，占比看看就好。", "Fewer than {n} ads: the shares say little.")
_HEADINGS = (Text("能力", "skill"), Text("则", "ads"), Text("占比", "share"), Text("", ""))
_SHOWN = 12


def demand_json(counted: Counted) -> Object:
    """Return the counts by role and rung, by role alone, and by rung alone."""
    return {
        "ads": counted.ads,
        "foreign": counted.foreign,
        "table": [{"role": row.role, "rung": row.rung, **_counts(row)} for row in counted.table],
        "roles": [{"role": row.role, **_counts(row)} for row in counted.roles],
        "rungs": [{"rung": row.rung, **_counts(row)} for row in counted.rungs],
    }


def demand_page(page: Page, kb: KnowledgeBase, counted: Counted) -> None:
    """Write the skills that most ads of each role and rung ask for."""
    page.say(_ADS.fill(n=counted.ads), "bold")
    if counted.foreign:
        page.say(_FOREIGN.fill(n=counted.foreign), "dim")
    for row in counted.table:
        page.head(_HEAD.fill(role=kb.roles[row.role].name, rung=kb.rungs[row.rung].name, n=row.ads))
        if row.ads < FEW_ADS:
            page.say(_FEW_NOTE.fill(n=FEW_ADS), "warn", indent=2)
        if row.usual_years is not None:
            page.say(_YEARS.fill(years=f"{row.usual_years:g}"), "dim", indent=2)
        cells = [
            (kb.skills[skill].name.of(page.lang), str(n), percent(share), "") for skill, n, share in row.skills[:_SHOWN]
        ]
        page.table(_HEADINGS, cells, right=(1, 2))


def demand_csv(rows: Sequence[Row]) -> str:
    """Return the counts as CSV: a line for each role, rung and skill."""
    written = StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow(["role", "rung", "ads", "skill", "n", "share"])
    for row in rows:
        lines.writerows([row.role, row.rung, row.ads, skill, n, f"{share:.3f}"] for skill, n, share in row.skills)
    return written.getvalue()


def _counts(row: Row) -> Object:
    return {
        "n": row.ads,
        "skills": [{"skill": skill, "n": n, "share": share} for skill, n, share in row.skills],
        "years": [{"years": years, "n": n} for years, n in row.years],
        "education": [{"education": education, "n": n} for education, n in row.education],
    }
