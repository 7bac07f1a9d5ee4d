"""Addresses below /<school>/panels/. What is named there is the exhibition."""

from django.urls import path

from kindling.panels.views import agreeing, panels, record, sheets

app_name = "panels"

urlpatterns = [
    path("", panels.panel_list, name="panels"),
    path("sums/", record.sums, name="sums"),
    path("conditions/<slug:public_id>/met/", record.met, name="met"),
    path("conditions/<slug:public_id>/reopen/", record.reopen, name="reopen"),
    path("conditions/<slug:public_id>/drop/", agreeing.drop, name="drop"),
    path("differences/<slug:public_id>/", agreeing.talk, name="talk"),
    path("forms/<slug:public_id>/miss/", panels.miss, name="miss"),
    path("<slug:public_id>/", panels.panel, name="panel"),
    path("<slug:public_id>/now/", panels.now, name="now"),
    path("<slug:public_id>/begin/", panels.begin, name="begin"),
    path("<slug:public_id>/timer/", panels.timer, name="timer"),
    path("<slug:public_id>/close/", panels.close, name="close"),
    path("<slug:public_id>/sheet/", sheets.sheet, name="sheet"),
    path("<slug:public_id>/points/", agreeing.points, name="points"),
    path("<slug:public_id>/condition/", agreeing.condition, name="condition"),
    path("<slug:public_id>/agree/", agreeing.agree, name="agree"),
    path("<slug:public_id>/write/", agreeing.write, name="write"),
    path("<slug:public_id>/record/", record.panel_record, name="record"),
]
