from django.urls import path

from kindling.absences.views import reasons, reports

app_name = "absences"

urlpatterns = [
    path("", reports.report_list, name="reports"),
    path("late/<slug:student_id>/", reports.late, name="late"),
    path("absent/<slug:student_id>/", reports.absent, name="absent"),
    path("reasons/", reasons.reason_list, name="reasons"),
    path("reasons/add/", reasons.add_reason, name="add_reason"),
    path("reasons/<slug:code>/", reasons.change_reason, name="change_reason"),
    path("<slug:public_id>/", reports.report_detail, name="report"),
    path("<slug:public_id>/clear/", reports.decide, {"verb": "clear"}, name="clear"),
    path("<slug:public_id>/refuse/", reports.decide, {"verb": "refuse"}, name="refuse"),
    path("<slug:public_id>/doubt/", reports.decide, {"verb": "doubt"}, name="doubt"),
    path("<slug:public_id>/take-back/", reports.decide, {"verb": "take_back"}, name="take_back"),
]
