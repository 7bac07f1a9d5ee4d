"""Addresses of pages, written fast: a list of fifty has more than fifty links."""

from __future__ import annotations

import re
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse

# Where a school's pages stand (urlconf, prefix): Django's own two are slow to ask for every link.
here: ContextVar[tuple[str, str] | None] = ContextVar("here", default=None)

PLAIN = re.compile(r"[A-Za-z0-9_-]+")  # ids and dates: the same in an address as outside
MARK = "zz-mark-{}-zz"


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Return what reverse() does; an address with plain ids is put together from its shape."""
    if not kwargs and all(isinstance(arg, str) and PLAIN.fullmatch(arg) for arg in args):
        urlconf, prefix = here.get() or (get_urlconf(), get_script_prefix())
        shape = _shape(urlconf, name, len(args))
        if shape is not None:
            return prefix + shape.format(*args)
    return reverse(name, args=args, kwargs=kwargs)


@lru_cache(maxsize=2048)
def _shape(urlconf: str | None, name: str, count: int) -> str | None:
    """The address behind the prefix, with {} for each id; None when it takes no plain ids."""
    marks = [MARK.format(number) for number in range(count)]
    try:
        found = reverse(name, urlconf=urlconf, args=marks).removeprefix(get_script_prefix())
    except NoReverseMatch:
        return None
    if "{" in found or any(found.count(mark) != 1 for mark in marks):
        return None
    for number, mark in enumerate(marks):
        found = found.replace(mark, f"{{{number}}}")
    return found
