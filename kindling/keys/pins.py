"""Which PINs are too easy, how often one may be wrong, and how we say so."""

from itertools import pairwise

from django.utils.translation import gettext as _

ATTEMPTS = 5
LOCK_MINUTES = 15


def is_too_plain(pin: str) -> bool:
    """Say whether a PIN is one that people guess first: 000000, 123456, 121212."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    repeated = pin == pin[:2] * 3 or pin == pin[:3] * 2
    return len(steps) == 1 or repeated


def locked_sentence() -> str:
    return _(
        "The PIN was wrong five times. This sheet is locked for %(minutes)s minutes. "
        "If you forgot the PIN, ask your school for a new sheet."
    ) % {"minutes": LOCK_MINUTES}


def wrong_sentence() -> str:
    return _("This is not the PIN of this sheet. After five wrong ones it is locked for a while.")
