"""How well ads are read: role and rung, by five folds that share no company, beside plain baselines on the same folds.

`python bench/match.py ADS.jsonl`: ads with title, text, role, rung, company and near_dup.
"""

import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ads import FOLDS, Ad, ads_in
from learning import Labelled, learned

from opscareer.knowledge import open_kb
from opscareer.match.guess import Guesser
from opscareer.match.reading import Ad as ReadAd
from opscareer.match.reading import read, rung_cues
from opscareer.model.lexicon import Guide
from opscareer.model.lexicon import guide as guide_of
from opscareer.model.market import Cue

Ranked = list[str]


def main() -> int:
    """Print what was guessed right, for each way of reading."""
    opened = open_kb(None)
    lexicon, market = opened.lexicon(), opened.market()
    ads = ads_in(Path(sys.argv[1]), {*lexicon.roles.ids})
    with_role = [ad for ad in ads if ad.roles]
    with_rung = [ad for ad in ads if ad.rung in ("specialist", "manager", "director")]
    parts = (("role", with_role, lexicon.roles, market.role_cues), ("rung", with_rung, lexicon.rungs, market.rung_cues))
    for titled in (False, True):
        shown = "title and text" if titled else "text alone"
        for what, some, guide, cues in parts:
            _tell(f"{what}, {shown}", *_guessed(guide, cues, some, titled, what))
            _tell("  beside it a linear classifier over letters", *_classified(some, titled, what))
    for what, some, _, _ in parts:
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
    guide: Guide, cues: Sequence[Cue], ads: Sequence[Ad], titled: bool, what: str
) -> tuple[list[Ranked], list[tuple[str, ...]]]:
    """Return the guesses of each ad, learned from the other folds, and what would be right."""
    bare = [read(ad.text)._replace(title="") for ad in ads]
    shown = [read(f"{ad.title}\n{ad.text}" if titled else ad.text) for ad in ads]  # the first line may pass for a title
    right = [_right(ad, what) for ad in ads]
    told = [Labelled(ad, true[0], one.company, one.fold) for ad, true, one in zip(bare, right, ads, strict=True)]
    names = [cue for words in guide.cues.values() for cue in words.values() if not cue.shares]
    guesses: list[Ranked] = [[] for _ in ads]
    for fold in range(FOLDS):
        now = learned(guide.ids, cues, [one for one in told if one.fold != fold], what)
        known = [cue for words in now.cues.values() for cue in words.values()]
        whole = guide_of(guide.ids, (*known, *names), now.counted)
        guesser = Guesser(whole)
        for n in (n for n, ad in enumerate(ads) if ad.fold == fold):
            guesses[n] = _ranked(guesser, whole, shown[n], what)
    return guesses, right


def _ranked(guesser: Guesser, guide: Guide, ad: ReadAd, what: str) -> Ranked:
    besides = rung_cues(ad, guide) if what == "rung" else ()
    shares = guesser.guess(ad.plain, ad.clauses, ad.title, besides).shares
    return sorted(shares, key=lambda id_: (-shares[id_], id_))


def _right(ad: Ad, what: str) -> tuple[str, ...]:
    if what == "rung":
        return (ad.rung,)
    return (
        ad.roles
        if len(ad.roles) == 1
        else (("merchant-ops", "store-ops") if re.search("商家|商户|招商", ad.title) else ("store-ops", "merchant-ops"))
    )


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
