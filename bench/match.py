"""How well ads are read: role and rung, by five folds that share no company, beside plain baselines on the same folds.

`python bench/match.py ADS.jsonl [MORE.jsonl]`: ads with title, text, role, rung, company. The cues are learnt from the
other folds of all files, and each file is told apart. A role is right where it is the label or what the labels'
catalogue had instead of it (tools/ads.py).
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from opscareer.knowledge import open_kb
from opscareer.match.match import Matcher
from opscareer.match.reading import read
from opscareer.model.ad import Match
from opscareer.model.lexicon import Guide, Lexicon
from opscareer.model.lexicon import guide as guide_of
from opscareer.model.market import Cue, Market

sys.path.append(str(Path(__file__).parents[1] / "tools"))  # what is measured is how tools/learn.py learns

from ads import FOLDS, FORMERLY, Ad, ads_in
from learning import Labelled, learned, unranked_of

Ranked = list[str]
OLD = ("specialist", "manager", "director")
"""The rungs that ads were told apart by before."""


def main() -> int:
    """Print what was guessed right, for each file and each way of reading."""
    opened = open_kb(None)
    lexicon, market = opened.lexicon(), opened.market()
    files = [Path(name) for name in sys.argv[1:]]
    roles = {*lexicon.lines}
    ads = ads_in(files, roles, lexicon.titles)
    matchers = [_taught(lexicon, market, [ad for ad in ads if ad.fold != fold]) for fold in range(FOLDS)]
    for years in sorted({ad.years for ad in ads}):
        some = [ad for ad in ads if ad.years == years]
        print(f"\nads of {years}")
        for titled in (True, False):
            shown = "title and text" if titled else "text alone"
            found = [matchers[ad.fold].match(read(f"{ad.title}\n{ad.text}" if titled else ad.text)) for ad in some]
            _tell(f"role, {shown}", some, found, _roles_of, lambda ad: ad.roles)
            _beside(some, ads, titled, lambda ad: ad.roles[0] if ad.roles else "")
            _tell(
                f"rung, {shown}", some, found, _rungs_of, lambda ad: (ad.rung,) if ad.rung in lexicon.rungs_up else ()
            )
            _tell(f"rung of three, {shown}", some, found, _rungs_of, lambda ad: (ad.rung,) if ad.rung in OLD else ())
            _beside(some, ads, titled, lambda ad: ad.rung if ad.rung in lexicon.rungs_up else "")
        labels = {"role": [ad.roles[0] for ad in some if ad.roles], "rung": [ad.rung for ad in some if ad.rung]}
        for what, found_labels in labels.items():
            told = Counter(found_labels)
            print(f"{what}, always the commonest: {told.most_common(1)[0][1] / told.total():.3f}")
    return 0


def _taught(lexicon: Lexicon, market: Market, ads: Sequence[Ad]) -> Matcher:
    """Return a matcher whose cues were counted and weighed on some ads."""
    of_role = [_labelled(ad, ad.roles[0]) for ad in ads if ad.roles and ad.roles[0] in lexicon.roles.ids]
    of_rung = [_labelled(ad, ad.rung) for ad in ads if ad.rung in lexicon.rungs.ids]
    unranked = unranked_of(ads, lexicon.titles)
    return Matcher(
        lexicon._replace(
            roles=_with_names(lexicon.roles, learned(lexicon.roles.ids, market.role_cues, of_role, "role")),
            rungs=_with_names(lexicon.rungs, learned(lexicon.rungs.ids, market.rung_cues, of_rung, "rung", unranked)),
        )
    )


def _labelled(ad: Ad, label: str) -> Labelled:
    return Labelled(read(ad.text)._replace(title=""), label, ad.company, ad.fold)


def _with_names(before: Guide, now: Guide) -> Guide:
    """Return what was learnt, and the names of positions beside it."""
    names: list[Cue] = [cue for words in before.cues.values() for cue in words.values() if not cue.shares]
    known = [cue for words in now.cues.values() for cue in words.values()]
    return guide_of(before.ids, (*known, *names), now.counted)


def _roles_of(found: Match) -> Ranked:
    """Return the roles of the positions, the likeliest first; one whose line has another name there counts as both."""
    ranked = [position.partition("/")[0] for position, _ in found.positions]
    return [*dict.fromkeys([*ranked[:1], found.role.best, *ranked[1:]])]


def _rungs_of(found: Match) -> Ranked:
    return sorted(found.rung.shares, key=lambda id_: (-found.rung.shares[id_], id_))


def _tell(
    name: str,
    ads: Iterable[Ad],
    found: Iterable[Match],
    ranked_of: Callable[[Match], Ranked],
    right_of: Callable[[Ad], tuple[str, ...]],
) -> None:
    pairs = [(ranked_of(match), right_of(ad), ad.years) for ad, match in zip(ads, found, strict=True) if right_of(ad)]
    first = sum(_is_right(ranked[:1], true, years) for ranked, true, years in pairs) / len(pairs)
    third = sum(_is_right(ranked[:3], true, years) for ranked, true, years in pairs) / len(pairs)
    print(f"{name}: {first:.3f}, top 3 {third:.3f}  (n {len(pairs)})")


def _is_right(guesses: Ranked, true: tuple[str, ...], years: str) -> bool:
    formerly = FORMERLY if years == "2017-2021" else {}
    return any({guess, *formerly.get(guess, ())} & {*true} for guess in guesses)


def _beside(some: Sequence[Ad], ads: Sequence[Ad], titled: bool, label: Callable[[Ad], str]) -> None:
    """Print what a linear classifier over one to three letters gets right, on the same folds."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    right = asked = 0
    for fold in range(FOLDS):
        known = [ad for ad in ads if ad.fold != fold and label(ad)]
        new = [ad for ad in some if ad.fold == fold and label(ad)]
        letters = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True, min_df=2)
        model = LinearSVC(class_weight="balanced").fit(
            letters.fit_transform([_text(ad, titled) for ad in known]), [label(ad) for ad in known]
        )
        if new:
            guesses = model.predict(letters.transform([_text(ad, titled) for ad in new]))
            right += sum(guess == label(ad) for guess, ad in zip(guesses, new, strict=True))
            asked += len(new)
    print(f"  beside it a linear classifier over letters: {right / asked:.3f}")


def _text(ad: Ad, titled: bool) -> str:
    return f"{ad.title}\n{ad.text}" if titled else ad.text


if __name__ == "__main__":
    sys.exit(main())
