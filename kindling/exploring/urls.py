"""Addresses below /<school>/exploring/."""

from django.urls import path

from kindling.exploring.views import activities, days, demand, interviews, overview, rehearsals

app_name = "exploring"

urlpatterns = [
    path("", overview.exploring, name="exploring"),
    path("students/<slug:public_id>/", overview.student, name="student"),
    path("experiences/<slug:public_id>/verify/", overview.verify, name="verify"),
    path("settings/", overview.settings, name="settings"),
    path("settings/questions/add/", overview.add_question, name="add_question"),
    path(
        "settings/questions/<slug:public_id>/retire/",
        overview.retire_question,
        name="retire_question",
    ),
    path("demand/", demand.demand, name="demand"),
    path("interviews/plan/", interviews.plan, name="plan_interview"),
    path("interviews/<slug:public_id>/", interviews.interview, name="interview"),
    path("interviews/<slug:public_id>/questions/", interviews.questions, name="questions"),
    path("interviews/<slug:public_id>/thank/", interviews.thank, name="thank"),
    path("interviews/<slug:public_id>/cancel/", interviews.cancel, name="cancel_interview"),
    path("shadow-days/plan/<slug:public_id>/", days.plan, name="plan_shadow"),
    path("shadow-days/<slug:public_id>/", days.shadow_day, name="shadow_day"),
    path("shadow-days/<slug:public_id>/allow/", days.allow, name="allow_shadow"),
    path("shadow-days/<slug:public_id>/refuse/", days.refuse, name="refuse_shadow"),
    path("shadow-days/<slug:public_id>/cancel/", days.cancel, name="cancel_shadow"),
    path("shadow-days/<slug:public_id>/ask-again/", days.ask_again, name="ask_again"),
    path("shadow-days/<slug:public_id>/note/", days.note, name="note_word"),
    path("shadow-days/<slug:public_id>/family/", days.family, name="family_word"),
    path("shadow-days/<slug:public_id>/hold/", days.hold, name="hold_shadow"),
    path("shadow-days/<slug:public_id>/answer/", days.answer, name="answer_shadow"),
    path("shadow-days/<slug:public_id>/host-answer/", days.host_answer, name="host_answer"),
    path("activities/", activities.bank, name="activities"),
    path("activities/add/", activities.add, name="add_activity"),
    path("activities/<slug:ref>/", activities.activity, name="activity"),
    path("activities/<slug:ref>/edit/", activities.edit, name="edit_activity"),
    path("activities/<slug:ref>/retire/", activities.retire, name="retire_activity"),
    path("assignments/<slug:public_id>/", activities.assignment, name="assignment"),
    path("assignments/<slug:public_id>/reply/", activities.reply, name="reply"),
    path("assignments/<slug:public_id>/drop/", activities.drop, name="drop_assignment"),
    path("assignments/<slug:public_id>/photo/", activities.photo, name="photo"),
    path("practice/begin/", rehearsals.begin, name="begin_rehearsal"),
    path("practice/<slug:public_id>/", rehearsals.rehearsal, name="rehearsal"),
    path("practice/<slug:public_id>/mark/", rehearsals.mark, name="mark_rehearsal"),
]
