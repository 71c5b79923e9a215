"""A file of a wrong kind, at the command line: it is named as what it is, and where it belongs."""

from pathlib import Path

import pytest
from at_terminal import person
from calling import Call
from jsonschema import Draft7Validator
from kinds_of_files import ANSWERS, RENDERCV, SAMPLES

from opscareer.outside.documents import DOCUMENTS
from opscareer.outside.kinds import Kind
from opscareer.views.contract import schema_of

LATER = (Kind.ANSWERS, Kind.RESUME, Kind.ARCHIVED)
"""What shows beyond the first line, which is all that is looked at of a file that may be endless."""
TAKES = {
    "gap coo --answers": ("答案文件", "an answers file", (Kind.ANSWERS, Kind.OURS, Kind.SHEET), 2, "faulty-answers"),
    "assess --from": ("简历", "a résumé", (Kind.RESUME, *DOCUMENTS), 2, "usage"),
    "match": ("招聘", "a job ad", DOCUMENTS, 3, "faulty-ad"),
    "demand": ("招聘数据", "a file of job ads", LATER, 3, "faulty-ad"),
    "history --import": ("导出的历史", "an exported history", (Kind.EXPORT, Kind.OURS), 3, "faulty-history"),
}
"""Each option or command that takes a file: what it wants, which samples that may be, how it refuses others."""
WRONG = [(line, kind) for line, (_, _, taken, _, _) in TAKES.items() for kind in Kind if kind not in taken]


@pytest.mark.parametrize(("line", "kind"), WRONG)
def test_a_wrong_kind(call: Call, tmp_path: Path, line: str, kind: Kind) -> None:
    """A file of another kind is named as what it is, in both languages, with the exit code of what was wanted."""
    zh, en, _, code, name = TAKES[line]
    content = next(content for content, known in SAMPLES if known is kind)
    file = tmp_path / "given.txt"
    file.write_bytes(content)
    done = call(*line.split(), str(file))
    assert (done.code, done.out) == (code, "")
    assert f"{file}" in done.err
    assert f"this is {kind.value.en}, not {en}" in done.err
    told = call(*line.split(), str(file), "--json", "--lang", "zh")
    assert f"这是{kind.value.zh}，不是{zh}" in told.error["message"]
    Draft7Validator(schema_of("error")).validate({"schema": "opscareer/error/1", "error": told.error})
    assert told.error["code"] == name


@pytest.mark.parametrize(
    ("line", "content", "hint"),
    [
        ("gap coo --answers", RENDERCV, "assess --from takes it"),
        ("assess --answers", b'{"basics": {"name": "X"}}', "assess --from takes it"),
        ("assess --from", ANSWERS, "--answers takes it"),
        ("history --import", ANSWERS, "--answers takes it"),
        ("match", b'{"schema": "opscareer/export/1"}', "history --import takes it"),
        ("assess --from", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx or PDF"),
        ("match", b"\x89PNG\r\n", "words in a picture cannot be read"),
        ("match", b"PK\x03\x04", "unpack it"),
        ("match", b"PK\x03\x04 xl/", "a job ad is expected: text, a web page"),
        ("demand", b"{\\rtf1", "each line is"),
    ],
)
def test_where_it_belongs(call: Call, tmp_path: Path, line: str, content: bytes, hint: str) -> None:
    """What another option takes is sent there; of the rest it is said what is wanted instead."""
    file = tmp_path / "given"
    file.write_bytes(content)
    assert hint in call(*line.split(), str(file)).err


def test_going_on_from_a_wrong_file(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A résumé given to --save is left as it is."""
    talk = person(monkeypatch)
    file = tmp_path / "resume.yaml"
    file.write_bytes(RENDERCV)
    assert call(f"assess --plain --save {file}").code == 2
    assert "this is a résumé, not an answers file" in talk.getvalue()
    assert file.read_bytes() == RENDERCV
