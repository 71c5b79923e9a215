"""How well ads are read: role and rung, by five folds that share no company, beside plain baselines on the same folds.

`python bench/match.py ADS.jsonl`: ads with title, text, role, rung, company and near_dup.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ads import FOLDS, Ad, ads_in

from opscareer.knowledge import open_kb
from opscareer.match.count import Told, counted
from opscareer.match.reading import Ad as ReadAd
from opscareer.match.reading import read, role_guesser, rung_guesser, years_cue
from opscareer.model.kb import KnowledgeBase
from opscareer.model.market import Market

Ranked = list[str]


def main() -> int:
    """Print what was guessed right, for each way of reading."""
    opened = open_kb(None)
    kb, market = opened.whole(), opened.market()
    lowest = next(iter(kb.rungs))
    ads = ads_in(Path(sys.argv[1]), {p.role for p in kb.positions.values() if p.rung == lowest})
    with_role = [ad for ad in ads if ad.roles]
    with_rung = [ad for ad in ads if ad.rung in ("specialist", "manager", "director")]
    for titled in (False, True):
        shown = "title and text" if titled else "text alone"
        for what, some in (("role", with_role), ("rung", with_rung)):
            _tell(f"{what}, {shown}", *_guessed(kb, market, some, titled, what))
            _tell("  beside it a linear classifier over letters", *_classified(some, titled, what))
    for what, some in (("role", with_role), ("rung", with_rung)):
        right = [_right(ad, what) for ad in some]
        _tell(f"{what}, always the commonest", [[_commonest([one[0] for one in right])]] * len(some), right)
    return 0


def _classified(ads: Sequence[Ad], titled: bool, what: str) -> tuple[list[Ranked], list[tuple[str, ...]]]:
    """Return what a linear classifier over one to three letters guesses, on the same folds."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    texts = [f"{ad.title}\n{ad.text}" if titled else ad.text for ad in ads]
    right = [_right(ad, what) for ad in ads]
    guesses: list[Ranked] = [[] for _ in ads]
    for fold in range(FOLDS):
        known = [n for n, ad in enumerate(ads) if ad.fold != fold]
        letters = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True, min_df=2)
        learned = LinearSVC(class_weight="balanced").fit(
            letters.fit_transform([texts[n] for n in known]), [right[n][0] for n in known]
        )
        asked = [n for n, ad in enumerate(ads) if ad.fold == fold]
        scores = learned.decision_function(letters.transform([texts[n] for n in asked]))
        for n, row in zip(asked, scores, strict=True):
            guesses[n] = [str(learned.classes_[place]) for place in (-row).argsort()]
    return guesses, right


def _guessed(
    kb: KnowledgeBase, market: Market, ads: Sequence[Ad], titled: bool, what: str
) -> tuple[list[Ranked], list[tuple[str, ...]]]:
    """Return the guesses of each ad, learned from the other folds, and what would be right."""
    texts = [f"{ad.title}\n{ad.text}" if titled else ad.text for ad in ads]
    readings = [read(text) if titled else replace(read(text), title="") for text in texts]
    right = [_right(ad, what) for ad in ads]
    guesses: list[Ranked] = [[] for _ in ads]
    for fold in range(FOLDS):
        known = [n for n, ad in enumerate(ads) if ad.fold != fold]
        guess = _learned(kb, market, what, [(readings[n], right[n][0], ads[n].company) for n in known])
        for n, ad in enumerate(ads):
            if ad.fold == fold:
                guesses[n] = guess(readings[n])
    return guesses, right


def _right(ad: Ad, what: str) -> tuple[str, ...]:
    if what == "rung":
        return (ad.rung,)
    return (
        ad.roles
        if len(ad.roles) == 1
        else (("merchant-ops", "store-ops") if re.search("商家|商户|招商", ad.title) else ("store-ops", "merchant-ops"))
    )


def _learned(
    kb: KnowledgeBase, market: Market, what: str, known: Sequence[tuple[ReadAd, str, str]]
) -> Callable[[ReadAd], Ranked]:
    make = role_guesser if what == "role" else rung_guesser
    cues = market.role_cues if what == "role" else market.rung_cues
    finder = make(kb, market)
    told = []
    for reading, label, company in known:
        says = {*finder.said(reading.plain, reading.clauses, "")}
        if what == "rung":
            says |= {*years_cue(reading.conditions.years)}
        told.append(Told(label, company, frozenset(says)))
    counts, learned = counted(cues, told)
    now = replace(market, **{f"{what}s": counts, f"{what}_cues": learned})
    guesser = make(kb, now)

    def guess(reading: ReadAd) -> Ranked:
        besides = years_cue(reading.conditions.years) if what == "rung" else ()
        shares = guesser.guess(reading.plain, reading.clauses, reading.title, besides).shares
        return sorted(shares, key=lambda id_: (-shares[id_], id_))

    return guess


def _commonest(labels: Sequence[str]) -> str:
    return Counter(labels).most_common(1)[0][0]


def _tell(name: str, guesses: Sequence[Ranked], right: Sequence[tuple[str, ...]]) -> None:
    pairs = list(zip(guesses, right, strict=True))
    first = sum(ranked[0] in true for ranked, true in pairs) / len(pairs)
    third = sum(bool({*ranked[:3]} & {*true}) for ranked, true in pairs) / len(pairs)
    print(f"{name}: {first:.3f}, top 3 {third:.3f}, macro-F1 {_f1(guesses, right):.3f}  (n {len(pairs)})")


def _f1(guesses: Sequence[Ranked], right: Sequence[tuple[str, ...]]) -> float:
    pairs = [
        (ranked[0], ranked[0] if ranked[0] in true else true[0]) for ranked, true in zip(guesses, right, strict=True)
    ]
    labels = {true for _, true in pairs}
    scores = []
    for label in labels:
        both = sum(guess == true == label for guess, true in pairs)
        either = sum(guess == label for guess, _ in pairs) + sum(true == label for _, true in pairs)
        scores.append(2 * both / either)
    return sum(scores) / len(scores)


if __name__ == "__main__":
    sys.exit(main())
