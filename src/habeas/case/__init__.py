"""The nouns of the record: frozen values that refuse to exist in a wrong state. Imports nothing else of ours."""
