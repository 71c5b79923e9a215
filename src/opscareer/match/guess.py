"""What an ad is for, told by its words: likelihoods over cues, smoothed by the knowledge base, small enough to read.

Each cue that an ad says adds, for each role, the logarithm of how much oftener ads of that role say it than others do,
times how far the cue is trusted. The share of ads is the counted one, drawn towards what one would expect before
counting (a word that speaks for a role stands in a third of its ads), as if so many more ads had been read. Rungs are
told in the same way.
"""

import re
from collections.abc import Iterable, Mapping
from math import exp, log

from opscareer.match.clauses import Clause
from opscareer.match.plain import Plain
from opscareer.model.ad import Guess, Mention, Said
from opscareer.model.lexicon import Guide
from opscareer.model.market import TRUST, Cue
from opscareer.model.words import every

_OWN, _ELSE = 0.25, 0.6  # the share expected of a word's own; of any other, this part of what all ads have
_UNCOUNTED = 0.05  # the share of all ads where nobody has counted
_UNSEEN = 20  # ads more of each: what was counted long ago is not how often there is one now
_AS_MANY = 30  # ads: how much the expectation weighs
_DEMAND, _OPENING = 0.6, 1.3  # what is asked tells less than what is done, the first words most
_FIRST = 80  # letters
_TITLE = 5.0  # a title is meant to tell what the ad is for
_HEAD, _NEAR = 1.3, 3  # it ends with what it names (电商客服 is 客服), but for a rank of some letters
_AFTER_HEAD = re.compile(r"(?<=\S.)[(\[/、+【,|—]")  # not what opens the title


class Guesser:
    """What tells some ids apart, with what each cue says of each of them."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._prior = {id_: log(guide.counted.get(id_, 0) + _UNSEEN) for id_ in guide.ids}
        self._known: dict[tuple[str, bool], dict[str, float]] = {}

    def guess(
        self,
        ad: Plain,
        found: Iterable[Clause],
        title: str = "",
        besides: Mapping[str, float] | None = None,
        lean: Mapping[str, float] | None = None,
        faith: float = 1.0,
    ) -> Guess:
        """Return what an ad is for.

        `besides` are cues that stand for something else than a word, as years, and what each counts; `lean` is what is
        known of it otherwise (logarithms of odds), as from its title; `faith` is what the words count.
        """
        said = self.said(ad, found, title).values()
        words = tuple(Said(where, cue.own, self._weighed(cue, weight, faith)) for cue, weight, where in said)
        cues = ((self._guide.cues.at(word, 0).get(word), weight) for word, weight in (besides or {}).items())
        others = (self._weighed(cue, weight) for cue, weight in cues if cue)
        lean = lean or {}
        scores = {id_: prior + lean.get(id_, 0.0) for id_, prior in self._prior.items()}
        for says in (*(word.says for word in words), *others):
            for id_, says_of_it in says.items():
                scores[id_] += says_of_it
        return Guess(_shares(scores), words, lean)

    def said(self, ad: Plain, found: Iterable[Clause], title: str) -> dict[str, tuple[Cue, float, Mention]]:
        """Return the cues that an ad says, how much each counts, and where it says it first with most weight."""
        said: dict[str, tuple[Cue, float, Mention]] = {}
        head = head_end(title)
        for clause in (clause for clause in found if clause.section != "other"):
            for hit in every(self._guide.cues, clause.text):
                start, end = clause.start + hit.start, clause.start + hit.end
                weight = _in_title(end, head) if start < len(title) else _weight(clause, start - len(title))
                if (hit.word not in said or weight > said[hit.word][1]) and not clause.denies(start, end):
                    said[hit.word] = (hit.means, weight, ad.mention(start, end))
        return said

    def _weighed(self, cue: Cue, weight: float, faith: float = 1.0) -> dict[str, float]:
        """Return what a cue adds for each id, worked out when an ad first says it."""
        titled = weight >= _TITLE
        key = cue.word, titled
        if key not in self._known:
            counted = {} if titled else self._guide.counted  # only texts were counted, and weighed
            trust = TRUST if titled else cue.trust
            self._known[key] = {id_: trust * said for id_, said in says_of(cue, self._guide.ids, counted).items()}
        return {id_: weight * faith * said for id_, said in self._known[key].items()}


def head_end(title: str) -> int:
    """Return where the head of a title ends: before what stands in brackets or after a stroke."""
    return len(_AFTER_HEAD.split(title, maxsplit=1)[0].rstrip())


def says_of(cue: Cue, ids: Iterable[str], counted: Mapping[str, int]) -> dict[str, float]:
    """Return the logarithm of how much oftener ads of each id say a cue than the others do.

    Shares are smoothed towards what is expected of a word of one's own, and of any other.
    """
    whole = sum(counted.values())
    said = {id_: ads * cue.shares.get(id_, 0.0) for id_, ads in counted.items()}
    all_said = sum(said.values())
    everywhere = (all_said + 0.5) / (whole + 1) if whole else _UNCOUNTED
    says = {}
    for id_ in ids:
        expected = max(_OWN, everywhere) if id_ in cue.own else everywhere * _ELSE
        here = (said.get(id_, 0.0) + _AS_MANY * expected) / (counted.get(id_, 0) + _AS_MANY)
        others = whole - counted.get(id_, 0)
        there = (all_said - said.get(id_, 0.0) + _AS_MANY * everywhere) / (others + _AS_MANY)
        says[id_] = log(here / there)
    return says


def _in_title(end: int, head: int) -> float:
    """Return what a cue counts that ends at a place of the title, whose head ends at another."""
    return _TITLE * (_HEAD if 0 <= head - end <= _NEAR else 1.0)


def _weight(clause: Clause, place: int) -> float:
    """Return what a cue counts at a place of the text."""
    if clause.section == "demand":
        return _DEMAND
    return _OPENING if place < _FIRST else 1.0


def _shares(scores: Mapping[str, float]) -> dict[str, float]:
    """Return scores as shares of 1."""
    most = max(scores.values())
    heights = {id_: exp(score - most) for id_, score in scores.items()}
    whole = sum(heights.values())
    return {id_: height / whole for id_, height in heights.items()}
