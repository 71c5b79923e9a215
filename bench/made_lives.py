"""People as they come with a question, made up: posts, years, what brings them, what they want, levels near their post.

Nobody here is real. The same seed makes the same people.
"""

from collections.abc import Mapping
from random import Random

from opscareer.interview import Answers, Value
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE

_RUNGS: Mapping[str, int] = {
    "specialist": 34,
    "senior": 22,
    "manager": 24,
    "expert": 7,
    "director": 8,
    "vp": 3,
    "chief": 2,
}
_OUTSIDE, _SEVERAL = 0.15, 0.12
_TOLD: Mapping[str, float] = {
    "years": 0.9,
    "years_total": 0.8,
    "lead": 0.8,
    "acting": 0.6,
    "reports": 0.7,
    "reason": 0.75,
    "away": 1.0,
    "where": 0.6,
    "metric": 0.6,
    "work": 0.7,
    "education": 0.6,
    "opening": 0.5,
    "turnover": 0.4,
    "company": 0.5,
}
_GOALS = ("coo/chief", "cmo/chief", "operations/director", "content/director")
_YEARS = (0.3, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7)


def life(kb: KnowledgeBase, rng: Random) -> Answers:
    """Return the answers of somebody: one in seven from outside the trade, one in nine with a second post."""
    posts = () if rng.random() < _OUTSIDE else _posts(kb, rng)
    facts: dict[str, Value] = {"current": posts}
    facts |= {q: _fact(kb, rng, q) for q, often in _TOLD.items() if q in kb.questions and rng.random() < often}
    if facts.get("reason") in ("offered", "asked-to-lead") or rng.random() < 0.12:
        facts["offer"] = _offer(kb, rng, posts)
    if rng.random() < 0.25:
        facts["goal"] = rng.choice(_GOALS if rng.random() < 0.5 else [*kb.positions])
    if rng.random() < 0.2:
        facts["avoid"] = (rng.choice([*kb.questions["avoid"].labels]),)
    asked = {question: facts[question] for question in kb.questions if question in facts}
    return {**asked, **_levels(kb, rng, posts)}


def _posts(kb: KnowledgeBase, rng: Random) -> tuple[str, ...]:
    rung = rng.choices([*_RUNGS], [*_RUNGS.values()])[0]
    first = rng.choice([p.id for p in kb.positions.values() if p.rung == rung])
    near = [p for p in kb.positions if p != first and abs(kb.order(p) - kb.order(first)) <= 1]
    return (first, rng.choice(near)) if rng.random() < _SEVERAL else (first,)


def _fact(kb: KnowledgeBase, rng: Random, question: str) -> Value:
    if kb.questions[question].kind == "years":
        return rng.choice(_YEARS) * (3 if question == "years_total" else 1)
    return rng.choice([*kb.questions[question].labels])


def _offer(kb: KnowledgeBase, rng: Random, posts: tuple[str, ...]) -> str:
    """Return a post no more than two rungs above, mostly of one's own line."""
    here = max(map(kb.order, posts), default=0)
    near = [p for p in kb.positions if -1 <= kb.order(p) - here <= 2]
    own = [p for p in near if kb.positions[p].role in {kb.positions[held].role for held in posts}]
    return rng.choice(own if own and rng.random() < 0.6 else near)


def _levels(kb: KnowledgeBase, rng: Random, posts: tuple[str, ...]) -> dict[str, Value]:
    """Return levels of some skills or all, about what a post asks; who comes from outside is some levels below it."""
    like = posts[0] if posts else rng.choice([*kb.positions])
    told, by = rng.choice((1, 0.8, 0.6, 0.4, 0.15)), rng.choice((-1, 0, 0, 0, 1, 1) if posts else (-2, -1, -1))
    return {f"skill.{skill}": _level(kb, rng, like, skill, by) for skill in kb.skills if rng.random() < told}


def _level(kb: KnowledgeBase, rng: Random, like: str, skill: str, by: int) -> Value:
    if rng.random() < 0.12:
        return rng.choice((NOT_SURE, NO_OPPORTUNITY))
    asked = kb.needed[like].get(skill, rng.choice((0, 0, 1, 1, 2)) - by)
    return min(kb.top, max(0, asked + by + rng.choice((-1, 0, 0, 0, 1))))
