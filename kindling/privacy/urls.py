"""Addresses below /<school>/: the schedule for everybody, keeping and breaches below privacy/."""

from django.urls import path

from kindling.privacy.views import breaches, keeping, schedule

app_name = "privacy"

urlpatterns = [
    path("what-we-keep/", schedule.what_we_keep, name="what_we_keep"),
    path("what-we-keep/fields/", schedule.every_field, name="every_field"),
    path("privacy/", keeping.keeping, name="keeping"),
    path("privacy/mine/", schedule.my_work, name="my_work"),
    path("privacy/months/", keeping.months, name="months"),
    path("privacy/hold/", keeping.hold, name="hold"),
    path("privacy/hold/<slug:hold_id>/end/", keeping.end_hold, name="end_hold"),
    path("privacy/runs/start/", keeping.start_run, name="start_run"),
    path("privacy/runs/<slug:run_id>/", keeping.run, name="run"),
    path("privacy/runs/<slug:run_id>/carry-out/", keeping.carry_out, name="carry_out"),
    path("privacy/runs/<slug:run_id>/put-away/", keeping.put_away, name="put_away"),
    path("privacy/runs/<slug:run_id>/certificate/", keeping.certificate, name="certificate"),
    path("privacy/lost/", breaches.breaches, name="breaches"),
    path("privacy/lost/new/", breaches.report, name="report"),
    path("privacy/lost/<slug:breach_id>/", breaches.breach, name="breach"),
    path("privacy/lost/<slug:breach_id>/stop/", breaches.stop, name="stop"),
    path("privacy/lost/<slug:breach_id>/done/<slug:duty_key>/", breaches.done, name="done"),
    path("privacy/lost/<slug:breach_id>/letters/", breaches.letters, name="letters"),
    path("privacy/lost/<slug:breach_id>/say/", breaches.say, name="say"),
    path("privacy/lost/<slug:breach_id>/close/", breaches.close, name="close"),
]
