"""Addresses below /<school>/messages/."""

from django.urls import path

from kindling.conversations.views import broadcasts, keeping, placing, shorts, threads

app_name = "conversations"

urlpatterns = [
    path("", threads.threads, name="threads"),
    path("new/", threads.choose, name="choose"),
    path("new/<slug:public_id>/", threads.choose_whom, name="choose_whom"),
    path("new/<slug:public_id>/<slug:key>/", threads.begin, name="begin"),
    path("many/", broadcasts.broadcasts, name="broadcasts"),
    path("many/new/", broadcasts.new, name="new_broadcast"),
    path("many/<slug:public_id>/", broadcasts.broadcast, name="broadcast"),
    path("short/", shorts.shorts, name="shorts"),
    path("short/new/", shorts.new, name="new_short"),
    path("short/<slug:short_id>/", shorts.change, name="change_short"),
    path("short/<slug:short_id>/remove/", shorts.remove, name="remove_short"),
    path("unplaced/", placing.unplaced, name="unplaced"),
    path("unplaced/<slug:public_id>/", placing.place, name="place"),
    path("unplaced/<slug:public_id>/aside/", placing.set_aside, name="set_aside"),
    path("settings/", broadcasts.settings, name="settings"),
    path("interpreters/", keeping.interpreters, name="interpreters"),
    path("<slug:public_id>/", threads.thread, name="thread"),
    path("<slug:public_id>/files/<slug:file_id>/", threads.file, name="file"),
    path("<slug:public_id>/seen/", threads.seen, name="seen"),
    path("<slug:public_id>/join/", keeping.join, name="join"),
    path("<slug:public_id>/leave/", keeping.leave, name="leave"),
    path("<slug:public_id>/hand-on/", keeping.hand_on, name="hand_on"),
    path("<slug:public_id>/close/", keeping.close, name="close"),
    path("<slug:public_id>/reopen/", keeping.reopen, name="reopen"),
    path("<slug:public_id>/called/", keeping.called, name="called"),
    path("<slug:public_id>/interpreter/", keeping.ask_interpreter, name="ask_interpreter"),
    path("<slug:public_id>/interpreter/done/", keeping.settle_interpreter, name="interpreter_done"),
]
