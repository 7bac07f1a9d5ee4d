"""Letters about signing in. The worker writes them, so that every request answers alike.

A token is made when its letter is written, and never waits in a queue.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from allauth.account.forms import default_token_generator
from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.tasks import task
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kindling.accounts import actions
from kindling.accounts.models import User

# Seconds to wait before each new attempt, when the mail server does not take it.
PATIENCE = (10, 60, 240)


def can_mail() -> bool:
    """Say whether this installation can send mail at all (EMAIL_URL)."""
    backend: str = settings.MAILERS["default"]["BACKEND"]
    return not backend.endswith("dummy.EmailBackend")


@task
def mail_link(email: str, language: str, onward: str, attempt: int = 0) -> None:
    """Send a link that signs in, if somebody has this address."""
    for user in users_of(email):
        query = f"?{urlencode({'next': onward})}" if onward else ""
        path = reverse("accounts:use_link", args=[actions.make_link(user)])
        context = {"link": f"{settings.BASE_URL}{path}{query}", "minutes": actions.LINK_MINUTES}
        with translation.override(language):
            sent = send(user, _("Your link to sign in"), "accounts/email/link.txt", context)
        if not sent:
            try_later(mail_link, attempt, email, language, onward)


@task
def mail_reset(email: str, language: str, attempt: int = 0) -> None:
    """Send a link to choose a new password, if somebody has this address."""
    for user in users_of(email):
        key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
        uid, _dash, secret = key.partition("-")
        path = reverse("account_reset_password_from_key", args=[uid, secret])
        context = {"link": f"{settings.BASE_URL}{path}"}
        with translation.override(language):
            sent = send(user, _("Choose a new password"), "accounts/email/reset.txt", context)
        if not sent:
            try_later(mail_reset, attempt, email, language)


def users_of(email: str) -> list[User]:
    """Return the users who may sign in with this address: one, or none."""
    return list(filter_users_by_email(email, is_active=True, for_login=True))


def send(user: User, subject: str, template: str, context: dict[str, Any]) -> bool:
    """Send one letter; False when the mail server did not take it."""
    body = render_to_string(template, {**context, "email": user.email})
    to = [str(user.email)]
    message = EmailMessage(f"{subject} · Kindling", body, settings.DEFAULT_FROM_EMAIL, to)
    try:
        return bool(message.send())
    except OSError:  # what smtplib and the network raise
        return False


def try_later(letter: Any, attempt: int, *args: Any) -> None:
    """Put the letter into the queue again; after the last attempt it is given up."""
    if attempt < len(PATIENCE):
        after = timezone.now() + timedelta(seconds=PATIENCE[attempt])
        letter.using(run_after=after).enqueue(*args, attempt=attempt + 1)
