"""What Harbor View lets people sign, in English and Spanish, and how far they are."""

from __future__ import annotations

from datetime import datetime, timedelta

from kindling.agreements import actions
from kindling.agreements.content import Facts, address_of, compose
from kindling.agreements.models import (
    Agreement,
    Kind,
    Paper,
    Party,
    Signature,
    Signer,
    Version,
    Wording,
)
from kindling.people.models import Connection
from kindling.placements.models import Placement, PlannedDay
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

TEXTS = {
    "internship": {
        "en": {
            "title": "Internship agreement",
            "opening": "**{student}** learns at **{site}** as {place}: {days}, {hours}, from {start}.\n\n"
            "An internship is school. We all sign so that each of us knows what the others promise.",
            "student": "I promise:\n- to be there on time, and to check in when I arrive\n"
            "- to call {mentor} and my advisor when I am sick\n- to keep to the rules of the site",
            "family": "I know where {student} is on these days, and whom to call. I talk with the "
            "school when something worries me.",
            "site": "{mentor} guides {student}, shows what is safe, and says early when something "
            "does not work. {student} is never left alone with a machine.",
            "school_part": "We visit, we answer the phone, and we find another place when this one "
            "does not fit.",
        },
        "es": {
            "title": "Acuerdo de pasantía",
            "opening": "**{student}** aprende en **{site}**: {days}, {hours}, desde el {start}.\n\n"
            "La pasantía es parte de la escuela. Firmamos para saber qué promete cada quien.",
            "student": "Prometo:\n- llegar a tiempo y avisar cuando llego\n"
            "- llamar a {mentor} y a mi asesora cuando estoy enfermo\n- respetar las reglas del sitio",
            "family": "Sé dónde está {student} esos días y a quién llamar. Hablo con la escuela "
            "cuando algo me preocupa.",
            "site": "{mentor} guía a {student}, le enseña lo que es seguro y avisa pronto cuando "
            "algo no funciona.",
            "school_part": "Visitamos, contestamos el teléfono y buscamos otro lugar si este no "
            "funciona.",
        },
    },
    "consent": {
        "en": {
            "title": "Family permission",
            "opening": "{student} travels to {site}, {address}, on {days}.",
            "family": "I allow it, and I know that {student} travels alone.",
            "school_part": "We call you at once when {student} does not arrive.",
        },
        "es": {
            "title": "Permiso de la familia",
            "opening": "{student} va a {site}, {address}: {days}.",
            "family": "Lo permito y sé que {student} viaja solo.",
            "school_part": "Le llamamos enseguida si {student} no llega.",
        },
    },
}
PARTIES = {"internship": list(Party.values), "consent": [Party.FAMILY.value, Party.SCHOOL.value]}
LABELS = {"internship": "Internship agreement", "consent": "Family permission"}


def make_agreements(school: School, landed: list[Placement]) -> None:
    """Most are signed; Luis’s waits for his mother, another has not been made."""
    chen = Person.objects.get(school=school, name="Chen Wu")
    by = Viewer.of_person(chen)
    versions = {kind: publish(kind, by=by) for kind in TEXTS}
    families = {
        row.student_id: row.adult
        for row in Connection.objects.filter(school=school, role=Role.GUARDIAN).select_related(
            "adult"
        )
    }
    rows: list[Made] = []
    for number, placement in enumerate(landed):
        people = {
            "student": placement.student.person, "family": families.get(placement.student_id),
            "site": placement.mentor, "school": chen,
        }  # fmt: skip
        for kind, version in versions.items():
            signs = {party: who for party in PARTIES[kind] if (who := people[party])}
            missing = number % 11 == 4 and kind == "consent"
            if "family" in signs and not missing:
                waits = waits_of(number, placement, kind)
                rows.append(Made(placement, version, signs, waits))
    keep(rows, school)
    make_certificates(landed, by=by)


def publish(kind: str, *, by: Viewer) -> Version:
    """A template that is in use."""
    template = actions.make_template(
        by=by,
        label=LABELS[kind],
        parties=PARTIES[kind],
        kind=Kind(kind),
        is_usual=True,
        lasts_days=365,
    )
    draft = template.versions.get()
    for language, words in TEXTS[kind].items():
        actions.write_text(draft, language, by=by, **words)
    actions.publish_version(draft, by=by)
    return Version.objects.select_related("template").prefetch_related("texts").get(pk=draft.pk)


def waits_of(number: int, placement: Placement, kind: str) -> set[str]:
    """Who has not signed yet: Luis’s family, and here and there a site."""
    if placement.student.name == "Luis Diaz":
        return {"family", "school"} if kind == "internship" else {"family"}
    return {"site"} if number % 9 == 5 and kind == "internship" else set()


class Made:
    """One agreement with its rows, not saved yet."""

    def __init__(
        self, placement: Placement, version: Version, signs: dict[str, Person], waits: set[str]
    ) -> None:
        school, first = placement.school, placement.starts_on - timedelta(days=6)
        self.at = datetime.combine(first, datetime.min.time(), school.zone) + timedelta(hours=16)
        slots = list(placement.planned_days.all())
        content = compose(version, facts_of(placement, signs, slots))
        common = {"school": school}
        self.agreement = Agreement(
            **common, template=version.template, version=version, kind=version.template.kind,
            student=placement.student, opportunity=placement.opportunity,
            starts_on=placement.starts_on, ends_on=placement.starts_on + timedelta(days=364),
            content_hash=address_of(content), made_by=signs["school"],
            state=Agreement.State.OPEN if waits else Agreement.State.COMPLETE,
            completed_at=None if waits else self.at,
        )  # fmt: skip
        self.wording = Wording(
            **common, agreement=self.agreement, number=1, version=version, content=content,
            content_hash=self.agreement.content_hash, made_at=self.at,
        )  # fmt: skip
        self.signers = [self.signer(party, who, waits) for party, who in signs.items()]
        self.signatures = [self.signature(one) for one in self.signers if one.party not in waits]

    def signer(self, party: str, person: Person, waits: set[str]) -> Signer:
        is_signed = party not in waits
        return Signer(
            school=person.school, agreement=self.agreement, party=party, person=person,
            state=Signer.State.SIGNED if is_signed else Signer.State.WAITING,
            asked_at=self.at, asks=1, answered_at=self.at if is_signed else None,
        )  # fmt: skip

    def signature(self, signer: Signer) -> Signature:
        return Signature(
            school=signer.school, signer=signer, wording=self.wording, person=signer.person,
            way=Signature.Way.TYPED, name=signer.person.name, at=self.at,
            language=signer.person.language if signer.person.language == "es" else "en",
            by_link=signer.party in ("family", "site"),
        )  # fmt: skip


def facts_of(placement: Placement, signs: dict[str, Person], slots: list[PlannedDay]) -> Facts:
    place = placement.opportunity
    days = tuple(sorted({slot.weekday for slot in slots})) or tuple(place.weekdays)
    return Facts(
        placement.school, placement.starts_on, placement.starts_on + timedelta(days=364),
        placement.student, place, None, signs, days, place.starts_at, place.ends_at,
    )  # fmt: skip


def keep(rows: list[Made], school: School) -> None:
    """Save everything, five statements in all; the PDFs are made by the worker, later."""
    Agreement.objects.bulk_create([row.agreement for row in rows])
    Wording.objects.bulk_create([row.wording for row in rows])
    Signer.objects.bulk_create([one for row in rows for one in row.signers])
    Signature.objects.bulk_create([one for row in rows for one in row.signatures])
    done = [row.agreement for row in rows if row.agreement.state == Agreement.State.COMPLETE]
    Paper.objects.bulk_create([Paper(school=school, agreement=one) for one in done])


def make_certificates(landed: list[Placement], *, by: Viewer) -> None:
    """The school’s own, and some of sites: one ends soon, one has ended."""
    today = by.school.today()
    proof = ("application/pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    spans = [(None, 300), (0, 21), (1, 180), (2, -6), (3, 240)]
    for number, days in spans:
        site = None if number is None else landed[number].site
        actions.add_certificate(
            by=by, kind="workers" if site is None else "liability", insurer="Harbor Mutual",
            starts_on=today - timedelta(days=120), ends_on=today + timedelta(days=days),
            file=proof, organisation=site.organisation if site else None, site=site,
        )  # fmt: skip
