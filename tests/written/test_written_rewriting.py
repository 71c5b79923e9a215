import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.written.rewriting import rewritten
from opscareer.written.yaml_nodes import plain
from opscareer.written.yaml_reader import read

WRITTEN = """\
---
# what I told in spring
schema: opscareer/answers/1   # do not touch

answers:
    # at work
    current:
      - bd/specialist   # since 2024
      - 'sales/manager'
    years:   2.50   # and a half

    lead: yes
    "skill.copywriting": 3
    goal: coo/chief
# the end
"""
JSON = '{\n\t"schema": "opscareer/answers/1",\n\t"answers": {\n\t\t"years": 2.50,\n\t\t"reason": "别的"\n\t}\n}\n'

words = st.text(st.sampled_from("abc-"), min_size=1).filter(lambda word: word.strip("-") == word)
values = st.integers(0, 5) | words | st.lists(words, max_size=3).map(tuple)


def answers_in(text: str) -> dict[str, object]:
    """Return the answers that our own reader finds."""
    root, faults = read(text.encode(), "x", lenient=True)
    assert faults == []
    found = plain(root)
    assert isinstance(found, dict)
    return dict(found["answers"])


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_what_changes(ends: str, mark: str) -> None:
    """One value changed and one added: every other line is byte for byte as it was, with its comment and its end."""
    text = mark + WRITTEN.replace("\n", ends)
    again = rewritten(text, "answers", {"goal": "cmo/chief", "metric": "retention"}, [*answers_in(text), "metric"])
    assert again is not None
    before, after = text.split(ends), again.split(ends)
    assert [line for line in before if line not in after] == ["    goal: coo/chief"]
    assert [line.strip() for line in after if line not in before] == ["goal: cmo/chief", "metric: retention"]


def test_a_key_that_goes() -> None:
    """A key that is not wanted goes, alone."""
    again = rewritten(WRITTEN, "answers", {}, ["current", "years", "lead", "goal"])
    assert again is not None
    assert [line for line in WRITTEN.split("\n") if line not in again.split("\n")] == ['    "skill.copywriting": 3']


def test_json_stays_json() -> None:
    """JSON keeps its indentation and its letters, and is JSON."""
    again = rewritten(JSON, "answers", {"years": 3.0, "current": ("a/b",)}, ["years", "reason", "current"])
    assert again is not None
    assert again.startswith(
        '{\n\t"schema": "opscareer/answers/1",\n\t"answers": {\n\t\t"years": 3,\n\t\t"reason": "别的",'
    )
    assert json.loads(again)["answers"] == {"years": 3, "reason": "别的", "current": ["a/b"]}


@pytest.mark.parametrize("text", ["answers: [a]\n", "- a\n", "a: 1\n", "answers: {a: 1\n", "{", "[]", "answers: 3\n"])
def test_what_cannot_be_rewritten(text: str) -> None:
    """What has no keys where they are to be changed is left to the one who asked."""
    assert rewritten(text, "answers", {"a": 2}, ["a"]) is None


@pytest.mark.parametrize(
    "text", ["schema: x\nanswers:\n", "schema: x\nanswers: {}\n", '{"answers": {}}', "{answers: {}}"]
)
@given(st.dictionaries(words, values, max_size=5))
def test_what_is_written_is_read(text: str, new: dict[str, object]) -> None:
    """Whatever is put into a file is what is read from it."""
    again = rewritten(text, "answers", new, list(new))
    assert again is not None
    assert answers_in(again) == {key: list(value) if isinstance(value, tuple) else value for key, value in new.items()}


@given(st.dictionaries(words, values, min_size=1, max_size=5), st.data())
def test_change_upon_change(first: dict[str, object], data: st.DataObject) -> None:
    """Changed again and again the file holds what was last wanted, and its comments."""
    text = WRITTEN
    for _ in range(3):
        new = data.draw(st.dictionaries(words, values, max_size=4))
        again = rewritten(text, "answers", first | new, [*answers_in(text), *first, *new])
        assert again is not None
        text = again
        assert "# what I told in spring" in text
        assert "# do not touch" in text
        assert {**answers_in(text)}.items() >= {
            key: list(value) if isinstance(value, tuple) else value for key, value in (first | new).items()
        }.items()
