"""A file of one form only: written under a name that ends as that form may, and under no other."""

from pathlib import Path

import pytest
from calling import Call


@pytest.mark.parametrize("ending", ["csv", "xlsx", "pdf", "docx", "md", "html"])
@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("history --export", ".json"),
        ("kb schema answers", ".json"),
        ("completion bash", ".bash, .sh, .bash-completion, .txt"),
        ("completion fish", ".fish, .txt"),
    ],
)
def test_an_ending_that_is_of_another_form(call: Call, tmp_path: Path, line: str, known: str, ending: str) -> None:
    """What has one form only is not written under a name that ends as another one; the possible endings are named."""
    file = tmp_path / f"x.{ending}"
    done = call(f"{line} -o {file}")
    assert (done.code, file.exists()) == (2, False)
    assert f"{line.removesuffix(' answers')} writes no .{ending} file" in done.err
    assert f"there are: {known}" in done.err


@pytest.mark.parametrize(
    ("line", "name"),
    [
        *(("history --export", "x.json"), ("history --export", "x.JSON"), ("history --export", "x")),
        *(("kb schema answers", "x.json"), ("completion bash", "x"), ("completion bash", "x.sh")),
        *(("completion zsh", "_x"), ("completion zsh", "x.zsh"), ("completion fish", "x.fish")),
    ],
)
def test_an_ending_of_its_own(call: Call, tmp_path: Path, line: str, name: str) -> None:
    """Under an ending of its own form, or under none, it is written."""
    assert call(f"{line} -o {tmp_path / name}").code == 0
    assert (tmp_path / name).read_text(encoding="utf-8") == call(line).out
