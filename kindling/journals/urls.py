"""Addresses below /<school>/journals/."""

from django.urls import path

from kindling.journals.views import entries, requests, room, sharing

app_name = "journals"

urlpatterns = [
    path("", entries.journals, name="journals"),
    path("of/<slug:public_id>/", entries.of_student, name="of"),
    path("room/", room.first, name="room"),
    path("room/<slug:public_id>/", room.room, name="read"),
    path("room/<slug:public_id>/reply/", room.reply, name="room_reply"),
    path("room/<slug:public_id>/done/", room.mark_read, name="mark_read"),
    path("shared/", sharing.shared, name="shared"),
    path("settings/", requests.settings, name="settings"),
    path("requests/", requests.requests, name="requests"),
    path("requests/<slug:public_id>/", requests.request_page, name="request"),
    path("requests/<slug:public_id>/end/", requests.end, name="end_request"),
    path("<slug:public_id>/", entries.entry, name="entry"),
    path("<slug:public_id>/change/", entries.change, name="change"),
    path("<slug:public_id>/reply/", entries.reply, name="reply"),
    path("<slug:public_id>/goals/", entries.tie, name="tie"),
    path("<slug:public_id>/share/", sharing.share, name="share"),
    path("<slug:public_id>/take-back/", sharing.take_back, name="take_back"),
    path("<slug:public_id>/pass-on/", sharing.pass_on, name="pass_on"),
    path("<slug:public_id>/worry/", room.worry, name="worry"),
]
