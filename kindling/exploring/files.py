"""A photo a student handed in, given back so that a browser can only show it."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from kindling.exploring.models import Assignment


def photo_answer(assignment: Assignment) -> HttpResponse:
    """Return the photo; 404 without one. Opened by itself it may run, load and send nothing."""
    if not assignment.photo:
        raise Http404
    try:
        with assignment.photo.open("rb") as file:
            data: bytes = file.read()
    except FileNotFoundError:
        raise Http404 from None
    response = HttpResponse(data, content_type="image/jpeg")
    response["Content-Disposition"] = 'inline; filename="photo.jpg"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response
