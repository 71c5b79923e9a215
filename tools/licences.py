"""The licences of what the program is built on, from the metadata of what is installed: docs/licences.md.

`python tools/licences.py` writes the page, with all extras of the program itself installed. With `--check` it changes
nothing, and ends with 1 where a licence is not known to be permissive or what pyproject names is not on the page.
"""

import re
import sys
from collections.abc import Collection, Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires
from pathlib import Path

from packaging.requirements import Requirement

PAGE = Path(__file__).parents[1] / "docs" / "licences.md"
EXTRAS = ("", "files", "team", "spark")
"""Extras of the program itself; those for its developers are not given to anybody."""

FILLED = re.compile(r"(<!-- filled: licences -->\n).*?(<!-- end -->)", re.DOTALL)
PERMISSIVE = re.compile(
    r"\b(MIT|BSD|0BSD|Apache|ISC|PSF|Python Software Foundation|Unlicense|Zlib|HPND)\b", re.IGNORECASE
)
KNOWN: Mapping[str, str] = {
    "certifi": "MPL-2.0",
    "tld": "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later",
}
"""Those that are not permissive, looked at: the MPL asks something only of who changes their own files."""

_LONGEST = 60  # letters: beyond, what stands under "License" is the text of one


def main() -> int:
    """Write or check the page; return 1 where something is wrong with it."""
    found = _found()
    wrong = [f"{name}: {licence}" for name, (licence, _) in found.items() if not _fit(name, licence)]
    rows = {name: f"| {name} | {licence} | {why} |" for name, (licence, why) in found.items()}
    page = PAGE.read_text(encoding="utf-8")
    if "--check" in sys.argv[1:]:
        wrong += [
            f"not so on {PAGE.name}: {rows[name]}" for name in _direct() if name in rows and rows[name] not in page
        ]
    else:
        _write(page, list(rows.values()))
    for line in wrong:
        sys.stderr.write(f"{line}\n")
    return 1 if wrong else 0


def _found() -> dict[str, tuple[str, str]]:
    """Return the licence of each installed distribution that is needed, and by what: first by the program itself."""
    asked = [(one, f"the extra `{extra}`" if extra else "the program") for extra in EXTRAS for one in _own(extra)]
    found: dict[str, tuple[str, str]] = {}
    for one, why in asked:  # as far as others lead to others, those are at the end
        name = _plain(one.name)
        try:
            known = found.setdefault(name, (_licence(distribution(name)), why))
        except PackageNotFoundError:
            continue
        if known[1] == why:
            asked += [(needed, name) for needed in _needs(name, one.extras)]
    return dict(sorted(found.items()))


def _own(extra: str) -> Iterator[Requirement]:
    """Yield what the program asks for with an extra; without any where that is empty."""
    plain = {str(one) for one in _needs("opscareer", ())}
    for one in _needs("opscareer", (extra,)):
        if one.name != "opscareer" and (not extra or str(one) not in plain):
            yield one


def _needs(name: str, extras: Collection[str]) -> Iterator[Requirement]:
    """Yield what a distribution asks for here, with some of its extras."""
    for line in requires(name) or ():
        one = Requirement(line)
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield one


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _direct() -> set[str]:
    return {_plain(one.name) for extra in EXTRAS for one in _own(extra)}


def _licence(one: Distribution) -> str:
    told = next((one.metadata[key] for key in ("License-Expression", "License") if key in one.metadata), "")
    classified = [
        c.rpartition(" :: ")[2] for c in one.metadata.get_all("Classifier") or () if c.startswith("License ::")
    ]
    return told if told and len(told) <= _LONGEST and "\n" not in told else ", ".join(classified) or "not told"


def _told(page: str, name: str, found: Mapping[str, tuple[str, str]]) -> bool:
    """Return whether the page has a row for it with the same kind of licence: releases spell them in many ways."""
    row = re.search(rf"^\| {re.escape(name)} \| (.+?) \|", page, re.MULTILINE)
    return row is not None and _kind(row[1]) == _kind(found[name][0])


def _kind(licence: str) -> str:
    found = PERMISSIVE.search(licence)
    return found[0].lower() if found else licence


def _fit(name: str, licence: str) -> bool:
    return bool(PERMISSIVE.search(licence)) or KNOWN.get(name) == licence


def _write(page: str, rows: list[str]) -> None:
    table = "\n".join(["| what | licence | asked for by |", "| --- | --- | --- |", *rows])
    PAGE.write_text(FILLED.sub(lambda part: f"{part[1]}{table}\n{part[2]}", page), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
