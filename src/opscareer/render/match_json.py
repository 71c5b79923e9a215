"""What an ad asks, for scripts: every inference with the words of the ad that it rests on."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from opscareer.model.ad import Match, Mention
from opscareer.render.json_parts import Object, text
from opscareer.text import Text

if TYPE_CHECKING:
    from opscareer.advice import Situation
    from opscareer.advice.ad_fit import AdFit
    from opscareer.model.kb import KnowledgeBase


def match(names: Mapping[str, Text], found: Match) -> Object:
    """Return what an ad is for and asks; `names` are those of skills and positions."""
    return {
        "positions": [
            {"id": position, "title": text(names[position]), "share": share} for position, share in found.positions
        ],
        "foreign": found.foreign,
        "role": {
            "id": found.role.best,
            "share": found.role.shares[found.role.best],
            "mentions": _said(found.role.cues),
        },
        "rung": {
            "id": found.rung.best,
            "share": found.rung.shares[found.rung.best],
            "mentions": _said(found.rung.cues),
        },
        "skills": [
            {
                "skill": one.skill,
                "name": text(names[one.skill]),
                "level": one.level,
                "wish": one.wish,
                "mentions": _said(one.mentions),
            }
            for one in found.asked
        ],
        "conditions": found.conditions._asdict(),
        "unknown": _said(found.unknown),
    }


def fit_to(kb: "KnowledgeBase", situation: "Situation", fit: "AdFit | None") -> Object:
    """Return how a person fits to what an ad asks; of an ad that nobody can be held against nothing is known."""
    if fit is None:
        return {"fit": None, "verdict": None, "gaps": None, "conditions_unmet": None}
    from opscareer.render import advice_json

    gaps = advice_json.gaps(kb, situation.profile, fit.gaps)
    unmet = [one._asdict() for one in fit.unmet]
    return {"fit": fit.fit, "verdict": fit.verdict, "gaps": gaps, "conditions_unmet": unmet}


def _said(mentions: Iterable[Mention]) -> list[Object]:
    return [{"text": one.text, "start": one.start, "end": one.end} for one in mentions]
