"""How the weights that Habeas ships were made. Nothing here is imported at run time."""
