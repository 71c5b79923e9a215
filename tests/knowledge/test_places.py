"""Where the knowledge base and its compiled form are."""

import os
import sys
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from opscareer.knowledge import places


def test_builtin() -> None:
    """The built-in knowledge base has all its files."""
    assert {path.name for path in places.yaml_files(places.builtin())} >= set(places.FILES)


def test_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is compiled is kept in the user's cache folder, and nowhere else."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert places.cache_file((tmp_path,)).parent == places.cache_folder() == tmp_path / "caches" / "opscareer"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("told", [None, "", " ", "relative/caches", "/abs/caches", "~/caches"])
@pytest.mark.parametrize("home", ["/home/me", None])
def test_cache_folder_of_the_platform(monkeypatch: pytest.MonkeyPatch, told: str | None, home: str | None) -> None:
    """The cache folder is the one that platformdirs names."""
    for name, value in (("XDG_CACHE_HOME", told), ("HOME", home)):
        monkeypatch.delenv(name) if value is None else monkeypatch.setenv(name, value)
    assert places.cache_folder() == user_cache_path("opscareer", appauthor=False)


def test_cache_file() -> None:
    """Each set of folders has a file of its own."""
    layers = [(Path("a"),), (Path("b"),), (Path("a"), Path("b")), (Path("b"), Path("a")), (Path(os.fsdecode(b"\xff")),)]
    assert len({places.cache_file(folders) for folders in layers}) == len(layers)


def test_yaml_files(tmp_path: Path) -> None:
    """The YAML files are read in one order, whatever the folder's; other files, and hidden ones, are not read."""
    names = ["zz.yml", "aa.yaml", "rules.yaml", "kb.yaml", "notes.md", ".#kb.yaml", ".hidden.yaml", "kb.yaml.bak"]
    for name in names:
        (tmp_path / name).touch()
    found = [path.name for path in places.yaml_files(tmp_path)]
    assert found == ["kb.yaml", "rules.yaml", "aa.yaml", "zz.yml"]


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is not there cannot be listed."""
    with pytest.raises(FileNotFoundError):
        places.yaml_files(tmp_path / "none")
