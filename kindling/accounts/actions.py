"""Let people in, and let them end it. What belongs to one school stands in keys and office."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from kindling.accounts.doors import CHANGED
from kindling.accounts.models import Session, SignInLink, SignInSheet, User
from kindling.accounts.rules import STEPS, second_steps
from kindling.accounts.trace import record
from kindling.chores.clockwork import every
from kindling.kit.http import require
from kindling.kit.tokens import hash_of, new_token

LINK_MINUTES = 10
THEMES = ("", "light", "dark")


@transaction.atomic
def make_link(user: User, *, minutes: int = LINK_MINUTES) -> str:
    """Return the token of a new link that signs the user in, once, within `minutes`."""
    token = new_token()
    expires_at = timezone.now() + timedelta(minutes=minutes)
    SignInLink.objects.create(user=user, token_hash=hash_of(token), expires_at=expires_at)
    record("link.make", user, minutes=minutes)
    return token


@transaction.atomic
def use_link(token: str) -> User | None:
    """Spend the link and return its user; None when it was spent, is too old, or never was.

    Compare-and-set on the link's own row (a join would become a subquery, which PostgreSQL does
    not look at again): of two taps at once, one gets the user.
    """
    now = timezone.now()
    links = SignInLink.objects.filter(token_hash=hash_of(token))
    if not links.filter(used_at=None, expires_at__gt=now).update(used_at=now):
        return None
    user: User = links.select_related("user").get().user
    if not user.is_active:
        return None
    SignInLink.objects.filter(user=user, used_at=None).update(used_at=now)
    record("link.use", user)
    return user


def note_sign_in(user: User, device: str) -> None:
    """Keep that the user came in, and with what."""
    record("session.start", user, device=device)


@transaction.atomic
def end_session(session: Session, *, by: User) -> None:
    """Sign one browser out. Ending it twice is no mistake."""
    require(session.user_id == by.pk)
    ended, _ = Session.objects.filter(pk=session.pk).delete()
    if ended:
        record("session.end", by, device=session.device)


@transaction.atomic
def end_other_sessions(user: User, *, keep: str | None) -> int:
    """Sign every browser out but the one with the session key `keep`; return how many."""
    others = Session.objects.filter(user=user)
    ended, _ = others.exclude(pk=keep).delete() if keep else others.delete()
    record("session.end_others", user, ended=ended)
    return ended


@transaction.atomic
def set_password(user: User, password: str, *, keep: str | None) -> None:
    """Give a user a new password; every browser but the one in hand is signed out."""
    user.set_password(password)
    user.save(update_fields=["password"])
    SignInLink.objects.filter(user=user, used_at=None).delete()
    record("password.set", user)
    _tell(user, "password")
    end_other_sessions(user, keep=keep)


@transaction.atomic
def close_ways_in(user: User) -> None:
    """Somebody else knows how to get in: end the password, links, the sheet and every session.

    They sign in by a new link or sheet, and then choose a new password.
    """
    user.set_unusable_password()
    user.save(update_fields=["password"])
    SignInLink.objects.filter(user=user, used_at=None).delete()
    SignInSheet.objects.filter(user=user).delete()
    record("password.close", user)
    end_other_sessions(user, keep=None)


@transaction.atomic
def note_second_step(user: User, what: str, *, keep: str | None) -> None:
    """Keep that a second step was added or removed ("app", "no_passkey" …).

    With the first one, every browser but the one in hand signs in again, now in two steps.
    """
    has, had = second_steps(user).filter(type__in=STEPS).exists(), user.has_second_step
    record(f"second_step.{what}", user)
    _tell(user, what)
    if has == had:
        return
    user.has_second_step = has
    user.save(update_fields=["has_second_step"])
    if has:
        end_other_sessions(user, keep=keep)


@transaction.atomic
def clear_second_step(user: User) -> None:
    """Take away every second step, and sign the user out everywhere."""
    second_steps(user).delete()
    user.has_second_step = False
    user.save(update_fields=["has_second_step"])
    record("second_step.clear", user)
    _tell(user, "clear")
    end_other_sessions(user, keep=None)


@transaction.atomic
def choose_theme(user: User, theme: str) -> None:
    """Keep light, dark, or "" for what the device prefers."""
    if theme not in THEMES or theme == user.theme:
        return
    user.theme = theme
    user.save(update_fields=["theme"])
    record("theme.choose", user, theme=theme)


def _tell(user: User, what: str) -> None:
    """Write to the user: if it was not they, they learn of it."""
    for tells in CHANGED:
        tells(user, what)


@every(hours=24)
def forget_what_expired() -> None:
    """Delete sessions and links that can sign nobody in any more."""
    now = timezone.now()
    Session.objects.filter(expire_date__lt=now).delete()
    SignInLink.objects.filter(expires_at__lt=now - timedelta(days=7)).delete()
