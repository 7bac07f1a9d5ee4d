"""Addresses below /<school>/talks/."""

from django.urls import path

from kindling.talks.views import notes, settings, talks, writing

app_name = "talks"

urlpatterns = [
    path("", talks.talks, name="talks"),
    path("settings/", settings.settings, name="settings"),
    path("settings/readers/", settings.name_reader, name="name_reader"),
    path("settings/readers/<slug:public_id>/end/", settings.end_reader, name="end_reader"),
    path("with/<slug:public_id>/", talks.with_student, name="with"),
    path("with/<slug:public_id>/prepare/", talks.prepare, name="prepare"),
    path("with/<slug:public_id>/start/", talks.start, name="start"),
    path("with/<slug:public_id>/rhythm/", talks.rhythm, name="rhythm"),
    path("with/<slug:public_id>/keep/<slug:promise_id>/", writing.keep, name="keep"),
    path("notes/<slug:public_id>/", notes.notes, name="notes"),
    path("notes/<slug:public_id>/correct/<slug:note_id>/", notes.correct, name="correct"),
    path("<slug:public_id>/", talks.talk, name="talk"),
    path("<slug:public_id>/save/", writing.save, name="save"),
    path("<slug:public_id>/between/", writing.between, name="between"),
    path("<slug:public_id>/promise/", writing.promise, name="promise"),
    path("<slug:public_id>/hold/", writing.hold, name="hold"),
    path("<slug:public_id>/close/", writing.close, name="close"),
]
