// Where a page fails, the rest of the pages goes on.
import { Component, type ComponentChildren } from "preact";
import { Problem } from "../client";
import { Fault } from "./load";

export class Boundary extends Component<{ children: ComponentChildren }, { error: Error | null }> {
  state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  render() {
    const error = this.state.error as Error | null;
    if (!error) return this.props.children;
    return <Fault error={new Problem(0, "", "This page could not be shown.", `It failed with: ${error.message}`)} retry={() => this.setState({ error: null })} />;
  }
}
