"""The ids of positions among other words."""

import re

from opscareer.model.kb import KnowledgeBase
from opscareer.names import alike

_WITH_A_STROKE = r"(?<![\w/-])([A-Za-z0-9-]+)/([A-Za-z0-9-]+)(?![A-Za-z0-9/-])"
_SLIP = 0.5  # of a rung's id: manger is one of manager


def ids_within(kb: KnowledgeBase, words: str) -> list[str]:
    """Return what somebody wrote as the ids of positions, slips included; SEO/SEM in a title is none."""
    return [found[0] for found in re.finditer(_WITH_A_STROKE, words) if _is_an_id(kb, *found.groups())]


def _is_an_id(kb: KnowledgeBase, role: str, rung: str) -> bool:
    id_, rungs = f"{role}/{rung}".lower(), [one.id for one in kb.ladder.rungs]
    if id_ in kb.positions or id_ in kb.formerly or rung in rungs:
        return True
    return role in kb.roles and ("-" in role or any(alike(rung, one) > _SLIP for one in rungs))
