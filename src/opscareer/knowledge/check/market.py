"""The market: its cues speak for roles and rungs that are there."""

from collections.abc import Iterator

from opscareer.errors import Fault
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.trail import located, unknown
from opscareer.model.nouns import ROLE, RUNG
from opscareer.text import Text
from opscareer.written.yaml_nodes import Node


def cues_are_known(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse cues and counts of roles and rungs that are not there, and a word that stands twice."""
    roles, rungs = [role.id for role in shape.roles], [rung.id for rung in shape.rungs]
    for key, counts, cues, known, kind in (
        ("role_cues", shape.market.roles, shape.role_cues, roles, ROLE),
        ("rung_cues", shape.market.rungs, shape.rung_cues, rungs, RUNG),
    ):
        for id_ in counts:
            if id_ not in known:
                yield unknown(root, ("market", f"{key[:4]}s", id_), kind, id_, known, at_key=True)
        seen: set[str] = set()
        for index, cue in enumerate(cues):
            for number, id_ in enumerate(cue.own):
                if id_ not in known:
                    yield unknown(root, (key, index, "own", number), kind, id_, known)
            if cue.word in seen:
                message = Text(f"{cue.word} 出现了两次", f"{cue.word} stands twice")
                yield located(root, (key, index, "word"), message)
            seen.add(cue.word)
