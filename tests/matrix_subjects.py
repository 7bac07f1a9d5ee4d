"""A real thing of Harbor View for every address that names one. What is missing is an error."""

from __future__ import annotations

import re
from datetime import date, time

from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.absences.actions import report_absence
from kindling.agreements.actions import add_certificate, start_version
from kindling.agreements.tests.signing import make_agreement, make_template, signer
from kindling.attendance.models import Day
from kindling.clearance.tests.handed import ask_for, make_handed
from kindling.exchange.actions import preview_import, upload_import
from kindling.exploring.actions import (
    add_question as offer_question,
)
from kindling.exploring.actions import (
    begin_rehearsal,
    give_activity,
    plan_interview,
    plan_shadow_day,
)
from kindling.exploring.collection import standard
from kindling.incidents.actions import offer_adult, raise_worry
from kindling.interests.actions import add_interest
from kindling.ladder.models import Alarm
from kindling.network.actions import put_hat, share_sums
from kindling.network.models import NetworkRole
from kindling.notices.actions import notify
from kindling.notices.doorstep import reach_token
from kindling.outreach.actions import (
    ask_introduction,
    log_contact,
    open_form,
    receive_offer,
    share_site,
)
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.people.actions import allow_care_note
from kindling.placements.models import Placement, PlannedDay, PrivateWord, Pursuit
from kindling.questions.actions import add_question, attach_file, make_pack, open_pulse
from kindling.questions.tests.asking import picture
from kindling.requirements.actions import enter_experience
from kindling.roll.actions import change_code
from kindling.rounds.tests.rounds import make_open
from kindling.schedule.actions import (
    add_closure,
    add_commitment,
    add_week,
    put_change,
    set_anchor,
)
from kindling.schools.models import Term
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.actions import close_site, leave_alone, merge, renew_code
from kindling.sites.models import Kind, Merge, Quiet, SiteMentor, Suggestion
from kindling.thanks.actions import write_thanks
from kindling.travel.actions import put_map
from kindling.travel.tests.feeds import put_in_use
from kindling.travel.tests.maps import a_map
from kindling.travel.tiles import read_head
from tests.cast import Cast, make_person, make_place
from tests.subjects import add_all


def an_import(cast: Cast) -> str:
    """A spreadsheet of one student, looked at and not applied."""
    by = Viewer.system(cast.school)
    content = b"Name\nKim Lee\n"
    imported = upload_import(kind="students", file_name="students.csv", content=content, by=by)
    preview_import(imported, by=by)
    return imported.public_id


def a_feed(cast: Cast) -> str:
    """A timetable in use."""
    return put_in_use(Viewer.system(cast.school)).public_id


def a_street_map(cast: Cast) -> str:
    """The address of a map of the school's streets."""
    content, by = a_map(), Viewer.system(cast.school)
    bounds = read_head(content)
    return put_map(file_name="town.pmtiles", content=content, bounds=bounds, by=by).digest


def a_placement(cast: Cast) -> Placement:
    """Luis is at the shelter since September."""
    seat = cast.shelter.seats.get()
    pursuit = Pursuit.objects.create(
        school=cast.school, student=cast.luis, opportunity=cast.shelter, seat=seat,
        why="Dogs.", state=Pursuit.State.LANDED,
    )  # fmt: skip
    return Placement.objects.create(
        school=cast.school, pursuit=pursuit, student=cast.luis, opportunity=cast.shelter,
        site=cast.shelter.site, mentor=cast.sam, starts_on="2026-09-08",
    )  # fmt: skip


def a_private_word(cast: Cast, placement: Placement) -> PrivateWord:
    """What Luis wrote to Ana alone."""
    facts = {"adult": cast.ana, "by": cast.luis.person, "text": "He shouts."}
    return PrivateWord.objects.create(
        school=cast.school, placement=placement, at=cast.school.now(), **facts
    )


def a_day(placement: Placement) -> Day:
    """Luis checked in on the first Tuesday of October; Thursdays he is silent."""
    for weekday in (1, 3):
        PlannedDay.objects.create(
            school=placement.school, placement=placement, weekday=weekday,
            starts_at="09:00", ends_at="14:00", since_on="2026-09-08",
        )  # fmt: skip
    return Day.objects.create(
        school=placement.school, placement=placement, student=placement.student, on="2026-10-06",
        planned_starts_at="09:00", planned_ends_at="14:00", state=Day.State.CHECKED_IN,
        student_in_at="2026-10-06T13:00Z",
    )  # fmt: skip


def a_merge(cast: Cast) -> Merge:
    """A shop that stood here twice."""
    one, other = (make_place(cast.school, name, "Helper").site for name in ("Shop", "Shopp"))
    return merge(Kind.SITE, one, other, by=cast.as_("chen"))


def an_alarm(placement: Placement) -> Alarm:
    """Nobody had heard from Luis on a Thursday in October."""
    return Alarm.objects.create(
        school=placement.school, placement=placement, student=placement.student, on="2026-10-08",
        due_at="2026-10-08T13:00Z", ends_at="2026-10-08T18:00Z",
    )  # fmt: skip


def shared_both_ways(cast: Cast) -> tuple[str, str]:
    """A site of Northgate that Chen may ask for, and Northgate's question about the shelter."""
    nils = Viewer.of_person(make_person(cast.north, "Nils Aune", Role.COORDINATOR))
    theirs = share_site(make_place(cast.north, "Garage", "Garage helper").site, by=nils)
    ours = share_site(cast.shelter.site, by=cast.as_("chen"))
    return theirs.public_id, ask_introduction(ours, "Dogs.", by=nils).public_id


class Subjects:
    """Fills the ids of a route: by the id's own name, or by the longest beginning that fits."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        held = make_pass(cast.sam, "confirm_days", [], by=cast.as_("chen"))
        suggestion = Suggestion.objects.create(
            school=cast.school, by_person=cast.luis.person, student=cast.luis, name="Corner shop"
        )
        interest = add_interest(by=cast.as_("luis"), words="Dogs")
        site = cast.shelter.site
        placement = a_placement(cast)
        day = a_day(placement)
        report = report_absence(cast.luis, reason="sick", by=cast.as_("luis"))
        alarm = an_alarm(placement)
        day_ahead = plan_shadow_day(
            cast.luis, cast.shelter, on=date(2026, 10, 16), starts_at=time(9), ends_at=time(14),
            by=cast.as_("luis"),
        )  # fmt: skip
        talk = plan_interview(
            cast.luis, who="Marta", place="Bakery", on=date(2026, 10, 9), questions=["Why bread?"],
            by=cast.as_("luis"),
        )  # fmt: skip
        (assignment,) = give_activity(standard("lost-time"), [cast.luis], by=cast.as_("ana"))
        shadow = enter_experience(
            cast.luis, kind="shadow", on=date(2026, 10, 9), place="Bakery", by=cast.as_("luis")
        )
        renew_code(site, by=cast.as_("chen"))
        worry = raise_worry(
            cast.luis, adult=cast.ana, text="It is loud.", placement=placement,
            by=cast.as_("luis"),
        )  # fmt: skip
        offered = offer_adult(cast.ana, words="", reply_hours=24, by=cast.as_("dana"))
        asked = make_pack(
            label="Autumn", moment="check_out", starts_on=date(2026, 10, 1),
            ends_on=date(2026, 12, 18), by=cast.as_("chen"),
        )  # fmt: skip
        question = add_question(asked, kind="text", for_student="What?", by=cast.as_("chen"))
        photo = attach_file(
            day, "photo", SimpleUploadedFile("a.jpg", picture((40, 30))), by=cast.as_("luis")
        )
        pulse = open_pulse(Term.of(cast.school)[0], by=cast.as_("chen"))
        share_sums(by=cast.as_("dana"))
        runs = put_hat(cast.network, cast.user("liam"), NetworkRole.ADMINISTRATOR)
        told = notify(cast.ana, "sites/declined", {"suggestion": suggestion}, by=cast.as_("chen"))
        template = make_template(cast.as_("chen"))
        agreement = make_agreement(cast, template)
        start_version(template, by=cast.as_("chen"))
        certificate = add_certificate(
            by=cast.as_("chen"), kind="liability", starts_on=date(2026, 9, 1),
            ends_on=date(2027, 8, 31), file=("application/pdf", b"%PDF-1.7\n"),
        )  # fmt: skip
        ask_for(cast, "visit", "check", "travel")
        handed = make_handed(cast, "travel", cast.luis, cast.shelter)
        theirs, introduction = shared_both_ways(cast)
        offer = receive_offer(
            by=Viewer.system(cast.school), sent_key="k", kind="talk", organisation="Bakery",
            name="Jo", email="jo@example.org",
        )  # fmt: skip
        self.ids: dict[str, str] = {
            "/offer/": open_form(by=cast.as_("chen")).key,
            "outreach/contacts/": log_contact(
                site, how="call", next_step="Visit", owner=cast.ana, by=cast.as_("chen")
            ).public_id,
            "outreach/sites/": site.public_id,
            "outreach/organisations/": site.organisation.public_id,
            "outreach/offers/": offer.public_id,
            "outreach/network/": theirs,
            "outreach/asked/": introduction,
            "thanks/": write_thanks(placement, "Thank you.", by=cast.as_("luis")).public_id,
            "thanks/write/": placement.public_id,
            "thanks/year/": cast.sam.public_id,
            "<slug:student_id>": cast.luis.public_id,
            "<slug:place_id>": cast.shelter.public_id,
            "<slug:item>": "travel",
            "<slug:hangs_on>": "site",
            "<slug:item_key>": "visit",
            "clearance/handed/": handed.public_id,
            "clearance/site/": site.public_id,
            "clearance/place/": cast.shelter.public_id,
            "clearance/at/": site.public_id,
            "<slug:slug>": cast.network.slug,
            "/network/": runs.public_id,
            "agreements/": agreement.public_id,
            "agreements/certificates/": certificate.public_id,
            "<slug:signer_id>": signer(agreement, "student").public_id,
            "api/v1/agreements/": agreement.public_id,
            "agreements/mine/": signer(agreement, "student").public_id,
            "agreements/templates/": template.public_id,
            "<slug:language>": "en",
            "<slug:person_id>": cast.ana.public_id,
            "/demo/": cast.ana.public_id,
            "/p/": token_of(held),
            "/sign-in/link/": "not-a-token",
            "/sign-in/reset/": "1-set-password/",
            "/styleguide/": "people",
            "/sheet/": "not-a-token",
            "/you/devices/": "somebody-elses",
            "/you/push/": "somebody-elses",
            "/reach/": reach_token(cast.sam),
            "reach/": cast.rosa.public_id,
            "sheets/": cast.luis.person.public_id,
            "tokens/": "somebody-elses",
            "advisories/": cast.tide.public_id,
            "api/v1/opportunities/": cast.clinic.public_id,
            "api/v1/places/": site.public_id,
            "api/v1/placements/": placement.public_id,
            "api/v1/pursuits/": placement.pursuit.public_id,
            "api/v1/students/": cast.luis.public_id,
            "api/v1/days/": day.public_id,
            "api/v1/absences/": report.public_id,
            "api/v1/alarms/": alarm.public_id,
            "api/v1/records/": cast.luis.public_id,
            "api/v1/requirements/students/": cast.luis.public_id,
            "api/v1/requirements/experiences/": shadow.public_id,
            "days/": day.public_id,
            "days/snow/": "2026-10-14",
            "days/ask/": placement.public_id,
            "days/check-in/": placement.public_id,
            "days/hours/": cast.luis.public_id,
            "days/mentors/": cast.sam.public_id,
            "days/missed/": placement.public_id,
            "days/near/": placement.public_id,
            "days/for/": placement.public_id,
            "<slug:on>": "2026-10-08",
            "absences/": report.public_id,
            "alarms/": alarm.public_id,
            "absences/late/": cast.luis.public_id,
            "absences/absent/": cast.luis.public_id,
            "absences/reasons/": "sick",
            "imports/": an_import(cast),
            "attachments/": photo.public_id,
            "pulse/": placement.public_id,
            "pulse/close/": pulse.public_id,
            "questions/": asked.public_id,
            "questions/change/": question.public_id,
            "questions/retire/": question.public_id,
            "incidents/": worry.public_id,
            "incidents/adults/": offered.public_id,
            "worry/": worry.public_id,
            "interests/": interest.public_id,
            "interests/for/": cast.luis.public_id,
            "interests/advisories/": cast.tide.public_id,
            "board/cards/": site.public_id,
            "care/": cast.luis.public_id,
            "care/notes/": allow_care_note(
                cast.luis,
                text="Bees",
                allowed_by=cast.rosa,
                until_on=date(2026, 12, 1),
                by=Viewer.system(cast.school),
            ).public_id,
            "calendar/days-off/": add_closure(
                by=cast.as_("dana"),
                label="Storm",
                starts_on=date(2026, 12, 1),
                ends_on=date(2026, 12, 1),
            ).public_id,
            "<int:weekday>": "0",
            "calendar/weeks/": add_week(
                by=cast.as_("dana"), name="Our week", since_on=date(2026, 9, 1), sample="periods"
            ).public_id,
            "calendar/weeks/letters/": set_anchor(
                date(2026, 10, 12), by=cast.as_("dana")
            ).public_id,
            "calendar/changes/": put_change(
                by=cast.as_("dana"), on=date(2026, 12, 2), note="Trip", plan="same"
            ).public_id,
            "calendar/own-time/": cast.luis.public_id,
            "calendar/own-time/<slug:public_id>/end/": add_commitment(
                cast.luis, by=cast.as_("ana"), kind="doctor", since_on=date(2026, 12, 3)
            ).public_id,
            "settings/hats/": cast.ana.public_id,
            "settings/hats/<slug:public_id>/end/": cast.ana.memberships.get().public_id,
            "settings/terms/": Term.of(cast.school)[0].public_id,
            "settings/years/": Term.of(cast.school)[0].year.public_id,
            "outbox/": told.public_id,
            "passes/": held.public_id,
            "places/": cast.shelter.public_id,
            "places/closures/": close_site(
                site,
                by=cast.as_("chen"),
                label="Move",
                starts_on=date(2026, 12, 1),
                ends_on=date(2026, 12, 1),
            ).public_id,
            "<slug:kind>": "site",
            "<slug:other_id>": cast.clinic.site.public_id,
            "places/doubles/": site.public_id,
            "places/merges/": a_merge(cast).public_id,
            "places/quiets/": leave_alone(
                make_place(cast.school, "Old Mill", "Miller").site,
                Quiet.Kind.NO_CONTACT,
                reason="They said no.",
                by=cast.as_("chen"),
            ).public_id,
            "places/mentors/person/": cast.sam.public_id,
            "places/mentors/": SiteMentor.objects.get(site=site).public_id,
            "places/organisations/": site.organisation.public_id,
            "places/sites/": site.public_id,
            "places/suggestions/": suggestion.public_id,
            "placements/": placement.public_id,
            "placements/private/": a_private_word(cast, placement).public_id,
            "pursuits/": placement.pursuit.public_id,
            "pursuits/request/": cast.clinic.public_id,
            "pursuits/queues/": cast.clinic.public_id,
            "pursuits/limit/": cast.luis.public_id,
            "requirements/rules/": Term.of(cast.school)[0].year.public_id,
            "requirements/students/": cast.luis.public_id,
            "requirements/experiences/": shadow.public_id,
            "api/v1/interviews/": talk.public_id,
            "api/v1/shadow-days/": day_ahead.public_id,
            "exploring/students/": cast.luis.public_id,
            "exploring/experiences/": shadow.public_id,
            "exploring/settings/questions/": offer_question(
                "What do you wear?", by=cast.as_("chen")
            ).public_id,
            "exploring/interviews/": talk.public_id,
            "exploring/shadow-days/plan/": cast.shelter.public_id,
            "exploring/shadow-days/": day_ahead.public_id,
            "exploring/activities/<slug:ref>/retire/": "lost-time",
            "exploring/activities/": "lost-time",
            "exploring/assignments/": assignment.public_id,
            "exploring/practice/": begin_rehearsal(
                cast.luis, "call", by=cast.as_("luis")
            ).public_id,
            "records/students/": cast.luis.public_id,
            "roll/": cast.tide.public_id,
            "roll/codes/": change_code(
                "S", label="Suspended", meaning="excused", by=Viewer.system(cast.school)
            ).public_id,
            "rounds/": (drawn := make_open(cast, cast.clinic).public_id),
            "api/v1/rounds/": drawn,
            "<student_id>": cast.luis.public_id,
            "<opportunity_id>": cast.shelter.public_id,
            "roster/roll-over/": "not-a-roll-over",
            "roster/": cast.luis.person.public_id,
            "students/": cast.luis.public_id,
            "travel/feeds/": a_feed(cast),
            "<slug:digest>": a_street_map(cast),
        }

        add_all(self)  # each app its own: a file in tests/subjects, nothing to add here

        # One body for every write of the API: each takes what it knows.
        self.body = {
            "student": cast.luis.public_id, "opportunity": cast.clinic.public_id, "why": "Dogs.",
            "mentor": cast.sam.public_id, "placement": placement.public_id, "kind": "called",
            "reason": "Because.", "minutes": 300, "until_on": "2026-12-01",
            "starts_on": "2026-10-13",
            "schedule": [{"weekday": 1, "starts_at": "09:00", "ends_at": "14:00"}],
        }  # fmt: skip

    def fill(self, route: str) -> str:
        """Return the route with ids in it; an address of no school is keyed with its slash."""
        start = route.removeprefix("/harbor-view/")

        def value(match: re.Match[str]) -> str:
            for key in (f"{start.partition('/')[0]}/{match[0]}", match[0]):
                if key in self.ids:
                    return self.ids[key]
            fits = [key for key in self.ids if start.startswith(key)]
            if not fits:
                raise LookupError(f"matrix_subjects.py has no subject for {route}")
            return self.ids[max(fits, key=len)]

        return re.sub(r"<[^>]+>|\(\?P.*\)/\$", value, route)
