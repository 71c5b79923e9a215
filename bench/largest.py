"""Time and memory of the program on the largest input of each kind that it accepts. Bounds: 5 s, 300 MB.

`python bench/largest.py [NAME ...]` makes each input, gives it to the program as a process of its own, its cache warm,
and prints seconds on the wall, seconds of the processor, the most memory it had, and how it ended. The bound on time
holds for the processor: what else the machine does is no fault of the program.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import opscareer.store as kept
from opscareer.knowledge import open_kb
from opscareer.knowledge.starter import starter_files

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "new-media-specialist.yaml"
START = ("-c", "from opscareer.__main__ import main; main()")
RUN = """
import os, sys, time
begun, child = time.perf_counter(), os.fork()
if child == 0:
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - begun
print([wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)])
"""
SECONDS, MEGABYTES = 5.0, 300.0
CLAUSES = (
    "熟练使用数据分析工具",
    "负责社群运营和用户增长",
    "有短视频策划经验优先",
    "三年以上新媒体运营经验",
    "本科及以上学历",
)
POST = "## 新媒体运营专员 | 某公司\n2021.03 - 2023.05\n- 负责公众号的选题和写稿，每周三篇\n- 策划活动，分析数据\n\n"

COPIED = (("assessment", "id", "kb_sha256, answers, advice"), ("summary", "assessment", "kb_sha256, current, next"))
COPY = """WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < :count - 1)
    INSERT INTO {table} ({key}, taken_at, {columns})
    SELECT {key} + n, strftime('%Y-%m-%dT%H:%M:%SZ', '2020-01-01', '+' || n || ' hours'), {columns}
    FROM {table}, c WHERE {key} = :first"""
FITS = "UPDATE summary SET next = json_set(next, '$.fit', assessment % 100 / 100.0)"


class Input(NamedTuple):
    """An input: what it is, what the program is asked with it, and how it is made in a folder."""

    what: str
    words: tuple[str, ...]
    make: Callable[[Path], None]


class Cost(NamedTuple):
    """What a run took: seconds on the wall and of the processor, megabytes at most, and its exit code."""

    wall: float
    processor: float
    memory: float
    code: int


def main() -> int:
    """Print a row for each input; return 1 where one is beyond the bounds."""
    wanted, beyond = sys.argv[1:], 0
    print(f"load {os.getloadavg()[0]:.1f} before\n\n| input | size | seconds | processor | MB | ends with |")
    print("|" + "---|" * 6)
    for name, one in INPUTS.items():
        if wanted and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            one.make(Path(folder))
            size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file()) / 1e6
            cost = _cost([word.replace("HERE", folder) for word in one.words], Path(folder))
        over = cost.processor > SECONDS or cost.memory > MEGABYTES
        beyond += over
        figures = (
            f"{cost.wall:.1f} | {cost.processor:.1f} | {cost.memory:.0f} | {cost.code}{' **beyond**' if over else ''}"
        )
        print(f"| {name}: {one.what} | {size:.1f} MB | {figures} |", flush=True)
    return 1 if beyond else 0


def _cost(words: list[str], home: Path) -> Cost:
    """Return what a run takes; a small process starts it, as the memory of whoever starts one counts as its own."""
    environment = {**os.environ, "XDG_DATA_HOME": str(home), "OPSCAREER_LANG": "en", "PAGER": "cat"}
    told = subprocess.run(
        [sys.executable, "-S", "-c", RUN, *START, *words], env=environment, check=True, capture_output=True
    )
    return Cost(*json.loads(told.stdout))


def _written(name: str, text: str) -> Callable[[Path], None]:
    return lambda folder: _write(folder / name, text)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _filled(begun: str, line: str, size: int) -> str:
    """Return a text of so many bytes, of lines of a kind."""
    return begun + line * ((size - len(begun.encode())) // len(line.encode()))


def _answers() -> str:
    return _filled(EXAMPLE.read_text(encoding="utf-8"), "# 这一行是注释，说明上面的答案从哪里来\n", 7_999_000)


def _unknown() -> str:
    lines = "".join(f"  skill.no-such-{n}: 3\n" for n in range(300_000))
    return f"schema: opscareer/answers/1\nanswers:\n  current: []\n{lines}"


def _ad_lines(size: int) -> str:
    rng = random.Random(1)  # noqa: S311 - ads, not secrets
    some = "\n".join("，".join(rng.sample(CLAUSES, 3)) for _ in range(1000)) + "\n"
    return _filled("新媒体运营主管\n", some, size)


def _resume_object() -> str:
    post = {
        "position": "新媒体运营专员",
        "startDate": "2021-03",
        "endDate": "2023-05",
        "highlights": ["写公众号", "活动策划"],
    }
    return json.dumps(
        {"work": [post] * (1_900_000 // len(json.dumps(post, ensure_ascii=False).encode()))}, ensure_ascii=False
    )


def _html(folder: Path) -> None:
    body = "".join(f"<p>{clause}，{clause}。</p>" for clause in CLAUSES)
    _write(folder / "ad.html", _filled("<!DOCTYPE html><html><body><h1>新媒体运营主管</h1>", body, 4_990_000))


def _word(folder: Path) -> None:
    from docx import Document

    document = Document()
    for n in range(40_000):
        document.add_paragraph(f"{CLAUSES[n % 5]}，{CLAUSES[n % 3]}。")
    document.save(str(folder / "ad.docx"))


def _pdf(folder: Path) -> None:
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(folder / "ad.pdf"))
    for _ in range(400):
        canvas.setFont("STSong-Light", 8)
        for n in range(80):
            canvas.drawString(40, 820 - 10 * n, "，".join(CLAUSES))
        canvas.showPage()
    canvas.save()


def _ads(folder: Path) -> None:
    line = json.dumps(
        {"title": "新媒体运营主管", "text": "，".join(CLAUSES) * 4, "company": "某公司"}, ensure_ascii=False
    )
    _write(folder / "ads.jsonl", f"{line}\n" * 2000)


def _long_line(folder: Path) -> None:
    line = json.dumps({"title": "新媒体运营主管", "text": _ad_lines(9_000_000)}, ensure_ascii=False)
    _write(folder / "ads.jsonl", line + "\n")


def _kb(folder: Path) -> None:
    """Write the starter with its skills commented up to the limit of a file."""
    for path, text in starter_files():
        name = str(path)
        if name.endswith(".yaml"):
            whole = _filled(text, "# 谁写的，为什么这样写，哪一天改的\n", 7_999_000) if name == "skills.yaml" else text
            _write(folder / "kb" / name, whole)


def _overlay(folder: Path) -> None:
    """Write an overlay that names as many skills of its own as a file may hold."""
    one = (
        "  - id: s{n}\n    group: content\n    name: {{zh: 本事{n}, en: Skill {n}}}\n"
        "    definition: {{zh: 会做第{n}样, en: Doing {n}}}\n"
        "    levels:\n"
    )
    levels = "".join(
        f"      {level}: {{{{zh: 把第{{n}}样做到了{level}, en: Did {{n}} to {level}}}}}\n" for level in range(6)
    )
    _write(folder / "over" / "skills.yaml", "skills:\n" + "".join((one + levels).format(n=n) for n in range(8000)))


def _faulty_overlay(folder: Path) -> None:
    _write(
        folder / "over" / "roles.yaml", "roles:\n" + "".join(f"  - id: bd\n    nosuch{n}: 1\n" for n in range(200_000))
    )


def _stored(count: int) -> Callable[[Path], None]:
    """Write a file of so many assessments, an hour apart and of a hundred fits."""

    def make(folder: Path) -> None:
        opened = kept.open_store(folder / "opscareer" / "answers.sqlite3")
        assert opened is not None
        told = _assessment()
        first = kept.keep_assessment(opened, *(told[part] for part in ("taken_at", "kb_sha256", "answers", "advice")))
        with opened.change() as connection:
            for table, key, columns in COPIED:
                connection.execute(COPY.format(table=table, key=key, columns=columns), {"first": first, "count": count})
            connection.execute(FITS)
        opened.close()

    return make


def _assessment() -> dict[str, Any]:
    from opscareer.advice import advise
    from opscareer.interview import profile_of
    from opscareer.outside.given import answers_of
    from opscareer.views.advice import advice_view
    from opscareer.views.encoding import encode_record

    kb = open_kb(None).whole()
    answers = dict(answers_of(kb, str(EXAMPLE)))
    advice = encode_record(advice_view(kb, advise(kb, profile_of(kb, answers))))
    return {"taken_at": "2026-01-01T08:00:00Z", "kb_sha256": kb.sha256, "answers": answers, "advice": advice}


def _exported(size: int) -> Callable[[Path], None]:
    """Write an export of so many bytes: assessments an hour apart."""

    def make(folder: Path) -> None:
        told = _assessment()
        one = json.dumps(told, ensure_ascii=False)
        count = size // len(one.encode())
        with (folder / "kept.json").open("w", encoding="utf-8") as file:
            file.write('{"schema": "opscareer/export/1", "assessments": [')
            for n in range(count):
                at = f"20{n // 8760 + 10}-{n // 730 % 12 + 1:02}-{n // 24 % 28 + 1:02}T{n % 24:02}:00:00Z"
                file.write((", " if n else "") + one.replace("2026-01-01T08:00:00Z", at, 1))
            file.write('], "unfinished": []}')

    return make


STORED = _stored(50_000)
INPUTS = {
    "answers": Input("8 MB, comments", ("assess", "--answers", "HERE/me.yaml"), _written("me.yaml", _answers())),
    "answers-faulty": Input("unknown keys", ("assess", "--answers", "HERE/me.yaml"), _written("me.yaml", _unknown())),
    "ad": Input("2 MB of clauses", ("match", "HERE/ad.txt"), _written("ad.txt", _ad_lines(2_000_000))),
    "ad-line": Input(
        "2 MB in a line", ("match", "HERE/ad.txt"), _written("ad.txt", _ad_lines(2_000_000).replace("\n", "，"))
    ),
    "ad-beyond": Input("20 MB, 2 of it read", ("match", "HERE/ad.txt"), _written("ad.txt", _ad_lines(19_900_000))),
    "ad-html": Input("5 MB page", ("match", "HERE/ad.html"), _html),
    "ad-docx": Input("40,000 paragraphs", ("match", "HERE/ad.docx"), _word),
    "ad-pdf": Input("400 pages, 50 of them read", ("match", "HERE/ad.pdf"), _pdf),
    "ads": Input("2,000 ads", ("demand", "HERE/ads.jsonl"), _ads),
    "ads-line": Input("a line of 9 MB", ("demand", "HERE/ads.jsonl"), _long_line),
    "resume": Input(
        "2 MB of posts",
        ("assess", "--no-save", "--no-input", "--from", "HERE/me.md"),
        _written("me.md", _filled("# 简历\n", POST, 1_990_000)),
    ),
    "resume-json": Input(
        "2 MB of posts",
        ("assess", "--no-save", "--no-input", "--from", "HERE/me.json"),
        _written("me.json", _resume_object()),
    ),
    "kb": Input("a file of 8 MB", ("kb", "check", "HERE/kb"), _kb),
    "overlay": Input("8,000 skills", ("kb", "check", "HERE/over"), _overlay),
    "overlay-faulty": Input("200,000 faults", ("kb", "check", "HERE/over"), _faulty_overlay),
    "history": Input("50,000 assessments, listed", ("history",), STORED),
    "history-all": Input("the same, all of them", ("history", "--all"), STORED),
    "history-json": Input("the same in JSON", ("history", "--json"), STORED),
    "history-gap": Input("the same, the last used", ("gap",), STORED),
    "history-report": Input("the same, in a report", ("report", "-o", "HERE/report.html"), STORED),
    "history-export": Input(
        "2,400 assessments, exported", ("history", "--export", "-o", "HERE/kept.json"), _stored(2_400)
    ),
    "history-delete": Input("50,000 assessments, one deleted", ("history", "--delete", "7"), STORED),
    "import": Input("export of 50 MB", ("history", "--import", "HERE/kept.json"), _exported(49_900_000)),
}

if __name__ == "__main__":
    sys.exit(main())
