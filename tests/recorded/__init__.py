"""The LLM path on a real model's recorded answers."""
