"""/health/live: the process answers. /health/ready: so does its database."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse


class HealthMiddleware:
    """Stands first, so that a load balancer needs no host name, session or school."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == "/health/live":
            return told("live")
        if request.path_info == "/health/ready":
            return ready()
        return self.get_response(request)


def ready() -> JsonResponse:
    """Answer 200 when the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return told("the database does not answer", 503)
    return told("ready")


def told(word: str, status: int = 200) -> JsonResponse:
    """Answer for the middleware behind this one, which never sees it."""
    return JsonResponse(
        {"status": word}, status=status, headers={"X-Content-Type-Options": "nosniff"}
    )
