from django.urls import path

from kindling.rounds.views import keeping, making, pages, ranking

app_name = "rounds"

urlpatterns = [
    path("", pages.round_list, name="rounds"),
    path("make/", making.make, name="make"),
    path("<slug:public_id>/", pages.round_detail, name="round"),
    path("<slug:public_id>/change/", making.change, name="change"),
    path("<slug:public_id>/places/", making.places, name="places"),
    path("<slug:public_id>/open/", keeping.open_round, name="open"),
    path("<slug:public_id>/cancel/", keeping.cancel, name="cancel"),
    path("<slug:public_id>/close/", keeping.close, name="close"),
    path("<slug:public_id>/mentors/", keeping.ask_mentors, name="ask_mentors"),
    path("<slug:public_id>/try/", keeping.try_round, name="try"),
    path("<slug:public_id>/run/", keeping.run, name="run"),
    path("<slug:public_id>/publish/", keeping.publish, name="publish"),
    path("<slug:public_id>/second/", making.second, name="second"),
    path("<slug:public_id>/lists/", pages.lists, name="lists"),
    path("<slug:public_id>/results/", pages.results, name="results"),
    path("<slug:public_id>/check/", pages.check, name="check"),
    path("<slug:public_id>/move/", keeping.move, name="move"),
    path("<slug:public_id>/rank/", ranking.rank, name="rank"),
]
