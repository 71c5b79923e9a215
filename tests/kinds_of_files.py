"""A small file of each kind that people give in the place of another one."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from opscareer.outside.kinds import Kind


def zipped(*names: str) -> bytes:
    """Return an archive with files of these names."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, f"what {name} holds")
    return file.getvalue()


ANSWERS = b"# mine\nschema: opscareer/answers/1\nanswers:\n  current: [bd/specialist]\n"
RENDERCV = b"# yaml-language-server: $schema=schema.json\n\ncv:\n  name: X\n  sections: {}\ndesign: {}\n"
SAMPLES = (
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", Kind.PDF),
    (zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml"), Kind.WORD),
    (zipped("[Content_Types].xml", "xl/workbook.xml"), Kind.SHEET),
    (zipped("mimetype-application/vnd.oasis.opendocument.text", "content.xml"), Kind.ODT),
    (zipped("mimetype-application/vnd.oasis.opendocument.spreadsheet", "content.xml"), Kind.ODS),
    (b"PAR1\x15\x04\x15", Kind.PARQUET),
    (zipped("notes.txt"), Kind.ZIP),
    (b"\x1f\x8b\x08\x00rest", Kind.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), Kind.OFFICE),
    (b"{\\rtf1\\ansi\\ansicpg936 text}", Kind.RTF),
    (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n", Kind.ARCHIVED),
    (b"[InternetShortcut]\r\nURL=https://example.com/\r\n", Kind.SHORTCUT),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(255, -1, -1)), Kind.PICTURE),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", Kind.PICTURE),
    (b"\x7fELF\x02\x01\x01\x00" + bytes(64), Kind.BINARY),
    (b"GIF89a\x01\x00", Kind.PICTURE),
    (b"RIFF\x24\x00\x00\x00WEBPVP8 ", Kind.PICTURE),
    (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", Kind.PICTURE),
    (b"<div>\n<h2>Cook</h2><p>Cooks.</p></div>\n", Kind.HTML),
    (b"<!-- copied --><p>Cooks.</p><p>Bakes.</p>", Kind.HTML),
    (b'<script type="application/ld+json">{"@type": "JobPosting"}</script>\n<p>Cook</p>', Kind.HTML),
    (b"<!DOCTYPE html>\n<html><body>x</body></html>", Kind.HTML),
    (b"\xef\xbb\xbf \r\n<?xml version='1.0'?>\n<!-- a --><!-- b -->\n<HTML lang=zh>", Kind.HTML),
    (ANSWERS, Kind.ANSWERS),
    (b'{"answers": {"current": []}, "schema": "opscareer/answers/1"}', Kind.ANSWERS),
    (b'{"schema": "opscareer/export/1",\n "assessments": []}', Kind.EXPORT),
    (b'{"schema": "opscareer/assess/1", "kb": {}}', Kind.OURS),
    (json.dumps({"$schema": "x", "basics": {"name": "X"}, "work": []}, indent=2).encode(), Kind.RESUME),
    (b'{"work": [{"position": "x"}]}', Kind.RESUME),
    (b'{"profile": {}, "workExpList": []}', Kind.RESUME),
    (RENDERCV, Kind.RESUME),
    (RENDERCV.replace(b"\n", b"\r\n"), Kind.RESUME),
)
