import os
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from calling import Call, keep

from opscareer.cli.app import MODULES
from opscareer.render.formats import formats_of
from opscareer.store.file import store_path

STARTED = {
    "bash": ("bash --norc --noprofile -i", "source {script}"),
    "zsh": ("zsh -f -i", "autoload -Uz compinit && compinit -u -D && source {script}"),
    "fish": ("fish --no-config -i", "source {script}"),
}
"""How each shell is started without anybody's settings, and how it is given the completions."""


@pytest.mark.parametrize("shell", STARTED)
def test_completion_in_a_real_shell(call: Call, tmp_path: Path, shell: str) -> None:
    """In each shell a tab completes a position, after what `completion` prints has been read."""
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} on this machine")
    script = tmp_path / "completion"
    script.write_text(call(f"completion {shell}").out)
    start, read = STARTED[shell]
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "TERM": "dumb", "HOME": str(tmp_path), "PS1": "$ "}
    typed = pexpect.spawn(start, env=env, encoding="utf-8", timeout=20, dimensions=(24, 120))
    typed.sendline(read.format(script=script) + "; echo read''y")
    typed.expect("ready")
    typed.send("echo done; opscareer gap product-ops/man\t")
    typed.expect("product-ops/manager")
    typed.close(force=True)


def test_completion_where_zsh_looks_for_it(call: Call, tmp_path: Path) -> None:
    """As a file in a folder that zsh searches it answers the first tab."""
    if shutil.which("zsh") is None:
        pytest.skip("no zsh on this machine")
    (tmp_path / "_opscareer").write_text(call("completion zsh").out)
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "TERM": "dumb", "HOME": str(tmp_path), "PS1": "$ "}
    typed = pexpect.spawn("zsh -f -i", env=env, encoding="utf-8", timeout=20, dimensions=(24, 120))
    typed.sendline(f"fpath=({tmp_path} $fpath); autoload -Uz compinit && compinit -u -D; echo read''y")
    typed.expect("ready")
    typed.send("opscareer gap product-ops/man\t")
    typed.expect("product-ops/manager")
    typed.close(force=True)


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("opscareer gap product-ops/m", "product-ops/manager"),
        ("opscareer --kb KB skill assess", "assessment"),
        ("opscareer role live", "live-commerce"),
        ("opscareer skill data-a", "data-analysis"),
        ("opscareer what-if data-a", "data-analysis="),
        ("opscareer path co", "coo/chief"),
        ("opscareer comple", "completion"),
        ("opscareer plan --par", "--parallel"),
        ("opscareer ladder --lang ", "zh"),
        ("opscareer gap nosuch", ""),
    ],
)
def test_words_are_completed(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: str, completed: str
) -> None:
    """Commands, options, positions, roles and skills are completed, those of another knowledge base too."""
    call(f"kb new {tmp_path / 'kb'}")
    told = words.replace("KB", str(tmp_path / "kb"))
    monkeypatch.setenv("_OPSCAREER_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", told)
    monkeypatch.setenv("COMP_CWORD", str(told.count(" ")))
    assert completed in call("").out.split("\n")


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("history --delete ", ["1", "unfinished", "all"]),
        ("history --delete u", ["unfinished"]),
        ("history --diff ", ["1"]),
        ("plan --format ", [one.name for one in formats_of("plan")]),
        ("report --format m", ["markdown"]),
    ],
)
def test_values_are_completed(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: str, completed: list[str]
) -> None:
    """An option that takes one of a few words, or what is kept, is completed with those and no files."""
    keep(call, tmp_path)
    monkeypatch.setenv("_OPSCAREER_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"opscareer {words}")
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ") + 1))
    assert call("").out.split() == completed


def test_no_assessments_to_complete(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where what is kept cannot be read nothing of it is completed, and there is no error in the middle of a line."""
    file = store_path()
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no database")
    monkeypatch.setenv("_OPSCAREER_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "opscareer history --delete ")
    monkeypatch.setenv("COMP_CWORD", "3")
    done = call("")
    assert (done.out.split(), done.err) == (["unfinished", "all"], "")


def test_no_completion_without_a_knowledge_base(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the knowledge base cannot be read there is nothing to complete, and no error in the middle of a line."""
    monkeypatch.setenv("_OPSCAREER_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"opscareer --kb {tmp_path} gap a")
    monkeypatch.setenv("COMP_CWORD", "4")
    assert (call("").out.strip(), call("").err) == ("", "")


def test_the_man_page() -> None:
    """The manual page renders without a word of complaint, and names every command."""
    if shutil.which("man") is None:
        pytest.skip("no man on this machine")
    page = Path(__file__).parents[2] / "docs" / "opscareer.1"
    words = ["man", "--warnings", "-P", "cat", "-l", str(page)]
    env = {**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"}
    shown = subprocess.run(words, capture_output=True, text=True, check=True, env=env)
    assert shown.stderr == ""
    for command in MODULES:
        assert f"opscareer {command}" in shown.stdout
