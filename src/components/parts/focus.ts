// A host may render the widget into a shadow root, or through a portal into a frame: the global
// `document` then knows nothing of its focus, and `instanceof` is false for its elements.

/** The root that an element is in: a document, or a shadow root. */
export const rootOf = (element: Element): Document | ShadowRoot =>
  element.getRootNode() as Document | ShadowRoot;

/** Whether no element of the document that `element` is in has focus. */
export const isFocusNowhere = ({ ownerDocument: { activeElement, body } }: Element): boolean =>
  activeElement === null || activeElement === body;
