"""A résumé as it comes: JSON or YAML, told by what it holds, and where it stops to be one."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.errors import UsageError
from opscareer.outside.resume import resume_of


def read(folder: Path, content: str | bytes) -> Any:
    """Return what a résumé of this content holds."""
    file = folder / "cv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return resume_of(str(file))


def refused(folder: Path, content: str | bytes) -> str:
    """Return what is said of a file that is no résumé, without its folder."""
    with pytest.raises(UsageError) as caught:
        read(folder, content)
    assert "RenderCV" in caught.value.hint[1]
    return caught.value.message[1].removeprefix(f"{folder}/")


def test_yaml(tmp_path: Path) -> None:
    """YAML is read as it was meant: dates stay words, and so do lines with a full-width colon."""
    told = "# mine\ncv:\n  name: 一\n  sections:\n    experience:\n    - start_date: 2022-01\n"
    told += (
        "      end_date: 2023-05-01\n      highlights:\n      - GMV：涨了三成\n      - >-\n        two\n        lines\n"
    )
    (job,) = read(tmp_path, told)["cv"]["sections"]["experience"]
    assert (job["start_date"], job["end_date"]) == ("2022-01", "2023-05-01")
    assert job["highlights"] == ["GMV：涨了三成", "two lines"]


@pytest.mark.parametrize("content", ["work: [{startDate: 2021.10}]", '{"work": [{"startDate": 2021.10}]}'])
def test_a_month_behind_a_point(tmp_path: Path, content: str) -> None:
    """A date without quotes stays the words that it is: 2021.10 is October, which as a number would be January."""
    assert read(tmp_path, content)["work"] == [{"startDate": "2021.10"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("content", ['{"work": []}', "\n [\n", "work: []\r\n"])
def test_encodings(tmp_path: Path, encoding: str, content: str) -> None:
    """Both forms are read in each encoding that a text may have."""
    data = content.encode(encoding)
    if "work" in content:
        assert read(tmp_path, data) == {"work": []}
    else:
        assert refused(tmp_path, data) == "cv:3:1: not a résumé: Expecting value"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "cv: not a résumé: it holds no part that is known"),
        ("# Someone\n\nI have worked.\n", "cv: not a résumé: it holds no part that is known"),
        ("- work:\nbasics:\n", "cv:2:1: not a résumé"),
        ("姓名: 张三\n电话: 1\n", "cv: not a résumé: it holds no part that is known"),
        ("{}", "cv: not a résumé: it holds no part that is known"),
        ('{\n  "work": [,]\n}', "cv:2:12: not a résumé: Expecting value"),
        ('{"work": []} x', "cv:1:14: not a résumé: Extra data"),
        ('{"work": [], "work": [1]}', "cv: not a résumé: the key work stands there twice"),
        ("[]", "cv: not a résumé: it holds no object"),
        ("[" * 100_000, "cv: not a résumé: maximum recursion depth exceeded"),
        ("cv:\n  name: &a x\n", "cv:2:9: not a résumé: anchors and aliases (& and *) are not allowed"),
        ("cv:\n\tname: x\n", "cv:2:1: not a résumé: not valid YAML"),
        (b"cv:\n  name: \xd5\xff\xff\xff\n", "cv:2:1: not a résumé: not UTF-8"),
    ],
)
def test_what_is_none(tmp_path: Path, content: str | bytes, said: str) -> None:
    """What is no résumé is told as such, at its line and column where there is one, and what is wanted."""
    assert refused(tmp_path, content).startswith(said)


def test_chinese_windows(tmp_path: Path) -> None:
    """What Chinese Windows saved is read too, in whichever form."""
    assert read(tmp_path, "cv:\n  name: 张三\n".encode("gbk")) == {"cv": {"name": "张三"}}
    (job,) = read(tmp_path, "工作经历\n2020.04-至今 某某公司 新媒体运营\n".encode("gbk"))["work"]
    assert job["position"] == "新媒体运营"


NO_YEARS = st.floats().filter(lambda number: not 1900 < number < 2100)


@given(st.dictionaries(st.text(), st.text() | NO_YEARS | st.lists(st.integers())))
def test_any_json(tmp_path_factory: pytest.TempPathFactory, told: dict[str, object]) -> None:
    """JSON is taken as it is, whatever else stands beside what is known."""
    told = {**told, "work": []}
    found = read(tmp_path_factory.mktemp("resume"), json.dumps(told))
    assert repr(found) == repr(told)
