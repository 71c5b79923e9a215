"""Coverage-guided fuzzing of one reader: python bench/fuzz.py NAME --seconds N. Needs `pip install -e '.[dev,fuzz]'`.

It begins at tests/corpus/NAME and goes on after what it finds: each kind of fault once, with the bytes that show it, in
.fuzz/NAME. What is mended goes into the corpus, which the tests run through.
"""

import argparse
import hashlib
import sys
import tempfile
import time
import traceback
from pathlib import Path

import atheris

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE / "tests"))
_SECONDS = 0.5, 0.0005  # of the processor for a run, and for each byte of it


def main() -> None:
    """Fuzz a reader and print how many runs there were and what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--longest", type=int, default=4000, help="bytes")
    told = parser.parse_args()
    with atheris.instrument_imports(include=["opscareer"]):
        from readers import Readers, unclean

        from opscareer.knowledge import open_kb

    opened = open_kb(None)
    readers = Readers(opened.whole(), opened.lexicon(), Path(tempfile.mkdtemp(dir=_memory())))
    out = HERE / ".fuzz" / told.name
    out.mkdir(parents=True, exist_ok=True)
    found: dict[str, int] = {}
    slowest = [0.0]

    def note(kind: str, data: bytes) -> None:
        if kind not in found:
            (out / hashlib.sha256(kind.encode()).hexdigest()[:8]).write_bytes(data)
            print(f"\nFOUND {kind}: {data[:200]!r}", flush=True)
        found[kind] = found.get(kind, 0) + 1

    def run(data: bytes) -> None:
        begun = time.process_time()
        try:
            if bad := unclean(readers.shown(told.name, data)):
                note(f"a text that commands: {[letter for letter in bad[0] if not letter.isprintable()][:1]!a}", data)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            ours = [one for one in traceback.extract_tb(error.__traceback__) if "/opscareer/" in one.filename]
            near = ours[-1] if ours else place
            note(f"{type(error).__name__} at {Path(near.filename).name}:{near.lineno}", data)
        took = time.process_time() - begun
        if took > slowest[0]:
            slowest[0] = took
            (out.with_suffix(".slowest")).write_text(f"{took:.2f} s for {len(data)} bytes\n")
        if took > _SECONDS[0] + _SECONDS[1] * len(data):
            note(f"slow ({took:.0f} s)", data)

    words = out.with_suffix(".words")
    words.write_text("".join(f'"{word}"\n' for word in _words(readers)))
    corpus = out.with_suffix(".corpus")
    corpus.mkdir(exist_ok=True)
    seeds = HERE / "tests" / "corpus" / told.name
    options = [f"-max_total_time={told.seconds}", f"-max_len={told.longest}", f"-dict={words}", "-print_final_stats=0"]
    atheris.Setup([sys.argv[0], *options, "-timeout=120", "-rss_limit_mb=8000", str(corpus), str(seeds)], run)
    atheris.Fuzz()  # ends the process, and tells how many runs there were


def _memory() -> str | None:
    """Return a folder in memory where there is one: files are written at each run."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108


def _words(readers: "object") -> list[str]:
    """Return words that the readers know, for the fuzzer to put in."""
    kb = readers.kb  # type: ignore[attr-defined]
    some = [*kb.questions, *list(kb.positions)[:40], *[f"skill.{one}" for one in list(kb.skills)[:20]]]
    keys = "schema answers text title basics work position startDate cv sections assessments unfinished taken_at"
    return [word for word in (*some, *keys.split()) if word.isascii()]


if __name__ == "__main__":
    main()
