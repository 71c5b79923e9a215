"""A crowd of people as a company or a job platform might have them: seeded, made column by column, written as Parquet.

Most stand low on the ladder. Levels lie around what the post asks, and elsewhere a third of what the rung asks. A
quarter have only come half way through the questions. Three in a hundred hold two posts, four none, six have an offer.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.model.question import Question
from opscareer.team import schema_of

SEED, GROUP = 20261126, 65536
RUNGS = {"specialist": 45, "senior": 20, "manager": 18, "expert": 7, "director": 5, "vp": 0.5, "chief": 0.5}
OUTSIDE, SEVERAL = 0.04, 0.03
TOLD = {"goal": 0.3, "offer": 0.06, "reason": 0.8, "avoid": 0.15}
REASONS = {"offered": 0.25, "out-of-work": 0.5, "company-trouble": 0.5}
"""How often a question is answered, and how much rarer than others an answer is."""


def write(kb: KnowledgeBase, count: int, target: Path) -> None:
    """Write so many people to a Parquet file."""
    with pq.ParquetWriter(target, schema_of(kb)) as out:
        for table in tables(kb, count):
            out.write_table(table)


def tables(kb: KnowledgeBase, count: int) -> Iterator[pa.Table]:
    """Yield so many people, a part at a time."""
    for first in range(0, count, GROUP):
        yield _part(kb, np.random.default_rng([SEED, first]), first, min(GROUP, count - first))


def _part(kb: KnowledgeBase, rng: Any, first: int, count: int) -> pa.Table:
    posts = _posts(kb, rng, count)
    columns = {"id": pa.array([str(n) for n in range(first, first + count)])}
    for question in kb.questions.values():
        columns[question.id] = _answers(kb, rng, question, posts, count)
    return pa.table({**columns, **_levels(kb, rng, posts, count)}, schema=schema_of(kb))


def _posts(kb: KnowledgeBase, rng: Any, count: int) -> Any:
    """Return the position of each, -1 for who is outside."""
    many = [RUNGS.get(p.rung, 1) / len(kb.on_rung(p.rung)) for p in kb.positions.values()]
    found = rng.choice(len(many), count, p=np.array(many) / sum(many))
    return np.where(rng.random(count) < OUTSIDE, -1, found)


def _levels(kb: KnowledgeBase, rng: Any, posts: Any, count: int) -> dict[str, Any]:
    """Return a column for each skill."""
    words = pa.array([*map(str, range(kb.top + 1)), NOT_SURE, NO_OPPORTUNITY])
    ahead, half = rng.choice([-1, 0, 0, 0, 1, 1], count), rng.random(count) < 0.25
    columns = {}
    for skill in kb.skills:
        asked = np.array([*(kb.needed[p].get(skill, 0) for p in kb.positions), 0])
        usual = np.array([*(0.35 * _mean(kb, p.rung, skill) for p in kb.positions.values()), 0.5])
        level = np.where(
            asked[posts] > 0, asked[posts] + ahead * (rng.random(count) < 0.5), usual[posts] + rng.random(count) - 0.5
        )
        code = np.clip(np.rint(level + rng.choice([-1, 0, 0, 0, 1], count)), 0, kb.top).astype(int)
        code = np.where(rng.random(count) < 0.04, kb.top + 1, np.where(rng.random(count) < 0.06, kb.top + 2, code))
        columns[f"skill.{skill}"] = words.take(pa.array(code, mask=half & (rng.random(count) < 0.6)))
    return columns


def _mean(kb: KnowledgeBase, rung: str, skill: str) -> float:
    peers = kb.on_rung(rung)
    return sum(kb.needed[peer.id].get(skill, 0) for peer in peers) / len(peers)


def _answers(kb: KnowledgeBase, rng: Any, question: Question, posts: Any, count: int) -> Any:
    blank = rng.random(count) >= TOLD.get(question.id, 0.85)
    if question.id == "current":
        return _held(kb, rng, posts, count)
    if question.kind == "years":
        return pa.array(np.round(rng.gamma(2.0, 1.6, count), 1), mask=blank)
    if question.kind == "choices":
        chosen = rng.integers(0, len(question.labels), count)
        return _lists([[list(question.labels)[n]] if not no else None for n, no in zip(chosen, blank, strict=True)])
    words = list(kb.positions) if question.kind == "position" else list(question.labels)
    weights = np.array([REASONS.get(word, 1.0) for word in words])
    return pa.array(words).take(pa.array(rng.choice(len(words), count, p=weights / weights.sum()), mask=blank))


def _held(kb: KnowledgeBase, rng: Any, posts: Any, count: int) -> Any:
    """Return the posts of each: a few hold a second one, into which a move leads."""
    ids = list(kb.positions)
    second = rng.random(count) < SEVERAL
    return _lists(
        [_with_another(kb, rng, ids[p], twice) if p >= 0 else [] for p, twice in zip(posts, second, strict=True)]
    )


def _with_another(kb: KnowledgeBase, rng: Any, post: str, twice: bool) -> list[str]:
    ends = [move.end for move in kb.moves_from[post]] if twice else []
    return [post, ends[rng.integers(len(ends))]] if ends else [post]


def _lists(rows: Sequence[list[str] | None]) -> Any:
    return pa.array(rows, type=pa.list_(pa.string()))
