"""Addresses below /<school>/concerns/."""

from django.urls import path

from kindling.concerns.views import family, staff, telling

app_name = "concerns"

urlpatterns = [
    path("", staff.concerns, name="concerns"),
    path("of/<slug:public_id>/", family.of, name="of"),
    path("told/<slug:public_id>/", family.telling, name="telling"),
    path("incidents/<slug:public_id>/tell/", telling.tell, {"page": "incident"}, name="incident"),
    path("support/<slug:public_id>/tell/", telling.tell, {"page": "support"}, name="support"),
    path("incidents/<slug:public_id>/seen/", telling.seen, {"page": "incident"},
         name="seen_incident"),
    path("support/<slug:public_id>/seen/", telling.seen, {"page": "support"}, name="seen_support"),
    path("replies/<slug:public_id>/voice/", telling.voice, name="reply_voice"),
    path("replies/<slug:public_id>/text/", telling.transcript, name="reply_text"),
    path("<slug:public_id>/", staff.concern, name="concern"),
    path("<slug:public_id>/answer/", staff.answer, name="answer"),
    path("<slug:public_id>/about/", staff.about, name="about"),
    path("<slug:public_id>/give/", staff.give, name="give"),
    path("<slug:public_id>/share/", staff.share, name="share"),
    path("<slug:public_id>/transcript/", staff.transcript, name="transcript"),
    path("<slug:public_id>/voice/", staff.voice, name="voice"),
]  # fmt: skip
