"""Count anew how often ads say each cue, and how far each is to be trusted: rewrites data/market.yaml.

`python tools/learn.py ADS.jsonl [MORE.jsonl]`. The words and what they speak for stay as they are written there, and so
does all that counts as before.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from ads import Ad, ads_in
from learning import Labelled, learned, unranked_of
from market_file import market_taught

from opscareer.knowledge import open_kb
from opscareer.match.reading import read

FILE = Path(__file__).parents[1] / "data" / "market.yaml"


def main() -> int:
    """Rewrite shares and trust."""
    opened = open_kb(None)
    lexicon, market = opened.lexicon(), opened.market()
    ads = ads_in(map(Path, sys.argv[1:]), {*lexicon.roles.ids}, lexicon.titles)
    of_role = _labelled((ad, ad.roles[0]) for ad in ads if ad.roles)
    of_rung = _labelled((ad, ad.rung) for ad in ads if ad.rung in lexicon.rungs.ids)
    roles = learned(lexicon.roles.ids, market.role_cues, of_role, "role")
    rungs = learned(lexicon.rungs.ids, market.rung_cues, of_rung, "rung", unranked_of(ads, lexicon.titles))
    FILE.write_text(market_taught(FILE.read_text(encoding="utf-8"), roles, rungs), encoding="utf-8")
    return 0


def _labelled(ads: Iterable[tuple[Ad, str]]) -> list[Labelled]:
    return [Labelled(read(ad.text), label, ad.company, ad.fold) for ad, label in ads]


if __name__ == "__main__":
    sys.exit(main())
