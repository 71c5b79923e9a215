"""Count anew how often ads say each cue: `python bench/learn.py ADS.jsonl` rewrites data/market.yaml.

The words and what they speak for stay as they are written there; only the shares and the numbers of ads change.
"""

import json
import sys
from pathlib import Path

from ads import ads_in

from opscareer.knowledge import open_kb
from opscareer.match.count import Told, counted
from opscareer.match.reading import read, role_guesser, rung_guesser, years_cue
from opscareer.model.market import Cue

FILE = Path(__file__).parents[1] / "data" / "market.yaml"
LEAST = 0.015  # a smaller share is left out: one ad of seventy


def main() -> int:
    """Rewrite the shares."""
    opened = open_kb(None)
    kb, market = opened.whole(), opened.market()
    lowest = next(iter(kb.rungs))
    ads = ads_in(Path(sys.argv[1]), {p.role for p in kb.positions.values() if p.rung == lowest})
    roles, rungs = role_guesser(kb, market), rung_guesser(kb, market)
    of_role, of_rung = [], []
    for ad in ads:
        one = read(ad.text)
        if ad.roles:
            of_role.append(Told(ad.roles[0], ad.company, frozenset(roles.said(one.plain, one.clauses, ""))))
        if ad.rung in kb.rungs:
            says = {*rungs.said(one.plain, one.clauses, ""), *years_cue(one.conditions.years)}
            of_rung.append(Told(ad.rung, ad.company, frozenset(says)))
    role_counts, role_cues = counted(market.role_cues, of_role)
    rung_counts, rung_cues = counted(market.rung_cues, of_rung)
    head = FILE.read_text(encoding="utf-8").partition("market:\n")[0]
    lines = [f"  roles: {_flow(role_counts)}", f"  rungs: {_flow(rung_counts)}", "role_cues:", *map(_cue, role_cues)]
    text = "\n".join(["market:", *lines, "rung_cues:", *map(_cue, rung_cues)])
    FILE.write_text(f"{head}{text}\n", encoding="utf-8")
    return 0


def _cue(cue: Cue) -> str:
    shares = {id_: share for id_, share in cue.shares.items() if share >= LEAST}
    word = json.dumps(cue.word, ensure_ascii=False)
    return f"  - {{word: {word}, own: [{', '.join(cue.own)}], shares: {_flow(shares)}}}"


def _flow(counts: dict[str, int] | dict[str, float]) -> str:
    told = (
        f"{name}: {value:.2g}" if isinstance(value, float) else f"{name}: {value}" for name, value in counts.items()
    )
    return "{" + ", ".join(told) + "}"


if __name__ == "__main__":
    sys.exit(main())
