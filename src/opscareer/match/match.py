"""An ad held against the knowledge base: what position it is, and what it asks."""

from opscareer.match.guess import Guesser, head_end
from opscareer.match.reading import Ad, rung_cues
from opscareer.match.skills import skills_of, unknown_of
from opscareer.model.words import longest
from opscareer.model.ad import Guess, Match
from opscareer.model.lexicon import Lexicon

_SHOWN = 10
SURE = 2.0
"""What speaks for the role of an ad at the least (a logarithm of odds); with less it is of another trade."""

_NAMED = 0.8  # the share of what the title names
_LEVEL = 2  # what the lowest rung asks where neither ad nor position says; one more on each rung above


class Matcher:
    """Everything that reading ads against a knowledge base needs, made once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._roles, self._rungs = Guesser(lexicon.roles), Guesser(lexicon.rungs)

    def match(self, ad: Ad) -> Match:
        """Return what an ad is for and what it asks."""
        role = self._roles.guess(ad.plain, ad.clauses, ad.title)
        rung = self._rungs.guess(ad.plain, ad.clauses, ad.title, rung_cues(ad, self._lexicon.rungs))
        named = self._named(ad.title)
        positions = self._positions(role, rung, named)
        needed = self._lexicon.needed[positions[0][0]] if positions else {}
        otherwise = min(5, _LEVEL + self._lexicon.rungs_up.index(rung.best))
        known = (self._lexicon.skills, self._lexicon.roles.cues)
        return Match(
            positions=positions[:_SHOWN],
            role=role,
            rung=rung,
            asked=skills_of(self._lexicon.skills, ad.plain, ad.clauses, needed, otherwise),
            conditions=ad.conditions,
            unknown=unknown_of(known, ad.plain, ad.clauses),
            foreign=role.sure < SURE and not named,
        )

    def _named(self, title: str) -> tuple[str, ...]:
        """Return the positions of several lines that a title ends with; an assistant to one is another post."""
        end = head_end(title)
        return tuple(id_ for hit in longest(self._lexicon.heads, title) if hit.end == end for id_ in hit.means)

    def _positions(self, role: Guess, rung: Guess, named: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
        """Return the positions that an ad may be for: each role on each rung, also where its line has another name.

        Positions of several lines that the title names come first.
        """
        shares: dict[str, float] = dict.fromkeys(named, _NAMED / len(named)) if named else {}
        left = 1 - _NAMED if named else 1.0
        for role_id, of_role in role.shares.items():
            for rung_id, position in self._lexicon.lines[role_id].items():
                if rung_id in rung.shares:
                    shares[position] = shares.get(position, 0.0) + left * of_role * rung.shares[rung_id]
        return tuple(sorted(shares.items(), key=lambda one: (-one[1], one[0])))
