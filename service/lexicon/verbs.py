"""English past forms that their spelling does not tell, for the patterns that look for a verb."""

BEGINS = r"\b(?=\w)"
"""Where a word begins, before many alternatives: a bare `\\b` has them tried at its end too."""

IRREGULAR = (
    "ate|beat|became|began|bent|bet|bit|bled|blew|bore|bought|bound|broke|brought|built|burst|came|caught|chose|clung|"
    "crept|cut|dealt|did|drank|drew|drove|dug|fed|fell|felt|fled|flew|forgave|forgot|fought|found|froze|gave|got|grew|"
    "had|heard|held|hid|hit|hung|hurt|kept|knew|laid|lay|leapt|learnt|led|left|lent|lit|lost|made|meant|met|overtook|"
    "paid|put|ran|rang|rode|rose|said|sang|sank|sat|saw|sent|set|shook|shot|shrank|shut|slept|slid|sold|sought|spent|"
    "split|spoke|sprang|spread|stood|stole|struck|stuck|sued|swam|swept|swore|swung|taught|tore|told|thought|threw|took|"
    "understood|undertook|went|withdrew|woke|won|wore|wound|wrote"
)
"""Alternatives of a regular expression, without forms that are nouns or base forms as often."""
