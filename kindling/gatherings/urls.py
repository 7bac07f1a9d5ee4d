from django.urls import path

from kindling.gatherings.views import gatherings, turns

app_name = "gatherings"

urlpatterns = [
    path("", gatherings.gatherings, name="gatherings"),
    path("themes/", turns.themes, name="themes"),
    path("themes/<slug:ref>/", turns.theme, name="theme"),
    path("of/<slug:public_id>/", gatherings.advisory, name="advisory"),
    path("of/<slug:public_id>/plan/<slug:what>/", gatherings.plan, name="plan"),
    path("of/<slug:public_id>/turns/<slug:what>/", turns.begin, name="begin_turns"),
    path("turns/<slug:public_id>/held/", turns.held, name="hold_turn"),
    path("turns/<slug:public_id>/pass/", turns.pass_on, name="pass_turn"),
    path("<slug:public_id>/", gatherings.gathering, name="gathering"),
    path("<slug:public_id>/change/", gatherings.change, name="change"),
    path("<slug:public_id>/held/", gatherings.hold, name="hold"),
    path("<slug:public_id>/cancel/", gatherings.cancel, name="cancel"),
    path("<slug:public_id>/line/", gatherings.reflect, name="reflect"),
]
