"""The file of answers for whoever may read and not write it, and for whoever may not even look."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from opscareer import store as kept
from opscareer.store import Store, StoreError, open_store, read_store, store_path
from opscareer.store.versions import VERSION

NOW = "2026-01-02T03:04:05Z"
ADVICE = {"next": {"position": "bd/manager", "fit": 0.5}}


@contextmanager
def nobody() -> Iterator[None]:
    """Have no more rights than anybody, whoever runs the tests."""
    root = os.getuid() == 0
    if root:
        os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        if root:
            os.setresuid(0, 0, 0)


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch, store: Store) -> Iterator[Path]:
    """A file of answers with an assessment, in a folder that everybody may look into and nobody writes to."""
    kept.keep_assessment(store, NOW, "sha", {"current": ()}, ADVICE)
    folder = Path(tempfile.mkdtemp()).resolve()
    file = folder / "opscareer" / store_path().name
    file.parent.mkdir()
    shutil.copy(store_path(), file)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.chdir(folder)
    for path, mode in ((file, 0o444), (file.parent, 0o555), (folder, 0o555)):
        path.chmod(mode)
    yield file
    for path in (folder, file.parent):
        path.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Give the owner the right to write a file for a while."""
    for one, mode in ((path.parent, 0o755), (path, 0o644)):
        one.chmod(mode)
    yield
    for one, mode in ((path, 0o444), (path.parent, 0o555)):
        one.chmod(mode)


def earlier(path: Path, version: int = 1) -> None:
    """Bring a file back to what the first version wrote, or to what none has written."""
    with written(path), closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"DROP TABLE summary; PRAGMA user_version = {version}")


@pytest.mark.parametrize("version", [1, VERSION])
def test_reading_takes_no_right_to_write(shared: Path, version: int) -> None:
    """What may only be read is read, also of an earlier version, and not a byte of it changes."""
    if version == 1:
        earlier(shared)
    before = shared.read_bytes()
    with nobody():
        opened = read_store()
        assert opened is not None
        (one,) = kept.listed(opened).assessments
        assert (one.next, one.fit) == ("bd/manager", 0.5)
        opened.close()
    assert shared.read_bytes() == before


def test_a_folder_that_is_not_to_be_written(shared: Path) -> None:
    """Where nothing may be put beside a file it is only read, whoever may write the file: changes need a journal."""
    earlier(shared)
    shared.chmod(0o666)
    with nobody():
        opened = read_store()
        assert opened is not None
        assert len(kept.ids_of(opened)) == 1
        opened.close()


def test_read_as_it_is_at_the_moment(shared: Path) -> None:
    """Who only reads sees what another has kept since."""
    with nobody():
        opened = read_store()
    assert opened is not None
    assert len(kept.ids_of(opened)) == 1
    with written(shared):
        writer = open_store()
        assert writer is not None
        kept.keep_assessment(writer, NOW, "sha", {"current": ()}, ADVICE)
        writer.close()
    assert len(kept.ids_of(opened)) == 2
    opened.close()


@pytest.mark.parametrize("version", [-1, VERSION + 1])
def test_versions_there_are_none_of(shared: Path, version: int) -> None:
    """Of a file of another version its name is told in both languages, also to who may only read it."""
    earlier(shared, version)
    with nobody(), pytest.raises(StoreError) as refused:
        read_store()
    assert all(str(shared) in told for told in refused.value.message)


def test_what_may_not_be_read(shared: Path) -> None:
    """What may not be read is told with its name and the system's reason, and is not damaged."""
    shared.chmod(0)
    with nobody(), pytest.raises(StoreError) as refused:
        read_store()
    assert (refused.value.exit_code, refused.value.damaged) == (1, False)
    assert refused.value.message.zh == f"答案存不进或读不出 {shared}：没有权限"
    assert refused.value.message.en == f"the answers cannot be kept in or read from {shared}: Permission denied"
    assert "space" in refused.value.hint.en


def test_where_one_may_not_look(shared: Path) -> None:
    """Where the folder may not be entered, that is told: whether anything is kept there is not known."""
    shared.parent.chmod(0)
    for look in (read_store, lambda: open_store(create=False)):
        with nobody(), pytest.raises(StoreError) as refused:
            look()
        assert refused.value.exit_code == 1
        assert refused.value.message.zh == f"答案存不进或读不出 {shared}：没有权限"
        assert str(shared) in refused.value.message.en


def test_a_file_of_another_user(shared: Path) -> None:
    """A file that another user lets everybody write is used, though its rights are not ours to change."""
    shared.chmod(0o666)
    shared.parent.chmod(0o777)
    if os.getuid():
        pytest.skip("takes two users")
    with nobody():
        opened = open_store()
        assert opened is not None
        assert kept.forget(opened, kept.ids_of(opened)) == 1
        opened.close()
    assert shared.stat().st_mode & 0o777 == 0o666


def test_none_to_read() -> None:
    """Where nothing is kept nothing is read and nothing is made."""
    assert read_store() is None
    assert not store_path().parent.exists()
