// @vitest-environment jsdom
import { QueryClient, type DefaultOptions } from '@tanstack/react-query';
import { cleanup, fireEvent, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { worldForEach } from '../hooks/world.tsx';

const { world, pass, startWith } = worldForEach();

const offline = () => Promise.reject(new TypeError('Failed to fetch'));
const fail = () => {
  throw new Error('A default of the host ran.');
};

/** Each would change what the widget does if it reached the library's queries. */
const DEFAULTS: Readonly<Record<string, object>> = {
  'functions that throw': {
    queries: { persister: fail, queryFn: fail, select: fail, structuralSharing: fail },
  },
  'other data': {
    queries: { initialData: { pages: [], pageParams: [] } },
  },
  placeholders: {
    queries: { placeholderData: { pages: [], pageParams: [] } },
  },
  'fewer reads': {
    queries: {
      enabled: false,
      maxPages: 1,
      notifyOnChangeProps: [],
      refetchOnMount: false,
      retryOnMount: false,
      subscribed: false,
    },
  },
  'more reads': {
    queries: {
      gcTime: 0,
      networkMode: 'offlineFirst',
      refetchInterval: 300,
      refetchIntervalInBackground: true,
      refetchOnMount: 'always',
      refetchOnReconnect: 'always',
      refetchOnWindowFocus: 'always',
      retry: 5,
      retryDelay: 1,
      staleTime: 0,
    },
  },
  'thrown errors': {
    queries: { suspense: true, throwOnError: true },
  },
};

const heading = () => document.querySelector('h2')?.textContent;

/** Searches, signs in twice, and connects; returns what was read and requested, in order. */
async function connect(defaultOptions: DefaultOptions): Promise<readonly string[]> {
  const read: string[] = [];
  const look = async (ms: number) => {
    await pass(ms);
    read.push(document.body.textContent ?? '');
  };
  const field = (selector: string) => document.querySelector(selector) ?? document.body;
  const press = (label: string) => {
    const buttons = [...document.querySelectorAll('button')];
    const button = buttons.find(({ textContent }) => textContent.startsWith(label));
    if (!button) throw new Error(`There is no “${label}” in: ${document.body.textContent}`);
    fireEvent.click(button);
  };
  const signIn = () => {
    fireEvent.change(field('input:not([type=password])'), { target: { value: 'test_atrium' } });
    fireEvent.change(field('[type=password]'), { target: { value: 'password' } });
    press('Connect');
  };
  render(
    <StrictMode>
      <AtriumProvider client={world.client} queryClient={new QueryClient({ defaultOptions })}>
        <ConnectWidget />
      </AtriumProvider>
    </StrictMode>,
  );
  await look(0);
  press('Show more');
  await look(500);
  world.network = offline;
  fireEvent.change(field('[type=search]'), { target: { value: 'mx' } });
  await look(5_000);
  world.network = null;
  press('Try again');
  await look(500);
  press('MBMX Bankmx');
  await look(1_000);
  world.network = offline;
  signIn();
  await look(1_000);
  world.network = null;
  signIn();
  await look(500);
  fireEvent.focus(window);
  await look(15_000);
  read.push(`The end: ${heading()}`);
  const requests = world.sent.map(({ method, path }) => `${method} ${path}`);
  cleanup();
  return [...read, ...requests];
}

describe("ConnectWidget in a host's QueryClient", () => {
  let expected: readonly string[] = [];
  beforeEach(async () => {
    if (expected.length === 0) {
      expected = await connect({});
      startWith({});
    }
  });

  it.each(Object.entries(DEFAULTS))(
    'shows and requests the same with defaults for %s',
    async (_option, defaults) => {
      expect(expected).toContain('The end: You are connected');
      expect(await connect(defaults)).toEqual(expected);
    },
  );
});
