"""The file of answers, as the tests of the store and of what it outlives need it."""

from collections.abc import Iterator

import pytest

from opscareer.store import Store, open_store


@pytest.fixture
def store() -> Iterator[Store]:
    """A new file of answers."""
    opened = open_store()
    assert opened is not None
    yield opened
    opened.close()
