"""Addresses below /<school>/transcripts/, and (`outside`) what somebody was sent."""

from django.urls import path

from kindling.transcripts.views import drafts, pages, sending

app_name = "transcripts"

urlpatterns = [
    path("", pages.transcript_list, name="transcripts"),
    path("profile/", pages.profile, name="profile"),
    path("for/<slug:public_id>/", pages.transcripts_for, name="for"),
    path("for/<slug:public_id>/begin/", drafts.begin, name="begin"),
    path("for/<slug:public_id>/draft/", drafts.draft, name="draft"),
    path("for/<slug:public_id>/draft/save/", drafts.save, name="save"),
    path("for/<slug:public_id>/draft/<slug:move_name>/", drafts.move, name="move"),
    path("for/<slug:public_id>/pieces/", drafts.pieces, name="pieces"),
    path("for/<slug:public_id>/certify/<slug:paper_kind>/", pages.certify, name="certify"),
    path("for/<slug:public_id>/send/", sending.send, name="send"),
    path("sendings/<slug:public_id>/", sending.sending, name="sending"),
    path("sendings/<slug:public_id>/<slug:said>/", sending.answer_sending, name="answer"),
    path("<slug:public_id>/", pages.transcript, name="transcript"),
    path("<slug:public_id>/paper/", pages.paper, name="paper"),
]

outside = [
    path("transcript/<str:token>/", sending.shown, name="transcript_shown"),
    path(
        "transcript/<str:token>/<slug:public_id>/paper/",
        sending.shown_paper,
        name="transcript_shown_paper",
    ),
    path(
        "transcript/<str:token>/<slug:public_id>/<int:number>/",
        sending.shown_piece,
        name="transcript_shown_piece",
    ),
]
