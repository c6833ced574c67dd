import { fireEvent, render } from '@testing-library/react';
import { createRef, type HTMLAttributes, type ReactElement, type RefObject } from 'react';
import { expect, it, vi } from 'vitest';
import type { Part } from '../../stories/theming/parts.ts';

/** A few of the attributes that any element takes, and that each component must pass on. */
export type HostProps = Pick<
  HTMLAttributes<HTMLElement>,
  'id' | 'title' | 'role' | 'className' | 'onPointerDown' | 'aria-label' | 'aria-labelledby'
> & {
  readonly ref?: RefObject<HTMLElement | null>;
  readonly [attribute: `data-${string}`]: string;
};

/** What a component promises to be for a host. */
export interface Promised {
  /** The class of its own, on the outermost element. */
  readonly className: string;
  /** The tag of that element. */
  readonly tag: string;
  /** The component, given what a host adds. */
  readonly element: (host: HostProps) => ReactElement;
  readonly part: Part;
}

function show(element: ReactElement): HTMLElement {
  const { container } = render(element);
  if (!(container.firstElementChild instanceof HTMLElement)) throw new Error('Nothing is shown.');
  return container.firstElementChild;
}

/** Holds one component to what all of them promise. */
export function conforms({ className, tag, element, part }: Promised): void {
  it(`renders a <${tag}> with its class`, () => {
    const root = show(element({}));
    expect(root.localName).toBe(tag);
    expect([...root.classList]).toContain(className);
  });

  it('takes the attributes and listeners that any element takes', () => {
    const onPointerDown = vi.fn();
    const root = show(element({ id: 'mine', title: 'Mine', 'data-host': 'yes', onPointerDown }));
    expect(root).toMatchObject({ id: 'mine', title: 'Mine' });
    expect(root.dataset['host']).toBe('yes');
    fireEvent.pointerDown(root);
    expect(onPointerDown).toHaveBeenCalledOnce();
  });

  it('gives its outermost element to a ref', () => {
    const ref = createRef<HTMLElement>();
    const root = show(element({ ref }));
    expect(ref.current).toBe(root);
  });

  it('puts the class of the host after its own, and loses none', () => {
    const own = show(element({})).className;
    expect(show(element({ className: 'host' })).className).toBe(`${own} host`);
  });

  it.each(Object.entries(part.data ?? {}))(
    'shows its state in %s, where the host does not set it',
    (name, values) => {
      if (values.length > 0) expect(values).toContain(show(element({})).getAttribute(name));
      expect(show(element({ [name]: 'of-the-host' })).getAttribute(name)).toBe('of-the-host');
    },
  );

  it('lets the attributes of the host win', () => {
    const host = { role: 'group', 'aria-label': 'Of the host', 'aria-labelledby': 'elsewhere' };
    const root = show(element(host));
    for (const [name, value] of Object.entries(host)) expect(root.getAttribute(name)).toBe(value);
  });
}
