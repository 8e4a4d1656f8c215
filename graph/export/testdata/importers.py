"""Reads the files that the exporters wrote with the programs that they are
for, and prints what arrived as JSON: for each format the number of nodes and
edges and the sorted labels."""
import csv, io, json, sys, zipfile
import networkx as nx
from followthemoney import model
from pyld import jsonld

folder = sys.argv[1]
path = lambda name: f"{folder}/{name}"


def graph(g):
    labels = sorted(str(d.get("label") or "") for _, d in g.nodes(data=True))
    return {"nodes": g.number_of_nodes(), "edges": g.number_of_edges(), "labels": labels}


def table():
    z = zipfile.ZipFile(path("csv"))
    rows = {n: list(csv.DictReader(io.StringIO(z.read(n).decode("utf-8"), newline=""))) for n in ("nodes.csv", "edges.csv")}
    ids = {r["id"] for r in rows["nodes.csv"]}
    assert all(e["source"] in ids and e["target"] in ids for e in rows["edges.csv"])
    cells = [c for rs in rows.values() for r in rs for c in r.values()]
    formulas = [c for c in cells if c[:1] in ("=", "@") or c[:1] in ("+", "-") and not c[1:2].isdigit()]
    assert not formulas, formulas
    return {"nodes": len(rows["nodes.csv"]), "edges": len(rows["edges.csv"]), "labels": sorted(r["label"] for r in rows["nodes.csv"])}


def ftm():
    counts, labels = {"nodes": 0, "edges": 0}, []
    entities = [json.loads(line) for line in open(path("ftm"), encoding="utf-8")]
    ids = {e["id"] for e in entities}
    for data in entities:
        entity = model.get_proxy(data, cleaned=False)
        for name, values in data["properties"].items():
            prop = entity.schema.get(name)
            assert prop is not None, (data["schema"], name)
            for v in values:
                assert prop.type.name == "entity" or prop.type.clean(v) is not None, (data["schema"], name, v)
                assert prop.type.name != "entity" or v in ids, (data["schema"], name, v)
                if prop.type.name == "entity":
                    target = next(e for e in entities if e["id"] == v)
                    assert model.get(target["schema"]).is_a(prop.range), (data["schema"], name, target["schema"])
        kind = "edges" if entity.schema.edge or entity.schema.name == "Documentation" else "nodes"
        counts[kind] += 1
        if kind == "nodes":
            labels.append(entity.caption)
    return {**counts, "labels": sorted(labels)}


def ld():
    document = json.load(open(path("jsonld"), encoding="utf-8"))
    expanded = jsonld.expand(document)
    flat = jsonld.flatten(expanded)
    claims = [n for n in expanded if "https://schema.org/Claim" in n.get("@type", [])]
    assert all("https://schema.org/appearance" in c for c in claims)
    rdf = jsonld.to_rdf(document)
    assert sum(len(v) for v in rdf.values()) > len(flat)
    names = [n[k][0]["@value"] for n in expanded for k in ("https://schema.org/name", "https://schema.org/headline") if k in n]
    return {"nodes": len(expanded), "edges": len(claims), "labels": sorted(names)}


print(json.dumps({
    "graphml": graph(nx.read_graphml(path("graphml"), force_multigraph=True)),
    "gexf": graph(nx.read_gexf(path("gexf"))),
    "node-link": graph(nx.node_link_graph(json.load(open(path("node-link"), encoding="utf-8")), edges="edges")),
    "csv": table(),
    "ftm": ftm(),
    "jsonld": ld(),
}))
