"""What an ad is for, told by its words: likelihoods over cues, smoothed by the knowledge base, small enough to read.

Each cue that an ad says adds, for each role, the logarithm of how much oftener ads of that role say it than others do.
The share of ads is the counted one, drawn towards what one would expect before counting (a word that speaks for a role
stands in a third of its ads), as if so many more ads had been read. Rungs are told in the same way.
"""

from collections.abc import Iterable, Mapping
from math import exp, log

from opscareer.match.clauses import Clause
from opscareer.match.plain import Plain
from opscareer.match.words import Words
from opscareer.model.ad import Guess, Mention, likeliest
from opscareer.model.market import Cue

_OWN, _ELSE = 0.35, 0.6  # the share expected of a word's own; of any other, this part of what all ads have
_UNCOUNTED = 0.05  # the share of all ads where nobody has counted
_AS_MANY = 20  # ads: how much the expectation weighs
_TEMPER = 0.4  # cues go together; taken as if each told all anew they would claim too much
_DEMAND, _OPENING = 0.4, 1.3  # what is asked tells less than what is done, the first words most
_FIRST = 80  # letters
_TITLE = 12.0  # a title is meant to tell what the ad is for


class Guesser:
    """The cues of some ids (roles or rungs), with what each says of each of them."""

    def __init__(self, ids: Iterable[str], cues: Iterable[Cue], counted: Mapping[str, int]) -> None:
        self._ids = tuple(ids)
        self._counted = counted
        self._prior = {id_: log(counted.get(id_, 0) + 2) for id_ in self._ids}
        self._cues = {cue.word: cue for cue in cues}
        self._known: dict[tuple[str, bool], dict[str, float]] = {}
        self.words = Words((word, word) for word in self._cues)

    def guess(self, ad: Plain, found: Iterable[Clause], title: str = "", besides: Iterable[str] = ()) -> Guess:
        """Return what an ad is for; `besides` are cues that stand for something else than a word, as years."""
        said = self.said(ad, found, title)
        scores = dict(self._prior)
        for word, weight in (*((w, weight) for w, (weight, _) in said.items()), *((b, 1.0) for b in besides)):
            for id_, says in self._weighed(word, weight).items():
                scores[id_] += says
        shares = _shares(scores)
        best = likeliest(shares)
        speaks = {word: self._weighed(word, weight)[best] for word, (weight, _) in said.items()}
        own = [word for word in said if best in self._cues[word].own and speaks[word] > 0]
        ranked = sorted(own, key=lambda word: (-speaks[word], said[word][1].start))
        return Guess(shares, tuple(said[word][1] for word in ranked), sum(speaks[word] for word in own))

    def said(self, ad: Plain, found: Iterable[Clause], title: str) -> dict[str, tuple[float, Mention]]:
        """Return how much each cue counts that the ad says, and where it says it first with most weight."""
        said: dict[str, tuple[float, Mention]] = {}
        for clause in (clause for clause in found if clause.section != "other"):
            for hit in self.words.all(clause.text):
                start, end = clause.start + hit.start, clause.start + hit.end
                weight = _weight(clause, start, len(title))
                if weight > said.get(hit.means, (0.0, None))[0] and not clause.denies(start, end):
                    said[hit.means] = (weight, ad.mention(start, end))
        return said

    def _weighed(self, word: str, weight: float) -> dict[str, float]:
        """Return what a cue adds for each id, worked out when an ad first says it; nothing where it is no cue."""
        key = word, weight == _TITLE
        if key not in self._known:
            counted = {} if weight == _TITLE else self._counted  # ads are counted by their texts
            cue = self._cues.get(word)
            self._known[key] = _says(cue, self._ids, counted) if cue else {}
        return {id_: _TEMPER * weight * said for id_, said in self._known[key].items()}


def _weight(clause: Clause, start: int, title: int) -> float:
    if start < title:
        return _TITLE
    if clause.section == "demand":
        return _DEMAND
    return _OPENING if start < title + _FIRST else 1.0


def _says(cue: Cue, ids: Iterable[str], counted: Mapping[str, int]) -> dict[str, float]:
    """Return the logarithm of how much oftener ads of each id say a cue than the others do."""
    whole = sum(counted.values())
    said = {id_: counted.get(id_, 0) * cue.shares.get(id_, 0.0) for id_ in counted}
    everywhere = (sum(said.values()) + 0.5) / (whole + 1) if whole else _UNCOUNTED
    says = {}
    for id_ in ids:
        expected = max(_OWN, everywhere) if id_ in cue.own else everywhere * _ELSE
        here = (said.get(id_, 0.0) + _AS_MANY * expected) / (counted.get(id_, 0) + _AS_MANY)
        others = whole - counted.get(id_, 0)
        there = (sum(said.values()) - said.get(id_, 0.0) + _AS_MANY * everywhere) / (others + _AS_MANY)
        says[id_] = log(here / there)
    return says


def _shares(scores: Mapping[str, float]) -> dict[str, float]:
    """Return scores as shares of 1."""
    most = max(scores.values())
    heights = {id_: exp(score - most) for id_, score in scores.items()}
    whole = sum(heights.values())
    return {id_: height / whole for id_, height in heights.items()}
