"""An ad held against the knowledge base: what position it is, and what it asks."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import exp

from opscareer.match.guess import Guesser
from opscareer.match.reading import Ad, has_bare_title, rung_cues
from opscareer.match.skills import of_all, skills_of, unknown_of
from opscareer.model.ad import Asked, Guess, Match, likeliest
from opscareer.model.lexicon import Lexicon
from opscareer.model.titles import PLAIN, TitleRead, read_title

_SHOWN = 10
SURE = 2.0
"""What speaks for the role of an ad at the least (a logarithm of odds); with less it is of another trade."""

_UNNAMED = 3.0  # and under a title that names no position: of 28 such ads of this trade 25 say more
_PLAINLY = 3.0  # what a title says for a line (a logarithm of odds) whose name says little, as 运营
_BY_RANK = 5.0  # what a word of rank in the title says for a rung
_HALF = 0.5  # what words of the text say for a rung where the title, which is there, names none
_NAMED = 0.8  # the share of positions that the title names and no line begins with
_BELOW = 0.1  # what a line's own highest position has of a title above it: a small company's director does that work
_LEVELS = (2, 5)  # what the lowest and the highest rung ask where neither ad nor position says


class Matcher:
    """Everything that reading ads against a knowledge base needs, made once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._roles, self._rungs = Guesser(lexicon.roles), Guesser(lexicon.rungs)

    def match(self, ad: Ad) -> Match:
        """Return what an ad is for and what it asks."""
        title = read_title(self._lexicon.titles, ad.title)
        role = self._roles.guess(ad.plain, ad.clauses, ad.title, lean=self._role_lean(title))
        rung = self._rung(ad, title)
        positions = self._positions(role, rung, title)
        role_id, rung_id = positions[0][0].split("/")
        role = _agreeing(role, _summed(positions, 0), role_id, self._roles_of(positions[0][0]))
        rung = _agreeing(rung, _summed(positions, 1), rung_id, ())
        needed, usual = self._lexicon.needed[positions[0][0]], self._usual_level(rung_id)
        known = (self._lexicon.skills, self._lexicon.roles.cues)
        return Match(
            positions=positions[:_SHOWN],
            role=role,
            rung=rung,
            asked=self._asked(ad, needed, usual),
            conditions=ad.conditions,
            unknown=unknown_of(known, ad.plain, ad.clauses),
            foreign=title.foreign or (not title.positions and role.sure < (_UNNAMED if ad.title.strip() else SURE)),
        )

    def _asked(self, ad: Ad, needed: Mapping[str, int], usual: int) -> tuple[Asked, ...]:
        known = self._lexicon
        return skills_of(known.skills, ad.plain, ad.clauses, needed, usual, known.top, known.leading)

    def _rung(self, ad: Ad, title: TitleRead) -> Guess:
        lowest = self._lexicon.rungs_up[0]
        cues, lean = rung_cues(ad, title, lowest), self._rung_lean(title)
        faith = _HALF if has_bare_title(ad, title, lowest) else 1.0
        return self._rungs.guess(ad.plain, ad.clauses, ad.title, cues, lean, faith)

    def _role_lean(self, title: TitleRead) -> dict[str, float]:
        """Return what the title says for each line."""
        lean: dict[str, float] = {}
        for position, says in title.positions:
            for role in self._roles_of(position):
                lean[role] = max(lean.get(role, 0.0), says if says > PLAIN else _PLAINLY)
        return lean

    def _rung_lean(self, title: TitleRead) -> dict[str, float]:
        """Return what the title says for each rung: by its rank, or by a name that has one of its own."""
        rung = title.rung or next((position.partition("/")[2] for position, _ in title.positions[:1]), "")
        told = bool(title.rung) or rung != self._lexicon.rungs_up[0]
        return {rung: _BY_RANK} if told and rung else {}

    def _roles_of(self, position: str) -> tuple[str, ...]:
        """Return the lines that a position belongs to: its own, else all that rise to it."""
        role, _, rung = position.partition("/")
        if role in self._lexicon.roles.ids:
            return (role,)
        return tuple(one for one in self._lexicon.roles.ids if self._lexicon.lines[one].get(rung) == position)

    def _positions(self, role: Guess, rung: Guess, title: TitleRead) -> tuple[tuple[str, float], ...]:
        """Return the positions that an ad may be for: each line on its likeliest rung, whatever it is called there.

        Positions that the title names and that begin no line come first.
        """
        named = [(id_, says) for id_, says in title.positions if id_.partition("/")[0] not in self._lexicon.roles.ids]
        heads = dict(_softened(named)) if named and named[0] == title.positions[0] else {}
        left = 1 - _NAMED if heads else 1.0
        shares = {position: _NAMED * share for position, share in heads.items()}
        for role_id, of_role in role.shares.items():
            line = self._lexicon.lines[role_id]
            on_line = {rung_id: share for rung_id, share in rung.shares.items() if rung_id in line}
            whole = sum(on_line.values())
            best = likeliest(on_line)
            told = left * of_role * on_line[best] / whole
            for position, part in self._parted(role_id, line[best], rung):
                shares[position] = shares.get(position, 0.0) + told * part
        return tuple(sorted(shares.items(), key=lambda one: (-one[1], one[0])))

    def _parted(self, role: str, position: str, rung: Guess) -> Iterator[tuple[str, float]]:
        """Yield a position of a line with its share of what speaks for it (1 in all).

        Where the line itself ends a rung below, its own highest position has a small part.
        """
        own = [id_ for id_ in self._lexicon.lines[role].values() if id_.startswith(f"{role}/")]
        highest = max(own, key=lambda id_: (self._height(id_), rung.shares[id_.partition("/")[2]]), default=position)
        below = {highest: _BELOW} if self._height(position) - self._height(highest) == 1 else {}
        yield position, 1 - sum(below.values())
        yield from below.items()

    def _height(self, position: str) -> int:
        """Return the order of the rung of a position."""
        return self._lexicon.titles.orders[position.partition("/")[2]]

    def _usual_level(self, rung: str) -> int:
        """Return the level that is asked where neither ad nor position says: the more the higher the rung."""
        orders = sorted(set(self._lexicon.titles.orders.values()))
        height = orders.index(self._lexicon.titles.orders[rung]) / max(1, len(orders) - 1)
        return of_all(round(_LEVELS[0] + height * (_LEVELS[1] - _LEVELS[0])), self._lexicon.top)


def _softened(named: list[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """Yield positions with shares of 1, by what speaks for each."""
    most = max(says for _, says in named)
    heights = [exp(says - most) for _, says in named]
    yield from ((id_, height / sum(heights)) for (id_, _), height in zip(named, heights, strict=True))


def _agreeing(guess: Guess, shares: Mapping[str, float], told: str, kin: Collection[str]) -> Guess:
    """Return a guess whose shares are those of the positions, and which tells what the first of them says.

    kin: the lines that rise to it, where none begins with it: what speaks for one of them speaks for it.
    """
    shares = {**dict.fromkeys(guess.shares, 0.0), **shares}
    if not kin or told in guess.shares:
        return guess._replace(shares=shares, told=told)
    said = (
        one._replace(
            own=(*one.own, told) if {*one.own} & {*kin} else one.own,
            says={**one.says, told: max(one.says[line] for line in kin)},
        )
        for one in guess.said
    )
    lean = {**guess.lean, told: max(guess.lean.get(line, 0.0) for line in kin)}
    return guess._replace(shares=shares, told=told, said=tuple(said), lean=lean)


def _summed(positions: Iterable[tuple[str, float]], place: int) -> dict[str, float]:
    """Return the shares of positions by role (at the first place of their ids) or by rung (at the second)."""
    shares: dict[str, float] = {}
    for position, share in positions:
        part = position.split("/")[place]
        shares[part] = shares.get(part, 0.0) + share
    return shares
