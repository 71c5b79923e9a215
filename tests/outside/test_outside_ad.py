"""Ads of which several lie in one file are asked for by number."""

from pathlib import Path

import pytest

from opscareer.errors import FaultyAdError
from opscareer.outside.ad import ad_of, numbered

ONE = "编辑\n岗位职责：\n写稿\n任职要求：\n本科"
OTHER = "文案\n岗位职责：\n改稿\n任职要求：\n大专"


def test_several_in_a_text(tmp_path: Path) -> None:
    """The first ad of a text is read alone, and the others are told by their first lines."""
    (tmp_path / "ads.txt").write_text(f"{ONE}\n\n{OTHER}", encoding="utf-8")
    name = str(tmp_path / "ads.txt")
    found = ad_of(name)
    assert found.text.strip() == ONE
    assert found.others == ((f"{name}#2", "文案"),)
    assert ad_of(f"{name}#2").text == OTHER


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("a.txt", ("a.txt", 0)),
        ("a.txt#2", ("a.txt", 2)),
        ("-#2", ("-", 2)),
        ("a#b", ("a#b", 0)),
        ("a#0", ("a#0", 0)),
        ("a#²", ("a#²", 0)),
        ("#2", ("#2", 0)),
        ("a#2#3", ("a#2", 3)),
        ("\0#2", ("\0", 2)),
    ],
)
def test_numbers(typed: str, told: tuple[str, int]) -> None:
    """A number after # is that of an ad in the file."""
    assert numbered(typed) == told


def test_a_file_that_is_called_so(tmp_path: Path) -> None:
    """A file whose name ends in # and a number is that file."""
    (tmp_path / "C#2").write_text(ONE, encoding="utf-8")
    assert ad_of(str(tmp_path / "C#2")).text == ONE


MANY = (
    '{"title": "运营", "text": "写稿"}\n\n{"title": "客服", "text": "接待"}\n',
    '[\n {"title": "运营", "text": "写稿"}\n]',
    '职位名称,公司名称,职位描述\r\n运营,甲,"岗位职责：\n写稿"\r\n',
    "\ufeff岗位;正文\n运营;写稿\n",
)
ONE_AD = (
    '{"title": "运营", "text": "写稿"}\n',
    '{"a": 1}\n{"a": 2}\n',
    "[急招] 运营\n写稿\n",
    "[1, 2]",
    "{运营}\n{写稿}\n",
    "职位描述,要求\n写稿\n",
    "职位,描述",
)


@pytest.mark.parametrize("text", MANY)
def test_a_file_of_ads(tmp_path: Path, text: str) -> None:
    """A file of ads is named as that, with the command that takes it."""
    (tmp_path / "ads").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyAdError, match="file of job ads") as told:
        ad_of(str(tmp_path / "ads"))
    assert "demand" in told.value.hint.en


@pytest.mark.parametrize("text", ONE_AD)
def test_no_file_of_ads(tmp_path: Path, text: str) -> None:
    """A single object in JSON, or a line with commas, is no file of ads."""
    (tmp_path / "ad").write_text(text, encoding="utf-8")
    assert ad_of(str(tmp_path / "ad")).text == text
