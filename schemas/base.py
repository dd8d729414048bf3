"""The base of every schema: frozen, closed, and silent about its input when it fails."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable model that refuses unknown fields.

    Validation errors never repeat the input, which may be article text or a model's answer
    (`hide_input_in_errors`), and field docstrings become descriptions in the OpenAPI text.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        use_attribute_docstrings=True,
    )
