"""Tests of the HTTP service, most of them over a socket."""
