import pytest

from opscareer.interview.open_level import level_taken
from opscareer.model.kb import KnowledgeBase


@pytest.mark.parametrize(
    ("said", "taken", "other"),
    [
        ("新媒体", "new-media-ops/specialist", "new-media-ops/manager"),
        ("growth", "growth/specialist", "growth/manager"),
    ],
)
def test_the_name_of_a_line_is_told_as_a_post(kb: KnowledgeBase, said: str, taken: str, other: str) -> None:
    """Where a name tells no level it is said as which post it is taken, and which others the line has."""
    told = level_taken(kb, said)
    assert told is not None
    for text in told:
        assert said in text
        assert text.index(f"[{taken}]") < text.index(f"[{other}]")


@pytest.mark.parametrize("said", ["新媒体运营主管", "new-media-ops/manager", "nothing of the kind"])
def test_a_name_that_tells_its_level_is_taken_as_it_is(kb: KnowledgeBase, said: str) -> None:
    """Of a title in full, an id, or what is no post there is nothing to say."""
    assert level_taken(kb, said) is None
