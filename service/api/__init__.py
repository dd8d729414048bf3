"""The HTTP service. `app.py` puts it together; `docs/http.md` describes it."""

from service.api.app import create_app

__all__ = ["create_app"]
