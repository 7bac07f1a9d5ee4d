"""Addresses below /<school>/. Links made inside a school carry its slug by themselves.

Those below api/ stand in program_urls.
"""

from django.urls import URLPattern, URLResolver, include, path

from kindling.home import urls as home
from kindling.keys import urls as keys
from kindling.network import urls as network
from kindling.notices import urls as notices
from kindling.office import urls as office
from kindling.texts import urls as texts

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("kindling.home.urls")),
    # Asked most often, so looked at first.
    path("students/", include(home.students)),
    path("days/", include("kindling.attendance.urls")),
    path("places/", include("kindling.sites.urls")),
    path("board/", include("kindling.board.urls")),
    path("outbox/", include("kindling.notices.urls")),
    path("reach/", include((notices.reaching, "reach"))),
    path("kiosk/", include("kindling.kiosk.urls")),
    path("texts/", include((texts.inside, "texts"))),
    path("passes/", include("kindling.passes.urls")),
    path("", include((keys.inside, "keys"))),
    path("", include("kindling.placements.urls")),
    path("", include("kindling.incidents.urls")),
    path("", include("kindling.questions.urls")),
    path("roster/", include("kindling.enrollment.urls")),
    path("", include((office.inside, "office"))),
    path("calendar/", include("kindling.schedule.urls")),
    path("advisories/", include("kindling.advisory.urls")),
    path("absences/", include("kindling.absences.urls")),
    path("alarms/", include("kindling.ladder.urls")),
    path("network/", include((network.inside, "sharing"))),
    path("roll/", include("kindling.roll.urls")),
    path("records/", include("kindling.records.urls")),
    path("requirements/", include("kindling.requirements.urls")),
    path("funnel/", include("kindling.funnel.urls")),
    path("rounds/", include("kindling.rounds.urls")),
    path("exploring/", include("kindling.exploring.urls")),
    path("care/", include("kindling.people.urls")),
    path("outreach/", include("kindling.outreach.urls")),
    path("thanks/", include("kindling.thanks.urls")),
    path("clearance/", include("kindling.clearance.urls")),
    path("agreements/", include("kindling.agreements.urls")),
    path("imports/", include("kindling.exchange.urls")),
    path("interests/", include("kindling.interests.urls")),
    path("travel/", include("kindling.travel.urls")),
]

handler400 = "kindling.config.refusals.bad_request"
handler403 = "kindling.config.refusals.forbidden"
handler404 = "kindling.config.refusals.not_found"
handler500 = "kindling.config.refusals.broken"
