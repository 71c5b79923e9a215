"""Mutation testing: what of the program could be otherwise without any test noticing.

    python tools/mutate.py --measure tests/advice tests/match    # first: which lines each test runs, for how long
    python tools/mutate.py advice match/clauses.py --sample 80   # of each package; without --sample all
    python tools/mutate.py --again                               # those that survived, with twenty times as many tests

What was found is kept in .mutants/ and not run again. `--show` lists the survivors with what they change.
"""

import argparse
import json
import os
import pickle
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import mutant_tests
from mutant_beside import FOLDER
from mutant_reach import KEPT, Reach, files_of_all, measure
from mutants import Mutant, mutants_of


def main() -> int:
    """Run what is asked for and tell how many were killed."""
    told = _options()
    KEPT.mkdir(exist_ok=True)
    if told.measure:
        return measure(told.parts)
    found = found_so_far()
    files = {file: path for file, path in files_of_all() if _under(file, told.parts)}
    if told.files:
        files = _drawn(files, told)
    if told.draw:
        print(":".join(files))
        return 0
    mutants = [one for one in generated(files.values()) if _meant(one, told.parts)]
    if not told.show:
        chosen = _chosen(mutants, found, told)
        run(chosen, told)
        found = found_so_far()
        if told.sample:
            mutants = sampled(mutants, told.sample, told.seed)
    tell(mutants, found, show=told.show)
    ran = [found[key(one)]["result"] for one in mutants if key(one) in found]
    return int(bool(told.least) and ran.count("survived") > round((1 - told.least) * len(ran), 9))


def _drawn(files: Mapping[str, Path], told: argparse.Namespace) -> dict[str, Path]:
    sizes = [path.stat().st_size for path in files.values()]
    drawn = random.Random(told.seed).choices([*files], sizes, k=told.files)  # noqa: S311
    return {file: files[file] for file in sorted(set(drawn))}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", help="packages, files or names of mutants (advice/fit.py:by_group:16)")
    parser.add_argument("--measure", action="store_true", help="measure which lines the given tests run")
    parser.add_argument("--sample", type=int, default=0, help="so many of each package")
    parser.add_argument("--files", type=int, default=0, help="of so many files, drawn as large ones are likelier")
    parser.add_argument("--draw", action="store_true", help="run nothing; tell the files that are drawn")
    parser.add_argument("--beside", action="store_true", help="go by what mutant_beside.py saw, not by --measure")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seconds", type=float, default=3.0, help="of tests a mutant, at most")
    parser.add_argument("--again", action="store_true", help="those that survived, with twenty times as many tests")
    parser.add_argument("--show", action="store_true", help="run nothing; list the survivors")
    parser.add_argument("--least", type=float, default=0.0, help="fail below this share of killed ones")
    return parser.parse_args()


def key(mutant: Mutant) -> str:
    """Return what a mutant is known by: its name and its text, so that a change of the function asks anew."""
    return mutant.name + "@" + sha256(mutant.source.encode()).hexdigest()[:8]


def generated(paths: Iterable[Path]) -> list[Mutant]:
    """Return all mutants of some files; those of one that has not changed are kept from the last time."""
    paths = list(paths)
    store = KEPT / "mutants.pickle"
    kept: dict[str, tuple[str, list[Mutant]]] = pickle.loads(store.read_bytes()) if store.exists() else {}  # noqa: S301
    rules = Path(mutants_of.__code__.co_filename).read_bytes()
    for path in paths:
        digest = sha256(rules + path.read_bytes()).hexdigest()
        if kept.get(str(path), ("",))[0] != digest:
            kept[str(path)] = (digest, mutants_of(path))
    store.write_bytes(pickle.dumps(kept))
    return [mutant for path in paths for mutant in kept[str(path)][1]]


def found_so_far() -> dict[str, dict[str, Any]]:
    """Return the last result of each mutant that was run."""
    results = KEPT / "results.jsonl"
    rows = map(json.loads, results.read_text().splitlines()) if results.exists() else ()
    return {row["name"]: row for row in rows}


def sampled(mutants: Iterable[Mutant], size: int, seed: int) -> list[Mutant]:
    """Return so many of each package, the same for the same seed."""
    by_package: dict[str, list[Mutant]] = {}
    for one in mutants:
        by_package.setdefault(one.package, []).append(one)
    return [
        one
        for few in by_package.values()
        for one in random.Random(seed).sample(few, min(size, len(few)))  # noqa: S311
    ]


def _meant(mutant: Mutant, parts: list[str]) -> bool:
    names = [part for part in parts if ":" in part]
    others = [part for part in parts if ":" not in part]
    return not names or mutant.name in names or _under(mutant.file, others, otherwise=False)


def _under(file: str, parts: list[str], *, otherwise: bool = True) -> bool:
    """Return whether a file is one of those told, or lies in them; otherwise: where none are."""
    told = [part.partition(":")[0].rstrip("/") for part in parts]
    return any(f"{file}/".startswith(f"{part}/") for part in told) if told else otherwise


def _chosen(mutants: list[Mutant], found: Mapping[str, Mapping[str, Any]], told: argparse.Namespace) -> list[Mutant]:
    if told.again:
        return [one for one in mutants if found.get(key(one), {}).get("result") in ("survived", "gone")]
    few = sampled(mutants, told.sample, told.seed) if told.sample else mutants
    return [one for one in few if key(one) not in found]


def run(mutants: list[Mutant], told: argparse.Namespace) -> None:
    """Run mutants; those that no test reaches are noted as such."""
    reach = Reach(FOLDER if told.beside else None)
    seconds = told.seconds * (20 if told.again else 1)
    selected = {key(one): (one, reach.tests(one, seconds)) for one in mutants}
    with (KEPT / "results.jsonl").open("a") as file:
        for name in [name for name, (_, tests) in selected.items() if not tests]:
            file.write(
                json.dumps({"name": name, "result": "survived", "by": "no test", "seconds": 0, "tests": 0}) + "\n"
            )
            del selected[name]
    files = sorted({test.partition("::")[0] for _, tests in selected.values() for test in tests})
    if files:
        mutant_tests.run(selected, reach.durations, KEPT / "results.jsonl", told.jobs, files)


def tell(mutants: list[Mutant], found: Mapping[str, Mapping[str, Any]], *, show: bool) -> None:
    """Print the table, and the survivors if they are asked for."""
    counts: dict[str, Counter[str]] = {}
    for one in mutants:
        if row := found.get(key(one)):
            for whole in (one.package, one.file):
                counts.setdefault(whole, Counter())[row["result"]] += 1
        if show and row and row["result"] not in ("killed", "time"):
            print(f"=== {one.name} ({row['result']}, {row['tests']} tests)\n- {one.before}\n+ {one.after}")
    for whole, count in sorted(counts.items()):
        every = count.total()
        print(f"{whole:34} {every - count['survived']:5} of {every:5} killed  {1 - count['survived'] / every:6.1%}")


if __name__ == "__main__":
    sys.exit(main())
