from django.apps import AppConfig


class ChoresConfig(AppConfig):
    name = "kindling.chores"
