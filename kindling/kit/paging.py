"""Lists come in pages of fifty; nobody scrolls a thousand people."""

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PAGE_SIZE = 50


def page_of[T](request: HttpRequest, rows: "QuerySet[T] | list[T]", size: int = PAGE_SIZE) -> Page[T]:
    """Return the page named by ?page=; a number out of range gives the nearest page."""
    return Paginator(rows, size).get_page(request.GET.get("page"))
