"""Counting cues in ads whose role or rung is known: the shares that a guess rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from opscareer.model.market import Cue


class Told(NamedTuple):
    """An ad of which it is known what it is for: which cues it says, whose it is."""

    label: str
    company: str
    says: frozenset[str]


def counted(cues: Iterable[Cue], ads: Sequence[Told]) -> tuple[dict[str, int], tuple[Cue, ...]]:
    """Return how many ads there are of each label, and the cues with the shares of them that say each (0-1).

    A company's ads of one label count as the root of their number: many ads of one company do not decide.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    said: defaultdict[tuple[str, str], float] = defaultdict(float)
    for ad, weight in zip(ads, weights_of(ads), strict=True):
        weights[ad.label] += weight
        for word in ad.says:
            said[ad.label, word] += weight
    labels = sorted(weights)
    shares = {cue.word: {label: round(said[label, cue.word] / weights[label], 3) for label in labels} for cue in cues}
    told = (cue._replace(shares={id_: share for id_, share in shares[cue.word].items() if share}) for cue in cues)
    return dict(Counter(ad.label for ad in ads)), tuple(told)


def weights_of(ads: Sequence[Told]) -> list[float]:
    """Return what each ad counts: a company's ads of one label together as the root of their number."""
    ads_of = Counter((ad.label, ad.company) for ad in ads)
    return [1 / sqrt(ads_of[ad.label, ad.company]) for ad in ads]
