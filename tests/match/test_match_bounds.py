"""How much work an ad makes: counted in calls, which are the same on every machine."""

from itertools import chain

import pytest
from counting import calls

from opscareer.knowledge import open_kb
from opscareer.match.match import Matcher
from opscareer.match.plain import LONGEST, plain
from opscareer.match.reading import read


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    """What reads ads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        found = Matcher(open_kb(None).lexicon())
    found.match(read("数据分析，岗位要求：熟悉 SQL"))
    return found


@pytest.mark.uncounted
@pytest.mark.parametrize(
    "said",
    [
        "数据分析，",
        "data analysis and user growth, ",
        "熟悉SQL、",
        "不要求数据分析（优先）",
        "(a",
        "5年以上",
        "岗位要求:SQL\n",
    ],
)
def test_twice_the_text_is_twice_the_work(matcher: Matcher, said: str) -> None:
    """An ad of twice the length makes at most about twice the work, also where it is one clause."""
    one, two = (calls(lambda n=n: matcher.match(read(said * n))) for n in (400, 800))  # type: ignore[misc]
    assert two < 2.3 * one


@pytest.mark.uncounted
@pytest.mark.parametrize("letter", ["a", "数", "\ufdfa", "㍿", "\u200b"])
def test_no_ad_is_longer_than_it_is_read(letter: str) -> None:
    """Of a text no more letters are searched than the limit, whatever its characters stand for."""
    read_as = plain(letter * (LONGEST + 5))
    assert len(read_as.text) <= LONGEST
    assert len(read_as.at) == len(read_as.text)
    assert list(chain(read_as.at)) == sorted(read_as.at)
