"""The whole hub as one JSON file: what `verify.py` holds an output against."""
import json


def write(hub, out):
    path = out / "model.json"
    path.write_text(json.dumps(dict(hub, notices=list(hub["notices"])), ensure_ascii=False), encoding="utf-8")
