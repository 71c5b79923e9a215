"""What the market says, from the files to the record that ads are read by."""

from pathlib import Path

import pytest
from kb_files import SMALL, faults_of, in_folder

from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.model.market import Cue, Market

MARKET = """
market: {roles: {seller: 4}, rungs: {helper: 3}}
role_cues: [{word: 成交, own: [seller], shares: {seller: 0.5}}, {word: 盘点, own: [keeper]}]
rung_cues: [{word: 协助, own: [helper], shares: {helper: 1}}]
"""


def market_of(folder: Path, **files: str) -> Market:
    """Return what the market says in a knowledge base of these files."""
    return open_kb(in_folder(folder, **files)).market()


def test_market_of_a_file(tmp_path: Path) -> None:
    """Counts and cues are as the file has them, in its order; shares may be left out."""
    expected = Market(
        {"seller": 4},
        {"helper": 3},
        (Cue("成交", ("seller",), {"seller": 0.5}), Cue("盘点", ("keeper",), {})),
        (Cue("协助", ("helper",), {"helper": 1}),),
    )
    assert market_of(tmp_path / "kb", kb=SMALL, market=MARKET) == expected
    assert open_kb(tmp_path / "kb").market() == expected  # from the cache


def test_no_market(tmp_path: Path) -> None:
    """A knowledge base may say nothing of the market."""
    assert market_of(tmp_path / "kb", kb=SMALL) == Market({}, {}, (), ())


@pytest.mark.parametrize(
    "wrong",
    [
        "role_cues: [{word: 成交, own: []}]",
        "role_cues: [{word: 成交}]",
        "role_cues: [{word: '', own: [seller]}]",
        "rung_cues: [{word: 成交, own: [helper], shares: {helper: 1.5}}]",
        "market: {roles: {seller: -1}}",
        "market: {rolls: {seller: 1}}",
    ],
)
def test_faulty_markets(wrong: str) -> None:
    """A cue without a word or an own, a share above 1, a negative count and a key misspelt are faults."""
    assert faults_of(f"{SMALL}\n{wrong}\n")


def test_the_builtin_market(kb: KnowledgeBase, market: Market) -> None:
    """The built-in market speaks of roles and rungs that are there, each cue once; only what was counted has shares."""
    for counted, cues, known in (
        (market.roles, market.role_cues, kb.roles),
        (market.rungs, market.rung_cues, kb.rungs),
    ):
        assert {*counted} <= {*known}
        assert len({cue.word for cue in cues}) == len(cues) > 0
        assert all({*cue.own} <= {*known} and {*cue.shares} <= {*counted} for cue in cues)
        assert all(0 < share <= 1 for cue in cues for share in cue.shares.values())
