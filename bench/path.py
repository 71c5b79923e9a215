"""How long the plan and the ways to the top take to find, against giving the advice itself.

`python bench/path.py [PEOPLE]`: seeded people in every post and from outside, on the built-in knowledge base.
"""

import sys
import time
from collections.abc import Callable
from random import Random
from statistics import median

from opscareer.advice import advise, situation_of
from opscareer.advice.ways import journey_of, schedule_of
from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

SEED = 7
OUTSIDE = 0.25  # how many come from outside


def main() -> int:
    """Print the times of some people, and the ratio to the advice."""
    kb = open_kb(None).whole()
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    situations = [situation_of(kb, _person(kb, Random(f"{SEED} {number}"))) for number in range(people)]  # noqa: S311
    inside = [one for one in situations if not one.standing.outside]
    outside = [one for one in situations if one.standing.outside]
    print(f"{len(inside)} people in posts, {len(outside)} from outside; seed {SEED}; milliseconds: median / worst")
    for name, group in (("in posts", inside), ("from outside", outside)):
        plans = [_timed(lambda s=s: schedule_of(kb, s, s.leader or "")) for s in group if s.leader]
        best = [_timed(lambda s=s: journey_of(kb, s, None, 3)) for s in group]
        advice = [_timed(lambda s=s: advise(kb, s.profile)) for s in group]
        ratio = median(b / a for b, a in zip(best, advice, strict=True))
        times = (("advice", advice), ("plan", plans), ("ways", best))
        told = ", ".join(f"{what} {median(spent):.1f} / {max(spent):.1f}" for what, spent in times)
        print(f"{name}: {told}; ways : advice = {ratio:.1f}")
    return 0


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
