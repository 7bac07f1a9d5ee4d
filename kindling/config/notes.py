"""What the last action had to say, carried to the next page in a cookie of its own."""

from __future__ import annotations

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse


class NoteStorage(CookieStorage):
    """Django ends the cookie on every page, and without its marks; here only where there is one."""

    cookie_name = "__Host-messages" if settings.HTTPS else "messages"

    def _update_cookie(self, encoded_data: str, response: HttpResponse) -> None:
        if encoded_data:
            super()._update_cookie(encoded_data, response)  # type: ignore[misc]
        elif self.cookie_name in self.request.COOKIES:
            response.set_cookie(
                self.cookie_name,
                "",
                max_age=0,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
