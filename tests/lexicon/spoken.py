"""Who speaks in a sentence, as tests of frames ask it."""

from service.lexicon import load
from service.lexicon.frame import Place
from service.lexicon.frames import frames


def spoken(sentence: str) -> list[tuple[str, Place]]:
    """The words of each frame's source, and where its content stands."""
    lexicon = load("en")
    assert lexicon is not None
    return [(sentence[f.source_start : f.source_end], f.place) for f in frames(lexicon, sentence)]
