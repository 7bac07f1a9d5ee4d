"""Addresses below /<school>/ for programs: the API, and the pages whose addresses it names.

Apart, so that a web worker that nobody asks for JSON never loads what describes it: 20 MB.
"""

from django.urls import URLPattern, URLResolver, path

from kindling.config import school_urls
from kindling.config.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
    *school_urls.urlpatterns,
]

handler400 = school_urls.handler400
handler403 = school_urls.handler403
handler404 = school_urls.handler404
handler500 = school_urls.handler500
