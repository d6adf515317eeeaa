"""One person, one event, one source: names compared, mentions joined, reprints found."""
