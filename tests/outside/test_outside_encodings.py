"""Encodings: which bytes are text, and in which letters."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.outside.encodings import either

TEXT = "负责商家的入驻和培训，每周看一次数据；本科，两年以上经验，熟悉 Excel。\n" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_what_people_save(encoding: str) -> None:
    """A text is read as it was saved; where it was cut in a letter all others stay."""
    data = TEXT.encode(encoding)
    assert either(data) == TEXT
    assert either(data[:-3]).startswith(TEXT[:-6])


@pytest.mark.parametrize(
    "data",
    [
        "負責商家的入駐和培訓，每週看一次數據；熟悉辦公軟體，能獨立寫報告。".encode("big5"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        random.Random(7).randbytes(4000),
        bytes(range(256)) * 40,
        "Größe, Ärger, Übung, Straße, où, déjà, à côté, été".encode("latin-1"),
    ],
)
def test_what_is_no_such_text(data: bytes) -> None:
    """Other bytes are never taken for Chinese."""
    with pytest.raises(UnicodeDecodeError):
        either(data)


@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    """Whatever the bytes are, they are text or refused."""
    try:
        either(data)
    except UnicodeDecodeError:
        return
