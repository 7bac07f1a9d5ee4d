"""The page for families: what is kept about where a student is. Open to everybody."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kindling.ui.language import read_as_asked


@require_safe
@login_not_required
def where_your_child_is(request: HttpRequest) -> HttpResponse:
    """The same words as docs/where-your-child-is.md; a test keeps their headings together."""
    read_as_asked(request)
    return render(request, "attendance/where.html")
