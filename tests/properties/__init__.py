"""Properties: what holds for any article and any answer of a model."""
