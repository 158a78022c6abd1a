/** What is used of the DOM. linkedom's own types need the browser's library, which a Node program does not have. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

/**
 * Visits a node and everything below it in document order, without recursion, so that depth costs no stack. `enter` says
 * whether to go below a node; `leave` is called once for each node entered, after all below it, `true` or not.
 */
export function walkPage(root: PageNode, enter: (node: PageNode) => boolean, leave: (node: PageNode) => void): void {
  let node: PageNode = root;
  for (;;) {
    const below: PageNode | null = enter(node) ? node.firstChild : null;
    if (below !== null) {
      node = below;
      continue;
    }
    leave(node);
    while (node !== root && node.nextSibling === null && node.parentNode !== null) {
      node = node.parentNode;
      leave(node);
    }
    if (node === root || node.nextSibling === null) return;
    node = node.nextSibling;
  }
}
