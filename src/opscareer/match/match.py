"""An ad held against the knowledge base: what position it is, and what it asks."""

from collections.abc import Mapping

from opscareer.match.guess import Guesser
from opscareer.match.reading import Ad, role_guesser, rung_guesser, years_cue
from opscareer.match.skills import skill_words, skills_of, unknown_of
from opscareer.match.words import Words
from opscareer.model.ad import Guess, Match
from opscareer.model.kb import KnowledgeBase
from opscareer.model.market import Market

_SHOWN = 10
_FOREIGN = 2.0  # less than this speaks for its best role: an ad of another trade


class Matcher:
    """Everything that reading ads against a knowledge base needs, made once."""

    def __init__(self, kb: KnowledgeBase, market: Market) -> None:
        self._kb = kb
        self._roles: Guesser = role_guesser(kb, market)
        self._rungs: Guesser = rung_guesser(kb, market)
        self._skills: Words[str] = skill_words(kb)
        self._known = (self._skills, self._roles.words)

    def match(self, ad: Ad) -> Match:
        """Return what an ad is for and what it asks."""
        role = self._roles.guess(ad.plain, ad.clauses, ad.title)
        rung = self._rungs.guess(ad.plain, ad.clauses, ad.title, years_cue(ad.conditions.years))
        positions = self._positions(role, rung)
        return Match(
            positions=positions[:_SHOWN],
            role=role,
            rung=rung,
            asked=skills_of(self._skills, ad.plain, ad.clauses, self._usual(positions, rung)),
            conditions=ad.conditions,
            unknown=unknown_of(self._known, ad.plain, ad.clauses),
            foreign=role.sure < _FOREIGN,
        )

    def _positions(self, role: Guess, rung: Guess) -> tuple[tuple[str, float], ...]:
        """Return the positions that an ad may be for: each role on each rung, also where its line has another name."""
        shares: dict[str, float] = {}
        for role_id, of_role in role.shares.items():
            for rung_id, of_rung in rung.shares.items():
                position = self._on_rung(role_id, rung_id)
                if position:
                    shares[position] = shares.get(position, 0.0) + of_role * of_rung
        return tuple(sorted(shares.items(), key=lambda one: (-one[1], one[0])))

    def _on_rung(self, role: str, rung: str) -> str | None:
        """Return a role's position on a rung, or the one that its line usually rises to there."""
        held = [id_ for id_ in (f"{role}/{r}" for r in self._kb.rungs) if id_ in self._kb.positions]
        if f"{role}/{rung}" in held:
            return f"{role}/{rung}"
        position: str | None = held[-1] if held else None
        while position and self._kb.order(position) < self._kb.rungs[rung].order:
            position = next(iter(self._kb.promotions(position)), None)
        return position if position and self._kb.positions[position].rung == rung else None

    def _usual(self, positions: tuple[tuple[str, float], ...], rung: Guess) -> Mapping[str, int]:
        """Return the level of each skill where an ad does not tell it: the position's, else what the rung asks."""
        order = list(self._kb.rungs).index(rung.best)
        needed = self._kb.needed[positions[0][0]] if positions else {}
        return {skill: needed.get(skill, min(5, 2 + order)) for skill in self._kb.skills}
