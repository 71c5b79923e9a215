import gc
from io import BytesIO

import pytest

from opscareer.render.workbook.people import people_workbook


class Full(BytesIO):
    """A disk with room for little."""

    def write(self, data: object, /) -> int:  # noqa: ARG002
        """Refuse to write."""
        raise OSError(28, "No space left on device")


@pytest.mark.filterwarnings("error")
def test_a_workbook_on_a_full_disk() -> None:
    """Where there is no room for a workbook that is told once, and nothing is tried again behind it."""
    with pytest.raises(OSError, match="No space left"), people_workbook(Full(), {}, "en"):
        pass
    gc.collect()
