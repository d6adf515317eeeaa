"""Taking documents in: fetch, capture by hash, text, boilerplate. The only room that may use the network."""
