import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("module", "lacking", "extra"),
    [("team", "numpy", "team"), ("team", "pyarrow", "team"), ("team.spark", "pyspark", "spark")],
)
def test_what_to_install_is_said(module: str, lacking: str, extra: str) -> None:
    """Without what an extra brings it is said in one error which extra that is."""
    code = (
        f"import sys; sys.modules[{lacking!r}] = None\n"
        "from opscareer.errors import OpscareerError\n"
        f"try:\n    import opscareer.{module}\nexcept OpscareerError as error:\n    print(error, error.hint.en)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert lacking in said
    assert f"opscareer[{extra}]" in said
