"""Addresses below /<school>/goals/."""

from django.urls import path

from kindling.goals.views import editing, importing, own, reading, rubrics

app_name = "goals"

urlpatterns = [
    path("", reading.goals, name="goals"),
    path("new/", editing.make, name="make"),
    path("settings/", editing.settings, name="settings"),
    path("imports/", importing.imports, name="imports"),
    path("imports/<slug:public_id>/", importing.detail, name="import"),
    path("imports/<slug:public_id>/apply/", importing.apply, name="apply"),
    path("imports/<slug:public_id>/discard/", importing.discard, name="discard"),
    path("frameworks/<slug:public_id>/", reading.framework, name="framework"),
    path("frameworks/<slug:public_id>/case.json", reading.case, name="case"),
    path("frameworks/<slug:public_id>/start/", editing.start, name="start"),
    path("frameworks/<slug:public_id>/copy/", editing.copy, name="copy"),
    path("frameworks/<slug:public_id>/edit/", editing.change, name="change"),
    path("frameworks/<slug:public_id>/levels/", editing.levels, name="levels"),
    path("frameworks/<slug:public_id>/publish/", editing.publish, name="publish"),
    path("frameworks/<slug:public_id>/add/", editing.add_goal, name="add_goal"),
    path("frameworks/<slug:public_id>/step/<slug:verb>/", editing.step, name="step"),
    path("goal/<slug:public_id>/", reading.goal, name="goal"),
    path("goal/<slug:public_id>/edit/", editing.change_goal, name="change_goal"),
    path("goal/<slug:public_id>/step/<slug:way>/", editing.step_goal, name="step_goal"),
    path("own/", own.mine, name="mine"),
    path("own/add/", own.add, name="add_own"),
    path("own/<slug:public_id>/", own.own_goal, name="own_goal"),
    path("own/<slug:public_id>/<slug:step>/", own.move, name="move_own"),
    path("for/<slug:public_id>/", own.goals_for, name="for"),
    path("rubrics/<slug:public_id>/", reading.rubric, name="rubric"),
    path("rubrics/<slug:public_id>/start/", rubrics.start, name="start_rubric"),
    path("rubrics/<slug:public_id>/edit/", rubrics.change, name="change_rubric"),
    path("rubrics/<slug:public_id>/publish/", rubrics.publish, name="publish_rubric"),
    path("rubrics/<slug:public_id>/discard/", rubrics.discard, name="discard_rubric"),
    path(
        "rubrics/<slug:public_id>/criteria/<slug:criterion_id>/",
        rubrics.criterion,
        name="criterion",
    ),
    path(
        "rubrics/<slug:public_id>/criteria/<slug:criterion_id>/remove/",
        rubrics.remove,
        name="remove_criterion",
    ),
]
