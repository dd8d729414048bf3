"""Words that hedge, attribute and evaluate, by language.

The data stands in one folder a language, one entry a line, reviewed like code. Whoever needs to
know what words do in a text asks here: the rules drafter and the audit share one reading of them.
"""
