"""Property tests say what must hold, not how fast: a slow machine may take its time."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
