"""Pages of the site that the program can tell, made when the site is built (a hook of mkdocs): no copy grows stale."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contracts import contracts
from running import said

from opscareer.cli.app import build
from opscareer.text import Lang

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).parents[1]
BESIDE = ("SECURITY", "CONTRIBUTING", "CHANGELOG")
"""Documents that lie where people look for them in a repository."""

FETCHED = re.compile(r'<(?:script|img|iframe|source)\b[^>]*\bsrc="?(?:https?:)?//|<link\b[^>]*\bhref="?(?:https?:)?//')
HEADS: dict[Lang, str] = {
    "en": "# Commands\n\nAs `opscareer COMMAND --help` prints it.",
    "zh": "# 命令\n\n和 `opscareer 命令 --help` 显示的一样。",
}


def on_files(files: "Files", *, config: "MkDocsConfig") -> "Files":
    """Add the pages that are made."""
    from mkdocs.structure.files import File

    for name, text in _made():
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, *, page: Any, config: "MkDocsConfig", files: "Files") -> str:  # noqa: ARG001
    """Return a page with its links to the documents beside this folder led to their pages."""
    for name in BESIDE:
        markdown = markdown.replace(f"](../{name}.md)", f"]({name.lower()}.md)")
    return markdown


def on_post_page(output: str, *, page: Any, config: "MkDocsConfig") -> str:  # noqa: ARG001
    """Return the page as it is. Raises PluginError where it would ask a network for anything."""
    from mkdocs.exceptions import PluginError

    if found := FETCHED.search(output):
        raise PluginError(f"{page.file.src_uri} asks the network: {found[0]}")
    return output


def _made() -> Iterator[tuple[str, str]]:
    yield "commands.md", commands("en")
    yield "zh-commands.md", commands("zh")
    yield "json.md", contracts()
    for name in BESIDE:
        yield f"{name.lower()}.md", (ROOT / f"{name}.md").read_text(encoding="utf-8").replace("](docs/", "](")


def commands(lang: Lang) -> str:
    """Return a page with the help of every command, as it prints it."""
    parts = [HEADS[lang]]
    for words in _named(build(), ()):
        told = said("--lang", lang, *words, "--help").strip()
        parts.append(f"## {' '.join(('opscareer', *words))}\n\n```text\n{told}\n```")
    return "\n\n".join(parts) + "\n"


def _named(command: Any, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words of a command, and those of its own commands."""
    yield words
    for name in getattr(command, "commands", {}):
        yield from _named(command.commands[name], (*words, name))
