import type { Locator, Page } from '@playwright/test';

/** A part of the page that is read out when it changes, as Chromium tells assistive technology. */
export interface LiveRegion {
  /** The same for as long as the element stands in the document. */
  readonly id: number | undefined;
  readonly politeness: string;
  readonly text: string;
}

interface TreeNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { value?: unknown } }[];
}

/**
 * The live regions in the landmark of this name, read from the accessibility tree itself: what
 * is hidden by `display: none` is not in it, whatever its attributes promise.
 */
export async function liveRegions(page: Page, landmark: string): Promise<readonly LiveRegion[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes }: { nodes: readonly TreeNode[] } = await session.send(
    'Accessibility.getFullAXTree',
  );
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const isInside = (node: TreeNode, isWanted: (ancestor: TreeNode) => boolean): boolean => {
    const parent = byId.get(node.parentId ?? '');
    return isWanted(node) || (parent !== undefined && isInside(parent, isWanted));
  };
  return nodes.flatMap((node) => {
    const live = node.properties?.find(({ name }) => name === 'live')?.value.value;
    if (node.ignored || typeof live !== 'string' || live === 'off') return [];
    if (!isInside(node, ({ name }) => name?.value === landmark)) return [];
    const text = nodes
      .filter(({ role }) => role?.value === 'StaticText')
      .filter((one) => isInside(one, ({ nodeId }) => nodeId === node.nodeId))
      .map(({ name }) => String(name?.value));
    return [{ id: node.backendDOMNodeId, politeness: live, text: text.join(' ') }];
  });
}

/** Writes down whatever the live regions inside come to say from now on. */
export async function listen(root: Locator): Promise<() => Promise<readonly string[]>> {
  const heard = await root.evaluateHandle((element) => {
    const texts: string[] = [];
    new MutationObserver((changes) => {
      const changed = changes.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest(
          '[role="status"], [aria-live]',
        ),
      );
      for (const region of new Set(changed)) {
        if (region?.textContent) texts.push(region.textContent);
      }
    }).observe(element, { subtree: true, childList: true, characterData: true });
    return texts;
  });
  return () => heard.evaluate((texts) => [...texts]);
}
