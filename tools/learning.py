"""What ads teach about cues: how often ads of each label say one, and how far it is to be trusted beside the others.

A cue's trust begins at what it is before anybody has weighed it, and is moved as far as that makes the right labels of
ads likelier that were not counted for it, against a pull that draws it back: one number a cue, so that there is little
to learn by heart.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from ads import FOLDS, Ad
from scipy.optimize import minimize

from opscareer.match.count import Told, counted, weights_of
from opscareer.match.guess import Guesser, says_of
from opscareer.match.reading import Ad as ReadAd
from opscareer.match.reading import names_lowest, years_cue
from opscareer.model.lexicon import Guide, guide
from opscareer.model.market import TRUST, Cue
from opscareer.model.title_ranks import TitleWords
from opscareer.model.titles import read_title

PULL = {"role": 100.0, "rung": 10.0}  # there are ten times as many cues of roles
MOST = 1.5

Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]


class Labelled(NamedTuple):
    """An ad that was read, with its right label, whose it is, and the fold it stands in."""

    ad: ReadAd
    label: str
    company: str
    fold: int


UNRANKED = "@unranked-title"


def learned(
    ids: Sequence[str],
    cues: Sequence[Cue],
    ads: Sequence[Labelled],
    what: str,
    unranked: Mapping[str, float] | None = None,
) -> Guide:
    """Return the guide that some ads teach: counts, shares, and the trust in each cue.

    unranked: the shares (0-1) of ads of each rung whose title names none, which texts alone do not tell.
    """
    finder = Guesser(guide(tuple(ids), cues, {}))
    said = [_said(finder, one.ad, years=what == "rung") for one in ads]
    place = {cue.word: n for n, cue in enumerate(cues)}
    heard = np.zeros((len(ads), len(cues)))
    for row, words in enumerate(said):
        for word, weight in words.items():
            if word in place:
                heard[row, place[word]] = weight
    told = [Told(one.label, one.company, frozenset(words)) for one, words in zip(ads, said, strict=True)]
    trust = _trust(ids, cues, ads, told, heard, PULL[what])
    counts, with_shares = counted(cues, told)
    said_at_all = [bool(column.any()) for column in heard.T]
    weighed = (
        cue._replace(trust=round(float(t), 2)) if heard_one else cue
        for cue, t, heard_one in zip(with_shares, trust, said_at_all, strict=True)
    )
    told_by_titles = (c._replace(shares=unranked, trust=1.5) if unranked and c.word == UNRANKED else c for c in weighed)
    return guide(tuple(ids), told_by_titles, counts)


def unranked_of(ads: Iterable[Ad], words: TitleWords) -> dict[str, float]:
    """Return for each rung the share (0-1) of ads whose title has no word of rank, as a reader told the rungs.

    Where a rule on titles told them, titles without a rank have no rung.
    """
    whole: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for ad in (ad for ad in ads if ad.by_reader):
        title = read_title(words, ad.title)
        whole[ad.rung] += 1
        bare[ad.rung] += names_lowest(min(words.orders, key=lambda rung: words.orders[rung]), title)
    return {rung: round(bare[rung] / count, 2) for rung, count in whole.items() if bare[rung]}


def _said(finder: Guesser, ad: ReadAd, *, years: bool) -> dict[str, float]:
    words = {cue.word: weight for cue, weight, _ in finder.said(ad.plain, ad.clauses, "").values()}
    return words | dict.fromkeys(years_cue(ad.conditions.years) if years else (), 1.0)


def _trust(
    ids: Sequence[str],
    cues: Sequence[Cue],
    ads: Sequence[Labelled],
    told: Sequence[Told],
    heard: Array,
    pull: float,
) -> Array:
    """Return the trust that makes the labels of each fold likeliest, by what was counted in the others."""
    right = np.array([list(ids).index(one.label) for one in ads])
    folds = np.array([one.fold for one in ads])
    weights = np.array(weights_of(told))
    parts = []
    for fold in range(FOLDS):
        asked = np.flatnonzero(folds == fold)
        if asked.size:
            counts, known = counted(cues, [told[int(n)] for n in np.flatnonzero(folds != fold)])
            says = np.array([[*says_of(cue, ids, counts).values()] for cue in known])
            prior = np.log([counts.get(id_, 0) + 2 for id_ in ids])
            parts.append((asked, says, prior))

    def unlikeliness(trust: Array) -> tuple[float, Array]:
        loss, slope = pull / 2 * float(((trust - TRUST) ** 2).sum()), pull * (trust - TRUST)
        for asked, says, prior in parts:
            scores = prior + (heard[asked] * trust) @ says
            scores -= scores.max(axis=1, keepdims=True)
            shares = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
            rows = np.arange(asked.size)
            loss -= float((weights[asked] * np.log(shares[rows, right[asked]] + 1e-12)).sum())
            shares[rows, right[asked]] -= 1
            slope = slope + (((shares * weights[asked, None]) @ says.T) * heard[asked]).sum(axis=0)
        return loss, slope

    start = np.full(len(cues), TRUST)
    found = minimize(unlikeliness, start, jac=True, method="L-BFGS-B", bounds=[(0, MOST)] * len(cues))
    return np.asarray(found.x)
