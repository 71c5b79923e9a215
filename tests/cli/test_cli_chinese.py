import re
from collections.abc import Iterator

import pytest
from calling import Call
from typer._click import Command

from opscareer.cli.app import build
from opscareer.cli.chinese import HELP, called
from opscareer.cli.help_page import paragraphs

LINES = (
    "plann",
    "--lagn zh",
    "plan --mnths 3",
    "plan --months abc",
    "plan --months -1",
    "plan --parallel 9",
    "plan --parallel x",
    "path -k 0",
    "gap",
    "match",
    "plan x y z",
    "compare",
    "roles --lang zh --lang fr",
    "history --diff 1",
    "history --delete x",
    "assess --confidence much",
    "roles --json=1",
    "kb chek",
    "kb",
)
"""Command lines with a mistake that the library finds, of each kind that there is."""


def described(command: Command, name: str = "opscareer") -> Iterator[tuple[str, str]]:
    """Yield all that the help says: where, and the sentence."""
    yield from ((name, part) for part in paragraphs(command.help or ""))
    for parameter in command.params:
        if text := getattr(parameter, "help", None):
            yield f"{name} {parameter.name}", text
    for one, below in getattr(command, "commands", {}).items():
        yield from described(below, f"{name} {one}")


def test_all_help_is_there_in_chinese() -> None:
    """Every sentence of the help has a Chinese one, and no Chinese one is of a sentence that is not said."""
    said = {text: where for where, text in described(build())}
    assert {where for text, where in said.items() if text not in HELP} == set()
    assert set(HELP) - said.keys() == {"Show this message and exit."}


@pytest.mark.parametrize("words", ["", "plan", "kb", "kb check", "demand"])
@pytest.mark.parametrize("columns", ["40", "80"])
def test_help_in_chinese(call: Call, monkeypatch: pytest.MonkeyPatch, words: str, columns: str) -> None:
    """Help in Chinese has no English sentence, wherever on the line the language is told, and none of it is cut."""
    monkeypatch.setenv("COLUMNS", columns)
    done = call(f"{words} --help --lang zh" if words and words != "kb" else f"--lang zh {words} --help")
    assert done.code == 0
    assert not re.search(r"[a-z]+ [a-z]+ [a-z]+", done.out.replace("opscareer kb check", ""))
    assert "..." not in done.out.replace("]...", "")


def placeholders(command: Command, name: str = "opscareer") -> Iterator[tuple[str, str]]:
    """Yield what stands for the value of each argument and option: where, and the words."""
    context = command.make_context(name, [], resilient_parsing=True)
    for parameter in command.params:
        if not getattr(parameter, "is_flag", False):
            yield f"{name} {parameter.name}", called(parameter.make_metavar(context), "zh")
    for one, below in getattr(command, "commands", {}).items():
        yield from placeholders(below, f"{name} {one}")


def test_values_are_called_in_chinese() -> None:
    """What stands for a value in the help is Chinese, but for words typed as they stand, and says what it is."""
    said = dict(placeholders(build()))
    own = r"SHELL|A B|[-a-z]+(?:\|[-a-z]+)+"
    assert {where: told for where, told in said.items() if re.search("[A-Za-z]", re.sub(own, "", told))} == {}
    assert {where for where, told in said.items() if told == "人数"} == {
        "opscareer form people",
        "opscareer team min_group",
    }
    assert (said["opscareer plan month"], said["opscareer plan parallel"]) == ("月数", "项数")


@pytest.mark.parametrize(
    "words", ["kb {} check", "kb {} schema --help", "kb {} --help", "{} kb --help", "kb --help {}"]
)
def test_options_between_group_and_command(call: Call, words: str) -> None:
    """What every command takes is taken before a group, after it and after its command, and says the same."""
    done = [call(words.format(option)) for option in ("--lang zh", "--lang zh --plain")]
    assert [one.code for one in done] == [0, 0]
    assert all(re.search("[\u4e00-\u9fff]", one.out) for one in done)
    assert call("--lang en kb --lang zh where").out == call("kb where --lang zh").out


@pytest.mark.parametrize("words", LINES)
def test_mistakes_in_chinese(call: Call, words: str) -> None:
    """A mistake on the command line is told in Chinese, with the words that were typed and nothing else in English."""
    done = call(words if "--lang" in words else f"--lang zh {words}")
    assert done.code == 2
    error, typed = done.err.split("用法")[0], "|".join(map(re.escape, words.split()))
    said = re.sub(rf"opscareer|kb|[-\w]*\b(?:{typed})\b", "", error)
    assert not re.search(r"[A-Za-z]+ [a-z]+", said), error


def test_a_mistake_in_english(call: Call) -> None:
    """In English it is told as the library has it, on one line."""
    assert call("--lang en plann").err.startswith("opscareer: No such command 'plann'. Did you mean 'plan'?\n")
