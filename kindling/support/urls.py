"""Addresses below /<school>/support/."""

from django.urls import path

from kindling.support.views import concerns, goals

app_name = "support"

urlpatterns = [
    path("", goals.support, name="support"),
    path("goals/add/", goals.add, name="add_goal"),
    path("goals/<slug:public_id>/", goals.goal, name="goal"),
    path("goals/<slug:public_id>/edit/", goals.edit, name="edit_goal"),
    path("goals/<slug:public_id>/end/", goals.end, name="end_goal"),
    path("goals/<slug:public_id>/readers/", goals.add_reader, name="add_reader"),
    path("goals/<slug:public_id>/readers/end/", goals.end_reader, name="end_reader"),
    path("goals/<slug:public_id>/travel/", goals.ask_travel, name="ask_travel"),
    path("travels/<slug:public_id>/answer/", goals.answer_travel, name="answer_travel"),
    path("travels/<slug:public_id>/revoke/", goals.revoke_travel, name="revoke_travel"),
    path("concerns/add/", concerns.add, name="add_concern"),
    path("concerns/<slug:public_id>/", concerns.concern, name="concern"),
    path("concerns/<slug:public_id>/voice/", concerns.voice, name="voice"),
    path("concerns/<slug:public_id>/look/", concerns.look, name="look"),
    path("concerns/<slug:public_id>/action/", concerns.act, name="act"),
    path("concerns/<slug:public_id>/step/", concerns.step, name="step"),
    path("concerns/<slug:public_id>/close/", concerns.close, name="close"),
    path("concerns/<slug:public_id>/readers/", concerns.add_reader, name="add_concern_reader"),
    path("concerns/<slug:public_id>/readers/end/", concerns.end_reader, name="end_concern_reader"),
    path("actions/<slug:public_id>/done/", concerns.done, name="done"),
]
