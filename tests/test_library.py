import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[1] / "docs" / "library.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
NAMED = re.findall(r"^\| `(opscareer(?:\.\w+)+)", PAGE, re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_example_runs(example: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What the page on the library shows runs as it stands, and prints something."""
    exec(compile(example, "library.md", "exec"), {})
    assert capsys.readouterr().out.count("\n") == example.count("print(")


@pytest.mark.parametrize("name", NAMED)
def test_what_the_page_names_is_there(name: str) -> None:
    """Every name that the page calls public can be imported."""
    import pkgutil

    assert pkgutil.resolve_name(name) is not None
