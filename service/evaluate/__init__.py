"""The evaluation: how well an engine separates, attributes and summarises annotated articles.

    folder ─ annotated ─▶ Annotated ─ run ─▶ Summary ─ count ─▶ counts ─ measures, bootstrap ─▶
    Report ─ tables ─▶ text, Markdown · plot · gate

The measures are those of `docs/annotation-guideline.md`. Which engine runs is the caller's
business: it hands over a function from a request to a Summary. A report holds ids, counts and
figures; words of an article are in it only where mistakes were asked for.
"""
