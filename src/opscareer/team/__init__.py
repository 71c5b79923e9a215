"""Many people: what `assess` tells of one, told of each of thousands or millions, by matrix products and masks.

The only package that imports numpy and pyarrow (the extra `team`). `advised` is the whole of it: a batch of people in,
a batch of what they are told out; `advise_parquet` does so file to file, `opscareer.team.spark` on a cluster.
"""

from opscareer.errors import OpscareerError

try:
    import numpy as _numpy  # noqa: F401 - whether it is there
    import pyarrow as _pyarrow  # noqa: F401
    import threadpoolctl as _threadpoolctl  # noqa: F401
except ModuleNotFoundError as missing:
    raise OpscareerError(
        f"没有安装 {missing.name}",
        f"{missing.name} is not installed",
        ("装上它：pip install 'opscareer[team]'", "install it: pip install 'opscareer[team]'"),
    ) from missing

from opscareer.team.advised import Advised, advised
from opscareer.team.columns import NAME, TOLD, schema_of
from opscareer.team.encode import Encoded, Fault, encode
from opscareer.team.group import Tally
from opscareer.team.kernel import tell
from opscareer.team.out import rows_of, told_parquet
from opscareer.team.parts import Part, Place, check_parquet, parts_of_parquet, parts_of_rows
from opscareer.team.people import People
from opscareer.team.repeated import Seen
from opscareer.team.stream import Streamed, advise_batches, advise_parquet, in_order
from opscareer.team.told import Told
from opscareer.team.work import Worked, work_on

__all__ = [
    "NAME",
    "TOLD",
    "Advised",
    "Encoded",
    "Fault",
    "Part",
    "People",
    "Place",
    "Seen",
    "Streamed",
    "Tally",
    "Told",
    "Worked",
    "advise_batches",
    "advise_parquet",
    "advised",
    "check_parquet",
    "encode",
    "in_order",
    "parts_of_parquet",
    "parts_of_rows",
    "rows_of",
    "schema_of",
    "tell",
    "told_parquet",
    "work_on",
]
