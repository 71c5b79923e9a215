"""The shape of the report, which has no view yet; of all others views.contract tells them."""

from opscareer.render.contract.parts import KB, Schema, obj
from opscareer.render.contract.report import REPORT
from opscareer.views import contract


def schema_of(name: str) -> Schema:
    """Return the JSON Schema of a command's answer, of `answers` files or of an `error`. Raises KeyError."""
    if name != "report":
        return contract.schema_of(name)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "opscareer report"}
    return {**head, **obj({"schema": {"const": "opscareer/report/1"}, "kb": KB, **REPORT["report"]})}


def names() -> tuple[str, ...]:
    """Return all names that have a schema."""
    return (*contract.names(), "report")
