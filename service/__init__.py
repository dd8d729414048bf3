"""Nutgraf: summaries of news articles that can be checked. Start with `service/pipeline.py`."""
