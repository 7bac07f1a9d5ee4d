from django.urls import URLPattern, path

from kindling.clearance import views

app_name = "clearance"

urlpatterns: list[URLPattern] = [
    path("", views.board, name="board"),
    path("remind/", views.remind, name="remind"),
    path("rules/", views.school_rules, name="rules"),
    path("rules/own/", views.own_rule, name="add_rule"),
    path("rules/own/<slug:item>/", views.own_rule, name="own_rule"),
    path("rules/own/<slug:item>/drop/", views.drop_rule, name="drop_rule"),
    path("site/<slug:public_id>/", views.site, name="site"),
    path("place/<slug:public_id>/pay/", views.set_pay, name="pay"),
    path(
        "at/<slug:hangs_on>/<slug:public_id>/<slug:item_key>/", views.hand_in_at, name="hand_in_at"
    ),
    path("handed/<slug:public_id>/", views.proof, name="proof"),
    path("handed/<slug:public_id>/file/", views.proof_file, name="file"),
    path("handed/<slug:public_id>/verify/", views.verify_proof, name="verify"),
    path("handed/<slug:public_id>/reject/", views.reject_proof, name="reject"),
    path("<slug:student_id>/<slug:place_id>/", views.checklist, name="pair"),
    path("<slug:student_id>/<slug:place_id>/<slug:item>/", views.hand_in, name="hand_in"),
]
