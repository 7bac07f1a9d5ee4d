"""Make links, times and language as one school does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.urls import get_script_prefix, get_urlconf, set_script_prefix, set_urlconf
from django.utils import timezone

from kindling.kit import addresses
from kindling.schools import words
from kindling.schools.models import School

URLS = "kindling.config.school_urls"
PROGRAM_URLS = "kindling.config.program_urls"  # with the API


@contextmanager
def inside(school: School) -> Iterator[None]:
    """Set links, times and words to the school's. Requests, tasks and e-mails all use it."""
    prefix, urlconf = get_script_prefix(), get_urlconf()
    token = words.own.set(school.words)
    set_script_prefix(f"/{school.slug}/")
    set_urlconf(URLS)
    place = addresses.here.set((URLS, f"/{school.slug}/"))
    try:
        with timezone.override(school.zone):
            yield
    finally:
        addresses.here.reset(place)
        words.own.reset(token)
        set_script_prefix(prefix)
        set_urlconf(urlconf)


@contextmanager
def speaking(school: School) -> Iterator[None]:
    """Set times and words to the school's, and leave links alone: pages of a pass."""
    token = words.own.set(school.words)
    try:
        with timezone.override(school.zone):
            yield
    finally:
        words.own.reset(token)


@contextmanager
def outside() -> Iterator[None]:
    """Set links to the pages that belong to no school: /p/…, /sign-in/."""
    prefix, urlconf = get_script_prefix(), get_urlconf()
    set_script_prefix("/")
    set_urlconf(None)
    place = addresses.here.set(None)
    try:
        yield
    finally:
        addresses.here.reset(place)
        set_script_prefix(prefix)
        set_urlconf(urlconf)
