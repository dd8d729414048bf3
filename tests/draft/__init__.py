"""Tests of service/draft."""
