from django.urls import path

from kindling.weeks.views import booking, making, pages, people, planning

app_name = "weeks"

urlpatterns = [
    path("", pages.week_list, name="weeks"),
    path("make/", making.make, name="make"),
    path("times/<slug:public_id>/", planning.sitting, name="sitting"),
    path("times/<slug:public_id>/free/", planning.free, name="free"),
    path("times/<slug:public_id>/fix/", planning.fix, name="fix"),
    path("times/<slug:public_id>/take/", booking.book, name="book"),
    path("<slug:public_id>/", pages.week_detail, name="week"),
    path("<slug:public_id>/change/", making.change, name="change"),
    path("<slug:public_id>/rooms/", making.rooms, name="rooms"),
    path("<slug:public_id>/rooms/<slug:room_id>/drop/", making.drop_room, name="drop_room"),
    path("<slug:public_id>/days/<slug:day_id>/", making.day, name="day"),
    path("<slug:public_id>/lengths/", making.set_length, name="set_length"),
    path("<slug:public_id>/people/", people.people, name="people"),
    path("<slug:public_id>/people/<slug:person_id>/", people.person, name="person"),
    path("<slug:public_id>/interpreters/<slug:voice_id>/", people.interpreter, name="interpreter"),
    path(
        "<slug:public_id>/interpreters/<slug:voice_id>/drop/",
        people.drop_interpreter,
        name="drop_interpreter",
    ),
    path("<slug:public_id>/hours/", people.own_hours, name="hours"),
    path("<slug:public_id>/plan/", planning.run, name="run"),
    path("<slug:public_id>/gather/", planning.gather, name="gather"),
    path("<slug:public_id>/publish/", planning.publish, name="publish"),
    path("<slug:public_id>/call-off/", planning.call_off, name="call_off"),
    path("<slug:public_id>/undo/<slug:change_id>/", planning.undo, name="undo"),
    path("<slug:public_id>/choosing/", planning.open_booking, name="open_booking"),
    path("<slug:public_id>/choosing/end/", planning.shut_booking, name="shut_booking"),
]
