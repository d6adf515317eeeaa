"""Run by benchmarks/reading.py in an environment of its own: tokens a CPU-second of spaCy's small English pipeline on texts given as JSON."""

import json
import sys
import time

import en_core_web_sm

texts = json.load(sys.stdin)
nlp = en_core_web_sm.load()
for text in texts[:5]:
    nlp(text)
began = time.process_time()
tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=16))
print(json.dumps({"tokens": tokens, "seconds": time.process_time() - began}))
