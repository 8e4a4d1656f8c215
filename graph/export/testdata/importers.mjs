// Reads the files that the exporters wrote with the programs that they are
// for, and prints what arrived as JSON, as importers.py does.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, modules] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + "/"));
const { DOMParser } = require("@xmldom/xmldom");
globalThis.DOMParser = DOMParser;
const { MultiDirectedGraph, MultiGraph } = require("graphology");
const gexf = require("graphology-gexf");
const graphml = require("graphology-graphml");
const cytoscape = require("cytoscape");
const read = (name) => readFileSync(`${folder}/${name}`, "utf8");

const summary = (g) => ({
  nodes: g.order,
  edges: g.size,
  labels: g.mapNodes((_, a) => a.label ?? "").sort(),
});
const drawable = (g) => {
  g.forEachNode((id, a) => {
    if (!Number.isFinite(a.x) || !Number.isFinite(a.y)) throw new Error(`${id} has no place`);
  });
  return summary(g);
};
const cy = cytoscape({ headless: true, ...JSON.parse(read("cytoscape")) });
console.log(
  JSON.stringify({
    graphology: drawable(MultiDirectedGraph.from(JSON.parse(read("graphology")))),
    "gexf in graphology": drawable(gexf.parse(MultiGraph, read("gexf"))),
    "graphml in graphology": summary(graphml.parse(MultiDirectedGraph, read("graphml"))),
    cytoscape: { nodes: cy.nodes().length, edges: cy.edges().length, labels: cy.nodes().map((n) => n.data("label")).sort() },
  }),
);
