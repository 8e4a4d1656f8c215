import { render } from "preact";
import { App } from "./app";
import { learnServed } from "./client";
import "./style/base.css";
import "./style/parts.css";
import "./style/pages.css";

const root = document.getElementById("app");
if (root) render(<App />, root);
void learnServed();
