"""Lists come in pages of fifty; nobody scrolls a thousand people."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PAGE_SIZE = 50


def page_of(request: HttpRequest, rows: Any, size: int = PAGE_SIZE) -> Page[Any]:
    """Return the page named by ?page=; a number out of range gives the nearest page."""
    return Paginator(rows, size).get_page(request.GET.get("page"))
