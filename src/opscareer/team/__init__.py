"""Many people: what `assess` tells of one, told of each of thousands or millions, by matrix products and masks.

The only package that imports numpy and pyarrow (the extra `team`). `advised` is the whole of it: a batch of people in,
a batch of what they are told out; `advise_parquet` does so file to file, `opscareer.team.spark` on a cluster.
"""

from opscareer.errors import OpscareerError

try:
    import numpy as _numpy  # noqa: F401 - whether it is there
    import pyarrow as _pyarrow  # noqa: F401
except ModuleNotFoundError as missing:
    raise OpscareerError(
        f"没有安装 {missing.name}",
        f"{missing.name} is not installed",
        ("装上它：pip install 'opscareer[team]'", "install it: pip install 'opscareer[team]'"),
    ) from missing

from opscareer.team.advised import Advised, advised
from opscareer.team.columns import TOLD, schema_of
from opscareer.team.encode import Encoded, Fault, encode
from opscareer.team.group import Tally
from opscareer.team.kernel import tell
from opscareer.team.people import People
from opscareer.team.stream import Streamed, advise_batches, advise_parquet
from opscareer.team.told import Told

__all__ = [
    "TOLD",
    "Advised",
    "Encoded",
    "Fault",
    "People",
    "Streamed",
    "Tally",
    "Told",
    "advise_batches",
    "advise_parquet",
    "advised",
    "encode",
    "schema_of",
    "tell",
]
