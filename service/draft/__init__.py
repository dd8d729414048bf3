"""Drafters: a model (`llm`) or the embedded rules (`rules`) propose claims and a summary."""
