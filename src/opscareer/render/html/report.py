"""The report as one HTML file that asks nothing of a network and runs no script; both languages stand in it."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from opscareer.model.nouns import PRESENT_POST
from opscareer.render.html.bars import fit_bar, gain_bar, level_pips
from opscareer.render.html.radar import radar
from opscareer.render.html.svg import TAGS
from opscareer.render.html.timeline import gantt, horizon_of, way
from opscareer.render.html.trend import trend
from opscareer.text import Lang, capital, clean
from opscareer.views.report import ReportView
from opscareer.views.telling import advice, gaps, path, plan
from opscareer.views.telling import report as telling
from opscareer.views.words import headings, sentences
from opscareer.views.words import report as words
from opscareer.views.words.units import APART, percent, points

_HERE = Path(__file__).parent
# An icon of no bytes keeps browsers from asking a server for one.
_POLICY = "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"


def report_html(report: ReportView, lang: Lang) -> str:
    """Return the report as a whole HTML page that shows a language first; all text of the report stays text."""
    style = (_HERE / "style.css").read_text(encoding="utf-8").strip()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    page = _environment().get_template("page.html")
    return page.render(
        style=style, policy=_POLICY.format(hash=digest), report=report, lang=lang, tags=TAGS, **_parts(report)
    )


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


@cache
def _environment() -> Environment:
    """Return templates that escape all they are given, and refuse a name that they were not given."""
    env = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    env.globals.update(w=words, h=headings, s=sentences, capital=capital, present_post=PRESENT_POST)
    env.globals.update(say=telling, advised=advice, gaps=gaps, ways=path, plans=plan)
    env.globals.update(percent=percent, points=points, apart=APART)
    env.globals.update(both=_both, radar=radar, way=way, gantt=gantt, trend=trend)
    env.globals.update(fit_bar=fit_bar, gain_bar=gain_bar, level_pips=level_pips)
    env.filters["zip"] = zip
    return env


def _finalize(value: object) -> object:
    """Return a value without what no page may hold; markup, which is a kind of its own, as it is."""
    return clean(value) if type(value) is str else value


def _both(draw: Callable[..., str], *told: object) -> str:
    """Return a drawing in both languages, one of which is shown."""
    return "".join(f'<div lang="{tag}">{draw(*told, lang)}</div>' for lang, tag in TAGS.items())
