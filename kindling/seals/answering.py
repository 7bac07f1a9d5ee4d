"""Answer what is no secret, for any machine in the world."""

from __future__ import annotations

from django.http import JsonResponse


def open_json(document: object, type_: str) -> JsonResponse:
    """Pages of other sites may read it, and keep it for some minutes."""
    response = JsonResponse(document, content_type=type_, safe=False)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "public, max-age=300"
    return response
