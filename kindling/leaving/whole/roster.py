"""The school's people and advisories as a OneRoster 1.2 CSV package, which any roster system reads."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import date, timedelta
from typing import IO

from django.db.models import Model, Q, QuerySet

from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.exchange.reading.oneroster import ALL_FILES, SPECS
from kindling.people.models import Connection, Student
from kindling.schools.models import Membership, Person, School, SchoolYear, Term
from kindling.schools.roles import Role

type Rows = Iterable[dict[str, str]]

STAND_IN = "advisory"  # every class wants a course: advisories are one
ROLES = {
    Role.STUDENT: "student", Role.GUARDIAN: "guardian", Role.ADVISOR: "teacher",
    Role.PRINCIPAL: "principal", Role.ADMINISTRATOR: "siteAdministrator",
}  # fmt: skip
OTHERS = "aide"
NOT_HERE = {Role.MENTOR, Role.COACH, Role.ALUM}


def write_roster(file: IO[bytes], school: School) -> None:
    """Write the package as it stands today."""
    today = school.today()
    tables: dict[str, list[dict[str, str]]] = {
        "orgs": list(_orgs(school)),
        "academicSessions": list(_sessions(school)),
        "courses": [{"sourcedId": STAND_IN, "title": "Advisory", "orgSourcedId": school.public_id}],
        "classes": list(_classes(school)),
        "users": list(_users(school, today)),
        "roles": list(_roles(school, today)),
        "enrollments": list(_enrollments(school, today)),
        "demographics": list(_births(school, today)),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for spec in SPECS:
            names = [one.name for one in (*spec.columns, *spec.extras)]
            _put(packed, f"{spec.name}.csv", names, tables[spec.name])
        told = {"manifest.version": "1.0", "oneroster.version": "1.2"}
        told |= {f"file.{name}": "bulk" if name in tables else "absent" for name in ALL_FILES}
        told |= {"source.systemName": "Kindling", "source.systemCode": school.slug}
        rows = [{"propertyName": name, "value": value} for name, value in told.items()]
        _put(packed, "manifest.csv", ["propertyName", "value"], rows)


def _put(packed: zipfile.ZipFile, name: str, columns: list[str], rows: Rows) -> None:
    text = io.StringIO(newline="")
    sheet = csv.DictWriter(text, columns, restval="")
    sheet.writeheader()
    sheet.writerows(rows)
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(info, text.getvalue())


def _orgs(school: School) -> Rows:
    yield {"sourcedId": school.public_id, "name": school.name, "type": "school"}


def _sessions(school: School) -> Rows:
    for year in SchoolYear.objects.filter(school=school).order_by("pk"):
        yield {**_session(year), "type": "schoolYear", "schoolYear": str(year.ends_on.year)}
    for term in Term.objects.filter(school=school).select_related("year").order_by("pk"):
        yield {**_session(term), "type": "term", "schoolYear": str(term.year.ends_on.year),
               "parentSourcedId": term.year.public_id}  # fmt: skip


def _session(one: SchoolYear | Term) -> dict[str, str]:
    return {"sourcedId": one.public_id, "title": one.label, "startDate": one.starts_on.isoformat(),
            "endDate": _after(one.ends_on)}  # fmt: skip


def _after(last: date | None) -> str:
    """OneRoster's ends are the first day on which it holds no more; ours the last on which it does."""
    return (last + timedelta(days=1)).isoformat() if last else ""


def _classes(school: School) -> Rows:
    years = [one.public_id for one in SchoolYear.objects.filter(school=school).order_by("pk")]
    for one in Advisory.objects.filter(school=school).order_by("pk"):
        yield {"sourcedId": one.public_id, "title": one.name, "courseSourcedId": STAND_IN,
               "classType": "homeroom", "schoolSourcedId": school.public_id,
               "termSourcedIds": ",".join(years)}  # fmt: skip


def _here(school: School, today: date) -> list[Person]:
    """Students, families and staff of today; mentors and guests are no part of a roster."""
    worn = _today(Membership.objects.filter(school=school), today).exclude(role__in=NOT_HERE)
    rows = Person.objects.filter(
        school=school, merged_into__isnull=True, pk__in=worn.values("person")
    )
    return list(rows.select_related("user").order_by("pk"))


def _today[M: Model](rows: QuerySet[M], today: date) -> QuerySet[M]:
    """Dated rows that hold today."""
    return rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=today), since_on__lte=today)


def _users(school: School, today: date) -> Rows:
    students = {one.person_id: one for one in Student.objects.filter(school=school)}
    families: dict[int, list[str]] = {}
    ties = _today(Connection.objects.filter(school=school, role=Role.GUARDIAN), today)
    for tie in ties.select_related("adult", "student__person").order_by("pk"):
        families.setdefault(tie.student.person_id, []).append(tie.adult.public_id)
        families.setdefault(tie.adult_id, []).append(tie.student.person.public_id)
    here = _here(school, today)
    known = {one.public_id for one in here}
    for one in here:
        student = students.get(one.pk)
        agents = [key for key in dict.fromkeys(families.get(one.pk, [])) if key in known]
        yield {
            "sourcedId": one.public_id, "enabledUser": "true", "username": one.public_id,
            "givenName": one.given_name, "familyName": one.family_name,
            "preferredGivenName": one.preferred_given_name,
            "preferredFamilyName": one.preferred_family_name, "pronouns": one.pronouns,
            "email": one.email, "phone": one.phone,
            "identifier": student.number if student else "",
            "grades": student.grade if student else "", "agentSourcedIds": ",".join(agents),
            "primaryOrgSourcedId": school.public_id, "metadata.homeLanguage": one.language,
        }  # fmt: skip


def _roles(school: School, today: date) -> Rows:
    here = {one.pk for one in _here(school, today)}
    first: set[int] = set()
    worn = _today(Membership.objects.filter(school=school, person__in=here), today)
    for one in worn.exclude(role__in=NOT_HERE).select_related("person").order_by("pk"):
        kind = "secondary" if one.person_id in first else "primary"
        first.add(one.person_id)
        yield {"sourcedId": f"{one.person.public_id}-{one.role}",
               "userSourcedId": one.person.public_id, "roleType": kind,
               "role": ROLES.get(Role(one.role), OTHERS), "orgSourcedId": school.public_id,
               "beginDate": one.since_on.isoformat(), "endDate": _after(one.until_on)}  # fmt: skip


def _enrollments(school: School, today: date) -> Rows:
    students = _today(AdvisoryStudent.objects.filter(school=school), today)
    for seat in students.select_related("advisory", "student__person").order_by("pk"):
        yield _enrolled(school, seat, seat.student.person, "student")
    advisors = _today(AdvisoryAdvisor.objects.filter(school=school), today)
    for row in advisors.select_related("advisory", "person").order_by("pk"):
        yield _enrolled(school, row, row.person, "teacher")


def _enrolled(
    school: School, row: AdvisoryStudent | AdvisoryAdvisor, person: Person, role: str
) -> dict[str, str]:
    group = row.advisory.public_id
    return {"sourcedId": f"{group}-{person.public_id}-{role}", "classSourcedId": group,
            "schoolSourcedId": school.public_id, "userSourcedId": person.public_id, "role": role,
            "primary": "true" if role == "teacher" else "",
            "beginDate": row.since_on.isoformat(), "endDate": _after(row.until_on)}  # fmt: skip


def _births(school: School, today: date) -> Rows:
    here = {one.pk for one in _here(school, today)}
    rows = Student.objects.filter(school=school, person__in=here, birth_on__isnull=False)
    for one in rows.select_related("person").order_by("pk"):
        if one.birth_on:
            yield {"sourcedId": one.person.public_id, "birthDate": one.birth_on.isoformat()}
