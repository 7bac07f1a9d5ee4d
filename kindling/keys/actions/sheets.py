"""A printed sheet instead of an e-mail address: a code to scan, and a PIN that only they know."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.accounts import trace
from kindling.accounts.models import SignInSheet, User
from kindling.history.steps import record
from kindling.keys import rules
from kindling.keys.actions.users import make_user
from kindling.keys.pins import ATTEMPTS, LOCK_MINUTES, locked_sentence
from kindling.kit.http import Refused, require
from kindling.kit.tokens import hash_of, new_token
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def print_sheet(person: Person, *, by: Viewer) -> str:
    """Return the token of a new sheet. The old sheet and its PIN are dead from now on."""
    require(rules.may_print_sheet(by, person))
    person = Person.objects.select_for_update().get(pk=person.pk)  # a double tap makes one user
    user = person.user or make_user(person, by=by)
    if Person.objects.filter(user=user).exclude(school=by.school).exists():
        raise Refused(
            _("%(name)s belongs to another school too, so no sheet can be printed here.")
            % {"name": person.name}
        )
    token = new_token()
    blank = {"pin_hash": "", "failures": 0, "locked_until": None, "printed_at": timezone.now()}
    SignInSheet.objects.update_or_create(
        user=user, defaults={"token_hash": hash_of(token), **blank}
    )
    record("person.print_sheet", person, by=by)
    trace.record("sheet.print", user)
    return token


@transaction.atomic
def set_pin(sheet: SignInSheet, pin: str) -> User:
    """Keep the PIN of a sheet that has none, and return whom it signs in.

    Compare-and-set: of two devices at once, the second is told.
    """
    unset = SignInSheet.objects.filter(pk=sheet.pk, token_hash=sheet.token_hash, pin_hash="")
    if not unset.update(pin_hash=make_password(pin)):
        raise Refused(_("This sheet has a PIN already. Scan it again and type that PIN."))
    trace.record("sheet.set_pin", sheet.user)
    return sheet.user


def try_pin(sheet: SignInSheet, pin: str) -> User | None:
    """Return whom the sheet signs in; None when the PIN is wrong. After five, Refused.

    An attempt is counted before the PIN is looked at, so that many at once are no way around.
    """
    now = timezone.now()
    unlocked = Q(locked_until=None) | Q(locked_until__lte=now)
    mine = SignInSheet.objects.filter(pk=sheet.pk, token_hash=sheet.token_hash)
    if not mine.filter(unlocked, failures__lt=ATTEMPTS).update(failures=F("failures") + 1):
        raise Refused(locked_sentence())
    if check_password(pin, sheet.pin_hash):
        mine.update(failures=0, locked_until=None)
        trace.record("sheet.use", sheet.user)
        return sheet.user
    until = now + timedelta(minutes=LOCK_MINUTES)
    if mine.filter(failures__gte=ATTEMPTS).update(failures=0, locked_until=until):
        trace.record("sheet.lock", sheet.user, until=until.isoformat())
        raise Refused(locked_sentence())
    trace.record("sheet.wrong_pin", sheet.user)
    return None
