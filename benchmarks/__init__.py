"""Measurements that anyone can run again; each prints its figures and the command that made them."""
