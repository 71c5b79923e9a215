"""Writing what ads teach into data/market.yaml."""

from pathlib import Path

import yaml
from market_file import market_taught
from spans import LOADER

from opscareer.knowledge.places import builtin
from opscareer.model.lexicon import Guide, guide
from opscareer.model.market import Cue, Market

FILE = Path(str(builtin())) / "market.yaml"


def guides(market: Market) -> tuple[Guide, Guide]:
    """Return what is known already as if it had been learnt."""
    roles = guide(tuple(market.roles), market.role_cues, market.roles)
    return roles, guide(tuple(market.rungs), market.rung_cues, market.rungs)


def test_what_is_learnt_again_changes_no_byte(market: Market) -> None:
    """The counts, shares and trust that stand there, learnt once more, write the file as it is."""
    text = FILE.read_text(encoding="utf-8")
    assert market_taught(text, *guides(market)) == text


def test_a_cue_that_is_trusted_otherwise_changes_alone(market: Market) -> None:
    """Another trust, and a share too small to tell, change the line of their cue and no other."""
    text = FILE.read_text(encoding="utf-8")
    roles, rungs = guides(market)
    first: Cue = market.role_cues[0]
    learnt = first._replace(trust=0.77, shares={**first.shares, "game-ops": 0.001})
    now = market_taught(text, guide(roles.ids, (learnt, *market.role_cues[1:]), roles.counted), rungs)
    (pair,) = [(a, b) for a, b in zip(text.splitlines(), now.splitlines(), strict=True) if a != b]
    before, after = (yaml.load(line, Loader=LOADER)[0] for line in pair)
    assert after == before | {"trust": 0.77}


def test_another_number_of_ads_changes_its_list(market: Market) -> None:
    """More ads of a rung stand in the list of rungs."""
    text = FILE.read_text(encoding="utf-8")
    roles, rungs = guides(market)
    more = {**rungs.counted, "chief": rungs.counted["chief"] + 1}
    now = market_taught(text, roles, rungs._replace(counted=more))
    (after,) = [b for a, b in zip(text.splitlines(), now.splitlines(), strict=True) if a != b]
    assert yaml.safe_load(after) == {"rungs": more}
