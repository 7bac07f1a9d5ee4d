"""Telephone numbers and e-mail addresses in somebody's words."""

from __future__ import annotations

import re

MAIL = re.compile(r"[^\s@]{1,64}@[^\s@]+\.[^\s@]+")  # longer before the @ is slow, and no address
PHONE = re.compile(r"(?<![\w/.])\+?\(?\d(?:[\s().-]?\d){6,14}(?![\w/])")
DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}")


def tells_how_to_reach(words: str) -> bool:
    """Say whether there is one in it."""
    return bool(MAIL.search(words) or PHONE.search(DATE.sub(" ", words)))
