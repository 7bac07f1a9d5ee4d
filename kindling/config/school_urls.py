"""Addresses below /<school>/. Links made inside a school carry its slug by themselves.

Those below api/ stand in program_urls.
"""

from django.urls import URLPattern, URLResolver, include, path

from kindling.home import urls as home
from kindling.keys import urls as keys
from kindling.letterbox import urls as letterbox
from kindling.network import urls as network
from kindling.notices import urls as notices
from kindling.office import urls as office
from kindling.people import urls as people
from kindling.texts import urls as texts

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("kindling.home.urls")),
    # Asked most often, so looked at first.
    path("students/", include(home.students)),
    path("days/", include("kindling.attendance.urls")),
    path("places/", include("kindling.sites.urls")),
    path("inbox/", include("kindling.inbox.urls")),
    path("board/", include("kindling.board.urls")),
    path("outbox/", include("kindling.notices.urls")),
    path("reach/", include((notices.reaching, "reach"))),
    path("kiosk/", include("kindling.kiosk.urls")),
    path("texts/", include((texts.inside, "texts"))),
    path("messages/", include("kindling.conversations.urls")),
    path("letterbox/", include((letterbox.inside, "letterbox"))),
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
    path("weeks/", include("kindling.weeks.urls")),
    path("exploring/", include("kindling.exploring.urls")),
    path("projects/", include("kindling.projects.urls")),
    path("meetings/", include("kindling.meetings.urls")),
    path("ale/", include("kindling.ale.urls")),
    path("care/", include("kindling.people.urls")),
    path("contacts/", include((people.family, "contacts"))),
    path("outreach/", include("kindling.outreach.urls")),
    path("thanks/", include("kindling.thanks.urls")),
    path("clearance/", include("kindling.clearance.urls")),
    path("plans/", include("kindling.plans.urls")),
    path("agreements/", include("kindling.agreements.urls")),
    path("", include("kindling.visits.urls")),
    path("families/", include("kindling.families.urls")),
    path("gatherings/", include("kindling.gatherings.urls")),
    path("handover/", include("kindling.handover.urls")),
    path("evaluations/", include("kindling.evaluations.urls")),
    path("mentoring/", include("kindling.mentoring.urls")),
    path("imports/", include("kindling.exchange.urls")),
    path("", include("kindling.privacy.urls")),
    path("interests/", include("kindling.interests.urls")),
    path("goals/", include("kindling.goals.urls")),
    path("exhibitions/", include("kindling.exhibitions.urls")),
    path("seals/", include("kindling.seals.urls")),
    path("credentials/", include("kindling.credentials.urls")),
    path("judgements/", include("kindling.judgements.urls")),
    path("moderation/", include("kindling.moderation.urls")),
    path("panels/", include("kindling.panels.urls")),
    path("gateways/", include("kindling.gateways.urls")),
    path("courses/", include("kindling.courses.urls")),
    path("consents/", include("kindling.consents.urls")),
    path("surveys/", include("kindling.surveys.urls")),
    path("languages/", include("kindling.languages.urls")),
    path("services/", include("kindling.services.urls")),
    path("concerns/", include("kindling.concerns.urls")),
    path("moods/", include("kindling.moods.urls")),
    path("disclosures/", include("kindling.disclosures.urls")),
    path("credits/", include("kindling.credits.urls")),
    path("looks/", include("kindling.looks.urls")),
    path("rights/", include("kindling.rights.urls")),
    path("transcripts/", include("kindling.transcripts.urls")),
    path("uploads/", include("kindling.uploads.urls")),
    path("portfolio/", include("kindling.portfolio.urls")),
    path("evidence/", include("kindling.evidence.urls")),
    path("support/", include("kindling.support.urls")),
    path("travel/", include("kindling.travel.urls")),
    path("talks/", include("kindling.talks.urls")),
    path("journals/", include("kindling.journals.urls")),
    path("narratives/", include("kindling.narratives.urls")),
]

handler400 = "kindling.config.refusals.bad_request"
handler403 = "kindling.config.refusals.forbidden"
handler404 = "kindling.config.refusals.not_found"
handler500 = "kindling.config.refusals.broken"
