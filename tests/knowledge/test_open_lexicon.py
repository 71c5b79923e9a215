"""What reading ads takes of a knowledge base: cold or warm the same, and had without the rest."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kb_files import SMALL, in_folder
from test_open import STARTED, damage

from opscareer.knowledge import open_kb
from opscareer.knowledge.codec import decoder, encode
from opscareer.knowledge.places import cache_folder
from opscareer.model.index import Index, indexed
from opscareer.model.lexicon import Lexicon, guide, lexicon_of
from opscareer.model.market import Cue

pytestmark = pytest.mark.usefixtures("cold")

MARKET = """
market: {roles: {seller: 4}, rungs: {helper: 3}}
role_cues: [{word: 成交, own: [seller], shares: {seller: 0.5}, trust: 0.7}, {word: 盘点, own: [keeper]}]
rung_cues: [{word: 协助, own: [helper], shares: {helper: 1}}]
"""
AD = "售货员\n岗位职责：成交，盘点。\n任职要求：1年以上经验。"
HEAVY = {"yaml", "pydantic", "pydantic_core", "rich", "sqlite3", "opscareer.advice", "opscareer.model.kb"}
"""What a warm start does not wait for."""

words = st.text("abＡ运营-_ \u200b", max_size=5)
cues = st.builds(
    Cue,
    word=words,
    own=st.lists(st.sampled_from("xyz"), min_size=1).map(tuple),
    shares=st.dictionaries(st.sampled_from("xyz"), st.floats(0, 1)),
    trust=st.floats(0, 2),
)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with the small knowledge base and what its market says."""
    return in_folder(tmp_path / "small", kb=SMALL, market=MARKET)


def worked_out(folder: Path | None) -> Lexicon:
    """Return the lexicon as it is worked out of a whole knowledge base and its market."""
    opened = open_kb(folder)
    return lexicon_of(opened.whole(), opened.market())


def test_cold_and_warm(small: Path) -> None:
    """The lexicon is that of the knowledge base and its market, when it is compiled and from the cache."""
    cold, warm = open_kb(small).lexicon(), open_kb(small).lexicon()
    assert cold == warm == worked_out(small)
    assert warm.roles.cues["成交"]["成交"] == Cue("成交", ("seller",), {"seller": 0.5}, 0.7)
    assert warm.rungs.ids == ("helper", "head")


def test_overlay(tmp_path: Path) -> None:
    """Skills renamed by an overlay are called and found by their new names."""
    folder = in_folder(tmp_path / "ours", ours="skills: [{id: copywriting, name: {en: Penmanship}}]")
    lexicon = open_kb(folder).lexicon()
    assert lexicon == worked_out(folder)
    assert lexicon.names["copywriting"].en == "Penmanship"
    assert "copywriting" in lexicon.skills["pe"]["penmanship"]


def test_changed(small: Path) -> None:
    """A word that was changed in the files is read anew."""
    before = open_kb(small).lexicon()
    in_folder(small, market=MARKET.replace("成交", "开单"))
    after = open_kb(small).lexicon()
    assert "成交" in before.roles.cues
    assert "成交" not in after.roles.cues
    assert "开单" in after.roles.cues


def test_damaged_cache_of_words(small: Path) -> None:
    """Whatever became of the cache, the lexicon is the same."""
    lexicon = open_kb(small).lexicon()
    (file,) = cache_folder().iterdir()
    for content in damage(file.read_bytes()):
        file.write_bytes(content)
        assert open_kb(small).lexicon() == lexicon


def test_warm_start_of_match(tmp_path: Path) -> None:
    """Whoever reads an ad with a warm cache waits for no YAML, store or advice, nor for the whole knowledge base."""
    (tmp_path / "ad.txt").write_text(AD, encoding="utf-8")
    told = []
    for _ in range(2):
        words = [sys.executable, "-c", STARTED, "match", str(tmp_path / "ad.txt"), "--json"]
        done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=True)
        code, modules = json.loads(done.stderr)
        told.append((code, done.stdout))
    assert told[0] == told[1]
    assert told[0][0] == 0
    assert HEAVY & {*modules} == set()


def longest_first(index: Index[Cue]) -> dict[str, list[tuple[str, Cue]]]:
    """Return an index as it is walked through."""
    return {start: [*found.items()] for start, found in index.items()}


@given(st.lists(cues, max_size=8))
def test_any_words_there_and_back(told: list[Cue]) -> None:
    """Words come back from json as they were and in their order, and each is made only when it is asked for."""
    eager = indexed((cue.word, cue) for cue in told)
    lazy = decoder(Index[Cue])(json.loads(json.dumps(encode(eager))))
    assert (len(lazy), [*lazy], lazy) == (len(eager), [*eager], eager)
    assert longest_first(lazy) == longest_first(eager)
    assert all(len(word) > 1 and word[:2] == start for start, found in lazy.items() for word in found)
    assert all([*found] == sorted(found, key=lambda word: (-len(word), word)) for found in lazy.values())


@given(st.lists(cues, max_size=8), st.text("abA运营- ", max_size=6), st.integers(0, 7))
def test_any_place_of_a_text(told: list[Cue], text: str, place: int) -> None:
    """The words that may stand at a place are those that begin with its two letters; none where there are not two."""
    index = guide(("x", "y", "z"), told, {}).cues
    start = text[place : place + 2]
    assert index.at(text, place) == index.get(start, {})
    assert len(start) == 2 or not index.at(text, place)


def test_words_that_nobody_asks_for() -> None:
    """Words are read from json when they are asked for: what nobody asks for may be anything."""
    index = decoder(Index[Cue])({"运营": '{"运营": ["运营", ["x"], {}, 0.4]}', "销售": "oops"})
    assert index.at("做运营", 1) == {"运营": Cue("运营", ("x",), {})}
