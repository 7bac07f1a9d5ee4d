from django.apps import AppConfig


class LooksConfig(AppConfig):
    name = "kindling.looks"
