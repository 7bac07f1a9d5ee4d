"""Addresses below /<school>/meetings/."""

from django.urls import path

from kindling.meetings.views import lists, meetings

app_name = "meetings"

urlpatterns = [
    path("", lists.meetings, name="meetings"),
    path("book/", meetings.choose, name="choose"),
    path("book/<slug:public_id>/", meetings.book, name="book"),
    path("settings/", lists.settings, name="settings"),
    path("settings/agenda/", lists.agenda, name="agenda"),
    path("promises/<slug:public_id>/keep/", lists.keep, name="keep"),
    path("promises/<slug:public_id>/drop/", lists.drop, name="drop"),
    path("places/<slug:public_id>/answer/", meetings.answer, name="answer"),
    path("places/<slug:public_id>/off/", meetings.take_off, name="take_off"),
    path("<slug:public_id>/", meetings.meeting, name="meeting"),
    path("<slug:public_id>/write/", meetings.write, name="write"),
    path("<slug:public_id>/move/", meetings.move, name="move"),
    path("<slug:public_id>/cancel/", meetings.cancel, name="cancel"),
    path("<slug:public_id>/hold/", meetings.hold, name="hold"),
    path("<slug:public_id>/ask/", meetings.ask, name="ask"),
    path("<slug:public_id>/interpreter/", meetings.interpreter, name="interpreter"),
    path("<slug:public_id>/promise/", meetings.promise, name="promise"),
    path("<slug:public_id>/calendar/", meetings.calendar, name="calendar"),
]
