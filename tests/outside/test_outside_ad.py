"""Ads of which several lie in one file are asked for by number."""

from pathlib import Path

import pytest

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
