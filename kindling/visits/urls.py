"""Addresses below /<school>/visits/ and /<school>/home-visits/."""

from django.urls import include, path

from kindling.visits.views import homes, logging, rounds, visits

at_sites = [
    path("", visits.visits, name="visits"),
    path("open/", visits.open_visits, name="open"),
    path("all/", visits.all_visits, name="all"),
    path("round/", rounds.round_page, name="round"),
    path("mileage/", rounds.mileage, name="mileage"),
    path("mileage/csv/", rounds.mileage_csv, name="mileage_csv"),
    path("settings/", visits.settings, name="settings"),
    path("note/", logging.log, name="log"),
    path("note/worker.js", logging.worker, name="worker"),
    path("sent/", logging.sent, name="sent"),
    path("at/<slug:public_id>/", visits.place, name="place"),
    path("at/<slug:public_id>/plan/", visits.plan, name="plan"),
    path("at/<slug:public_id>/often/", visits.often, name="often"),
    path("<slug:public_id>/", visits.visit, name="visit"),
    path("<slug:public_id>/done/", visits.done, name="done"),
    path("<slug:public_id>/close/", visits.close, name="close"),
    path("<slug:public_id>/cancel/", visits.cancel, name="cancel"),
    path("<slug:public_id>/share/", visits.share, name="share"),
    path("<slug:public_id>/move/", rounds.move, name="move"),
    path("<slug:public_id>/miles/", rounds.miles, name="miles"),
]
at_home = [
    path("", homes.visits, name="visits"),
    path("plan/", homes.plan, name="plan"),
    path("readers/", homes.readers, name="readers"),
    path("readers/<slug:public_id>/end/", homes.end_reader, name="end_reader"),
    path("<slug:public_id>/", homes.visit, name="visit"),
    path("<slug:public_id>/sensitive/", homes.sensitive, name="sensitive"),
    path("<slug:public_id>/done/", homes.done, name="done"),
    path("<slug:public_id>/cancel/", homes.cancel, name="cancel"),
]

urlpatterns = [
    path("visits/", include((at_sites, "visits"))),
    path("home-visits/", include((at_home, "home_visits"))),
]
