"""Ids that a knowledge base once used are followed to what took their place."""

from kb_files import changed, compiled, faults_of

from opscareer.cli.stored import fitting
from opscareer.interview.answers import named_now
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import find_position
from opscareer.outside.answers import SCHEMA, read_answers

MOVED = compiled(
    changed(
        ("  - id: counting\n", "  - id: counting\n    was: [sums, reckoning]\n"),
        ("  - id: selling\n", "  - id: selling\n    was: [sums]\n"),
        ("      head:\n", "      head:\n        was: [trader/head]\n"),
    )
)


def read(kb: KnowledgeBase, *lines: str) -> dict[str, object]:
    """Return the answers of a file with these lines."""
    text = "\n".join((f"schema: {SCHEMA}", "answers:", *(f"  {line}" for line in lines)))
    return dict(read_answers(kb, text.encode(), "me.yaml"))


def test_an_answer_to_a_skill_that_was_divided_holds_for_its_parts() -> None:
    """What was told of a skill that was divided is taken of each part, unless the part was told itself."""
    assert named_now(MOVED, "skill.sums") == ("skill.selling", "skill.counting")
    told = read(MOVED, "current: []", "skill.sums: 3", "skill.selling: 1")
    assert told == {"current": (), "skill.counting": 3, "skill.selling": 1}
    assert read(MOVED, "current: []", "skill.reckoning: 2") == {"current": (), "skill.counting": 2}


def test_a_position_that_was_renamed_is_found() -> None:
    """A former id of a position is the position, on the command line and in an answers file."""
    assert find_position(MOVED, "trader/head") == "seller/head"
    assert read(MOVED, "current: [trader/head]") == {"current": ("seller/head",)}


def test_kept_answers_follow() -> None:
    """Answers that were kept under a former id are not lost; what nobody knows any more is told."""
    kept = {"current": ["trader/head"], "skill.sums": 2, "skill.counting": 4, "skill.gone": 1}
    found = fitting(MOVED, kept)
    assert found.answers == {"current": ("seller/head",), "skill.selling": 2, "skill.counting": 4}
    assert [question for question, _, _ in found.dropped] == ["skill.gone"]
    told = found.told()
    assert told is not None
    assert "skill.gone: 1 (there is no skill gone)" in told.en


def test_an_id_in_use_is_no_former_one() -> None:
    """A former id that something still bears is refused, where it stands."""
    text = changed(
        ("  - id: counting\n", "  - id: counting\n    was: [selling]\n"),
        ("      head:\n", "      head:\n        was: [keeper/helper]\n"),
    )
    assert [fault.message.en for fault in faults_of(text)] == [
        "selling is still an id",
        "keeper/helper is still an id",
    ]


def test_the_built_in_one_follows_what_it_once_asked(kb: KnowledgeBase) -> None:
    """Moving pictures were one skill; answers files of then still work."""
    assert set(kb.formerly["video-live"]) == {"short-video", "live-selling"}
