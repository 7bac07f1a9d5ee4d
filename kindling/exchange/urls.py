from django.urls import path

from kindling.exchange import views

app_name = "exchange"

urlpatterns = [
    path("", views.import_list, name="imports"),
    path("new/", views.upload, name="upload"),
    path("<slug:public_id>/", views.import_detail, name="import"),
    path("<slug:public_id>/preview/", views.preview, name="preview"),
    path("<slug:public_id>/apply/", views.apply, name="apply"),
    path("<slug:public_id>/undo/", views.undo, name="undo"),
    path("<slug:public_id>/discard/", views.discard, name="discard"),
]
