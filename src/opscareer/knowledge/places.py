"""Where things are: the built-in knowledge base, and the folder for what is compiled from it."""

import os
import sys
from pathlib import Path

_LINUX = sys.platform == "linux"
KEYS = {
    "kb.yaml": ("name", "version", "levels", "sources"),
    "skills.yaml": ("groups", "skills"),
    "roles.yaml": ("metrics", "blocks", "role_groups", "other_trades", "roles"),
    "ladders.yaml": ("rungs", "promotions", "laterals", "crossings"),
    "questions.yaml": ("questions",),
    "rules.yaml": ("constants", "months", "titles", "routes", "route_rules", "growth", "situations", "leading"),
    "market.yaml": ("market", "role_cues", "rung_cues"),
}
"""What stands in which file."""
FILES = tuple(KEYS)


def builtin() -> Path:
    """Return the folder of the built-in knowledge base: in the installed package, or in the checkout it runs from."""
    package = Path(__file__).parents[1]
    packaged = package / "data"
    return packaged if packaged.is_dir() else package.parents[1] / "data"


def defaults() -> dict[str, Path]:
    """Return the files from which is taken what a knowledge base leaves out."""
    return {"rules.yaml": builtin() / "rules.yaml", "defaults.yaml": builtin() / "defaults" / "defaults.yaml"}


def cache_folder() -> Path:
    """Return the platform's cache folder for opscareer.

    On Linux by the rule itself: platformdirs would take a quarter of all that a warm start may cost. A test holds the
    two to the same answer.
    """
    if _LINUX:
        told = os.environ.get("XDG_CACHE_HOME", "")
        return Path(told if os.path.isabs(told) else os.path.expanduser("~/.cache")) / "opscareer"
    from platformdirs import user_cache_path

    return user_cache_path("opscareer", appauthor=False)


def cache_file(layers: tuple[Path, ...]) -> Path:
    """Return the file for what is compiled from these folders."""
    from zlib import crc32  # a name for a file, nothing to trust: what is inside carries its full key

    return cache_folder() / f"kb-{crc32(repr(layers).encode()):08x}.json"


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files of a knowledge base, in the order in which they are read; hidden ones belong to editors.

    Raises OSError where the folder cannot be listed.
    """
    entries = [entry for entry in os.listdir(folder) if not entry.startswith(".")]
    found = [folder / entry for entry in entries if entry.endswith((".yaml", ".yml"))]
    return sorted(found, key=lambda path: (FILES.index(path.name) if path.name in FILES else len(FILES), path.name))
