"""Of made-up résumés in every form: is the present position proposed right, and none to those who hold none?

`python bench/resumes.py [COUNT]`. Told are, of those in the trade, how many are proposed a position that they hold, and
of those who hold a post outside it now or none at all, how many are proposed one of ours. Beside it the baseline: the
title of the latest post, given to it for nothing, through the finder of positions, whether that post ended or not.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from made_resumes import SEED, Resume, resumes

from opscareer.errors import UsageError
from opscareer.interview.resume import proposals
from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import find_position
from opscareer.outside.resume import resume_of

COUNT, MONTH = 200, "2026-11"
Held = tuple[str, ...]


def main() -> int:
    """Print one table: all, and by form."""
    kb, told = open_kb(None).whole(), [*resumes(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)]
    by_form: dict[str, list[Resume]] = defaultdict(list)
    for one in told:
        by_form["all"].append(one)
        by_form[one.form].append(one)
    print(f"seed {SEED}, {len(told)} résumés\n")
    print("| form | n | in the trade: right | another | baseline | outside or left: proposed one | baseline | degree |")
    print("|---|---|---|---|---|---|---|---|")
    for form, ones in by_form.items():
        read, plain = rates(ones, lambda one: proposed(kb, one)), rates(ones, lambda one: latest(kb, one))
        degrees = sum(degree(kb, one) == one.degree for one in ones) / len(ones)
        shares = (read[0], read[1], plain[0], read[2], plain[2], degrees)
        print(f"| {form} | {len(ones)} | " + " | ".join(f"{share:.3f}" for share in shares) + " |", flush=True)
    return 0


def rates(ones: Iterable[Resume], held: Callable[[Resume], Held]) -> tuple[float, float, float]:
    """Return the shares of those in the trade told right and told another, and of all others told one."""
    ones = [*ones]
    ours = [(held(one), one.of.right) for one in ones if one.of.kind == "in"]
    others = [held(one) for one in ones if one.of.kind != "in"]
    right = sum(bool({*told} & right) for told, right in ours)
    wrong = sum(bool(told) and not {*told} & right for told, right in ours)
    return right / len(ours), wrong / len(ours), sum(map(bool, others)) / len(others)


def proposed(kb: KnowledgeBase, one: Resume) -> Held:
    """Return the positions that are proposed as those held now; none where it is no résumé to the reader."""
    current = _read(kb, one).get("current", ())
    return current if isinstance(current, tuple) else ()


def degree(kb: KnowledgeBase, one: Resume) -> object:
    """Return the education that is proposed."""
    return _read(kb, one).get("education")


def latest(kb: KnowledgeBase, one: Resume) -> Held:
    """Return the position that the title of the latest post is found to be."""
    try:
        return (find_position(kb, one.of.jobs[0].title),)
    except UsageError:
        return ()


def _read(kb: KnowledgeBase, one: Resume) -> dict[str, object]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / one.file
        file.write_text(one.text, encoding="utf-8")
        try:
            return {**proposals(kb, resume_of(str(file)), MONTH).answers}
        except UsageError:
            return {}


if __name__ == "__main__":
    sys.exit(main())
