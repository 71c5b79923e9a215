"""Where a fault stands, and the trail to it, also where what it is about is not there, or is no mapping."""

import pytest

from opscareer.knowledge.trail import located
from opscareer.text import Text
from opscareer.written.yaml_reader import read

ROOT, _ = read(b"roles:\n  - {id: seller}\n  - id\n  - [id]\n  - 7\n", "kb.yaml")
SAID = Text("错", "wrong")


@pytest.mark.parametrize(
    ("path", "line", "trail"),
    [
        (("roles", 0, "title", "zh"), 2, "roles → seller → title"),
        (("skills", 3, "levels", "zh", "en"), 1, "skills"),
        (("roles", 9, "title", "zh"), 2, "roles → 10"),
        (("roles", 1), 3, "roles → 2"),
        (("roles", 2), 4, "roles → 3"),
        (("roles", 3), 5, "roles → 4"),
    ],
)
def test_what_is_not_there(path: tuple[str | int, ...], line: int, trail: str) -> None:
    """A fault of what is not there stands at what would hold it; an entry that has no id is told by its number."""
    fault = located(ROOT, path, SAID)
    assert (fault.line, fault.trail) == (line, trail)
