"""The program run for the documents: in this process, in a home where nobody has been, 80 columns wide."""

import gzip
import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from opscareer.cli.edge import run

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "new-media-specialist.yaml"
KEPT = ROOT / "tests" / "upgrade" / "made" / "102bf9a" / "history.json.gz"
_AD = """用户运营主管
岗位职责：负责会员体系的搭建和日常运营，对次月留存和复购负责；带领三人小组。
任职要求：本科及以上学历，三年以上用户运营经验；熟练使用 SQL，懂社群运营优先。
"""
_ADS = '{"title": "用户运营主管", "text": "负责会员体系的搭建和日常运营；熟练使用 SQL，三年以上经验。"}\n'


@contextmanager
def nobodys_home() -> Iterator[dict[str, str]]:
    """Give the names of a file of answers (ME), a job ad (AD), several (ADS), and an export (KEPT), in a new home.

    What is compiled stays in the cache that is used anyway.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        files = {"ME": EXAMPLE, "AD": home / "ad.txt", "ADS": home / "ads.jsonl", "KEPT": home / "kept.json"}
        files["AD"].write_text(_AD, encoding="utf-8")
        files["ADS"].write_text(_ADS, encoding="utf-8")
        files["KEPT"].write_bytes(gzip.decompress(KEPT.read_bytes()))
        with patch.dict(os.environ, {"XDG_DATA_HOME": folder, "COLUMNS": "80", "OPSCAREER_LANG": "en"}):
            yield {word: str(file) for word, file in files.items()}


def said(*words: str) -> str:
    """Return what a command line prints. Raises ValueError where it fails."""
    out, talk = io.StringIO(), io.StringIO()
    with patch.dict(os.environ, {"COLUMNS": "80"}), redirect_stdout(out), redirect_stderr(talk):
        code = run(list(words))
    if code:
        raise ValueError(f"opscareer {' '.join(words)} ended with {code}: {talk.getvalue()}")
    return out.getvalue()
