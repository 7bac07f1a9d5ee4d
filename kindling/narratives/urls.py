"""Addresses below /<school>/narratives/."""

from django.urls import path

from kindling.narratives.views import narratives, printing, rounds, translating

app_name = "narratives"

urlpatterns = [
    path("", rounds.narratives, name="narratives"),
    path("settings/", rounds.settings, name="settings"),
    path("start/", rounds.start, name="start"),
    path("of/<slug:public_id>/", rounds.of_student, name="of"),
    path("rounds/<slug:public_id>/", rounds.round_detail, name="round"),
    path("rounds/<slug:public_id>/change/", rounds.change, name="change"),
    path("rounds/<slug:public_id>/through/", rounds.through, name="through"),
    path("rounds/<slug:public_id>/headings/", rounds.headings, name="headings"),
    path("rounds/<slug:public_id>/students/", rounds.add_students, name="add_students"),
    path("rounds/<slug:public_id>/release/", rounds.release, name="release"),
    path("rounds/<slug:public_id>/plan/", rounds.plan_release, name="plan_release"),
    path("rounds/<slug:public_id>/close/", rounds.close, name="close"),
    path("rounds/<slug:public_id>/print/", printing.print_round, name="print"),
    path("printings/<slug:public_id>/", printing.printing, name="printing"),
    path("printings/<slug:public_id>/zip/", printing.zip_file, name="zip"),
    path("translations/<slug:public_id>/", translating.check, name="check"),
    path("ideas/<slug:public_id>/remove/", narratives.remove_idea, name="remove_idea"),
    path("<slug:public_id>/", narratives.narrative, name="narrative"),
    path("<slug:public_id>/save/", narratives.save, name="save"),
    path("<slug:public_id>/hand-in/", narratives.hand_in, name="hand_in"),
    path("<slug:public_id>/write-on/", narratives.take_words_back, name="take_words_back"),
    path("<slug:public_id>/submit/", narratives.submit, name="submit"),
    path("<slug:public_id>/take-back/", narratives.take_back, name="take_back"),
    path("<slug:public_id>/pass/", narratives.pass_on, name="pass_on"),
    path("<slug:public_id>/return/", narratives.give_back, name="give_back"),
    path("<slug:public_id>/read/", narratives.acknowledge, name="acknowledge"),
    path("<slug:public_id>/correct/", narratives.correct, name="correct"),
    path("<slug:public_id>/publish/", narratives.publish, name="publish"),
    path("<slug:public_id>/drop/", narratives.drop, name="drop"),
    path("<slug:public_id>/pdf/", printing.pdf, name="pdf"),
    path("<slug:public_id>/pdf/make/", printing.make_pdf, name="make_pdf"),
    path("<slug:public_id>/translate/", translating.ask, name="translate"),
    path("<slug:public_id>/cite/", narratives.cite, name="cite"),
    path("<slug:public_id>/goals/", narratives.goals, name="goals"),
    path("<slug:public_id>/ideas/", narratives.add_idea, name="add_idea"),
]
