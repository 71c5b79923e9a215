"""A small knowledge base of another trade to begin from, with the schemas by which editors check it."""

import json
from collections.abc import Iterator
from pathlib import Path

from opscareer.knowledge import places
from opscareer.knowledge.file_schema import file_schema, header
from opscareer.written.files import content

SCHEMAS = "schemas"


def starter_files() -> Iterator[tuple[Path, str]]:
    """Yield the files to write, by their path in the new folder, with their text. Raises OSError."""
    folder = places.builtin() / "starter"
    names = [path.name for path in places.yaml_files(folder)]
    for name in names:
        text = content(folder / name).decode("utf-8")
        yield Path(name), text.replace(header(f"../{SCHEMAS}", name), header(SCHEMAS, name))
    for name in names:
        yield Path(SCHEMAS) / f"{name.removesuffix('.yaml')}.json", schema_text(name)


def schema_text(name: str) -> str:
    """Return the schema of a file as text."""
    return json.dumps(file_schema(name), ensure_ascii=False, indent=1) + "\n"
