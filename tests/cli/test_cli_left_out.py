"""No table and no list is cut in silence."""

import json
import re
from pathlib import Path

import pytest
from calling import AD, Call

LONG = (
    "用户运营专员\n任职要求：本科及以上学历，3年以上经验。数据分析、用户调研、活动策划、文案、短视频、直播、社群运营、"
    "投放、SEO、商务拓展、项目管理、客服、供应商管理、谈判、库存管理、产品需求、增长实验、跨部门沟通、团队管理。"
)


def left_out(page: str, heading: str) -> int:
    """Return how many a part of a page says that it left out."""
    part = page.partition(heading)[2].partition("\n\n")[0]
    found = re.search(r"^  (\d+) more(?:, below 1%)?$", part, re.MULTILINE)
    return int(found[1]) if found else 0


def test_the_advice(call: Call) -> None:
    """The gaps and the other directions that the page of the advice does not name are counted on it."""
    answer, page = call("assess --json --answers ME").answer, call("assess --answers ME").out
    assert left_out(page, "What is missing") == len(answer["gaps"]) - 5
    assert left_out(page, "Also to consider") == len(answer["alternatives"]) - 3


def test_an_ad(call: Call) -> None:
    """So are the gaps to an ad, and the positions that it may be for."""
    answer, page = call("match AD --json --answers ME").answer, call("match AD --answers ME").out
    assert left_out(page, "Your fit to this ad") == max(0, len(answer["gaps"]) - 5)
    listed = sum(one["share"] >= 0.01 for one in answer["positions"][:3])
    assert left_out(page, "It looks like") == len(answer["positions"]) - listed > 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_many_ads(call: Call, tmp_path: Path, lang: str) -> None:
    """So are the skills that many ads ask for; education is told beside the years."""
    file = tmp_path / "many.jsonl"
    file.write_text(json.dumps({"title": "用户运营专员", "text": LONG}) + "\n" + json.dumps({"text": AD}), "utf-8")
    answer, page = call(f"demand {file} --json").answer, call(f"demand {file} --lang {lang}").out
    more = [len(row["skills"]) - 12 for row in answer["table"] if len(row["skills"]) > 12]
    assert more
    said = re.findall(r"^  (?:(\d+) more|还有 (\d+) 项)$", page, re.MULTILINE)
    assert [int(zh or en) for zh, en in said] == more
    assert ("学历：本科" if lang == "zh" else "Education asked: bachelor") in page


def test_names_in_running_text(call: Call, tmp_path: Path) -> None:
    """A list in a sentence says how many it does not name: what was not answered is told whole or counted."""
    file = tmp_path / "little.yaml"
    file.write_text("schema: opscareer/answers/1\nanswers: {current: [user-ops/specialist], years: 1}\n", "utf-8")
    unanswered = [gap for gap in call(f"gap --json --answers {file}").answer["gaps"] if gap["assumed"]]
    page = " ".join(call(f"gap --answers {file}").out.split())
    assert f"and {len(unanswered) - 6} more." in page
