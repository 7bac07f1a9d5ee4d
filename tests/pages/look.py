"""What every page is looked at for, and a school with enough in it to look at."""

from __future__ import annotations

import os
import re
from datetime import date
from functools import cache
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from babel.messages.pofile import read_po
from django.conf import settings

from kindling.attendance.models import Day
from kindling.interests.actions import add_interest, share_interest
from kindling.placements.models import Pursuit
from kindling.questions.tests.asking import a_pack
from kindling.sites.models import Wish

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
IN_LIGHT = {"type": "tag", "values": RULES}
IN_DARK = {"type": "rule", "values": ["color-contrast"]}  # all that the colours can change
WIDTHS = {320: 640, 390: 844, 1366: 900}
SETTLED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"""
WIDER = """() => document.documentElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll("body *")]
      .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 5).map(e => e.outerHTML.slice(0, 120))
  : []"""


RIGHT_TO_LEFT = """() => getComputedStyle(document.body).direction == "rtl"
  && document.documentElement.lang === "ar" """
# Text in Latin letters outside of what names its own language or direction.
OTHER_WORDS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = []
  while (walk.nextNode()) {
    const node = walk.currentNode, around = node.parentElement
    if (!/[A-Za-z]{2}/.test(node.data) || !around.checkVisibility()) continue
    if (around.closest("bdi,[lang]:not(html),[dir=auto],[translate=no],code,script,style")) continue
    found.push(node.data.trim().replace(/\\s+/g, " ").slice(0, 120))
  }
  return [...new Set(found)]
}"""

# The standing headings of a narrative, kept in the language a school began with.
WRITTEN = {"Who you are as a learner now", "What you set out to do", "What to work on"}


@cache
def sentences() -> frozenset[str]:
    """Return what the Arabic catalogue translates: three words or more, and no name of theirs."""
    with (Path(settings.BASE_DIR) / "kindling/locale/ar/LC_MESSAGES/django.po").open("rb") as file:
        found = {str(one.id) for one in read_po(file) if one.id and not one.pluralizable}
    return frozenset(one for one in found if one.count(" ") > 1) - WRITTEN


@cache
def axe() -> Axe:
    return Axe()


def assert_fine(page, width: int, *, in_dark: bool = True) -> None:
    """Look at a page: axe at `width` in light and dark, and no width scrolls sideways."""
    resize(page, width)
    assert violations(page, "light", IN_LIGHT) == []
    if in_dark:
        assert violations(page, "dark", IN_DARK) == []
    for other in WIDTHS:
        resize(page, other)
        assert (other, page.evaluate(WIDER)) == (other, [])


def resize(page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})


def look_in_arabic(page, name: str) -> list[str]:
    """Return what is wrong with a page read from right to left, on a phone; save its picture.

    The same rules in dark, where the first look at it was in light; and no sentence of ours in
    English. What a school wrote itself stays in the language it was written in.
    """
    resize(page, 390)
    wrong = [] if page.evaluate(RIGHT_TO_LEFT) else ["the page is not right to left"]
    picture(page, f"{name}.ar")
    wrong += violations(page, "dark", IN_LIGHT)
    wrong += [f"{width}: {one}" for width in (320, 390) for one in wider(page, width)]
    left = [one for one in page.evaluate(OTHER_WORDS) if one in sentences()]
    wrong += [f"left in English: {one}" for one in left]
    return wrong


def wider(page, width: int) -> list[str]:
    resize(page, width)
    return page.evaluate(WIDER)


def picture(page, name: str) -> None:
    """Keep a picture of the whole page where PICTURES names a folder."""
    if folder := os.environ.get("PICTURES"):
        safe = re.sub(r"[^a-z0-9.-]+", "_", name.lower()).strip("_")
        page.emulate_media(color_scheme="light")
        page.screenshot(path=Path(folder) / f"{safe}.png", full_page=True)


def violations(page, scheme: str, rules: dict) -> list[str]:
    """Return what axe minds, as rule, reason and the first places."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate(SETTLED)  # a colour is between two until the next frame
    found = axe().run(page, options={"runOnly": rules}).response["violations"]
    return [
        f"{scheme}: {rule['id']}: {rule['help']}: {[n['html'][:160] for n in rule['nodes'][:3]]}"
        for rule in found
    ]


def fill(cast, placement) -> None:
    """Give the school days, a request, a permission, a wish, and questions to ask."""
    usual = {
        "school": cast.school, "placement": placement, "student": cast.luis,
        "planned_starts_at": "09:00", "planned_ends_at": "14:00", "goal": "Walk Biscuit.",
    }  # fmt: skip
    Day.objects.create(
        **usual, on=date(2026, 9, 29), state="disputed", standing="disputed", minutes=180,
        student_in_at="2026-09-29T13:00Z", student_out_at="2026-09-29T18:00Z",
        mentor_in_at="2026-09-29T13:00Z", mentor_out_at="2026-09-29T16:00Z",
        mentor_said_at="2026-09-29T20:00Z", line="Biscuit walked me.",
    )  # fmt: skip
    Day.objects.create(
        **usual, on=date(2026, 10, 1), state="confirmed", standing="confirmed", minutes=300,
        student_in_at="2026-10-01T13:00Z", student_out_at="2026-10-01T18:00Z",
        mentor_in_at="2026-10-01T13:00Z", mentor_out_at="2026-10-01T18:00Z",
        mentor_said_at="2026-10-12T20:00Z", mentor_note="Asked good questions.",
        mentor_note_is_shared=True,
    )  # fmt: skip
    seat = cast.clinic.seats.get()
    Pursuit.objects.create(
        school=cast.school, student=cast.maya, opportunity=cast.shelter, why="I like cats."
    )
    Pursuit.objects.create(
        school=cast.school, student=cast.jordan, opportunity=cast.clinic, why="Animals.",
        state=Pursuit.State.APPROVED, seat=seat, until_on=date(2026, 10, 15),
    )  # fmt: skip
    Wish.objects.create(school=cast.school, student=cast.maya, opportunity=cast.clinic)
    for words in ("Why cats purr", "Old radios"):
        interest = add_interest(by=cast.as_("luis"), words=words, why="Ours does it all day.")
    share_interest(interest, by=cast.as_("luis"))
    asked = {"for_student": "Did you learn?", "for_mentor": "Did Luis learn?"}
    kinds = ({"kind": "scale"}, {"kind": "text"}, {"kind": "choice", "options": ["Ward", "Desk"]})
    for moment in ("check_in", "check_out"):
        a_pack(cast, *({**kind, **asked} for kind in kinds), moment=moment)
