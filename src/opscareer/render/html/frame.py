"""The frame that all pages share: their style, what they forbid themselves, and templates that escape what they get."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from opscareer.render.html.svg import TAGS
from opscareer.text import Lang, capital, clean
from opscareer.views.words import headings, sentences
from opscareer.views.words import report as words
from opscareer.views.words.sureness import TRUST
from opscareer.views.words.units import APART, percent, points

_HERE = Path(__file__).parent
# An icon of no bytes keeps browsers from asking a server for one.
_POLICY = "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"


def framed(template: str, lang: Lang, **told: object) -> str:
    """Return a template, which extends frame.html, as a whole page that shows a language first; all text stays text."""
    style = (_HERE / "style.css").read_text(encoding="utf-8").strip()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    page = _environment().get_template(template)
    return page.render(style=style, policy=_POLICY.format(hash=digest), lang=lang, tags=TAGS, **told)


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
    env.globals.update(w=words, h=headings, s=sentences, capital=capital)
    env.globals.update(percent=percent, points=points, apart=APART, trust=TRUST)
    env.filters["zip"] = zip
    return env


def _finalize(value: object) -> object:
    """Return a value without what no page may hold; markup, which is a kind of its own, as it is."""
    return clean(value) if type(value) is str else value
