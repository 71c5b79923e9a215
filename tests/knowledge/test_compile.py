"""The files of a folder become one knowledge base, and all that is wrong in any of them is told together."""

from pathlib import Path

import pytest
from kb_files import SMALL, changed, compiled

from opscareer.errors import Fault, FaultyKbError
from opscareer.knowledge.compile import compile_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text

HEAD, TAIL = SMALL[: SMALL.index("roles:")], SMALL[SMALL.index("roles:") :]


def of_files(**files: str | bytes) -> KnowledgeBase:
    """Return the knowledge base of some files."""
    texts = {name: text if isinstance(text, bytes) else text.encode() for name, text in files.items()}
    return compile_kb([[(Path(f"{name}.yaml"), text) for name, text in texts.items()]], sha256="abc")[0]


def told_of(**files: str | bytes) -> list[tuple[str, str]]:
    """Return the file of each fault, and what it says."""
    with pytest.raises(FaultyKbError) as caught:
        of_files(**files)
    return [(fault.file, fault.message[1]) for fault in caught.value.faults]


def test_several_files() -> None:
    """It makes no difference how the parts are spread over files, nor whether some are empty."""
    assert of_files(a=HEAD, b=TAIL, c="", d="# nothing\n") == of_files(all=SMALL)


def test_hash() -> None:
    """The knowledge base carries the hash that it was given."""
    assert of_files(a=SMALL).sha256 == "abc"


def test_part_in_two_files() -> None:
    """A part that stands in two files is told in the second one."""
    with pytest.raises(FaultyKbError) as caught:
        of_files(a=SMALL, b="# nothing\n  # more\nmetrics: []\n")
    said = Text("metrics 在另一个文件里已经有了", "metrics stands in another file already")
    assert caught.value.faults == (Fault("b.yaml", 3, 1, "", said),)


@pytest.mark.parametrize("text", ["- a\n", "just words\n", "5\n"])
def test_no_mapping(text: str) -> None:
    """A file that is a list or a word is told what its outermost must be."""
    with pytest.raises(FaultyKbError) as caught:
        of_files(a=SMALL, b=text)
    said = Text("文件的最外层要写键和值，如 skills:", "the outermost of the file must be keys with values, as skills:")
    assert caught.value.faults == (Fault("b.yaml", 1, 1, "", said),)


def test_a_part_that_is_missing() -> None:
    """A part that no file has is told of the first one, with the file that it usually stands in."""
    with pytest.raises(FaultyKbError) as caught:
        of_files(a="version: '1'\n", b=SMALL.replace('name: {zh: 小店, en: A small shop}\nversion: "1"\n', ""))
    usual = Text("通常写在 kb.yaml", "it usually stands in kb.yaml")
    assert caught.value.faults == (Fault("a.yaml", 1, 1, "", Text("缺少 name", "name is missing"), usual),)


def test_unreadable_files() -> None:
    """All files that cannot be read are told at once, and what would stand in them is not said to be missing."""
    told = told_of(a=HEAD, b="roles: [", c="名字".encode("gbk"), d="x: &x 1")
    assert [file for file, _ in told] == ["b.yaml", "c.yaml", "d.yaml"]


def test_order_of_faults() -> None:
    """Faults come in the order of files and lines."""
    told = told_of(a=HEAD.replace("group: trade", "group: no"), b=TAIL.replace("must: true", "must: off"))
    assert [file for file, _ in told] == ["a.yaml"] * 2 + ["b.yaml"]


def test_message_of_all() -> None:
    """As one message, the first fault is told with its place and trail, and how many there are besides."""
    with pytest.raises(FaultyKbError) as caught:
        compiled(changed(("group: trade", "group: trad"), ("{route: stay", "{route: sty")))
    zh, en = caught.value.message
    assert en == "kb.yaml:14:12: skills → selling → group: there is no group of skills trad (and 1 more)"
    assert zh == "kb.yaml:14:12: skills → selling → group: 没有能力组 trad（另有 1 处）"
    assert caught.value.exit_code == 3


def test_weights() -> None:
    """The weights of each position are brought to a sum of 1, in the proportion in which they are written."""
    kb = of_files(a=SMALL)
    assert [r.weight for r in kb.positions["seller/helper"].requirements] == [0.75, 0.25]
    assert [r.weight for r in kb.positions["keeper/helper"].requirements] == [1.0]


def test_rungs_and_moves() -> None:
    """Rungs stand from the lowest, whatever their order in the file; a move has its ends, its kind and its reason."""
    kb = of_files(a=SMALL)
    assert [rung.id for rung in kb.ladder.rungs] == ["helper", "head"]
    assert [(move.start, move.end, move.kind, move.why.en) for move in kb.ladder.moves] == [
        ("seller/helper", "seller/head", "promotion", ""),
        ("keeper/helper", "seller/helper", "lateral", "You know the goods."),
    ]


def test_months() -> None:
    """A skill has its own months where it says so, and the usual ones elsewhere."""
    kb = of_files(a=SMALL)
    assert dict(kb.skills["selling"].months) == {"1": 1, "2": 3, "3": 4, "4": 9, "5": 15}
    assert dict(kb.skills["counting"].months) == {"1": 1, "2": 2, "3": 4, "4": 9, "5": 15}
