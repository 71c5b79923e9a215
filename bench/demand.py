"""How long reading an ad takes: `python bench/demand.py [ADS.jsonl]`, else the ads of the tests, over and over.

Printed beside it in the same run: looking for the same words one by one, which finds no boundaries, sections, denials,
levels or conditions. Limit: 5 ms an ad.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

import yaml

from opscareer.knowledge import open_kb
from opscareer.match.demand import Demand, Posting
from opscareer.match.match import Matcher
from opscareer.names import searched
from opscareer.outside.ads import postings

ADS = 1000
ROUNDS = 5
OURS = Path(__file__).parents[1] / "tests" / "match" / "ads.yaml"


def main() -> None:
    """Print milliseconds an ad, for both, and the median of the paired ratios."""
    told = list(postings(sys.argv[1], lambda _: None)) if sys.argv[1:] else _our_own()
    ads = list(islice(cycle(told), ADS))
    lexicon = open_kb(None).lexicon()
    indexes = (lexicon.skills, lexicon.roles.cues, lexicon.rungs.cues)
    words = [word for index in indexes for known in index.values() for word in known]
    pairs = [(_taken(lambda: _read(ads)), _taken(lambda: _searched(ads, words))) for _ in range(ROUNDS)]
    mine, plain = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    letters = sum(len(ad.text) for ad in ads) / len(ads)
    sys.stdout.write(
        f"{mine:.2f} ms an ad of {letters:.0f} letters; looking for {len(words)} words one by one {plain:.2f} ms;"
        f" ratio {ratio:.2f}\n"
    )


def _our_own() -> list[Posting]:
    return [Posting(ad["text"]) for ad in yaml.safe_load(OURS.read_text(encoding="utf-8"))]


def _read(ads: Sequence[Posting]) -> None:
    demand = Demand(Matcher(open_kb(None).lexicon()))
    demand.add(ads)
    demand.counted()


def _searched(ads: Sequence[Posting], words: Sequence[str]) -> int:
    return sum(word in text for text in (searched(ad.text) for ad in ads) for word in words)


def _taken(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start) / ADS


if __name__ == "__main__":
    main()
