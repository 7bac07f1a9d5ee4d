"""The addresses that sign in, made when a letter leaves."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from kindling.accounts.actions import make_link
from kindling.accounts.models import User
from kindling.notices.letters import makes_link
from kindling.notices.models import Notice
from kindling.schools.inside import outside


def sign_in_address(user: User, onward: str) -> str:
    """Return a new address that signs the user in, once, within LINK_MINUTES."""
    query = f"?{urlencode({'next': onward})}" if onward else ""
    return _address("keys:use_link", make_link(user)) + query


def reset_address(user: User) -> str:
    """Return an address at which the user chooses a password; settings say how long it works."""
    secret = default_token_generator.make_token(user)
    return _address("account_reset_password_from_key", user_pk_to_url_str(user), secret)


def _address(name: str, *args: str) -> str:
    with outside():
        return f"{settings.BASE_URL}{reverse(name, args=args)}"


@makes_link("keys/link")
def link_in_letter(notice: Notice) -> str:
    return _of_reader(notice, lambda user: sign_in_address(user, notice.url))


@makes_link("keys/reset")
def reset_in_letter(notice: Notice) -> str:
    return _of_reader(notice, reset_address)


def _of_reader(notice: Notice, make: Callable[[User], str]) -> str:
    """The link is for who reads the letter; without a user it leads to the way to sign in."""
    user = notice.person.user
    return make(user) if user and user.is_active else f"{settings.BASE_URL}/sign-in/"
