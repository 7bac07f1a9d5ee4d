import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.yard.settings"  # not ours, whoever starts it
application = get_wsgi_application()
