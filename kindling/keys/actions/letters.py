"""Letters about signing in. The worker writes them, so that every request answers alike.

A token is made when its letter is written, and never waits in a queue.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.tasks import task
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kindling.accounts.actions import LINK_MINUTES, make_link
from kindling.accounts.mailing import send
from kindling.keys.actions.users import find_user

# Seconds to wait before each new attempt, when the mail server does not take it.
PATIENCE = (10, 60, 240)


@task
def mail_link(email: str, language: str, onward: str, attempt: int = 0) -> None:
    """Send a link that signs in, if somebody has this address."""
    user = find_user(email)
    if user is None:
        return
    query = f"?{urlencode({'next': onward})}" if onward else ""
    path = reverse("keys:use_link", args=[make_link(user)])
    context = {"link": f"{settings.BASE_URL}{path}{query}", "minutes": LINK_MINUTES}
    with translation.override(language):
        body = render_to_string("keys/email/link.txt", context)
        sent = send(email, _("Your link to sign in"), body)
    if not sent:
        _try_later(mail_link, attempt, email, language, onward)


@task
def mail_reset(email: str, language: str, attempt: int = 0) -> None:
    """Send a link to choose a new password, if somebody has this address."""
    user = find_user(email)
    if user is None:
        return
    uid, secret = user_pk_to_url_str(user), default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", args=[uid, secret])
    with translation.override(language):
        body = render_to_string("keys/email/reset.txt", {"link": f"{settings.BASE_URL}{path}"})
        sent = send(email, _("Choose a new password"), body)
    if not sent:
        _try_later(mail_reset, attempt, email, language)


def _try_later(letter: Any, attempt: int, *args: Any) -> None:
    """Put the letter into the queue again; after the last attempt it is given up."""
    if attempt < len(PATIENCE):
        after = timezone.now() + timedelta(seconds=PATIENCE[attempt])
        letter.using(run_after=after).enqueue(*args, attempt=attempt + 1)
