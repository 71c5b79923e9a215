"""How long the plan and the ways to the top take to find, against giving the advice itself.

`python bench/path.py [PEOPLE [TIMES]]`: seeded people in every post and from outside, on the built-in knowledge base;
TIMES: with so many times its positions, each post a step aside from its double (6 times are some 900 positions).
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import Random
from statistics import median

from opscareer.advice import advise, situation_of
from opscareer.advice.ways import journey_of, schedule_of
from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Post
from opscareer.model.profile import Profile

SEED = 7
OUTSIDE = 0.25  # how many come from outside


def main() -> int:
    """Print the times of some people, and the ratio to the advice."""
    people, times = (*map(int, sys.argv[1:3]), *(60, 1)[len(sys.argv) - 1 :])
    kb = _larger(open_kb(None).whole(), times)
    situations = [situation_of(kb, _person(kb, Random(f"{SEED} {number}"))) for number in range(people)]  # noqa: S311
    inside = [one for one in situations if not one.standing.outside]
    outside = [one for one in situations if one.standing.outside]
    print(f"{len(kb.positions)} positions, {len(kb.ladder.moves)} moves; seed {SEED}; milliseconds: median / worst")
    print(f"{len(inside)} people in posts, {len(outside)} from outside")
    for name, group in (("in posts", inside), ("from outside", outside)):
        plans = [_timed(partial(schedule_of, kb, s)) for s in group if s.leader]
        best = [_timed(partial(journey_of, kb, s, None, 3)) for s in group]
        advice = [_timed(partial(advise, kb, s.profile)) for s in group]
        ratio = median(b / a for b, a in zip(best, advice, strict=True))
        spent_on = {"advice": advice, "plan": plans, "ways": best}
        told = ", ".join(f"{what} {median(spent):.1f} / {max(spent):.1f}" for what, spent in spent_on.items())
        print(f"{name}: {told}; ways : advice = {ratio:.1f}")
    return 0


def _larger(kb: KnowledgeBase, times: int) -> KnowledgeBase:
    """Return a knowledge base in which all but the top stands so many times, its doubles in lines of their own."""
    top = max(map(kb.order, kb.positions))

    def named(id_: str, number: int) -> str:
        role, _, rung = id_.partition("/")
        return id_ if not number or kb.order(id_) == top else f"{role}-{number}/{rung}"

    roles, positions, moves = dict(kb.roles), dict(kb.positions), list(kb.ladder.moves)
    for number in range(1, times):
        for p in kb.positions.values():
            role, _, _ = named(p.id, number).partition("/")
            roles[role] = replace(kb.roles[p.role], id=role)
            positions[named(p.id, number)] = replace(p, id=named(p.id, number), role=role)
            if kb.order(p.id) < top:
                lateral = kb.ladder.moves[0]._replace(kind="lateral", start=named(p.id, number - 1))
                moves.append(lateral._replace(end=named(p.id, number)))
        doubled = [m._replace(start=named(m.start, number), end=named(m.end, number)) for m in kb.ladder.moves]
        moves += [move for move in doubled if move not in moves]
    posts = [Post(p.id, p.role, p.rung, p.title) for p in positions.values()]
    ladder = kb.ladder._replace(posts=tuple(posts), moves=tuple(moves))
    return replace(kb, roles=roles, positions=positions, ladder=ladder)


def _person(kb: KnowledgeBase, chance: Random) -> Profile:
    """Return somebody in any post or none, who has answered a dozen skills near what the post asks."""
    post = None if chance.random() < OUTSIDE else chance.choice(list(kb.positions))
    needed = kb.needed[post] if post else {}
    skills = chance.sample(list(kb.skills), 12)
    levels = {skill: max(0, min(5, needed.get(skill, 0) + chance.choice((-1, 0, 0, 1)))) for skill in skills}
    return Profile(current=(post,) if post else (), years=chance.choice((0.5, 2.0, 4.0)), levels=levels)


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main())
