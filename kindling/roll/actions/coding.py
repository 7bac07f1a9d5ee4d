"""The school's own codes, and what its other system calls them."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.roll import rules
from kindling.roll.codes import STANDARD, codes_of
from kindling.roll.models import Code, Meaning
from kindling.schools.viewer import Viewer

ALWAYS = {letter for letter, _label, _meaning in STANDARD}


@transaction.atomic
def change_code(letter: str, *, label: str, meaning: str, sis_code: str = "", by: Viewer) -> Code:
    """Name a code, or make one. What a letter means stays for good, so that sums stay right."""
    require(rules.may_change_codes(by))
    known = codes_of(by.school).words.get(letter)
    if known and known.meaning != meaning:
        raise Refused(
            _("“%(code)s” counts as “%(meaning)s”, and earlier marks with it. Make another code.")
            % {"code": letter, "meaning": Meaning(known.meaning).label}
        )
    facts = {"label": label, "sis_code": sis_code, "is_retired": False}
    code, _made = Code.objects.update_or_create(
        school=by.school,
        letter=letter,
        defaults=facts,
        create_defaults={**facts, "meaning": meaning},
    )
    record("code.change", code, by=by, letter=letter, label=label, sis_code=sis_code)
    return code


@transaction.atomic
def retire_code(code: Code, *, by: Viewer) -> None:
    """Offer it no more. Marks that have it keep it."""
    require(rules.may_change_codes(by))
    if code.letter in ALWAYS:
        raise Refused(_("Every school has this code. You can change its name."))
    Code.objects.filter(pk=code.pk).update(is_retired=True)
    record("code.retire", code, by=by, letter=code.letter)
