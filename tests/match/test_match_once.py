"""An ad that comes again in the same words is known, whatever blanks stand between them."""

import pytest

from opscareer.match import once
from opscareer.match.demand import Posting
from opscareer.match.once import Once

AD = Posting("负责公众号。\n要求：本科", "新媒体运营", "某公司")


@pytest.mark.parametrize(
    "again", [AD, AD._replace(text="负责公众号。  要求：\r\n本科\n"), AD._replace(title=" 新媒体 运营")]
)
def test_the_same_ad(again: Posting) -> None:
    """The same words are the same ad, however they are broken into lines."""
    seen = Once()
    assert list(seen.only([AD, again, AD])) == [AD]
    assert seen.repeated == 2


@pytest.mark.parametrize(
    "other",
    [
        AD._replace(text="负责公众号。要求：大专"),
        AD._replace(title="新媒体编辑"),
        AD._replace(company="另一家"),
        AD._replace(role="new-media-ops"),
        AD._replace(rung="senior"),
    ],
)
def test_another_ad(other: Posting) -> None:
    """The words of another company or title, or told to be of another post, are another ad."""
    seen = Once()
    assert list(seen.only([AD, other])) == [AD, other]
    assert seen.repeated == 0


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more ads than can be remembered the first are known again."""
    monkeypatch.setattr(once, "_REMEMBERED", 1)
    seen, other = Once(), AD._replace(title="另一则")
    assert list(seen.only([AD, other, AD, other])) == [AD, other, other]
    assert seen.repeated == 1
