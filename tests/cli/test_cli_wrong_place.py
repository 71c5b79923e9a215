"""What was given in the wrong place, or cannot be as it stands, is told as that."""

import pytest
from calling import Call, Save

from opscareer.outside.answers import SCHEMA

PEOPLE = "姓名,现岗位,在岗年数,工龄,数据分析\n张三,运营专员,1,2,3\n李四,运营主管,{years},5,4\n"


@pytest.mark.parametrize("content", [PEOPLE, PEOPLE.replace(",", "\t"), "id,current,skill.sql\na,bd/manager,2\n"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_table_of_people_is_no_ad(call: Call, save: Save, content: str, encoding: str) -> None:
    """A table of people given to match is called what it is, and the command that takes it is named."""
    done = call(f"match {save('team.csv', content.encode(encoding))}")
    assert (done.code, done.out) == (3, "")
    assert "team.csv: this is a table of people, not a job ad" in done.err
    assert "team takes it" in done.err


@pytest.mark.parametrize("first", ["运营专员,上海,本科", "Name,Position,Place", "现岗位,人数,职责"])
def test_an_ad_with_commas(call: Call, save: Save, first: str) -> None:
    """An ad whose first line has commas, or names a post, is an ad."""
    ad = save("ad.txt", f"{first}\n岗位职责：负责社群运营\n")
    assert call(f"match {ad}").code == 0


def test_years_that_contradict_each_other(call: Call, save: Save) -> None:
    """Who tells more years at their level than in the trade is told by the row, and counts all the same."""
    done = call(f"team {save('y.csv', PEOPLE.format(years=9).encode())}")
    assert done.code == 0
    assert "Rows with more years at the level than in the trade, of which one must be wrong" in done.err
    assert "y.csv:3" in done.err
    assert "y.csv:2" not in done.err
    assert "Rows with more years" not in call(f"team {save('y.csv', PEOPLE.format(years='5.5').encode())}").err


def test_many_years_that_contradict_each_other(call: Call, save: Save) -> None:
    """Of many such rows, those of a file of lines of JSON too, the first are named and all are counted."""
    line = '{"id": "%d", "current": ["bd/manager"], "years": 4, "years_total": 2}\n'
    done = call(f"team {save('y.jsonl', ''.join(line % n for n in range(8)).encode())}")
    assert "count all the same: 8." in done.err
    assert ("y.jsonl:5" in done.err, "y.jsonl:6" in done.err, "... and 3 more" in done.err) == (True, False, True)


def test_the_best_of_ads_with_an_unknown_fit(call: Call, save: Save) -> None:
    """An ad that asks too little to say how near it is stands before one that is far, and after one within reach."""
    save("far.txt", "数据运营经理\n岗位职责：\n1、数据分析，SQL\n2、带团队\n任职要求：\n1、硕士，5年经验\n")
    save("little.txt", "用户运营专员\n任职要求：\n1、本科，2年经验\n")
    me = save("me.yaml", f"schema: {SCHEMA}\nanswers: {{current: [user-ops/specialist], skill.data-analysis: 0}}\n")
    folder = me.parent
    done = call(f"match {folder}/far.txt {folder}/little.txt --answers {me}")
    assert done.out.index("little.txt") < done.out.index("far.txt")
    assert f"opscareer match {folder}/little.txt" in done.out
