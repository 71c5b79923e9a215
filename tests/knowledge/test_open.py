"""Opening a knowledge base: built-in, another one, or an overlay; cold or warm, the answer is the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from kb_files import SMALL, in_folder

from opscareer.errors import FaultyKbError
from opscareer.knowledge import cache, open_kb
from opscareer.knowledge.places import builtin, cache_file, cache_folder, defaults
from opscareer.model.identity import Identity
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text

pytestmark = pytest.mark.usefixtures("cold")

RENAMED = SMALL.replace("en: A small shop", "en: A smart shop")
"""The small knowledge base with one word changed, of the same length."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with the small knowledge base in it."""
    return in_folder(tmp_path / "small", kb=SMALL)


def told_of(folder: Path) -> tuple[str, str, str]:
    """Return the place of the one fault of a folder, and what it says in both languages."""
    with pytest.raises(FaultyKbError) as caught:
        open_kb(folder)
    (fault,) = caught.value.faults
    assert fault.trail == "" or not fault.place.endswith(":1:1")  # of a file as a whole
    return (fault.place, *fault.message)


def test_builtin(kb: KnowledgeBase) -> None:
    """Without a folder the built-in knowledge base is opened; identity and ladder are those of the whole."""
    opened = open_kb(None)
    assert opened.layers == (builtin(),)
    assert opened.ladder == kb.ladder
    assert (opened.identity.name, opened.identity.version, opened.identity.sha256) == (kb.name, kb.version, kb.sha256)
    assert opened.whole() == kb


def test_whole_folder(small: Path) -> None:
    """A folder with a kb.yaml is a whole knowledge base: nothing of the built-in one is in it."""
    opened = open_kb(small)
    assert opened.layers == (small,)
    assert list(opened.whole().skills) == ["selling", "counting"]


def test_overlay_folder(tmp_path: Path, kb: KnowledgeBase) -> None:
    """A folder without a kb.yaml is laid over the built-in one."""
    folder = in_folder(tmp_path / "ours", ours="skills: [{id: copywriting, name: {en: Our words}}]")
    opened = open_kb(folder)
    whole = opened.whole()
    assert opened.layers == (builtin(), folder)
    assert whole.skills["copywriting"].name == Text(kb.skills["copywriting"].name.zh, "Our words")
    assert list(whole.skills) == list(kb.skills)
    assert whole.roles == kb.roles
    assert whole.sha256 != kb.sha256


def test_missing_folder(tmp_path: Path) -> None:
    """A folder that is not there is told by its name."""
    place, zh, en = told_of(tmp_path / "none")
    assert place == f"{tmp_path}/none:1:1"
    assert en == "cannot be read: No such file or directory"
    assert zh.startswith("读不了")


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without a YAML file is told as such."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.txt").touch()
    said = ("文件夹里没有 .yaml 文件", "there is no .yaml file in the folder")
    assert told_of(tmp_path / "empty") == (f"{tmp_path}/empty:1:1", *said)


def test_file_for_folder(small: Path) -> None:
    """The name of a file, where that of a folder is wanted, is told as such."""
    assert told_of(small / "kb.yaml")[2] == "cannot be read: Not a directory"


@pytest.mark.parametrize("place", ["..", os.devnull], ids=["folder", "device"])
def test_no_file(small: Path, place: str) -> None:
    """A folder or a device under the name of a YAML file is told, and not read."""
    (small / "odd.yaml").symlink_to(place)
    assert told_of(small) == (f"{small}/odd.yaml:1:1", "不是文件", "not a file")


def test_odd_names(tmp_path: Path) -> None:
    """Folders and files may have names that are no UTF-8, and a fault in them can still be told."""
    folder = in_folder(tmp_path / os.fsdecode(b"k\xffb"), kb=SMALL, **{os.fsdecode(b"\xfe"): "# nothing\n"})
    assert open_kb(folder).whole() == open_kb(folder).whole()
    in_folder(folder, kb=SMALL.replace("level: 2", "level: 9"))
    assert told_of(folder)[0] == f"{tmp_path}/kb/kb.yaml:71:33"


def test_faults(small: Path) -> None:
    """Faults are told by the file in which they are, each time anew, until they are mended."""
    in_folder(small, kb=SMALL.replace("level: 2", "level: 9"))
    for _ in range(2):
        assert told_of(small)[::2] == (f"{small}/kb.yaml:71:33", "must be 5 or less")
    in_folder(small, kb=SMALL)
    assert open_kb(small).whole()


def test_hash(small: Path, tmp_path: Path) -> None:
    """The hash is that of the content: equal in another folder and after a touch, another after any change."""
    first = open_kb(small).identity.sha256
    assert open_kb(in_folder(tmp_path / "copy", kb=SMALL)).identity.sha256 == first
    os.utime(small / "kb.yaml", ns=(0, 0))
    assert open_kb(small).identity.sha256 == first
    in_folder(small, kb=RENAMED)
    assert open_kb(small).identity.sha256 != first


def test_changed_file(small: Path) -> None:
    """A file that was changed is noticed, even where its size stays the same."""
    os.utime(small / "kb.yaml", ns=(0, 1_000))
    before = open_kb(small)
    in_folder(small, kb=RENAMED)
    os.utime(small / "kb.yaml", ns=(0, 2_000))
    assert len(RENAMED) == len(SMALL)
    assert (before.identity.name.en, open_kb(small).identity.name.en) == ("A small shop", "A smart shop")


def test_new_and_gone_file(small: Path) -> None:
    """A file that is new, or gone, is noticed."""
    head, tail = SMALL[: SMALL.index("growth:")], "growth: []\nmonths: x\n"
    in_folder(small, kb=head, growth=tail)
    assert told_of(small)[2] == "months stands in another file already"
    (small / "growth.yaml").unlink()
    assert open_kb(small).whole().rules.growth == ()
    in_folder(small, more=SMALL[SMALL.index("growth:") :])
    assert len(open_kb(small).whole().rules.growth) == 1


def test_warm(small: Path) -> None:
    """The second opening gives what the first one gave."""
    cold, warm = open_kb(small), open_kb(small)
    assert cold == warm
    assert cold.whole() == warm.whole()


def damage(content: bytes) -> list[bytes]:
    """Return what may have become of a cache file: cut, emptied, overwritten, or true to its key alone."""
    lines = content.split(b"\n")
    return [
        content[: len(content) // 2],
        b"",
        b"\x00" * len(content),
        b"not json",
        *(
            b"\n".join([lines[0], part, part, part, b"end"])
            for part in (b"null", b"[]", b"{}", b"5", b"[[[]]]", b'"x"')
        ),
        b"\n".join([lines[0], *lines[2:]]),
    ]


def test_what_is_kept_is_used(small: Path) -> None:
    """What is kept under the key of the files as they are is taken as it is, each part by itself: nothing is read."""
    opened = open_kb(small)
    kb = opened.whole()
    assert opened.identity == Identity(kb.name, "1", kb.sha256)
    path, key = cache_file((small,)), cache.key_of([small / "kb.yaml", *defaults().values()])
    parts = cache.load(path, key, range(5))
    assert parts is not None
    assert all(parts)
    parts[0][1] = "2"
    parts[3][1] = "3"
    cache.store(path, key, parts)
    again = open_kb(small)
    assert (again.identity.version, again.whole().version) == ("2", "3")
    assert (again.ladder, again.lexicon(), again.market()) == (opened.ladder, opened.lexicon(), opened.market())


def test_damaged_cache(small: Path) -> None:
    """Whatever became of the cache, the knowledge base is the same."""
    whole = open_kb(small).whole()
    (file,) = cache_folder().iterdir()
    for content in damage(file.read_bytes()):
        file.write_bytes(content)
        assert open_kb(small).whole() == whole
        file.write_bytes(content)
        assert open_kb(small).ladder == whole.ladder


def test_cache_for_another(small: Path, tmp_path: Path) -> None:
    """The cache of another knowledge base, put in the place of this one's, is not used."""
    open_kb(small)
    (file,) = cache_folder().iterdir()
    open_kb(in_folder(tmp_path / "other", kb=RENAMED))
    (other,) = set(cache_folder().iterdir()) - {file}
    file.write_bytes(other.read_bytes())
    assert open_kb(small).identity.name.en == "A small shop"


def test_no_cache(small: Path, tmp_path: Path) -> None:
    """Where nothing can be kept, the knowledge base is read anew each time, and nothing is said."""
    (tmp_path / "xdg_cache_home").write_text("a file where the folder should be")
    assert open_kb(small).whole() == open_kb(small).whole()
    assert (tmp_path / "xdg_cache_home").is_file()


WATCHED = {"yaml", "pydantic", "pydantic_core", "rich", "questionary", "prompt_toolkit", "sqlite3"}
STARTED = """
import json, sys
from opscareer.cli.edge import run
code = run(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def imported_by(*words: str) -> tuple[str, set[str]]:
    """Return what a command prints in a process of its own, and which of the watched modules it imports."""
    done = subprocess.run(
        [sys.executable, "-c", STARTED, *words], capture_output=True, text=True, encoding="utf-8", check=True
    )
    code, modules = json.loads(done.stderr)
    assert code == 0
    return done.stdout, WATCHED & set(modules)


def test_warm_start() -> None:
    """A warm start of `ladder --json` parses no YAML, validates nothing, and answers as the cold one did."""
    cold, needed = imported_by("ladder", "--json")
    assert {"yaml", "pydantic"} <= needed
    warm, needed = imported_by("ladder", "--json")
    assert needed == set()
    assert warm == cold


def test_warm_start_of_the_whole(small: Path) -> None:
    """Neither does a warm start of a command that needs the whole knowledge base."""
    words = ("role", "seller", "--json", "--kb", str(small))
    cold, _ = imported_by(*words)
    warm, needed = imported_by(*words)
    assert (warm, needed) == (cold, set())
