import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from groups import group_of, view_of
from report_payloads import REPORTS, report_of, told_by

from opscareer.model.kb import KnowledgeBase
from opscareer.render.html.report import report_html
from opscareer.render.html.team import team_html
from opscareer.text import Lang

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed (extra: browser)")
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

PROGRAMS = {name: shutil.which(name) for name in ("chromium", "chromedriver")}
MISSING = [name for name, path in PROGRAMS.items() if path is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = (320, 360, 768, 1280)
SHOWN = "const shown = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';"
# Whatever hides what does not fit, except the legend, which is there to be read aloud only.
CUT = """
return [...document.querySelectorAll('body, body *')]
  .filter(e => !e.closest('svg, legend') && (e === document.body || getComputedStyle(e).overflowX !== 'visible'))
  .filter(e => e.scrollWidth > e.clientWidth)
  .map(e => e.tagName + ' ' + e.className + ' ' + e.textContent.slice(0, 60));
"""
OUT = (
    SHOWN
    + """
const out = [];
for (const text of document.querySelectorAll('svg text')) {
  if (!shown(text)) continue;
  const own = text.getBoundingClientRect(), room = text.ownerSVGElement.getBoundingClientRect();
  if (own.left < room.left - 1 || own.right > room.right + 1 || own.top < room.top - 1 || own.bottom > room.bottom + 1)
    out.push(text.textContent);
}
return out;
"""
)
BESIDE = (
    SHOWN
    + """
return [...document.querySelectorAll('body *')]
  .filter(e => !e.closest('svg, legend') && shown(e))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 || e.getBoundingClientRect().left < -0.5)
  .map(e => e.tagName + ' ' + e.className + ' ' + e.textContent.slice(0, 60));
"""
)
VISIBLE = (
    SHOWN
    + """
const found = [...document.querySelectorAll('.report [lang]')].filter(shown).map(e => e.getAttribute('lang'));
return [...new Set(found)].sort();
"""
)
PALE = (
    SHOWN
    + """
const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3)
  .map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
const paper = getComputedStyle(document.documentElement).backgroundColor;
const found = [...document.querySelectorAll('body *')].filter(e => shown(e) && !e.matches('.within, title, desc')
  && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
return found.map(e => [ratio(getComputedStyle(e)[e.closest('svg') ? 'fill' : 'color'], paper), e.textContent])
  .filter(([r]) => r < 4.5);
"""
)


# Colours are drawn and read again: what a browser tells of a mixed one is no plain rgb().
SHADED = """
const pen = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
const drawn = c => { pen.fillStyle = c; pen.fillRect(0, 0, 1, 1); return [...pen.getImageData(0, 0, 1, 1).data]; };
const light = c => { const [r, g, b] = drawn(c).slice(0, 3)
  .map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
const found = [...document.querySelectorAll('td[class*=heat-]')].map(e => [e, getComputedStyle(e)]);
if (!found.length) return ['no shades'];
return found.filter(([e, s]) => ratio(s.color, s.backgroundColor) < 4.5).map(([e]) => e.textContent);
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser of its own, with a home and a profile of its own, that keeps a record of what it asks for."""
    home = tmp_path_factory.mktemp("browser")
    options = webdriver.ChromeOptions()
    options.binary_location = PROGRAMS["chromium"]
    for flag in (*FLAGS, f"--user-data-dir={home / 'profile'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = Service(PROGRAMS["chromedriver"], env={**os.environ, "HOME": str(home)})
    driver = webdriver.Chrome(options=options, service=service)
    driver.get("about:blank")
    yield driver
    driver.quit()


@pytest.fixture
def visit(browser: Any, kb: KnowledgeBase, tmp_path: Path) -> Any:
    """Return a function that opens a report at a width, in a colour scheme and a medium, with its details open."""

    def go(
        name: str, lang: Lang, width: int = 1280, scheme: str = "light", media: str = "screen", long: str = ""
    ) -> Any:
        page = report_html(told_by(report_of(kb, name), lambda told: told + long), lang)
        return opened(browser, tmp_path / "report.html", page, width, scheme, media)

    return go


@pytest.fixture
def visit_team(browser: Any, kb: KnowledgeBase, tmp_path: Path) -> Any:
    """Return a function that opens the page of a group in the same way."""
    view = view_of(kb, group_of(kb, 21, 70), by="rung", least=3, names=True)

    def go(lang: Lang, width: int = 1280, scheme: str = "light", media: str = "screen", long: str = "") -> Any:
        page = team_html(told_by(view, lambda told: told + long), lang)
        return opened(browser, tmp_path / "team.html", page, width, scheme, media)

    return go


def opened(browser: Any, file: Path, page: str, width: int, scheme: str, media: str) -> Any:
    """Return the browser with a page in it."""
    file.write_text(page, encoding="utf-8")
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
    browser.get_log("performance")
    browser.get(file.as_uri())
    browser.execute_script("for (const e of document.querySelectorAll('details')) e.open = true")
    return browser


@pytest.mark.parametrize("name", REPORTS)
def test_asks_for_nothing(visit: Any, name: str) -> None:
    """The browser asks for the file and for nothing else, and has nothing to complain of."""
    page = visit(name, "zh")
    events = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    sent = [e["params"] for e in events if e["method"] == "Network.requestWillBeSent"]
    asked = {one["request"]["url"] for one in sent if one["documentURL"] == page.current_url}
    assert {url for url in asked if not url.startswith("data:")} == {page.current_url}
    assert page.get_log("browser") == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["newcomer", "top", "unsure", "several posts"])
def test_nothing_is_cut(visit: Any, name: str, lang: str, width: int) -> None:
    """At every width the page does not scroll sideways, no text is cut, and none leaves its drawing."""
    page = visit(name, lang, width)
    assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    assert page.execute_script(CUT) == []
    assert page.execute_script(BESIDE) == []
    assert page.execute_script(OUT) == []


@pytest.mark.parametrize("long", ["W" * 80, "运营" * 40, "<b>" * 30])
def test_long_words(visit: Any, long: str) -> None:
    """Names without a place to break them are broken all the same on a small screen."""
    page = visit("unsure", "en", 320, long=long)
    assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    assert page.execute_script(CUT) == []
    assert page.execute_script(OUT) == []


def test_switch_by_keyboard(visit: Any) -> None:
    """The language is switched by Tab and an arrow, the choice that has the focus is marked, and one language shows."""
    page = visit("unsure", "zh")
    assert page.execute_script(VISIBLE) == ["zh-CN"]
    page.find_element("tag name", "body").send_keys(Keys.TAB)
    focused = page.switch_to.active_element
    assert focused.get_attribute("id") == "choose-zh"
    focused.send_keys(Keys.ARROW_RIGHT)
    focused = page.switch_to.active_element
    assert focused.get_attribute("id") == "choose-en"
    assert page.execute_script(VISIBLE) == ["en"]
    outline = page.execute_script("return getComputedStyle(document.activeElement.nextElementSibling).outlineStyle")
    assert outline == "solid"
    focused.send_keys(Keys.ARROW_LEFT)
    assert page.execute_script(VISIBLE) == ["zh-CN"]


def test_details_by_keyboard(visit: Any) -> None:
    """The requirements behind the fit open and close with the space bar."""
    page = visit("unsure", "zh")
    summary = page.find_element("tag name", "summary")
    summary.send_keys(Keys.SPACE)
    assert not page.execute_script("return document.querySelector('details').open")
    summary.send_keys(Keys.SPACE)
    assert page.execute_script("return document.querySelector('details').open")


def test_names_read_aloud(visit: Any) -> None:
    """The choices are labelled in their own languages, and a picture has its name in the language that shows."""
    page = visit("unsure", "zh")
    assert [e.accessible_name for e in page.find_elements("css selector", ".switch input")] == ["中文", "English"]
    (radar,) = [e for e in page.find_elements("css selector", "svg.radar") if e.is_displayed()]
    assert radar.accessible_name.startswith("各组能力，对着")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_contrast(visit: Any, lang: str, scheme: str) -> None:
    """No text is paler than WCAG AA allows, in either colour scheme."""
    page = visit("newcomer", lang, 360, scheme)
    assert page.execute_script(PALE) == []
    dark = page.execute_script("return getComputedStyle(document.documentElement).backgroundColor") == "rgb(21, 24, 22)"
    assert dark == (scheme == "dark")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_print(visit: Any, lang: str) -> None:
    """On paper only the language chosen shows, the switch is gone, and details that are closed are printed."""
    page = visit("unsure", lang, media="print")
    page.execute_script("for (const e of document.querySelectorAll('details')) e.open = false")
    assert page.execute_script(VISIBLE) == [{"zh": "zh-CN", "en": "en"}[lang]]
    assert not page.find_element("css selector", ".switch").is_displayed()
    assert page.execute_script("return document.querySelector('details tfoot').checkVisibility()")
    assert page.find_element("css selector", "details tfoot").rect["height"] > 0


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_of_a_group_is_not_cut(visit_team: Any, lang: str, width: int) -> None:
    """At every width the page of a group does not scroll sideways; its tables may, within frames."""
    page = visit_team(lang, width)
    assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    assert [one for one in page.execute_script(CUT) if "wide" not in one] == []
    assert page.get_log("browser") == []
    assert page.find_element("css selector", ".wide:has(.heat)").get_attribute("tabindex") == "0"


@pytest.mark.parametrize("long", ["W" * 80, "运营" * 40])
def test_long_words_of_a_group(visit_team: Any, long: str) -> None:
    """Names without a place to break them are broken on the page of a group too."""
    page = visit_team("en", 320, long=long)
    assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shades_can_be_read(visit_team: Any, scheme: str) -> None:
    """Each figure of the heat map stands out from its shade as WCAG AA asks, in either colour scheme."""
    page = visit_team("zh", 1280, scheme)
    assert page.execute_script(PALE) == []
    assert page.execute_script(SHADED) == []


def test_a_group_on_paper(visit_team: Any) -> None:
    """On paper the heat map stands whole, within the width of A4."""
    page = visit_team("en", 664, media="print")  # 176 mm between the margins
    assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    assert page.execute_script(CUT) == []
