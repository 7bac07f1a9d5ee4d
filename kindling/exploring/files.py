"""A photo a student handed in, given back so that a browser can only show it."""

from __future__ import annotations

from django.http import HttpResponse

from kindling.exploring.models import Assignment
from kindling.kit.files import file_answer


def photo_answer(assignment: Assignment) -> HttpResponse:
    """Return the photo; 404 without one."""
    return file_answer(assignment.photo.name or "", "image/jpeg", "photo.jpg", how="inline")
