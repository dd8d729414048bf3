"""What the OpenAPI document needs beyond what FastAPI sees: our bodies, problems and examples."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from schemas import Article, SummaryRequest
from service.api.problems import ProblemBody
from service.pipeline import summarise
from service.settings import Settings

Document = dict[str, Any]


def example_request() -> Document:
    """A request made of the examples that the schema gives its fields."""
    fields = Article.model_json_schema()["properties"]
    article = {name: field["examples"][0] for name, field in fields.items() if "examples" in field}
    return {"article": article, "engine": "rules", "max_sentences": 2}


def example_answer(settings: Settings) -> Document:
    """What the rules answer to the example request: made, not written, so that it is true."""
    wanted = SummaryRequest.model_validate(example_request())
    roomy = settings.model_copy(update={"max_article_code_points": len(wanted.article.text)})
    with ThreadPoolExecutor(1) as pool:  # FastAPI asks for the document inside a running loop
        summary = pool.submit(asyncio.run, summarise(wanted, roomy)).result()
    return summary.model_dump(mode="json")


def completed(openapi: Callable[[], Document], settings: Settings) -> Callable[[], Document]:
    """Add the schemas that FastAPI does not see, since bodies and problems are our own work."""

    @cache
    def complete() -> Document:
        document = openapi()
        _, ours = models_json_schema(
            [(SummaryRequest, "validation"), (ProblemBody, "serialization")],
            ref_template="#/components/schemas/{model}",
        )
        document["components"]["schemas"] |= ours["$defs"]
        answers = document["paths"]["/v1/summaries"]["post"]["responses"]
        answers["200"]["content"]["application/json"]["example"] = example_answer(settings)
        return document

    return complete
