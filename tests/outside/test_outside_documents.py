"""Documents: what of a page, a Word document and a PDF is read, and what is said of one that cannot be."""

import json
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from documents import headed, merged, page, pdf, struck, word

from opscareer.errors import FaultyAdError
from opscareer.interview.resume.forms import entries_of
from opscareer.outside.ad import Found, ad_of
from opscareer.outside.resume import resume_of
from opscareer.text import Text

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
AD = (
    "岗位职责：负责社区的选题和内容排期，每周和作者沟通一次，把好看的稿子放到看得见的位置；",
    "写稿、改稿，跟进发布以后的数据，月底写一份复盘。",
    "任职要求：本科，一年以上经验，熟悉短视频平台。",
)


def saved(folder: Path, content: bytes) -> str:
    """Return the name of a file with this content, whose name says nothing of it."""
    file = folder / "given"
    file.write_bytes(content)
    return str(file)


@pytest.mark.parametrize("content", [word("内容运营专员", *AD), pdf("内容运营专员", *AD), page("内容运营专员", *AD)])
def test_an_ad(tmp_path: Path, content: bytes) -> None:
    """An ad is read with its title first, whatever document it is in."""
    lines = ad_of(saved(tmp_path, content)).text.split("\n")
    assert lines[0].strip() == "内容运营专员"
    assert "".join("".join(lines[1:]).split()).startswith("".join("".join(AD).split())[:40])


@pytest.mark.parametrize("heading", [True, False])
def test_a_page_is_read_without_what_stands_around_the_ad(tmp_path: Path, heading: bool) -> None:
    """Menus, other ads and small print are no part of the ad; its title is the heading, else the page's."""
    told = ad_of(saved(tmp_path, page("内容运营专员", *AD, heading=heading))).text
    assert told.startswith("内容运营专员")
    assert all(line in told for line in AD)
    assert not any(word in told for word in ("首页", "仓库管理员", "隐私政策", "某某招聘网"))


@pytest.mark.parametrize("wrapped", [lambda ad: ad, lambda ad: [ad], lambda ad: {"@graph": [1, ad]}])
def test_what_a_page_states_for_search_engines(tmp_path: Path, wrapped: object) -> None:
    """A page that states its ad is taken at its word; what else it states, or states badly, is passed over."""
    ad = {"@type": "JobPosting", "title": "内容运营专员", "description": "<p>写稿<br>改稿</p><ul><li>排期</li></ul>"}
    told = json.dumps(wrapped(ad), ensure_ascii=False)  # type: ignore[operator]
    scripts = ["{", '{"@type": "Organization"}', '{"@type": "JobPosting"}', told]
    head = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    assert ad_of(saved(tmp_path, page("别的", head=head))).text == "内容运营专员\n写稿\n改稿\n排期"


def test_a_page_that_states_several_ads(tmp_path: Path) -> None:
    """Of several ads that a page states the first is read, the others are told and had by number; the same is one."""
    one, other = ({"@type": "JobPosting", "title": title, "description": "<p>写稿</p>"} for title in ("编辑", "文案"))
    told = [json.dumps(ad, ensure_ascii=False) for ad in (one, one, other)]
    head = "".join(f'<script type="application/ld+json">{script}</script>' for script in told)
    file = saved(tmp_path, page("编辑", head=head))
    assert ad_of(file) == Found("编辑\n写稿", ((f"{file}#2", "文案"),))
    assert ad_of(f"{file}#2") == Found("文案\n写稿")
    assert ad_of(f"{file}#1") == Found("编辑\n写稿")
    with pytest.raises(FaultyAdError, match="there is no ad 3 in it, only 2"):
        ad_of(f"{file}#3")


def test_pages_that_are_pictures(tmp_path: Path) -> None:
    """Of a PDF the pages that are pictures, and those beyond what is read, are told by their numbers."""
    said = ad_of(saved(tmp_path, pdf("内容运营专员", *AD, pictures=2))).unread
    assert said
    assert said.en.endswith("of its 3 pages some are pictures, or too far back, and not read: 2, 3")
    notes = list[Text]()
    resume_of(saved(tmp_path, pdf("工作经历", "2020.01-至今 文案", pictures=60)), notes.append)
    assert [note.zh.rpartition("：")[2] for note in notes] == ["第 2、3、4、5、6、7、8、9 等 60 项 页"]
    assert ad_of(saved(tmp_path, pdf("内容运营专员", *AD))).unread is None


def test_a_small_page(tmp_path: Path) -> None:
    """A page with few words is read whole."""
    assert "文案" in ad_of(saved(tmp_path, b"<html><body><p>\xe6\x96\x87\xe6\xa1\x88</p></body></html>")).text


def test_a_page_in_its_own_encoding(tmp_path: Path) -> None:
    """A page is decoded as it says itself."""
    content = page("内容运营专员", *AD).decode().replace("charset='utf-8'", "charset='gbk'").encode("gbk")
    assert AD[0] in ad_of(saved(tmp_path, content)).text


def test_word_in_its_order(tmp_path: Path) -> None:
    """Tables are read by rows, boxes of text once, where they hang."""
    content = word("简历", rows=(("2020.04-至今", "某某公司", "新媒体运营"), ("a\nb", "c")), box="工作经历")
    told = resume_of(saved(tmp_path, content))
    assert told["work"] == [
        {"position": "新媒体运营", "startDate": "2020.04", "endDate": "至今", "highlights": ["a", "b", "c"]}
    ]
    assert ad_of(saved(tmp_path, content)).text.split("\n") == [
        *("简历", "", "工作经历", "2020.04-至今\t某某公司\t新媒体运营", "a", "b", "c"),
    ]


def test_above_and_below_the_pages(tmp_path: Path) -> None:
    """What stands above and below the pages of a Word document is read once, a number of the page is not."""
    content = headed("内容运营专员", *AD, header="某某公司", footer="简历投到 hr@x.cn", first="甲")
    lines = ad_of(saved(tmp_path, content)).text.splitlines()
    assert (lines[0], lines[-3:]) == ("内容运营专员", ["甲", "某某公司", "简历投到 hr@x.cn"])
    resume = headed("2020.04-至今 某某公司", header="新媒体运营")
    assert entries_of(resume_of(saved(tmp_path, resume))).jobs[0]["position"] == "新媒体运营"
    unseen = ad_of(saved(tmp_path, headed("内容运营专员", *AD, header="某某公司"))).text
    assert unseen.count("某某公司") == 1


@pytest.mark.parametrize("based", [False, True])
@pytest.mark.parametrize("kind", ["character", "paragraph"])
def test_crossed_out_by_a_style(tmp_path: Path, kind: str, based: bool) -> None:
    """What a style of a Word document crosses out is not read, unless it says itself that it holds."""
    assert ad_of(saved(tmp_path, struck("十年", kind=kind, based=based))).text == "kept"


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_what_was_taken_away(tmp_path: Path, change: str) -> None:
    """What was deleted or moved away while changes were tracked is not read where it stood."""
    run = f"<w:{change} {_W}><w:r><w:t>十年</w:t><w:tab/></w:r></w:{change}>"
    assert ad_of(saved(tmp_path, word("新媒体运营主管", runs=(run,)))).text == "新媒体运营主管"


def test_a_merged_cell(tmp_path: Path) -> None:
    """A cell that is merged over several rows of a Word table is read once."""
    content = merged(("某某公司", "2020.04-至今", "新媒体运营"), ("某某公司", "2018.04-2020.03", "用户运营"))
    assert ad_of(saved(tmp_path, content)).text.splitlines() == [
        "某某公司\t2020.04-至今\t新媒体运营",
        "2018.04-2020.03\t用户运营",
    ]


@pytest.mark.parametrize("make", [word, pdf])
def test_a_resume(tmp_path: Path, make: object) -> None:
    """A résumé in a document is read as its text is."""
    content = make("甲", "工作经历", "2020.04-至今 某某公司 新媒体运营", "教育经历", "某大学 本科")  # type: ignore[operator]
    told = resume_of(saved(tmp_path, content))
    assert entries_of(told).jobs[0]["position"] == "新媒体运营"
    assert told["education"] == [{"studyType": "某大学 本科"}]


def test_a_resume_as_a_page(tmp_path: Path) -> None:
    """Of a résumé that is a page all is read, also what a reader of articles would leave out."""
    told = resume_of(saved(tmp_path, page("甲", "工作经历", "2020.04-至今 某某公司 新媒体运营")))
    assert entries_of(told).jobs[0]["position"] == "新媒体运营"


@pytest.mark.parametrize("tag", ["p", "div", "li", "h3", "td"])
def test_a_resume_as_a_page_has_its_lines(tmp_path: Path, tag: str) -> None:
    """A résumé that is a page reads as the same lines of text do."""
    lines = (
        "甲 138 0000 0000",
        "工作经历",
        "2021.06-至今",
        "某某公司",
        "用户运营主管",
        "2018.07-2021.05",
        "另一公司",
        "新媒体运营",
    )
    marked = "".join(f"<tr><{tag}>{line}</{tag}></tr>" if tag == "td" else f"<{tag}>{line}</{tag}>" for line in lines)
    page_of = f"<!DOCTYPE html><html><body><table>{marked}</table></body></html>"
    whole = page_of if tag == "td" else page_of.replace("<table>", "").replace("</table>", "")
    told, plain = (tmp_path / name for name in ("cv.html", "cv.txt"))
    told.write_text(whole, encoding="utf-8")
    plain.write_text("\n".join(lines), encoding="utf-8")
    assert resume_of(str(told)) == resume_of(str(plain))


@pytest.mark.parametrize(
    "unseen",
    [
        '<p style="Display: none">十年以上经验</p>',
        "<p hidden>十年以上经验</p>",
        "<p><del>十年以上经验</del>三年以上经验</p>",
        '<p><span style="text-decoration:line-through">十年以上经验</span></p>',
    ],
)
def test_what_nobody_sees_of_a_page(tmp_path: Path, unseen: str) -> None:
    """What a page, or a piece of one, hides or crosses out is not read."""
    piece = f"<div>\n<h2>新媒体运营主管</h2><p>负责公众号选题与内容策划</p><p>三年以上经验</p>{unseen}</div>".encode()
    for content in (page("新媒体运营主管", "负责公众号选题与内容策划", "三年以上经验", unseen), piece):
        told = ad_of(saved(tmp_path, content)).text
        assert "三年" in told
        assert "十年" not in told


@pytest.mark.parametrize("mark", ["vanish", "strike", "dstrike"])
def test_what_nobody_sees_of_a_word_document(tmp_path: Path, mark: str) -> None:
    """Runs of a Word document that are hidden or crossed out are not read."""
    run = f"<w:r {_W}><w:rPr><w:{mark}/></w:rPr><w:t>十年</w:t></w:r>"
    kept = f'<w:r {_W}><w:rPr><w:{mark} w:val="0"/></w:rPr><w:t>三年以上经验</w:t></w:r>'
    told = ad_of(saved(tmp_path, word("新媒体运营主管", runs=(run, kept)))).text
    assert "三年" in told
    assert "十年" not in told


def test_years_and_degree_that_a_page_states(tmp_path: Path) -> None:
    """The years and the degree of an ad that is stated for search engines are read with it."""
    stated = {
        "@type": "JobPosting",
        "title": "用户运营",
        "description": "负责社群",
        "experienceRequirements": {"monthsOfExperience": 36},
        "educationRequirements": {"credentialCategory": "bachelor degree"},
    }
    head = f'<script type="application/ld+json">{json.dumps(stated)}</script>'
    ad = ad_of(saved(tmp_path, page("用户运营", head=head))).text
    assert "3+ years" in ad
    assert "bachelor" in ad


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pdf(), "a PDF without words (a scan?)"),
        (pdf("x", locked="secret"), "a PDF, and cannot be opened: it is broken, or locked"),
        (b"%PDF-1.4\nbroken", "a PDF, and cannot be opened: it is broken, or locked"),
        (word("x")[:-400], "a Word document, and cannot be opened: it is broken"),
        (word(), "a Word document without words"),
        (b"<html></html>", "an HTML page without words"),
        (
            page("新媒体运营主管", head="<script>write()</script>").replace(b"<body>", b"<body hidden>"),
            "an HTML page, but a script",
        ),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, content: bytes, said: str) -> None:
    """A document that is broken, locked or without words is told as that, and how to go on."""
    with pytest.raises(FaultyAdError) as caught:
        ad_of(saved(tmp_path, content))
    assert f"this is {said}" in caught.value.message.en
    assert "copy its words" in caught.value.hint.en


def test_what_unpacks_to_too_much(tmp_path: Path) -> None:
    """A Word document that is small and would fill the memory is refused before it is unpacked."""
    name = saved(tmp_path, word("x"))
    with ZipFile(name, "a", ZIP_DEFLATED) as packed:
        packed.writestr("word/media/zeros", bytes(101_000_000))
    with pytest.raises(FaultyAdError, match="100 MB"):
        ad_of(name)


@pytest.mark.parametrize(
    ("library", "content"), [("pypdf", pdf("x")), ("docx", word("x")), ("trafilatura", page("x", *AD))]
)
def test_without_the_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, content: bytes) -> None:
    """Where the library is not installed it is said what to install."""
    for reader in ("pdf", "word", "page"):
        monkeypatch.delitem(sys.modules, f"opscareer.outside.{reader}", raising=False)
        monkeypatch.delattr(f"opscareer.outside.{reader}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(FaultyAdError) as caught:
        ad_of(saved(tmp_path, content))
    assert "is not installed" in caught.value.message.en
    assert "pip install 'opscareer[files]'" in caught.value.hint.zh
