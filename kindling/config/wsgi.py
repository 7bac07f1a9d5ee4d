import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kindling.config.settings")
application = get_wsgi_application()

# What stands from now on is never garbage: looking through it costs a page several milliseconds.
for pages in ("kindling.config.urls", "kindling.config.school_urls"):
    import_module(pages)
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
