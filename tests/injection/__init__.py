"""Prompt injection: articles that give orders, and a model that obeys every one of them."""
