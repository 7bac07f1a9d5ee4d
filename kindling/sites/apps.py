from django.apps import AppConfig


class SitesConfig(AppConfig):
    name = "kindling.sites"
