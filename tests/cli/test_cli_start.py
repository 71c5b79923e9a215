import re
from pathlib import Path

import pytest
from calling import ANSWERS, Call, keep, opened

from opscareer import store
from opscareer.store.file import store_path


def commands(text: str) -> list[str]:
    """Return the command lines that a page tells."""
    return re.findall(r"^  (opscareer [a-z].*?)(?:  .*)?$", text, re.MULTILINE)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_alone_for_the_first_time(call: Call, lang: str) -> None:
    """Alone and for the first time the program says what it is for, and first of all how to be assessed."""
    done = call(f"--lang {lang}")
    assert (done.code, done.err) == (0, "")
    assert commands(done.out)[0] == f"opscareer assess --lang {lang}"
    assert f"opscareer --help --lang {lang}" in done.out  # every command that is named keeps the language


def test_alone_after_an_assessment(call: Call, tmp_path: Path) -> None:
    """After an assessment it names the next role of that, and commands that work as they stand."""
    keep(call, tmp_path)
    out = call("--lang en").out
    assert "2026-01-01" in out
    assert call("history --json").answer["assessments"][0]["next"] == "product-ops/senior"
    assert "Senior Product Operations Specialist" in " ".join(out.split())
    shown = [line for line in commands(out) if "--open" not in line and "--again" not in line]
    assert shown
    assert all(call(line.removeprefix("opscareer ")).code == 0 for line in shown)


def test_alone_with_an_unfinished_questionnaire(call: Call) -> None:
    """Where a questionnaire was left half way it says so, and how many answers are kept."""
    file = opened()
    store.begin(file, "2026-02-01T00:00:00Z", "", {"current": ("bd/manager",), "years": 2.0})
    file.close()
    out = call("--lang en").out
    assert "(answered: 2)" in out
    assert commands(out)[0] == "opscareer assess --lang en"


def test_alone_with_a_damaged_store(call: Call, tmp_path: Path) -> None:
    """Where what is kept cannot be read it begins as for the first time: telling that is left to the commands."""
    keep(call, tmp_path, ANSWERS)
    store_path().write_bytes(b"no database" * 100)
    assert commands(call("--lang en").out)[0] == "opscareer assess --lang en"
