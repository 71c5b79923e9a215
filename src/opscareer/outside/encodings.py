"""The letters of a text, however it was saved; what is no text is never taken for one."""

UTF16 = (b"\xff\xfe", b"\xfe\xff")
"""What a text in UTF-16 begins with."""
_COMMON = 0.9  # of the Chinese letters of a text in GBK nearly all are of GB 2312; of other bytes about half seem to be
_FEW = 200  # letters; in so many one may be broken, as the last one of a text that was cut
_NUL = 0.2  # of all letters: of English in UTF-16 it is .5
_BROKEN = "\ufffd"


def utf(data: bytes, errors: str = "strict") -> str:
    """Return text in UTF-8, with its mark or without, or UTF-16 with its mark. Raises UnicodeDecodeError."""
    return data.decode("utf-16" if data.startswith(UTF16) else "utf-8-sig", errors)


def either(data: bytes) -> str:
    """Return text in UTF-8, UTF-16 by its mark, or GB 18030, as Chinese Windows saves it; a few letters may be broken.

    Raises UnicodeDecodeError where it is none of these.
    """
    try:
        return _with_little_nul(utf(data))
    except UnicodeDecodeError as error:
        for told in (utf(data, "replace"), *_chinese(data)):
            if told.count(_BROKEN) <= 1 + len(told) // _FEW and not any(map(_is_control, told)):
                return told
        raise error


def _with_little_nul(told: str) -> str:
    """Return a text; raise UnicodeDecodeError where so much of it is NUL that it is none, or UTF-16 without a mark."""
    if told.count("\0") > max(1, _NUL * len(told)):
        place = told.index("\0")
        raise UnicodeDecodeError("utf-8", b"\0", 0, 1, f"NUL at {place}")
    return told


def _chinese(data: bytes) -> list[str]:
    """Return the text as GB 18030, if it is of Chinese words then."""
    told = data.decode("gb18030", "replace")
    wide = "".join(letter for letter in told if not letter.isascii() and letter != _BROKEN)
    common = len(wide.encode("gb2312", "ignore")) // 2  # two bytes for each letter that it has
    return [told] if common >= _COMMON * len(wide) else []


def _is_control(letter: str) -> bool:
    return letter < " " and not letter.isspace()
