"""Addresses that belong to no school. Everything else stands under /<school>/ (school_urls)."""

from django.urls import URLPattern, URLResolver, include, path

from kindling.agreements import urls as agreements
from kindling.attendance.views.where import where_your_child_is
from kindling.credentials import urls as credentials
from kindling.exhibitions import urls as exhibitions
from kindling.funnel import urls as funnel
from kindling.notices import urls as notices
from kindling.outreach import urls as outreach
from kindling.portfolio import urls as portfolio
from kindling.seals import urls as seals
from kindling.transcripts import urls as transcripts

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("kindling.ui.urls")),
    path("", include("kindling.accounts.urls")),
    path("demo/", include("kindling.demo.urls")),
    *notices.outside,
    *agreements.outside,
    *outreach.outside,
    *portfolio.outside,
    *seals.outside,
    *exhibitions.outside,
    *credentials.outside,
    *transcripts.outside,
    path("texts/", include("kindling.texts.urls")),
    path("letterbox/", include("kindling.letterbox.urls")),
    *funnel.outside,
    path("network/", include("kindling.network.urls")),
    path("where-your-child-is/", where_your_child_is, name="where_your_child_is"),
    path("p/<str:token>/", include("kindling.config.passes")),
    path("", include("kindling.keys.urls")),
    path("", include("kindling.office.urls")),
]

handler400 = "kindling.config.refusals.bad_request"
handler403 = "kindling.config.refusals.forbidden"
handler429 = "kindling.config.refusals.too_often"  # asked by allauth's rate limits
handler404 = "kindling.config.refusals.not_found"
handler500 = "kindling.config.refusals.broken"
