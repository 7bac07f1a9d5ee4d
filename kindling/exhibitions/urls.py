"""Addresses below /<school>/exhibitions/, and (`outside`) the public programme."""

from django.urls import path

from kindling.exhibitions.views import exhibition, lists, panel, paper, preparing, public

app_name = "exhibitions"

urlpatterns = [
    path("", lists.exhibitions, name="exhibitions"),
    path("begin/", lists.begin, name="begin"),
    path("kinds/", lists.kinds, name="kinds"),
    path("kinds/new/", lists.new_kind, name="new_kind"),
    path("kinds/<slug:public_id>/", lists.kind, name="kind"),
    path("kinds/<slug:public_id>/end/", lists.end_kind, name="end_kind"),
    path("programme/", lists.programme, name="programme"),
    path("programme/paper/", paper.programme_paper, name="programme_paper"),
    path("programme/choose/", lists.choose_programme, name="choose_programme"),
    path("panel/<slug:public_id>/answer/", panel.answer, name="answer"),
    path("panel/<slug:public_id>/off/", panel.take_off, name="take_off"),
    path("panel/<slug:public_id>/allow/", panel.allow, name="allow"),
    path("panel/<slug:public_id>/refuse/", panel.refuse, name="refuse"),
    path("panel/<slug:public_id>/interpreter/", panel.interpreter, name="interpreter"),
    path("materials/<slug:public_id>/tick/", preparing.tick, name="tick"),
    path("materials/<slug:public_id>/drop/", preparing.drop, name="drop"),
    path("rehearsals/<slug:public_id>/", preparing.rehearsal, name="rehearsal"),
    path("rehearsals/<slug:public_id>/changes/", preparing.changes, name="changes"),
    path("<slug:public_id>/", exhibition.exhibition, name="exhibition"),
    path("<slug:public_id>/write/", exhibition.write, name="write"),
    path("<slug:public_id>/describe/", exhibition.describe, name="describe"),
    path("<slug:public_id>/date/", exhibition.date, name="date"),
    path("<slug:public_id>/postpone/", exhibition.postpone, name="postpone"),
    path("<slug:public_id>/call-off/", exhibition.call_off, name="call_off"),
    path("<slug:public_id>/hold/", exhibition.hold, name="hold"),
    path("<slug:public_id>/redo/", exhibition.redo, name="redo"),
    path("<slug:public_id>/ready/", exhibition.ready, name="ready"),
    path("<slug:public_id>/check/", exhibition.check, name="check"),
    path("<slug:public_id>/calendar/", exhibition.calendar, name="calendar"),
    path("<slug:public_id>/name/", panel.name, name="name"),
    path("<slug:public_id>/lead/", panel.lead, name="lead"),
    path("<slug:public_id>/guest/", panel.guest, name="guest"),
    path("<slug:public_id>/pieces/", preparing.pieces, name="pieces"),
    path("<slug:public_id>/materials/", preparing.materials, name="materials"),
    path("<slug:public_id>/files/", preparing.files, name="files"),
    path("<slug:public_id>/rehearse/", preparing.rehearse, name="rehearse"),
]

outside = [
    path("programme/<slug:school_slug>/", public.public_programme, name="programme"),
    path("programme/<slug:school_slug>/paper/", paper.public_paper, name="programme_paper"),
]
