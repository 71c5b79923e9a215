"""From the checked shape of the files to the frozen model."""

from opscareer.knowledge.building.ladder import ladder_of
from opscareer.knowledge.building.question import question_of
from opscareer.knowledge.building.role import positions_of, role_of
from opscareer.knowledge.building.rules import rules_of
from opscareer.knowledge.building.skill import group_of, skill_of
from opscareer.knowledge.building.words import summary_of, text_of
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.model.kb import KnowledgeBase
from opscareer.model.market import Cue, Market
from opscareer.model.skill import Group
from opscareer.model.trade import Block, Metric


def build(shape: KbShape, sha256: str) -> KnowledgeBase:
    """Return the knowledge base; the weights of each position are brought to a sum of 1."""
    positions = {p.id: p for role in shape.roles for p in positions_of(role)}
    return KnowledgeBase(
        name=text_of(shape.name),
        version=shape.version,
        sha256=sha256,
        groups=tuple(group_of(g) for g in shape.groups),
        skills={s.id: skill_of(s, shape) for s in shape.skills},
        metrics=tuple(Metric(m.id, text_of(m.name), summary_of(m), tuple(m.sources)) for m in shape.metrics),
        blocks=tuple(
            Block(b.id, text_of(b.name), summary_of(b), text_of(b.works_with), tuple(b.sources)) for b in shape.blocks
        ),
        role_groups=tuple(Group(g.id, text_of(g.name)) for g in shape.role_groups),
        roles={r.id: role_of(r) for r in shape.roles},
        positions=positions,
        ladder=ladder_of(shape, positions),
        questions={q.id: question_of(q) for q in shape.questions},
        rules=rules_of(shape),
        sources={kind: text_of(told) for kind, told in shape.sources.items()},
        other_trades=tuple(shape.other_trades),
    )


def build_market(shape: KbShape) -> Market:
    """Return what the market says."""
    return Market(
        roles=dict(shape.market.roles),
        rungs=dict(shape.market.rungs),
        role_cues=tuple(Cue(c.word, tuple(c.own), dict(c.shares), c.trust) for c in shape.role_cues),
        rung_cues=tuple(Cue(c.word, tuple(c.own), dict(c.shares), c.trust) for c in shape.rung_cues),
    )
