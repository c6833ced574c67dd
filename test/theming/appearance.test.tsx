// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { createRef, StrictMode, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Appearance } from '../../src/widget/appearance.ts';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { checkAppearance } from '../../src/check-appearance.ts';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { createWorld, fakeTime, type World } from '../hooks/world.tsx';

let world: World;

beforeEach(() => {
  fakeTime();
  world = createWorld();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

interface Looks {
  readonly ofAll?: Appearance | undefined;
  readonly ofOne?: Appearance | undefined;
}

const page = ({ ofAll, ofOne }: Looks): ReactElement => (
  <StrictMode>
    <AtriumProvider client={world.client} queryClient={world.queryClient} appearance={ofAll}>
      <ConnectWidget data-testid="one" appearance={ofOne} />
      <ConnectWidget data-testid="another" />
    </AtriumProvider>
  </StrictMode>
);

const accent = (element: HTMLElement) => element.style.getPropertyValue('--atrium-color-accent');
const radius = (element: HTMLElement) => element.style.getPropertyValue('--atrium-radius');
const scheme = (element: HTMLElement) => element.style.getPropertyValue('color-scheme');

function open(looks: Looks) {
  const { getByTestId, rerender } = render(page(looks));
  return {
    one: getByTestId('one'),
    another: getByTestId('another'),
    change: (next: Looks) => rerender(page(next)),
  };
}

describe('the appearance that a host gives', () => {
  it('reaches every widget below the provider', () => {
    const { one, another } = open({
      ofAll: { colorScheme: 'dark', variables: { '--atrium-color-accent': 'teal' } },
    });
    expect([one, another].map(accent)).toEqual(['teal', 'teal']);
    expect([one, another].map(scheme)).toEqual(['dark', 'dark']);
  });

  it('is for one widget laid over what the provider says, value by value', () => {
    const { one, another } = open({
      ofAll: { variables: { '--atrium-color-accent': 'teal', '--atrium-radius': '0' } },
      ofOne: { colorScheme: 'auto', variables: { '--atrium-color-accent': 'navy' } },
    });
    expect([accent(one), radius(one), scheme(one)]).toEqual(['navy', '0', 'light dark']);
    expect([accent(another), radius(another), scheme(another)]).toEqual(['teal', '0', '']);
  });

  it('changes when the host changes it, and goes when the host drops it', () => {
    const { one, change } = open({ ofAll: { variables: { '--atrium-color-accent': 'teal' } } });
    change({ ofAll: { variables: { '--atrium-color-accent': 'navy', '--atrium-radius': '0' } } });
    expect([accent(one), radius(one)]).toEqual(['navy', '0']);
    change({ ofAll: { variables: { '--atrium-radius': '0' } } });
    expect([accent(one), radius(one)]).toEqual(['', '0']);
    change({});
    expect(one.style).toHaveLength(0);
  });

  it('leaves the rest of what the host styles alone', () => {
    const { getByTestId, rerender } = render(widget({ '--atrium-radius': '0' }));
    rerender(widget({}));
    expect(getByTestId('styled').style.cssText).toBe('margin: 1rem;');
  });

  it('is not in the markup of a server, where a content security policy would refuse it', () => {
    const html = renderToString(
      page({ ofAll: { colorScheme: 'dark', variables: { '--atrium-radius': '0' } } }),
    );
    expect(html).toContain('atrium-connect-widget');
    expect(html).not.toMatch(/ style=|--atrium|color-scheme/);
  });
});

function widget(variables: Appearance['variables']): ReactElement {
  return (
    <AtriumProvider client={world.client} queryClient={world.queryClient}>
      <ConnectWidget data-testid="styled" style={{ margin: '1rem' }} appearance={{ variables }} />
    </AtriumProvider>
  );
}

describe('the element of the widget', () => {
  it('is the host’s to hold, and forgotten when it goes', () => {
    const ref = createRef<HTMLDivElement>();
    const { unmount } = render(
      <AtriumProvider client={world.client} queryClient={world.queryClient}>
        <ConnectWidget ref={ref} className="mine" data-step="own" />
      </AtriumProvider>,
    );
    expect(ref.current?.className).toBe('atrium-root atrium-connect-widget mine');
    expect(ref.current?.dataset['step']).toBe('own');
    unmount();
    expect(ref.current).toBeNull();
  });
});

describe('checkAppearance', () => {
  it('says that it needs a browser rather than finding nothing', () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    expect(() => checkAppearance(document.body)).toThrow(/call it in a browser/);
    expect(document.body.querySelector('.atrium-root')).toBeNull();
  });
});
