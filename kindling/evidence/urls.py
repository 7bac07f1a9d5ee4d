"""Addresses below /<school>/evidence/."""

from django.urls import path

from kindling.evidence.views import files, keeping, lists, pictures, pieces

app_name = "evidence"

urlpatterns = [
    path("", lists.evidence, name="evidence"),
    path("new/", keeping.new, name="new"),
    path("sent/", keeping.sent_by, name="sent"),
    path("pictures/", pictures.pictures, name="pictures"),
    path("pictures/<slug:public_id>/answer/", pictures.answer, name="answer"),
    path("settings/", lists.settings, name="settings"),
    path("students/<slug:student_id>/", lists.gallery, name="student"),
    path("students/<slug:student_id>/new/", keeping.new_for, name="new_for"),
    path("students/<slug:student_id>/seen/", lists.seen, name="seen"),
    path("from/<slug:source>/<slug:public_id>/", keeping.keep_said, name="keep_said"),
    path("<slug:public_id>/", pieces.piece, name="piece"),
    path("<slug:public_id>/tags/", pieces.tag, name="tag"),
    path("<slug:public_id>/untag/", pieces.untag, name="untag"),
    path("<slug:public_id>/series/", pieces.series, name="series"),
    path("<slug:public_id>/share/", pieces.share, name="share"),
    path("<slug:public_id>/people/", pictures.people, name="people"),
    path("<slug:public_id>/captions/", pieces.captions, name="captions"),
    path("<slug:public_id>/remove/", pieces.remove, name="remove"),
    path("<slug:public_id>/file/", files.file, name="file"),
    path("<slug:public_id>/small/", files.small, name="small"),
    path("<slug:public_id>/captions.vtt", files.captions, name="vtt"),
]
