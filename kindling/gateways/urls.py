"""Addresses below /<school>/gateways/."""

from django.urls import path

from kindling.gateways.views import after, audit, chapters, checklists, steps, thesis, ways

app_name = "gateways"

WAY = "way/<slug:public_id>"
THESIS = "thesis/<slug:public_id>"
CHAPTER = "chapters/read/<slug:public_id>"
AFTER = "after/<slug:public_id>"
LIST = "checklists/<slug:public_id>"

urlpatterns = [
    path("", ways.gateways, name="gateways"),
    path("audit/", audit.audit, name="audit"),
    path("for/<slug:public_id>/", ways.student, name="student"),
    path("for/<slug:public_id>/begin/<slug:checklist_id>/", ways.begin, name="begin"),
    path(f"{WAY}/", ways.gateway, name="gateway"),
    path(f"{WAY}/apply/", steps.apply, name="apply"),
    path(f"{WAY}/give-back/", steps.give_back, name="give_back"),
    path(f"{WAY}/check/", steps.check, name="check"),
    path(f"{WAY}/version/", steps.take_version, name="take_version"),
    path(f"{WAY}/schedule/", steps.schedule, name="schedule"),
    path(f"{WAY}/call-off/", steps.call_off, name="call_off"),
    path(f"{WAY}/decide/", steps.decide, name="decide"),
    path(f"{WAY}/go-on/", steps.go_on, name="go_on"),
    path(f"{WAY}/take-back/", steps.take_back, name="take_back"),
    path(f"{WAY}/left/<slug:line_id>/", ways.left, name="left"),
    path(f"{WAY}/show/<slug:line_id>/", ways.show, name="show"),
    path(f"{WAY}/waive/<slug:line_id>/", steps.waive, name="waive"),
    path(f"{WAY}/ask/<slug:line_id>/", steps.ask_again, name="ask_again"),
    path(f"{WAY}/met/<slug:condition_id>/", steps.meet, name="meet"),
    path("shown/<slug:public_id>/accept/", ways.accept, name="accept"),
    path("shown/<slug:public_id>/return/", ways.return_it, name="return"),
    path("checklists/", checklists.checklists, name="checklists"),
    path(f"{LIST}/", checklists.checklist, name="checklist"),
    path(f"{LIST}/lines/", checklists.add_line, name="add_line"),
    path(f"{LIST}/lines/<slug:asked_id>/", checklists.line, name="line"),
    path(f"{LIST}/lines/<slug:asked_id>/remove/", checklists.remove_line, name="remove_line"),
    path(f"{LIST}/publish/", checklists.publish, name="publish"),
    path(f"{LIST}/version/", checklists.next_version, name="next_version"),
    path(f"{LIST}/retire/", checklists.retire, name="retire"),
    path(f"{THESIS}/", thesis.thesis, name="thesis"),
    path(f"{THESIS}/begin/", thesis.begin, name="thesis_begin"),
    path(f"{THESIS}/save/", thesis.save, name="thesis_save"),
    path(f"{THESIS}/guide/", thesis.guide, name="thesis_guide"),
    path(f"{THESIS}/clear/", thesis.clear, name="thesis_clear"),
    path(f"{THESIS}/steps/", thesis.add_step, name="thesis_add_step"),
    path(f"{THESIS}/propose/", thesis.propose, name="thesis_propose"),
    path(f"{THESIS}/reopen/", thesis.reopen, name="thesis_reopen"),
    path(f"{THESIS}/answer/", thesis.answer, name="thesis_answer"),
    path(f"{THESIS}/deliver/", thesis.deliver, name="thesis_deliver"),
    path(f"{THESIS}/schedule/", thesis.schedule, name="thesis_schedule"),
    path(f"{THESIS}/settle/", thesis.settle, name="thesis_settle"),
    path(f"{THESIS}/steps/<slug:step_id>/", thesis.mark_step, name="thesis_mark_step"),
    path(f"{THESIS}/steps/<slug:step_id>/drop/", thesis.drop_step, name="thesis_drop_step"),
    path("chapters/<slug:public_id>/", chapters.chapters, name="chapters"),
    path(f"{CHAPTER}/", chapters.chapter, name="chapter"),
    path(f"{CHAPTER}/save/", chapters.save, name="chapter_save"),
    path(f"{CHAPTER}/share/", chapters.share, name="chapter_share"),
    path(f"{CHAPTER}/take-back/", chapters.take_back, name="chapter_take_back"),
    path(f"{CHAPTER}/answer/", chapters.answer, name="chapter_answer"),
    path(f"{AFTER}/", after.after, name="after"),
    path(f"{AFTER}/begin/", after.begin, name="after_begin"),
    path(f"{AFTER}/save/", after.save, name="after_save"),
    path(f"{AFTER}/choose/", after.choose, name="after_choose"),
    path(f"{AFTER}/choices/", after.add_choice, name="after_add_choice"),
    path(f"{AFTER}/choices/<slug:choice_id>/", after.move_choice, name="after_move_choice"),
    path(f"{AFTER}/choices/<slug:choice_id>/done/", after.do_step, name="after_do_step"),
    path(f"{AFTER}/hand-in/", after.hand_in, name="after_hand_in"),
    path(f"{AFTER}/answer/", after.answer, name="after_answer"),
    path(f"{AFTER}/reopen/", after.reopen, name="after_reopen"),
]
