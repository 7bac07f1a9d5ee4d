"""One word is added, and what stands follows from all of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.consents import along
from kindling.consents.kinds import Kind, facts_of
from kindling.consents.models import Consent, ConsentWord, PurposeText
from kindling.history.steps import take_step
from kindling.kit.http import Refused
from kindling.people.actions import change_student
from kindling.people.rules import OF_AGE, deciders
from kindling.schools.models import Person, SchoolYear
from kindling.schools.viewer import Viewer

Says, Way = ConsentWord.Says, ConsentWord.Way
YEAR = timedelta(days=366)


@transaction.atomic
def keep_word(
    consent: Consent, person: Person | None, says: str, text: PurposeText, *,
    way: str, by: Viewer, until: date | None = None, note: str = "",
) -> Consent:  # fmt: skip
    """Add the word, and let what stands follow. The row is held: two people speak one by one."""
    assert person is not None  # noqa: S101  callers asked the rule
    Consent.objects.select_for_update().get(pk=consent.pk)
    consent.refresh_from_db(fields=["state", "since_on", "until_on"])
    last = min(until or date.max, _longest(consent, person, by))
    if way in (Way.PAGE, Way.LINK) and _stands(consent, person, says, text, last):
        return consent
    _check(consent, says, until, by)
    word = ConsentWord.objects.create(
        school=by.school, consent=consent, person=person, says=says, way=way, text=text,
        sha256=text.sha256, source_sha256=text.source_sha256, language=text.language,
        until_on=last if says in (Says.YES, Says.SEEN) else None,
        written_by=by.person if way == Way.PAPER else None, note=note[:300], at=by.school.now(),
    )  # fmt: skip
    verb, facts = _what_follows(consent, word, by)
    take_step(consent, verb, by=by, detail={"kind": consent.kind, "way": word.way}, **facts)
    if consent.kind == Kind.DIRECTORY:
        system = Viewer.system(by.school)  # the roster follows the word
        change_student(consent.student, by=system, is_unlisted=verb != "give")
    along.tell(consent.kind, consent.student, stands=verb == "give", by=by)
    return consent


def _stands(consent: Consent, person: Person, says: str, text: PurposeText, last: date) -> bool:
    """Two taps, or the page after the first got lost: they said just this last, and it stands."""
    words = ConsentWord.objects.filter(consent=consent, person=person)
    said = words.order_by("-at", "-pk").first()
    if said is None or (said.says, said.sha256) != (says, text.sha256):
        return False
    if says in (Says.NO, Says.BACK):
        return consent.state in Consent.NO
    return consent.state == Consent.State.GIVEN and said.until_on == consent.until_on == last


def _check(consent: Consent, says: str, until: date | None, by: Viewer) -> None:
    allowed = says in facts_of(consent.kind).answers or (
        says == Says.BACK and consent.state == Consent.State.GIVEN
    )
    if not allowed:
        raise Refused(_("This answer does not fit here. Open the page again."))
    if until is not None and until < by.school.today():
        raise Refused(_("This day is over. Choose today or a later day."))


def _what_follows(consent: Consent, word: ConsentWord, by: Viewer) -> tuple[str, dict[str, Any]]:
    """A no of anybody who decides counts more than a yes. Then it is the earliest end that stands."""
    standing = _standing_words(consent, word)
    facts: dict[str, Any] = {"answered_at": word.at, "basis": _basis(consent, word)}
    if {one.says for one in standing} & {Says.NO, Says.BACK}:
        verb = "withdraw" if consent.state == Consent.State.GIVEN else "decline"
        return verb, {**facts, "until_on": None}
    today = by.school.today()
    ends = [one.until_on for one in standing if one.until_on and one.until_on >= today]
    return "give", {**facts, "since_on": today, "until_on": min(ends)}


def _standing_words(consent: Consent, word: ConsentWord) -> list[ConsentWord]:
    """The last word of each who decides today, and the one just said."""
    deciding = set(deciders(consent.student).values_list("pk", flat=True)) | {word.person_id}
    latest: dict[int, ConsentWord] = {}
    for one in ConsentWord.objects.filter(consent=consent).order_by("at", "pk"):
        latest[one.person_id] = one
    return [one for person, one in latest.items() if person in deciding]


def _basis(consent: Consent, word: ConsentWord) -> str:
    if word.way == Way.SCHOOL:
        return Consent.Basis.SCHOOL
    own = word.person_id == consent.student.person_id
    return Consent.Basis.STUDENT if own else Consent.Basis.FAMILY


def _longest(consent: Consent, person: Person, by: Viewer) -> date:
    """The last day that a yes may have: of its kind, and before the student decides alone."""
    today, student = by.school.today(), consent.student
    days = facts_of(consent.kind).days
    last = today + timedelta(days=days) if days else _end_of_year(by)
    if person.pk != student.person_id and student.birth_on:
        last = min(last, _birthday(student.birth_on) - timedelta(days=1))
    return max(last, today)


def _end_of_year(by: Viewer) -> date:
    today = by.school.today()
    year = SchoolYear.of(by.school).filter(starts_on__lte=today, ends_on__gte=today).first()
    return year.ends_on if year else today + YEAR


def _birthday(birth_on: date) -> date:
    """The day one comes of age; who was born on a leap day does so on the first of March."""
    try:
        return birth_on.replace(year=birth_on.year + OF_AGE)
    except ValueError:
        return date(birth_on.year + OF_AGE, 3, 1)
