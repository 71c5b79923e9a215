"""Count anew how often ads say each cue, and how far each is to be trusted: rewrites data/market.yaml.

`python bench/learn.py ADS.jsonl [MORE.jsonl]`. The words and what they speak for stay as they are written there.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from ads import Ad, ads_in
from learning import Labelled, learned, unranked_of

from opscareer.knowledge import open_kb
from opscareer.match.reading import read
from opscareer.model.lexicon import Guide
from opscareer.model.market import TRUST, Cue

FILE = Path(__file__).parents[1] / "data" / "market.yaml"
LEAST = 0.015  # a smaller share is left out: one ad of seventy


def main() -> int:
    """Rewrite shares and trust."""
    opened = open_kb(None)
    lexicon, market = opened.lexicon(), opened.market()
    ads = ads_in(map(Path, sys.argv[1:]), {*lexicon.roles.ids}, lexicon.titles)
    of_role = _labelled((ad, ad.roles[0]) for ad in ads if ad.roles)
    of_rung = _labelled((ad, ad.rung) for ad in ads if ad.rung in lexicon.rungs.ids)
    roles = learned(lexicon.roles.ids, market.role_cues, of_role, "role")
    rungs = learned(lexicon.rungs.ids, market.rung_cues, of_rung, "rung", unranked_of(ads, lexicon.titles))
    head = FILE.read_text(encoding="utf-8").partition("market:\n")[0]
    lines = [f"  roles: {_flow(roles.counted)}", f"  rungs: {_flow(rungs.counted)}"]
    cues = ["role_cues:", *_cues(market.role_cues, roles), "rung_cues:", *_cues(market.rung_cues, rungs)]
    FILE.write_text("\n".join([f"{head}market:", *lines, *cues, ""]), encoding="utf-8")
    return 0


def _labelled(ads: Iterable[tuple[Ad, str]]) -> list[Labelled]:
    return [Labelled(read(ad.text), label, ad.company, ad.fold) for ad, label in ads]


def _cues(cues: Iterable[Cue], guide: Guide) -> list[str]:
    """Return a line for each cue, in the order in which they were written."""
    now = {cue.word: cue for words in guide.cues.values() for cue in words.values()}
    return [_line(now[cue.word]) for cue in cues]


def _line(cue: Cue) -> str:
    shares = {id_: share for id_, share in cue.shares.items() if share >= LEAST}
    word = json.dumps(cue.word, ensure_ascii=False)
    trust = "" if cue.trust == TRUST else f", trust: {cue.trust:g}"
    return f"  - {{word: {word}, own: [{', '.join(cue.own)}], shares: {_flow(shares)}{trust}}}"


def _flow(counts: Mapping[str, float]) -> str:
    told = (
        f"{name}: {value:.2g}" if isinstance(value, float) else f"{name}: {value}" for name, value in counts.items()
    )
    return "{" + ", ".join(told) + "}"


if __name__ == "__main__":
    sys.exit(main())
