"""Tests of service/gateway."""
