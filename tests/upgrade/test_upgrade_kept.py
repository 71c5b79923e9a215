"""What earlier versions kept in the data folder, and exported of it, is there in this one."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from left_behind import MADE, Put, Say, earlier, told

from opscareer import store
from opscareer.cli.sitting import StoreKeeper, Ways
from opscareer.model.kb import KnowledgeBase

KEEPING = earlier("answers.sqlite3.gz")


@pytest.mark.parametrize("commit", KEEPING)
def test_the_list(say: Say, kept: Put, commit: str) -> None:
    """The assessment of then is listed as it was, with its date and fit, and the questionnaire that was broken off."""
    kept(commit)
    (then,) = told(commit, "history.json.gz")["assessments"]
    done = say("history", "--json")
    (now,) = done.answer["assessments"]
    assert (done.code, done.err) == (0, "")
    assert (now["taken_at"], now["next"]) == (then["taken_at"], then["advice"]["next"]["position"])
    assert now["fit"] == pytest.approx(then["advice"]["next"]["fit"])
    assert [one["answers"] for one in done.answer["unfinished"]] == [6]


@pytest.mark.parametrize("commit", KEEPING)
def test_advice_from_it(say: Say, kept: Put, commit: str) -> None:
    """The report, which has all of the advice and the chart of earlier fits, goes on from it and drops no answer."""
    kept(commit)
    done = say("report", "--json", "--lang", "en")
    assert (done.code, done.err.lstrip()) == (0, "From the assessment of 2026-01-04 (number 1).\n")


@pytest.mark.parametrize("commit", KEEPING)
def test_whole(say: Say, kept: Put, commit: str) -> None:
    """What is kept is exported as it was then, with what then was not exported; the file is of this version now."""
    file = kept(commit)
    then, now = told(commit, "history.json.gz"), say("history", "--export").answer
    assert now["assessments"] == then["assessments"]
    assert [one["answers"]["current"] for one in now["unfinished"]] == [["new-media-ops/specialist"]]
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (store.versions.VERSION,)


@pytest.mark.parametrize("commit", KEEPING)
def test_what_changed_since(say: Say, kept: Put, commit: str) -> None:
    """The advice of then is compared with that of today, answer by answer."""
    kept(commit)
    (then,) = told(commit, "history.json.gz")["assessments"]
    answers = then["answers"] | {"skill.seo": 4}
    opened = store.open_store()
    assert opened is not None
    store.keep_assessment(opened, "2026-11-04T08:00:00Z", "0" * 64, answers, then["advice"])
    opened.close()
    done = say("history", "--diff", "1", "2", "--json")
    assert [one["question"] for one in done.answer["diff"]["answers"]] == ["skill.seo"]


@pytest.mark.parametrize("commit", earlier("history.json.gz"))
def test_import(say: Say, tmp_path: Path, commit: str) -> None:
    """What was exported then is taken in, once, however often it is given."""
    file = tmp_path / "old.json"
    file.write_bytes(gzip.decompress((MADE / commit / "history.json.gz").read_bytes()))
    told = [say("history", "--import", file, "--lang", "en").err.lstrip().splitlines() for _ in range(2)]
    assert [lines[0] for lines in told] == ["Assessments taken in: 1.", "Assessments taken in: 0."]


@pytest.mark.parametrize("commit", KEEPING)
def test_broken_off_is_gone_on_from(kb: KnowledgeBase, kept: Put, commit: str) -> None:
    """A questionnaire broken off then is offered to go on with, with every answer that it had."""
    kept(commit)
    offered: list[int] = []

    def go_on(_: str, answers: int, others: int) -> bool:
        offered.append(answers)
        return True

    keeper = StoreKeeper(kb, "en", Ways(go_on, lambda *_: False), "opscareer assess")
    assert (offered, len(keeper.answers)) == ([6], 6)
    assert keeper.answers["current"] == ("new-media-ops/specialist",)
