"""What an ad asks, for scripts: every inference with the words of the ad that it rests on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from opscareer.model.ad import Match, Mention
from opscareer.model.kb import KnowledgeBase
from opscareer.render.json_parts import Object, text

if TYPE_CHECKING:
    from opscareer.advice import Situation
    from opscareer.advice.ad_fit import AdFit


def match(kb: KnowledgeBase, found: Match, situation: "Situation | None", fit: "AdFit | None") -> Object:
    """Return what an ad is for and asks; with a person known, also how they fit to it."""
    told: Object = {
        "positions": [
            {"id": position, "title": text(kb.positions[position].title), "share": share}
            for position, share in found.positions
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
                "name": text(kb.skills[one.skill].name),
                "level": one.level,
                "wish": one.wish,
                "mentions": _said(one.mentions),
            }
            for one in found.asked
        ],
        "conditions": found.conditions._asdict(),
        "unknown": _said(found.unknown),
    }
    if situation is None or fit is None:
        return told
    from opscareer.render import advice_json

    gaps = advice_json.gaps(kb, situation.profile, fit.gaps)
    return {**told, "fit": fit.fit, "verdict": fit.verdict, "gaps": gaps}


def _said(mentions: Iterable[Mention]) -> list[Object]:
    return [{"text": one.text, "start": one.start, "end": one.end} for one in mentions]
