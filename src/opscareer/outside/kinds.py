"""What a file is, whatever its name says, so that one of a wrong kind can be called what it is."""

import re
from enum import Enum

from opscareer.outside.encodings import UTF16
from opscareer.text import Text

_SEARCHED = 100_000  # bytes, at the beginning: what says what a file is stands there
_MARK = b"\xef\xbb\xbf"
_LETTER, _FEW = 3, 10  # bytes of which a letter may be cut off; one zero in so many bytes


class Kind(Enum):
    """A kind of file that people give in the place of another one; the value is what messages call it."""

    PDF = Text("一份 PDF", "a PDF")
    WORD = Text("一份 Word 文档", "a Word document")
    ODT = Text("一份 OpenDocument 文档", "an OpenDocument text")
    OFFICE = Text("一份旧格式的 Office 文档", "an Office document of an old format")
    SHEET = Text("一份 Excel 表格", "an Excel workbook")
    ODS = Text("一份 OpenDocument 表格", "an OpenDocument spreadsheet")
    PARQUET = Text("一份 Parquet 表", "a Parquet file")
    ZIP = Text("一个压缩包", "an archive")
    PICTURE = Text("一张图片", "a picture")
    HTML = Text("一个网页", "an HTML page")
    ARCHIVED = Text("一个网页存档（MHTML）", "an archived web page (MHTML)")
    SHORTCUT = Text("一个网页快捷方式", "a shortcut to a web page")
    RTF = Text("一份 RTF 文档", "an RTF document")
    BINARY = Text("一个不是文字的文件", "a file that is no text")
    ANSWERS = Text("一份答案文件", "an answers file")
    EXPORT = Text("一份导出的历史", "an exported history")
    OURS = Text("本程序的输出", "an answer of this program")
    RESUME = Text("一份简历", "a résumé")


_BEGINNINGS = (
    (b"%PDF-", Kind.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OFFICE),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG\r\n", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"II*\x00", Kind.PICTURE),
    (b"MM\x00*", Kind.PICTURE),
    (b"\x1f\x8b", Kind.ZIP),
    (b"7z\xbc\xaf", Kind.ZIP),
    (b"Rar!\x1a", Kind.ZIP),
    (b"BZh9", Kind.ZIP),
    (b"PAR1", Kind.PARQUET),
    (b"\xfd7zXZ", Kind.ZIP),
)
_PICTURED = ((8, b"WEBPVP8"), (4, b"ftypheic"), (4, b"ftypmif1"), (4, b"ftypavif"))
_ZIPPED = (
    (b"word/", Kind.WORD),
    (b"xl/", Kind.SHEET),
    (b"opendocument.text", Kind.ODT),
    (b"opendocument.spreadsheet", Kind.ODS),
)
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_PIECE = re.compile(  # copied out of a page, or told by an API
    rb"\s*(?><!--.*?-->\s*)*+<(?:div|section|article|main|header|aside|table|ul|ol|dl|h[1-6]|p|span|script|style|meta|title)\b",
    re.I | re.S,
)
_HEADED = re.compile(rb"^#{1,6} ", re.M)  # Markdown, which may hold elements
_CLOSED = 2  # elements; a single one may stand in a text
_MHTML = re.compile(rb"(?>[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?content-type:\s*multipart/related\b", re.I)
_URL = re.compile(rb"\s*\[InternetShortcut\]", re.I)
_WEB = ((_PAGE, Kind.HTML), (_MHTML, Kind.ARCHIVED), (_URL, Kind.SHORTCUT))
_OURS = re.compile(rb"""\bschema["']?\s*:\s*["']?opscareer/([a-z-]+)/""")
_NAMED = {b"answers": Kind.ANSWERS, b"export": Kind.EXPORT}
_RESUME = re.compile(
    rb"""\A(?:\#[^\n]*\n|\s)*+ (?:cv|basics) [ ]*:[ \r]*$"""  # YAML: RenderCV, after its comments
    rb"""|"(?:basics|workExpList|educationList)"\s*:\s*[\[{]"""
    rb"""|\A\s*\{\s*"(?:cv|work|education)"\s*:\s*[\[{]""",
    re.MULTILINE | re.VERBOSE,
)


_WHO = frozenset({"id", "姓名", "名字", "编号", "工号", "员工编号", "员工姓名", "name", "employee", "employee id"})
_POST = frozenset({"current", "现岗位", "现任岗位", "当前岗位", "现在的岗位", "current position", "present position"})
_WHO_AND_POST = 2  # columns; a table of people has others beside them


def kind_of(content: bytes) -> Kind | None:
    """Return what a file is by what it holds; None of what shows nothing of the kind, as any text."""
    head = content[:_SEARCHED].removeprefix(_MARK)
    return _binary(head) or _web(head) or _ours(head)


def is_of_people(text: str) -> bool:
    """Return whether a text begins as a table of people does: with columns for who it is and for the post held."""
    first = text.lstrip().partition("\n")[0][:_SEARCHED]
    cells = {cell.strip(' \r"').casefold() for cell in re.split("[,;\t]", first)}
    return len(cells) > _WHO_AND_POST and bool(cells & _WHO) and bool(cells & _POST)


def _web(head: bytes) -> Kind | None:
    """Return what a browser writes."""
    kind = next((kind for looks, kind in _WEB if looks.match(head)), None)
    return kind or (Kind.HTML if _is_piece(head) else None)


def _is_piece(head: bytes) -> bool:
    """Return whether a text is elements of a page from its beginning to its end."""
    ends = len(head) >= _SEARCHED or head.rstrip().endswith(b">")
    return ends and bool(_PIECE.match(head)) and head.count(b"</") >= _CLOSED and not _HEADED.search(head)


def _binary(head: bytes) -> Kind | None:
    """Return what no text is."""
    if head.startswith(b"PK\x03\x04"):
        return next((kind for part, kind in _ZIPPED if part in head), Kind.ZIP)
    if any(head[at : at + len(mark)] == mark for at, mark in _PICTURED):
        return Kind.PICTURE
    begun = next((kind for beginning, kind in _BEGINNINGS if head.startswith(beginning)), None)
    return begun or (Kind.BINARY if b"\0" in head and not head.startswith(UTF16) and not _is_text(head) else None)


def _is_text(head: bytes) -> bool:
    """Return whether what holds a zero byte is text all the same: in UTF-8, with few of them."""
    try:
        head.decode()
    except UnicodeDecodeError as error:
        if error.start < len(head) - _LETTER:
            return False
    return head.count(b"\0") * _FEW <= len(head)


def _ours(head: bytes) -> Kind | None:
    """Return what this program writes, or reads somewhere else."""
    if named := _OURS.search(head):
        return _NAMED.get(named[1], Kind.OURS)
    return Kind.RESUME if _RESUME.search(head) else None
