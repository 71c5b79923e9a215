"""Documents made as programs make them: Word with tables and boxes of text, PDF, pages as sites have them."""

from io import BytesIO

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from PIL import Image  # comes with reportlab
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

_BOX = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent>'
    "<mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PAGE_NUMBER = f'<w:fldSimple {_W} w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
_MERGED = f'<w:vMerge {_W} w:val="{{}}"/>'


def word(*lines: str, rows: tuple[tuple[str, ...], ...] = (), box: str = "", runs: tuple[str, ...] = ()) -> bytes:
    """Return a Word document: paragraphs, then a table, then a box of text; runs: of its last paragraph, as XML."""
    document, file = Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    for row in rows:
        cells = document.add_table(1, len(row)).rows[0].cells
        for cell, told in zip(cells, row, strict=True):
            cell.text = told
    if box:
        document.element.body.insert(len(lines), parse_xml(_BOX.format(box)))
    for run in runs:
        document.paragraphs[-1]._p.append(parse_xml(run))
    document.save(file)
    return file.getvalue()


def headed(*lines: str, header: str = "", footer: str = "", first: str = "") -> bytes:
    """Return a Word document of two sections that tell the same above and below each page, and a number of the page."""
    document, file = Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    for section in (document.sections[0], document.add_section()):
        section.different_first_page_header_footer = bool(first)
        for part, told in ((section.header, header), (section.footer, footer), (section.first_page_header, first)):
            part.is_linked_to_previous = False
            part.paragraphs[0].text = told
        section.footer.add_paragraph("第 页")._p.append(parse_xml(_PAGE_NUMBER))
    document.save(file)
    return file.getvalue()


def struck(text: str, *, kind: str, based: bool = False) -> bytes:
    """Return a Word document in which a text is crossed out by a style of a kind, or by one that it is based on."""
    document, file = Document(), BytesIO()
    types = {"character": WD_STYLE_TYPE.CHARACTER, "paragraph": WD_STYLE_TYPE.PARAGRAPH}
    style = document.styles.add_style("Struck", types[kind])
    style.font.strike = True
    if based:
        style, style.base_style = document.styles.add_style("Of it", types[kind]), style
    paragraph = document.add_paragraph("kept", style=style if kind == "paragraph" else None)
    paragraph.runs[0].font.strike = False
    paragraph.add_run(text, style=style if kind == "character" else None)
    document.save(file)
    return file.getvalue()


def merged(*rows: tuple[str, ...]) -> bytes:
    """Return a Word document with a table whose first column is one cell, though each row tells it again."""
    document, file = Document(), BytesIO()
    table = document.add_table(len(rows), len(rows[0]))
    for cells, told in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, told, strict=True):
            cell.text = text
    for number, row in enumerate(table.rows):
        row.cells[0]._tc.get_or_add_tcPr().append(parse_xml(_MERGED.format("continue" if number else "restart")))
    document.save(file)
    return file.getvalue()


def pdf(*lines: str, locked: str | None = None, pictures: int = 0) -> bytes:
    """Return a PDF with some lines; with none of them it has a page all the same. pictures: pages without words."""
    file = BytesIO()
    registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(file, encrypt=locked)
    canvas.setFont("STSong-Light", 11)
    for number, line in enumerate(lines):
        canvas.drawString(60, 780 - 18 * number, line)
    canvas.showPage()
    for number in range(pictures):
        canvas.drawInlineImage(Image.new("RGB", (8, 8)), number, 0)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def page(title: str, *lines: str, head: str = "", heading: bool = True) -> bytes:
    """Return a page of a site: menus before the ad, other ads and small print after it."""
    menu = "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in ("首页", "职位", "公司", "登录", "注册"))
    others = "".join(f"<li><a href='/j/{n}'>仓库管理员 第 {n} 号店 采购专员</a></li>" for n in range(12))
    body = "".join(f"<p>{line}</p>" for line in lines)
    top = f"<h1>{title}</h1>" if heading else ""
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title} - 某某招聘网</title>{head}</head><body>"
        f"<nav><ul>{menu}</ul></nav><main><article>{top}{body}</article></main>"
        f"<aside><h3>相似职位</h3><ul>{others}</ul></aside><footer><p>隐私政策 某某</p></footer></body></html>"
    ).encode()
