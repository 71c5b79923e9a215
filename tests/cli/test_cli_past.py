"""A long list of assessments: the last of them on a page, all of them for whoever reckons with them."""

import csv
import io
import re
from pathlib import Path

import pytest
from calling import Call, keep, opened

from opscareer import store
from opscareer.cli.past import NEWEST

EARLIER = 3
ALL = NEWEST + EARLIER


@pytest.fixture
def many(call: Call, tmp_path: Path) -> None:
    """Three assessments more than a page lists, a day apart, the first of a lower fit."""
    keep(call, tmp_path)
    file = opened()
    (one,) = store.assessments(file).assessments
    store.forget(file, [one.id])
    for n in range(ALL):
        advice = {**one.advice, "next": {**one.advice["next"], "fit": 0.25 if n == 0 else 0.5}}
        taken_at = f"2026-{1 + n // 28:02}-{1 + n % 28:02}T12:00:00Z"
        store.keep_assessment(file, taken_at, one.kb_sha256, one.answers, advice)
    file.close()


def days(told: str) -> int:
    """Return of how many assessments a day is told, before how far the fit has come."""
    return len(re.findall(r"2026-\d\d-\d\d", told.split("since")[0]))


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(("form", "more"), [("text", " --plain"), ("text", ""), ("markdown", "")])
def test_the_last_are_listed(call: Call, form: str, more: str) -> None:
    """A page lists the last assessments and says how many it leaves out; with --all it leaves out none."""
    line = f"history --format {form}{more}"
    cut, whole = call(line), call(f"{line} --all")
    assert (cut.code, whole.code) == (0, 0)
    assert (days(cut.out), days(whole.out)) == (NEWEST, ALL)
    assert f"not listed: {EARLIER}." in cut.out
    assert "not listed" not in whole.out
    assert f"更早的 {EARLIER} 次没有列出来。" in call(f"{line} --lang zh").out


@pytest.mark.usefixtures("many")
def test_how_all_are_listed(call: Call) -> None:
    """A page that leaves some out names the option that lists them; one that leaves out none does not."""
    assert "opscareer history --all" in call("history").out
    assert "history --all" not in call("history --all").out


@pytest.mark.usefixtures("many")
def test_files_are_whole(call: Call) -> None:
    """JSON and tables hold every assessment."""
    assert len(call("history --json").answer["assessments"]) == ALL
    assert len(list(csv.DictReader(io.StringIO(call("history --format csv").out)))) == ALL


@pytest.mark.usefixtures("many")
def test_the_trend_is_of_all(call: Call) -> None:
    """How far the fit has come is told from the first assessment on, also where that is not listed."""
    for line in ("history", "history --all"):
        assert "since 2026-01-01: +25.0 points" in call(line).out


@pytest.mark.usefixtures("many")
def test_what_is_not_listed_and_cannot_be_read(call: Call) -> None:
    """An assessment that could not be read when the file was renewed is told by number, also where it is not listed."""
    file = opened()
    first = min(store.ids_of(file))
    file.rows("UPDATE summary SET next = NULL WHERE assessment = ?", first)
    file.close()
    told = call("history")
    assert (told.code, days(told.out)) == (3, NEWEST)
    assert f"cannot be read: {first}" in told.err
