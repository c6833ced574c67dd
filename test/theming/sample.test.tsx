// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { AtriumProvider, createAtriumClient } from 'react-atrium-connect';
import { afterEach, expect, it } from 'vitest';
import { TenantWidget } from '../../stories/docs/samples/appearance.tsx';

afterEach(cleanup);

it('shows a widget in the colour of a tenant, as the page on theming says', () => {
  const never = new Promise<Response>(() => undefined);
  const client = createAtriumClient({ baseUrl: 'https://host.example/api', fetch: () => never });
  const { container } = render(
    <AtriumProvider client={client}>
      <TenantWidget tenant={{ colour: 'teal', isDark: true }} />
    </AtriumProvider>,
  );
  const widget = container.querySelector<HTMLElement>('.atrium-connect-widget');
  expect(widget?.style.getPropertyValue('--atrium-color-accent')).toBe('teal');
  expect(widget?.style.getPropertyValue('color-scheme')).toBe('dark');
});
