"""Addresses below /<school>/credits/."""

from django.urls import path

from kindling.credits.views import reading, writing

app_name = "credits"

urlpatterns = [
    path("", reading.credit_list, name="credits"),
    path("settings/", writing.settings, name="settings"),
    path("rules/", writing.versions, name="rules"),
    path("rules/start/", writing.start, name="start"),
    path("rules/<slug:public_id>/", writing.crosswalk, name="crosswalk"),
    path("rules/<slug:public_id>/approve/", writing.approve, name="approve"),
    path("rules/<slug:public_id>/add/", writing.line, name="add_line"),
    path("rules/<slug:public_id>/lines/<slug:line_id>/", writing.line, name="line"),
    path(
        "rules/<slug:public_id>/lines/<slug:line_id>/remove/",
        writing.remove_line,
        name="remove_line",
    ),
    path("rules/<slug:public_id>/lines/<slug:line_id>/add/", writing.clause, name="add_clause"),
    path(
        "rules/<slug:public_id>/clauses/<slug:clause_id>/remove/",
        writing.remove_clause,
        name="remove_clause",
    ),
    path("terms/<slug:public_id>/", writing.term, name="term"),
    path("for/<slug:public_id>/", reading.credits_for, name="for"),
    path("for/<slug:public_id>/appeal/", reading.ask, name="ask"),
    path("for/<slug:public_id>/correct/", reading.correct, name="correct"),
    path("appeals/<slug:public_id>/", reading.appeal, name="appeal"),
]
