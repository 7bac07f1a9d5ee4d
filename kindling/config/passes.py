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
from kindling.exploring.rules import ALLOW_SHADOW, HOST_SHADOW
from kindling.exploring.views.doors import allow_shadow_page, host_shadow_page
from kindling.kiosk.rules import KIOSK
from kindling.kiosk.views.tablet import kiosk_page
from kindling.ladder.rules import TAKE_ALARMS
from kindling.ladder.views.link import take_alarms_page
from kindling.passes import views
from kindling.passes.purposes import Purpose
from kindling.placements.rules import APPROVE_PURSUITS, CONFIRM_DAYS
from kindling.placements.views.link import approve_page
from kindling.rounds.rules import PICK_STUDENTS
from kindling.rounds.views.link import pick_students_page
from kindling.thanks.rules import READ_THANKS
from kindling.thanks.views.link import read_thanks_page

PURPOSES: dict[str, Purpose] = {
    APPROVE_PURSUITS: approve_page,
    CONFIRM_DAYS: confirm_days_page,
    HAND_IN: hand_in_page,
    KIOSK: kiosk_page,
    FAMILY_ABSENCE: family_absence_page,
    TAKE_ALARMS: take_alarms_page,
    ALLOW_SHADOW: allow_shadow_page,
    HOST_SHADOW: host_shadow_page,
    SIGN_AGREEMENT: sign_agreement_page,
    SEE_CERTIFICATE: see_certificate_page,
    BRING_CERTIFICATE: bring_certificate_page,
    PICK_STUDENTS: pick_students_page,
    READ_THANKS: read_thanks_page,
}

# What a mentor does. While they are suspended it shows nothing and does nothing; what a family or
# the school does by link goes on.
RESTING = frozenset(
    {APPROVE_PURSUITS, CONFIRM_DAYS, HAND_IN, HOST_SHADOW, SIGN_AGREEMENT, BRING_CERTIFICATE}
    | {PICK_STUDENTS, READ_THANKS}
)

urlpatterns: list[URLPattern] = [
    path("", views.door, {"purposes": PURPOSES, "resting": RESTING}, name="pass"),
    path("renew/", views.renew, name="pass_renew"),
    path("not-me/", views.not_me, name="pass_not_me"),
    path("code/", views.ask_code, name="pass_code"),
    path("code/enter/", views.enter_code, name="pass_enter_code"),
]
