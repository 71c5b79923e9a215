"""Writing what ads teach into data/market.yaml: only the counts and the cues that differ are replaced."""

import json
from collections.abc import Iterator, Mapping

import yaml
from spans import Change, changed, composed, entries, fields, instead_of, words

from opscareer.model.lexicon import Guide
from opscareer.model.market import TRUST

LEAST = 0.015  # a smaller share is left out: one ad of seventy


def market_taught(text: str, roles: Guide, rungs: Guide) -> str:
    """Return the file of the market with counts, shares and trust as they were learnt; words stay."""

    def found() -> Iterator[Change]:
        told = fields(composed(text))
        for name, guide in (("role", roles), ("rung", rungs)):
            counted = fields(told["market"])[f"{name}s"]
            yield from _differing(counted, {id_: str(count) for id_, count in guide.counted.items()})
            learnt = {cue.word: cue for known in guide.cues.values() for cue in known.values()}
            for cue in entries(told[f"{name}_cues"]):
                now = learnt[fields(cue)["word"].value]
                shares = {id_: f"{share:.2g}" for id_, share in now.shares.items() if share >= LEAST}
                yield from _cue(cue, shares, f"{now.trust:g}")

    return changed(text, found())


def _cue(cue: yaml.Node, shares: Mapping[str, str], trust: str) -> Iterator[Change]:
    """Yield the cue written anew where its shares or its trust differ."""
    told, usual = fields(cue), f"{TRUST:g}"
    trusted = told["trust"].value if "trust" in told else usual
    if shares != _scalars(told.get("shares")) or trust != trusted:
        word = json.dumps(told["word"].value, ensure_ascii=False)
        beside = "" if trust == usual else f", trust: {trust}"
        own = ", ".join(words(told["own"]))
        yield instead_of(cue, f"{{word: {word}, own: [{own}], shares: {_flow(shares)}{beside}}}")


def _differing(mapping: yaml.Node, now: Mapping[str, str]) -> Iterator[Change]:
    """Yield a mapping written anew where it differs."""
    if _scalars(mapping) != now:
        yield instead_of(mapping, _flow(now))


def _scalars(mapping: yaml.Node | None) -> dict[str, str]:
    return {key: str(value.value) for key, value in fields(mapping).items()}


def _flow(told: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in told.items()) + "}"
