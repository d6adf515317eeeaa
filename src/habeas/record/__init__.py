"""What was read, kept: a folder with the captures and one database. `store.open_record` is the way in; nothing else knows the tables."""
