"""The report as one HTML file that asks nothing of a network and runs no script; both languages stand in it."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from opscareer.render.html.bars import fit_bar, gain_bar, level_pips
from opscareer.render.html.radar import radar
from opscareer.render.html.svg import TAGS
from opscareer.render.html.timeline import gantt, horizon_of, way
from opscareer.render.html.trend import trend
from opscareer.text import Lang, clean
from opscareer.views.report import ReportView
from opscareer.views.telling import advice as advice_words
from opscareer.views.telling import gaps as gaps_words
from opscareer.views.telling import path as path_words
from opscareer.views.telling import plan as plan_words
from opscareer.views.telling import report as telling
from opscareer.views.words import headings, sentences
from opscareer.views.words import report as words
from opscareer.views.words.units import percent, points

_HERE = Path(__file__).parent
# An icon of no bytes keeps browsers from asking a server for one.
_POLICY = "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"


def report_html(report: ReportView, lang: Lang) -> str:
    """Return the report as a whole HTML page that shows a language first; all text of it stays text."""
    style = (_HERE / "style.css").read_text(encoding="utf-8").strip()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    page = _environment().get_template("page.html")
    policy = _POLICY.format(hash=digest)
    return page.render(style=style, policy=policy, report=report, lang=lang, **_parts(report))


def _parts(report: ReportView) -> dict[str, object]:
    """Return what the template names often, or cannot reckon itself."""
    assess, path = report.assess, report.path
    contributions = telling.contributions(report.requirements)
    return {
        "assess": assess,
        "best": assess.next,
        "current": assess.profile.current,
        "unknown": any(gap.assumed for gap in assess.gaps),
        "path": path,
        "waits": any(leg.due_months > leg.ready_months for one in path.paths for leg in one.steps),
        "horizon": horizon_of(path.paths),
        "plan": report.plan,
        "top": report.top,
        "kb_changes": any(telling.day(report, n).endswith("*") for n in range(len(report.history))),
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
    env.globals.update(
        w=words,
        heads=headings,
        said=sentences,
        say=telling,
        advised=advice_words,
        gaps=gaps_words,
        ways=path_words,
        plans=plan_words,
        tags=TAGS,
        percent=percent,
        points=points,
    )
    env.globals.update(both=_both, radar=radar, way=way, gantt=gantt, trend=trend)
    env.globals.update(fit_bar=fit_bar, gain_bar=gain_bar, level_pips=level_pips)
    env.filters["zip"] = zip
    return env


def _finalize(value: Any) -> Any:
    """Return a value without what no page may hold; markup, which is a kind of its own, as it is."""
    return clean(value) if type(value) is str else value


def _both(draw: Callable[..., str], *told: Any) -> str:
    """Return a drawing in both languages, one of which is shown."""
    return "".join(f'<div lang="{tag}">{draw(*told, lang)}</div>' for lang, tag in TAGS.items())
