"""Addresses below /<school>/portfolio/, and (`outside`) a page that somebody was sent."""

from django.urls import path

from kindling.portfolio.views import folders, links, pages, shown

app_name = "portfolio"

urlpatterns = [
    path("", pages.portfolio, name="portfolio"),
    path("new/", pages.new, name="new"),
    path("links/", links.links, name="links"),
    path("links/<slug:public_id>/stop/", links.stop, name="stop"),
    path("settings/", links.settings, name="settings"),
    path("folders/take/", folders.take, name="take"),
    path("folders/<slug:public_id>/", folders.folder, name="folder"),
    path("folders/<slug:public_id>/file/", folders.file, name="file"),
    path("pieces/<slug:public_id>/", pages.piece, name="piece"),
    path("<slug:public_id>/", pages.page, name="page"),
    path("<slug:public_id>/choose/", pages.choose, name="choose"),
    path("<slug:public_id>/present/", pages.present, name="present"),
    path("<slug:public_id>/share/", links.share, name="share"),
    path("<slug:public_id>/put-away/", pages.put_away, name="put_away"),
]

outside = [
    path("shown/<str:token>/", shown.page, name="shown"),
    path("shown/<str:token>/<int:number>/", shown.file, name="shown_file"),
    path("shown/<str:token>/<int:number>/small/", shown.small, name="shown_small"),
    path("shown/<str:token>/<int:number>/captions.vtt", shown.captions, name="shown_captions"),
]
