#!/usr/bin/env python3
"""Asks a running Claimline the questions of questions.json and checks what it
answers. Needs nothing but Python.

  claimline ingest the-two-articles/*.txt && claimline serve &
  python3 examples/questions/ask.py [http://127.0.0.1:8080]

Ends with 1 when an answer lacks something that it must hold."""
import json
import pathlib
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

server = (sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080").rstrip("/")


def get(path):
    url = server + "/api/v1" + path
    try:
        with urllib.request.urlopen(url, timeout=60) as response:
            return response.read().decode("utf-8")
    except urllib.error.HTTPError as e:
        sys.exit(f"{url}\n{e.code}: {e.read().decode('utf-8')}")
    except urllib.error.URLError as e:
        sys.exit(f"{url}: {e.reason}; is claimline serve running there?")


def headline(value):
    """One line of an answer for people."""
    if isinstance(value, dict):
        for key in ("statement", "label", "name", "title", "why", "quote", "speaker"):
            if value.get(key):
                return str(value[key])
        for key in ("claim", "event", "a", "claims"):
            if value.get(key):
                return headline(value[key])
    if isinstance(value, list):
        return "; ".join(headline(v) for v in value[:2])
    return json.dumps(value, ensure_ascii=False)


def show(text):
    answer = json.loads(text)
    for key in ("items", "rows", "claims", "paths", "nodes", "relations"):
        for item in (answer.get(key) or [])[:4]:
            if key == "paths":
                names = {n["id"]: n["label"] for n in answer["nodes"]}
                print("     -", " — ".join(names[n] for n in item["nodes"])[:150])
            else:
                print("     -", headline(item)[:150])
        if answer.get(key):
            return
    print("     -", text[:150])


script = json.loads(pathlib.Path(__file__).with_name("questions.json").read_text("utf-8"))
ids = {}
for name, search in script["names"].items():
    found = json.loads(get(f"/suggest?q={urllib.parse.quote(search['q'])}&kind={search['kind']}"))["items"]
    found = [f for f in found if f["label"].startswith(search.get("begins", ""))]
    if not found:
        sys.exit(f"nothing is found for {search['q']!r}: read the two articles first")
    ids[name] = found[0]["id"]

wrong = 0
for n, question in enumerate(script["questions"], 1):
    path = re.sub(r"{(\w+)}", lambda m: ids[m[1]], question["path"])
    text = get(path)
    print(f"{n:2}. {question['ask']}\n     GET /api/v1{path}")
    show(text)
    plain = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    missing = [e for e in question["expect"] if e not in plain and json.dumps(e, ensure_ascii=False)[1:-1] not in plain]
    if missing:
        wrong += 1
        print("     MISSING:", "; ".join(missing))
print(f"{len(script['questions']) - wrong} of {len(script['questions'])} answers hold what they must")
sys.exit(1 if wrong else 0)
