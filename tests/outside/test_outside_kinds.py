"""What a file is, whatever its name says."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kinds_of_files import SAMPLES

from opscareer.errors import FaultyAdError, UsageError
from opscareer.outside.ad import ad_of
from opscareer.outside.kinds import Kind, kind_of
from opscareer.outside.resume import resume_of


@pytest.mark.parametrize(("content", "kind"), SAMPLES)
def test_kinds(content: bytes, kind: Kind) -> None:
    """A file is known by what it holds."""
    assert kind_of(content) is kind


def test_every_kind_is_told() -> None:
    """Each kind has its name in both languages, and there is a sample of it."""
    assert {kind for _, kind in SAMPLES} == {*Kind}
    assert all(kind.value.zh and kind.value.en for kind in Kind)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "商户运营专员\n任职要求：熟悉 HTML、PDF。",
        "Cook\nwork:\n- prepare dishes\nbasics:\n- knives",
        '{"title": "x", "text": "the basics: [x]"}',
        "<p>What you will do</p>",
        '<div align="center"><h1>Cook</h1></div>\n\n## Experience\n\nCook, <b>Acme</b>',
        '<div align="center"><h1>Cook</h1></div>\n\nCooks.',
        "<Cook>, <b>Acme</b>, <i>2020</i>",
        "schema: own\n",
        "name: X\ncv:\n",
        bytes(range(1, 256)).decode("latin-1"),
        "商户运营，" * 10 + "\0",
    ],
)
def test_of_no_kind(text: str) -> None:
    """A text that shows nothing of the kind is left alone, also where it speaks of such files."""
    assert kind_of(text.encode()) is None


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters='<{"\0')))
def test_any_text(text: str) -> None:
    """A text without brackets or quotes is no page and nothing in JSON."""
    assert kind_of(text.encode()) in (None, Kind.PDF, Kind.ANSWERS, Kind.EXPORT, Kind.OURS, Kind.RESUME)


@pytest.mark.parametrize("part", [b"<!-- -->", b"# \n", b"schema ", b'"basics" ', b"{ ", b"\n", b"<?xml "])
def test_long_beginnings(part: bytes) -> None:
    """However long what might still become a page or a résumé is, it is looked through once."""
    assert kind_of(part * 100_000) is None


def test_a_page_with_pictures_in_it(tmp_path: Path) -> None:
    """A saved page whose pictures are in it is read without them; one that is too long without them is named so."""
    picture = "iVBORw0KGgo" * 600_000
    words = "<h1>新媒体运营</h1><p>写公众号，做活动策划。</p>"
    page = f"<!DOCTYPE html><html><body>{words}<img src='data:image/png;base64,{picture}'>"
    file = tmp_path / "ad.html"
    file.write_text(page, encoding="utf-8")
    assert "活动策划" in ad_of(str(file)).text
    file.write_text(page + "<p>很长的一页。</p>" * 300_000, encoding="utf-8")
    with pytest.raises(FaultyAdError, match="larger than 5 MB without its pictures"):
        ad_of(str(file))


def test_a_resume_that_nobody_has_written(tmp_path: Path) -> None:
    """A résumé in text that is larger than any is refused before anything is looked for in it."""
    file = tmp_path / "me.md"
    file.write_text("# 简历\n" + "## 新媒体运营专员\n2021.03 - 2023.05\n" * 60_000, encoding="utf-8")
    with pytest.raises(UsageError, match="larger than 2 MB"):
        resume_of(str(file))
