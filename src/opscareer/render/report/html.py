"""The report as one HTML file that asks nothing of a network and runs no script; both languages stand in it."""

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from opscareer.model.levels import TOP
from opscareer.render.json_parts import Object
from opscareer.render.report import telling, words
from opscareer.render.report.bars import fit_bar, gain_bar, level_pips
from opscareer.render.report.radar import radar
from opscareer.render.report.svg import TAGS
from opscareer.render.report.timeline import gantt, horizon_of, way
from opscareer.render.report.trend import trend
from opscareer.text import Lang, clean
from opscareer.views.path import PathView
from opscareer.views.telling import path as path_words
from opscareer.views.telling import plan as plan_words
from opscareer.views.words.units import percent, points

_HERE = Path(__file__).parent
# An icon of no bytes keeps browsers from asking a server for one.
_POLICY = "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"


def html(report: Object, lang: Lang, top: int = TOP) -> str:
    """Return the report as a whole HTML page that shows a language first; all text of the payload stays text.

    top: the highest level of a skill.
    """
    style = (_HERE / "style.css").read_text(encoding="utf-8").strip()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    page = _environment().get_template("page.html")
    policy = _POLICY.format(hash=digest)
    return page.render(style=style, policy=policy, report=report, lang=lang, top=top, **_parts(report))


def _parts(report: Object) -> Object:
    """Return what the template names often, or cannot reckon itself."""
    assess, history = report["assess"], report["history"]
    path: PathView = report["path"]
    contributions = telling.contributions(report["requirements"])
    return {
        "assess": assess,
        "best": assess["next"],
        "current": assess["profile"]["current"],
        "unknown": any(gap["assumed"] for gap in assess["gaps"]),
        "path": path,
        "waits": any(leg.due_months > leg.ready_months for one in path.paths for leg in one.steps),
        "horizon": horizon_of(path.paths),
        "plan": report["plan"],
        "kb_changes": any(telling.day(report, n).endswith("*") for n in range(len(history))),
        "told_fits": sum(entry["fit"] is not None for entry in history),
        "contributions": contributions,
        "total": sum(contributions),
    }


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
        say=telling,
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
