"""Answers as Excel workbooks, by openpyxl (in the extras `files` and `team`), which is imported when one is written."""

from opscareer.errors import OpscareerError

try:
    import openpyxl as _openpyxl  # noqa: F401 - whether it is there
except ModuleNotFoundError as missing:
    raise OpscareerError(
        "写 Excel 表要的库没装",
        "the library that writes Excel workbooks is not installed",
        ("装上它：pip install 'opscareer[files]'，或者写成 .csv", "pip install 'opscareer[files]', or write a .csv"),
    ) from missing
