"""What the constants of the score do to people: how many are told to step sideways, kind by kind.

400 seeded people a kind on the built-in knowledge base, all skills answered. A sound score leaves those who are content
where they are, hears a wish without obeying it, and sees when somebody's skills are another line's. Beside each share
stands the baseline: the same people by fit alone, with .10 for staying in the line.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator

from opscareer.advice import Candidate, Situation, situation_of
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

SEED, PEOPLE, SPREAD = 20261123, 400, 1.0


def main() -> None:
    """Print the table."""
    kb = open_kb(None).whole()
    rng = random.Random(SEED)  # noqa: S311 - people, not secrets
    sys.stdout.write(f"seed {SEED}, {PEOPLE} people a kind\n\n")
    sys.stdout.write("| kind of person | told to step sideways | to the line meant | sideways by fit + .10 |\n")
    sys.stdout.write("|---|---|---|---|\n")
    for rung in ("specialist", "manager"):
        for kind in ("content in the job", "merely wishing for another line", "with another line's skills"):
            told = [_outcome(kb, rng, rung, kind) for _ in range(PEOPLE)]
            shares = [sum(column) / PEOPLE for column in zip(*told, strict=True)]
            sys.stdout.write(f"| {rung} {kind} | " + " | ".join(f"{share:.2f}" for share in shares) + " |\n")
    _outside(kb, rng)


def _outcome(kb: KnowledgeBase, rng: random.Random, rung: str, kind: str) -> tuple[bool, bool, bool]:
    """Return whether a random person of a kind is told to step sideways, to the line meant, sideways by fit."""
    moves = [m for m in kb.ladder.moves if m.kind == "lateral" and m.start.endswith(f"/{rung}")]
    move = rng.choice(moves)
    here, there = kb.positions[move.start], kb.positions[move.end]
    like = there if kind.startswith("with") else here
    wished = here if kind.startswith("content") else there
    person = Profile(current=(here.id,), years=3, facts=_wish(kb, wished.role), levels=dict(_levels(kb, rng, like.id)))
    situation = situation_of(kb, person)
    first = situation.scales[0].candidate
    by_fit = max(situation.scales, key=lambda scale: _fit_and_stay(kb, situation, scale.candidate)).candidate
    return first.kind == "lateral", first.position == there.id, by_fit.kind == "lateral"


def _fit_and_stay(kb: KnowledgeBase, situation: Situation, candidate: Candidate) -> float:
    fit = fit_of(requirements_of(kb, candidate.position), situation.beliefs)
    return fit + (0.10 if candidate.kind == "promotion" else 0.0)


def _wish(kb: KnowledgeBase, role: str) -> dict[str, str]:
    """Return the answers of somebody who would like to do what a role does."""
    line = kb.roles[role]
    return {"work": line.work[0], **({"metric": line.metrics[0]} if line.metrics else {})}


def _levels(kb: KnowledgeBase, rng: random.Random, position: str) -> Iterator[tuple[str, int]]:
    """Yield levels around nine tenths of what a position requires, and a third of what the rung asks elsewhere."""
    peers = kb.on_rung(kb.positions[position].rung)
    for skill in kb.skills:
        usual = sum(kb.needed[peer.id].get(skill, 0) for peer in peers) / len(peers)
        centre = 0.9 * kb.needed[position][skill] if skill in kb.needed[position] else 0.35 * usual
        yield skill, min(5, max(0, round(rng.gauss(centre, SPREAD))))


def _outside(kb: KnowledgeBase, rng: random.Random) -> None:
    """Print how people from outside spread, and how many are told the line that they wished for."""
    named: Counter[str] = Counter()
    wished = 0
    for _ in range(PEOPLE):
        role = rng.choice([p.role for p in kb.on_rung("specialist")])
        levels = {skill: min(5, max(0, round(rng.gauss(0.5, SPREAD)))) for skill in kb.skills}
        first = situation_of(kb, Profile(facts=_wish(kb, role), levels=levels)).scales[0].candidate.position
        named[first] += 1
        wished += kb.roles[kb.positions[first].role].work[0] == kb.roles[role].work[0]
    most, count = named.most_common(1)[0]
    sys.stdout.write(f"\nfrom outside: {len(named)} of 22 lines named, the commonest ({most}) to {count / PEOPLE:.2f};")
    sys.stdout.write(f" the kind of work wished for named to {wished / PEOPLE:.2f} (by chance about {1 / 9:.2f})\n")


if __name__ == "__main__":
    main()
