"""Lists in pages of fifty whose SQL is worked out once: the count and each page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Value

from kindling.kit.paging import PAGE_SIZE
from kindling.schools.http import ViewerRequest
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer


class Listing[**P]:
    """A function that builds a list for a viewer; call it as before, or ask it for a page.

    What it is asked for (filters, a state) is part of the shape of its SQL, so those that come
    from a few choices are kept. Words that somebody typed are not: give them to `page_of`.
    """

    def __init__(self, build: Callable[Concatenate[Viewer, P], QuerySet[Any]]) -> None:
        self.build: Callable[..., QuerySet[Any]] = build

        def counted(viewer: Viewer, asked: tuple[Any, ...]) -> QuerySet[Any]:
            rows = build(viewer, *asked).order_by().values(one=Value(1))  # type: ignore[call-arg]
            found: QuerySet[Any] = rows.annotate(number=Count("pk"))
            return found.values_list("number", flat=True)

        def cut(viewer: Viewer, asked: tuple[Any, ...], span: tuple[int, int]) -> QuerySet[Any]:
            return build(viewer, *asked)[span[0] : span[1]]  # type: ignore[call-arg]

        self.counted, self.cut = ready(counted), ready(cut)

    def __call__(self, viewer: Viewer, *args: P.args, **kwargs: P.kwargs) -> QuerySet[Any]:
        return self.build(viewer, *args, **kwargs)

    def page(self, request: ViewerRequest, *asked: Any, size: int = PAGE_SIZE) -> Page[Any]:
        """Return the page named by ?page=, in two statements. `asked` must be hashable."""
        number = request.GET.get("page")
        return Ready(self, request.viewer, asked, size).get_page(number)


def listing[**P](build: Callable[Concatenate[Viewer, P], QuerySet[Any]]) -> Listing[P]:
    """Make a function that builds a list into one that can also be asked for a page."""
    return Listing(build)


class Ready(Paginator[Any]):
    """Django's paginator over a listing."""

    def __init__(
        self, rows: Listing[Any], viewer: Viewer, asked: tuple[Any, ...], size: int
    ) -> None:
        super().__init__((), size)
        self.rows, self.viewer, self.asked = rows, viewer, asked
        self.count = next(iter(rows.counted(viewer, asked)), 0)

    def page(self, number: int | str) -> Page[Any]:
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        span = (first, min(first + self.per_page, self.count))
        found = self.rows.cut(self.viewer, self.asked, span) if self.count else []
        return Page(found, number, self)
