"""Addresses below /<school>/projects/."""

from django.urls import path

from kindling.projects.views import ends, lists, projects, templates, work

app_name = "projects"

urlpatterns = [
    path("", lists.projects, name="projects"),
    path("start/", lists.start, name="start"),
    path("settings/", templates.settings, name="settings"),
    path("templates/", templates.collection, name="templates"),
    path("templates/add/", templates.add, name="add_template"),
    path("templates/copy/<slug:public_id>/", templates.copy, name="copy_template"),
    path("templates/<slug:ref>/", templates.template, name="template"),
    path("templates/<slug:ref>/edit/", templates.edit, name="edit_template"),
    path("templates/<slug:ref>/share/", templates.share, name="share_template"),
    path("templates/<slug:ref>/retire/", templates.retire, name="retire_template"),
    path("steps/<slug:public_id>/", work.step, name="step"),
    path("standards/<slug:public_id>/end/", projects.end_standard, name="end_standard"),
    path("suggestions/<slug:public_id>/", projects.suggestion, name="suggestion"),
    path("drafts/<slug:public_id>/", work.draft, name="draft"),
    path("drafts/<slug:public_id>/words/", work.draft_words, name="draft_words"),
    path("drafts/<slug:public_id>/feedback/", work.feedback, name="feedback"),
    path("drafts/<slug:public_id>/show/", work.show_mentor, name="show_mentor"),
    path("members/<slug:public_id>/leave/", projects.leave, name="leave"),
    path("<slug:public_id>/", projects.project, name="project"),
    path("<slug:public_id>/proposal/", projects.proposal, name="proposal"),
    path("<slug:public_id>/goals/", projects.goals, name="goals"),
    path("<slug:public_id>/due/", projects.due, name="due"),
    path("<slug:public_id>/standard/", projects.standard, name="standard"),
    path("<slug:public_id>/go/", projects.go, name="go"),
    path("<slug:public_id>/approve/", projects.approve, name="approve"),
    path("<slug:public_id>/return/", projects.send_back, name="return"),
    path("<slug:public_id>/drop/", projects.drop, name="drop"),
    path("<slug:public_id>/meeting/", projects.meeting, name="meeting"),
    path("<slug:public_id>/book/", projects.book, name="book"),
    path("<slug:public_id>/members/", projects.join, name="join"),
    path("<slug:public_id>/steps/", work.add_step, name="add_step"),
    path("<slug:public_id>/drafts/", work.add_draft, name="add_draft"),
    path("<slug:public_id>/check/", work.check, name="check"),
    path("<slug:public_id>/service/", work.service, name="service"),
    path("<slug:public_id>/deliver/", ends.deliver, name="deliver"),
    path("<slug:public_id>/redo/", ends.redo, name="redo"),
    path("<slug:public_id>/judge/", ends.judge, name="judge"),
    path("<slug:public_id>/reflection/", ends.reflection, name="reflection"),
]
