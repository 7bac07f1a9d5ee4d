from django.urls import path

from kindling.questions.views import attachments, packs, pulses

app_name = "questions"

urlpatterns = [
    path("questions/", packs.pack_list, name="packs"),
    path("questions/new/", packs.make_pack, name="make"),
    path("questions/change/<slug:public_id>/", packs.change_question, name="change_question"),
    path("questions/retire/<slug:public_id>/", packs.retire_question, name="retire_question"),
    path("questions/<slug:public_id>/", packs.pack, name="pack"),
    path("questions/<slug:public_id>/edit/", packs.change_pack, name="change"),
    path("questions/<slug:public_id>/publish/", packs.publish_pack, name="publish"),
    path("questions/<slug:public_id>/end/", packs.end_pack, name="end"),
    path("questions/<slug:public_id>/answers/", packs.answers, name="answers"),
    path("attachments/<slug:public_id>/", attachments.attachment, name="attachment"),
    path("attachments/<slug:public_id>/withdraw/", attachments.withdraw, name="withdraw"),
    path("pulse/", pulses.pulses, name="pulses"),
    path("pulse/open/", pulses.open_round, name="open_round"),
    path("pulse/close/<slug:public_id>/", pulses.close_round, name="close_round"),
    path("pulse/<slug:placement_id>/", pulses.give_pulse, name="give_pulse"),
]
