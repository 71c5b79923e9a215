"""From what pydantic says to faults that a person can mend: place, trail, expectation, nearest valid value."""

from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from opscareer.errors import Fault
from opscareer.knowledge.places import KEYS
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.shapes.role import CellShape, ConditionShape, RowShape
from opscareer.knowledge.shapes.words import SourcedText, TextShape
from opscareer.knowledge.trail import Path, child_of, located
from opscareer.names import nearest
from opscareer.reasons import reason_said
from opscareer.text import Text, clean
from opscareer.written.yaml_nodes import Node

_KEYS = Text("这里要写键和值", "keys with values are expected here")
_EXPECTED = {
    "missing": Text("缺少 {key}", "{key} is missing"),
    "extra_forbidden": Text("不认识的键 {key}", "unknown key {key}"),
    "string_type": Text("这里要写文字", "text is expected here"),
    "string_too_short": Text("不能是空的", "must not be empty"),
    "string_too_long": Text("太长，最多 {max_length} 个字符", "too long, at most {max_length} characters"),
    "int_type": Text("这里要写整数", "a whole number is expected here"),
    "float_type": Text("这里要写数", "a number is expected here"),
    "bool_type": Text("这里要写 true 或 false", "true or false is expected here"),
    "list_type": Text("这里要写列表", "a list is expected here"),
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "too_short": Text("至少要有一项", "at least one entry is expected"),
    "too_long": Text("最多 {max_length} 项", "at most {max_length} entries are expected"),
    "greater_than_equal": Text("要大于等于 {ge}", "must be {ge} or more"),
    "less_than_equal": Text("要小于等于 {le}", "must be {le} or less"),
    "greater_than": Text("要大于 {gt}", "must be more than {gt}"),
    "less_than": Text("要小于 {lt}", "must be less than {lt}"),
    "literal_error": Text("只能是 {expected}", "must be one of {expected}"),
    "string_pattern_mismatch": Text("写法不对：{pattern}", "not written as expected: {pattern}"),
}
_COMMA, _OR = Text("'、'", "', '"), Text("' 或 '", "' or '")
_FEW = Text("至少要有 {min_length} 项", "at least {min_length} entries are expected")
_TEST = Text(
    "这里写一个词、几个词（[a, b]）或 {at_least: 1}、{below: 1}",
    "a word, some words ([a, b]), {at_least: 1} or {below: 1} is expected here",
)
_TEXT = Text("这里要写文字，或 {zh: …, en: …}", "text is expected here, or {zh: …, en: …}")
_TEXTS = {shape.__name__ for shape in (TextShape, SourcedText, ConditionShape)}
_CELL_DEPTH = 5  # roles, which one, asks, the skill, the rung
_CELL = Text(
    "一格写成 级别/权重，如 3/5、3/5 must，或 {level: 3, weight: 5}",
    "a cell is level/weight, as 3/5 or 3/5 must, or {level: 3, weight: 5}",
)
_NEW = Text("底下那一份里没有它，新加的又没写全", "it is not in the base, and not whole enough to be added")
_PATTERNS = {
    "judgement": Text(
        "来源写成 seed:条目、ads:占比/广告数/年份（如 ads:0.42/57/2022-2026）、onet:编码、esco:编码或 judgement",
        "a source is seed:clause, ads:share/ads/years (as ads:0.42/57/2022-2026), onet:code, esco:code or judgement",
    ),
    "/[a-z0-9-]+": Text(
        "岗位写成 角色/职级，如 product-ops/manager", "a position is role/rung, as product-ops/manager"
    ),
    "": Text(
        "编号用小写英文字母、数字和连字符，如 user-insight",
        "an id is lower-case letters, digits and hyphens, as user-insight",
    ),
}


def shape_faults(root: Node, error: ValidationError) -> list[Fault]:
    """Return all faults of the shape, each where it stands."""
    faults: dict[object, Fault] = {}
    for detail in error.errors(include_url=False):
        fault = _shape_fault(root, detail)
        faults.setdefault((fault.place, fault.message), fault)
    return list(faults.values())


def _shape_fault(root: Node, detail: ErrorDetails) -> Fault:
    path = detail["loc"]
    kind = detail["type"]
    key = clean(str(path[-1])) if path else ""
    for number, part in enumerate(path):
        if str(part).startswith(("constrained-str", "list[", "BoundsShape")):  # it is none of what a test can be
            return located(root, path[:number], _TEST)
    if key == "[key]":
        return located(root, path[:-1], _message(kind, detail), at_key=True)
    if kind == "missing":
        return _slip(root, path[:-1]) or _missing(root, path, key)
    if kind == "model_type" and len(path) == _CELL_DEPTH and path[2] == "asks":
        return located(root, path, _CELL)
    if kind == "model_type" and detail["ctx"]["class_name"] in _TEXTS:
        return located(root, path, _TEXT)
    if kind == "extra_forbidden":
        return _unexpected(root, path, key)
    return located(root, path, _message(kind, detail))


def _missing(root: Node, path: Path, key: str) -> Fault:
    """Return the fault of a key that must be there and is not."""
    usual = next((file for file, keys in KEYS.items() if len(path) == 1 and key in keys), None)
    hint = Text(f"通常写在 {usual}", f"it usually stands in {usual}") if usual else None
    return located(root, path[:-1], _EXPECTED["missing"].fill(key=key), hint)


def _unexpected(root: Node, path: Path, key: str) -> Fault:
    """Return the fault of a key that nothing knows."""
    near = nearest(key, _expected_keys(path))
    hint = Text("最接近的：" + "、".join(near), "nearest: " + ", ".join(near)) if near else None
    return located(root, path, _EXPECTED["extra_forbidden"].fill(key=key), hint, at_key=True)


def _slip(root: Node, path: Path) -> Fault | None:
    """Return the fault of an entry that an overlay adds by a slip of its name: one fault, not all that it lacks."""
    node = root
    for number, part in enumerate(path, 1):
        child = child_of(node, part)
        if child is None:
            return None
        if child.near:
            hint = Text(f"是想改 {child.near} 吗？", f"did you mean {child.near}?")
            return located(root, path[:number], _NEW, hint, at_key=True)
        node = child
    return None


def _message(kind: str, detail: ErrorDetails) -> Text:
    known = _FEW if kind == "too_short" and detail["ctx"]["min_length"] > 1 else _EXPECTED.get(kind)
    if kind == "string_pattern_mismatch":
        return next(told for part, told in _PATTERNS.items() if part in detail["ctx"]["pattern"])
    if known is None:
        return Text(f"写得不对：{reason_said(detail['msg']).zh}", detail["msg"])
    return known.fill(**{name: _listed(str(value)) for name, value in detail.get("ctx", {}).items()})


def _listed(said: str) -> Text:
    """Return what pydantic lists, as in 'lead' or 'craft', in both languages."""
    return Text(said.replace(_COMMA.en, _COMMA.zh).replace(_OR.en, _OR.zh), said)


def _expected_keys(path: Path) -> list[str]:
    """Return the keys that may stand at a place, from the shape itself."""
    kind: Any = KbShape
    for part in path[:-1]:
        kind = _inside(kind, str(part))
    return [field.alias or name for name, field in getattr(kind, "model_fields", {}).items()]


def _inside(kind: Any, part: str) -> Any:
    """Return the shape of what lies under a key, or of the entries of a list; of what may be left out itself."""
    inside = _under(kind, part)
    return next(one for one in get_args(inside) if one is not NoneType) if get_origin(inside) is UnionType else inside


def _under(kind: Any, part: str) -> Any:
    if get_origin(kind) in (list, dict):
        entry = get_args(kind)[-1]
        return get_args(entry)[0] if get_origin(entry) is Annotated else entry
    if kind is RowShape and part not in kind.model_fields:
        return CellShape
    fields = getattr(kind, "model_fields", {})
    return next((field.annotation for name, field in fields.items() if part in (field.alias, name)), None)
