"""Every page wants a signed-in person, unless it says otherwise."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseBase, JsonResponse


class LoginMiddleware(LoginRequiredMiddleware):
    """Pages send you to sign in; the API answers 401 in JSON."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        if request.path_info.startswith("/api/"):
            return JsonResponse({"detail": "Sign in, or send a token."}, status=401)
        return super().handle_no_permission(request, view_func)
