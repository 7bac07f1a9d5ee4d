"""Write down what was given away. Nothing here changes or removes a line."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.disclosures import rules
from kindling.disclosures.models import Basis, Disclosure, Statement
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def disclose(
    student: Student, to: str, what: str, why: str, *,
    consent: Person | None, by: Viewer, basis: str = Basis.CONSENT,
) -> Disclosure:  # fmt: skip
    """Log that `to` (outside the school) was given `what`; who calls has checked that it may be.

    `consent`: who agreed. Without one say with `basis` why nobody had to. Texts are cut to fit.
    Raises Refused without either.
    """
    if basis == Basis.CONSENT and consent is None:
        raise Refused(_("Say who agreed, or why nobody had to."))
    require(student.school_id == by.school.pk)
    made: Disclosure = Disclosure.objects.create(
        school=by.school, student=student, to=to[:200], what=what[:300], why=why[:300],
        basis=basis, agreed_by=consent, given_by=by.person, at=by.school.now(),
    )  # fmt: skip
    record("disclosure.make", made, by=by)
    return made


def note_disclosure(
    student: Student, to: str, what: str, why: str, *,
    consent: Person | None, by: Viewer, basis: str,
) -> Disclosure:  # fmt: skip
    """Staff write down what they gave by hand. Consent comes from whose record it is."""
    require(rules.may_note(by))
    if consent is not None and not rules.rights_holders(student).filter(pk=consent.pk).exists():
        raise Refused(_("Only whose record it is can agree. Choose somebody of the list."))
    return disclose(student, to, what, why, consent=consent, by=by, basis=basis)


@transaction.atomic
def attach_statement(
    student: Student, words: str, *, called: str, kind: str = "", key: str = "", title: str = "",
    by: Viewer,
) -> Statement:  # fmt: skip
    """Attach what somebody says to a row of the record; the caller has checked that they may."""
    require(student.school_id == by.school.pk)
    made: Statement = Statement.objects.create(
        school=by.school, student=student, kind=kind, key=key, title=title[:300], words=words,
        by=by.person, called=called, at=by.school.now(),
    )  # fmt: skip
    Student.objects.filter(pk=student.pk).update(has_statement=True)
    record("statement.attach", made, by=by)
    return made
