"""What each purpose of a pass opens. A view gets the request, the pass and its viewer.

The bearer's page extends "passes/page.html"; GET shows, POST (to the same address) acts. The view
answers only for subjects in `viewer.subjects`: `viewer.holds(purpose, public_id)`.
"""

from __future__ import annotations

from django.urls import URLPattern, path

from kindling.absences.rules import FAMILY_ABSENCE
from kindling.absences.views.family import family_absence_page
from kindling.agreements.rules import BRING_CERTIFICATE, SEE_CERTIFICATE, SIGN_AGREEMENT
from kindling.agreements.views.certificates import bring_certificate_page, see_certificate_page
from kindling.agreements.views.link import sign_agreement_page
from kindling.attendance.views.mentor import confirm_days_page
from kindling.clearance.rules import HAND_IN
from kindling.clearance.views.link import hand_in_page
from kindling.concerns.rules import FAMILY_CONCERN, READ_TELLING
from kindling.concerns.views.link import family_concern_page, read_telling_page
from kindling.consents.rules import ANSWER_CONSENTS
from kindling.consents.views.link import answer_consents_page
from kindling.conversations.rules import WRITE_MESSAGE
from kindling.conversations.views.link import write_message_page
from kindling.credentials.rules import ENDORSE
from kindling.credentials.views.link import endorse_page
from kindling.evaluations.rules import EVALUATE
from kindling.evaluations.views.door import evaluate_page
from kindling.evidence.rules import SEE_WORK
from kindling.evidence.views.link import see_work_page
from kindling.exhibitions.along import register_door
from kindling.exhibitions.rules import JOIN_EXHIBITION
from kindling.exhibitions.views.link import join_exhibition_page
from kindling.exploring.rules import ALLOW_SHADOW, HOST_SHADOW
from kindling.exploring.views.doors import allow_shadow_page, host_shadow_page
from kindling.families.rules import FAMILY_WEEK
from kindling.families.views.door import family_week_page
from kindling.journals.rules import READ_JOURNAL
from kindling.journals.views.link import read_journal_page
from kindling.kiosk.rules import KIOSK
from kindling.kiosk.views.tablet import kiosk_page
from kindling.ladder.rules import TAKE_ALARMS
from kindling.ladder.views.link import take_alarms_page
from kindling.meetings.rules import JOIN_MEETING
from kindling.meetings.views.link import join_meeting_page
from kindling.mentoring.views.door import guide_page
from kindling.panels.rules import READ_RECORD
from kindling.panels.views.door import at_door
from kindling.panels.views.record import read_record_page
from kindling.passes import views
from kindling.passes.purposes import Purpose
from kindling.placements.rules import APPROVE_PURSUITS, CONFIRM_DAYS, GUIDE
from kindling.placements.views.link import approve_page
from kindling.plans.rules import ANSWER_COVER, SIGN_PLAN
from kindling.plans.views.covers import answer_cover_page
from kindling.plans.views.signing import sign_plan_page
from kindling.projects.rules import LOOK_AT_PROJECT
from kindling.projects.views.door import look_at_project_page
from kindling.rights.rules import ASK_RECORDS, GET_RECORDS
from kindling.rights.views.link import ask_records_page, get_records_page
from kindling.rounds.rules import PICK_STUDENTS
from kindling.rounds.views.link import pick_students_page
from kindling.services.rules import JOIN_SERVICE
from kindling.services.views.link import join_service_page
from kindling.support.rules import ALLOW_TRAVEL
from kindling.support.views.link import allow_travel_page
from kindling.surveys.rules import DECIDE_SURVEY
from kindling.surveys.views.answering import decide_survey_page
from kindling.thanks.rules import READ_THANKS
from kindling.thanks.views.link import read_thanks_page

PURPOSES: dict[str, Purpose] = {
    APPROVE_PURSUITS: approve_page,
    CONFIRM_DAYS: confirm_days_page,
    HAND_IN: hand_in_page,
    KIOSK: kiosk_page,
    FAMILY_ABSENCE: family_absence_page,
    FAMILY_WEEK: family_week_page,
    TAKE_ALARMS: take_alarms_page,
    ALLOW_SHADOW: allow_shadow_page,
    HOST_SHADOW: host_shadow_page,
    ALLOW_TRAVEL: allow_travel_page,
    SIGN_AGREEMENT: sign_agreement_page,
    SEE_CERTIFICATE: see_certificate_page,
    BRING_CERTIFICATE: bring_certificate_page,
    LOOK_AT_PROJECT: look_at_project_page,
    PICK_STUDENTS: pick_students_page,
    READ_THANKS: read_thanks_page,
    SEE_WORK: see_work_page,
    READ_JOURNAL: read_journal_page,
    JOIN_MEETING: join_meeting_page,
    READ_RECORD: read_record_page,
    JOIN_EXHIBITION: join_exhibition_page,
    SIGN_PLAN: sign_plan_page,
    ANSWER_COVER: answer_cover_page,
    ENDORSE: endorse_page,
    EVALUATE: evaluate_page,
    GUIDE: guide_page,
    ANSWER_CONSENTS: answer_consents_page,
    JOIN_SERVICE: join_service_page,
    FAMILY_CONCERN: family_concern_page,
    READ_TELLING: read_telling_page,
    DECIDE_SURVEY: decide_survey_page,
    ASK_RECORDS: ask_records_page,
    GET_RECORDS: get_records_page,
    WRITE_MESSAGE: write_message_page,
}

# What a mentor does. While they are suspended it shows nothing and does nothing; what a family or
# the school does by link goes on.
RESTING = frozenset(
    {APPROVE_PURSUITS, CONFIRM_DAYS, HAND_IN, HOST_SHADOW, SIGN_AGREEMENT, BRING_CERTIFICATE}
    | {PICK_STUDENTS, READ_THANKS, SEE_WORK, READ_JOURNAL, LOOK_AT_PROJECT, SIGN_PLAN, JOIN_MEETING}
    | {JOIN_EXHIBITION, ENDORSE, EVALUATE, GUIDE}
)

# While a panel works, the link that invited to it opens the form.
register_door(at_door)

urlpatterns: list[URLPattern] = [
    path("", views.door, {"purposes": PURPOSES, "resting": RESTING}, name="pass"),
    path("renew/", views.renew, name="pass_renew"),
    path("not-me/", views.not_me, name="pass_not_me"),
    path("code/", views.ask_code, name="pass_code"),
    path("code/enter/", views.enter_code, name="pass_enter_code"),
]
