"""The report as one HTML file that asks nothing of a network and runs no script; both languages stand in it."""

from collections.abc import Callable, Mapping

from opscareer.model.nouns import PRESENT_POST
from opscareer.render.html.bars import fit_bar, gain_bar, level_pips
from opscareer.render.html.frame import framed
from opscareer.render.html.radar import radar
from opscareer.render.html.svg import TAGS
from opscareer.render.html.timeline import gantt, horizon_of, way
from opscareer.render.html.trend import trend
from opscareer.text import Lang
from opscareer.views.report import ReportView
from opscareer.views.telling import advice, gaps, path, plan
from opscareer.views.telling import report as telling


def report_html(report: ReportView, lang: Lang) -> str:
    """Return the report as a whole HTML page that shows a language first; all text of the report stays text."""
    return framed("page.html", lang, report=report, **_WORDS, **_parts(report))


def _parts(report: ReportView) -> dict[str, object]:
    """Return what the templates name often, or cannot reckon themselves."""
    contributions = telling.contributions(report.requirements)
    ways = report.path.paths
    return {
        "assess": report.assess,
        "best": report.assess.next,
        "path": report.path,
        "plan": report.plan,
        "pale": any(gap.assumed for gap in report.assess.gaps),
        "waits": any(leg.due_months > leg.ready_months for one in ways for leg in one.steps),
        "horizon": horizon_of(ways),
        "told_fits": sum(entry.fit is not None for entry in report.history),
        "contributions": contributions,
        "total": sum(contributions),
    }


def _both(draw: Callable[..., str], *told: object) -> str:
    """Return a drawing in both languages, one of which is shown."""
    return "".join(f'<div lang="{tag}">{draw(*told, lang)}</div>' for lang, tag in TAGS.items())


_WORDS: Mapping[str, object] = {
    **{"present_post": PRESENT_POST, "say": telling, "advised": advice, "gaps": gaps, "ways": path, "plans": plan},
    **{"both": _both, "radar": radar, "way": way, "gantt": gantt, "trend": trend},
    **{"fit_bar": fit_bar, "gain_bar": gain_bar, "level_pips": level_pips},
}
"""The drawings, and the texts made of figures."""
