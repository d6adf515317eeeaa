"""From a source to a reading: mentions, quotes and speakers, custody events, actions, responses, dates."""
