"""Documents made as programs make them: Word with tables and boxes of text, PDF, pages as sites have them."""

from io import BytesIO

from docx import Document
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
