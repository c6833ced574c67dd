import { html } from 'hono/html';
import { CONNECTION_STATUSES } from '../domain/status.ts';
import type { Member } from './member.ts';
import { OAUTH_ERROR_REASONS, type OAuthResult, type OAuthWindow } from './oauth-windows.ts';

type Html = ReturnType<typeof html>;

/** The page where a person lets their bank share their data, or does not. Works without scripts. */
export function authorizePage(
  { state, referral }: OAuthWindow,
  { institution, guid }: Member,
  existing: Member | null,
): Html {
  return page(
    `Sign in to ${institution.name}`,
    html`<p class="bank">
        <span aria-hidden="true">${initial(institution.name)}</span>${institution.name}
      </p>
      <h1>Share your accounts?</h1>
      <p>An app asks <strong dir="auto">${institution.name}</strong> to let it see:</p>
      <ul>
        <li>your accounts and their balances</li>
        <li>your transactions</li>
        <li>your name, as the account holder</li>
      </ul>
      <form method="post" action="/oauth/authorize">
        <input type="hidden" name="state" value="${state}" />
        ${existing === null ? '' : loginChoice(existing.guid, guid)}
        <div class="actions">
          <button name="decision" value="authorize">Authorize</button>
          <button name="decision" value="deny" class="quiet">Deny</button>
        </div>
        <details>
          <summary>What happens next (sandbox)</summary>
          <label>After <b>Authorize</b>, the connection becomes ${statusSelect()}</label>
          <label>After <b>Deny</b>, the reason given is ${reasonSelect()}</label>
          ${referral.kind === 'app' ? escapeCheckbox : ''}
        </details>
      </form>`,
  );
}

const escapeCheckbox: Html = html`<label
  ><input type="checkbox" name="escape" value="html" /> The address to go back to is escaped as
  HTML, as some of MX’s are</label
>`;

function loginChoice(existing: string, pending: string): Html {
  return html`<fieldset>
    <legend>Which login?</legend>
    <label
      ><input type="radio" name="login" value="existing" checked /> The one already connected
      <code>${existing}</code></label
    >
    <label
      ><input type="radio" name="login" value="another" /> Another one
      <code>${pending}</code></label
    >
  </fieldset>`;
}

function statusSelect(): Html {
  const names = ['CONNECTED', ...CONNECTION_STATUSES.filter((name) => name !== 'CONNECTED')];
  return select('connection_status', names);
}

function reasonSelect(): Html {
  return select('error_reason', OAUTH_ERROR_REASONS);
}

function select(name: string, values: readonly string[]): Html {
  return html`<select name="${name}">
    ${values.map((value) => html`<option>${value}</option>`)}
  </select>`;
}

/** What a browser shows once the person has decided. It tells the window that opened it. */
export function completionPage(result: OAuthResult): Html {
  const isSuccess = result.kind === 'success';
  const message = {
    mx: true,
    type: `oauthComplete/${result.kind}`,
    metadata: {
      member_guid: result.memberGuid,
      ...(isSuccess ? {} : { error_reason: result.reason }),
    },
  };
  return page(
    isSuccess ? 'Thank you' : 'Not connected',
    html`<h1>${isSuccess ? 'Thank you for completing OAuth' : 'Your accounts were not shared'}</h1>
      <p>
        ${
          isSuccess
            ? 'You can close this window and go back to the app.'
            : 'You can close this window, and try again from the app.'
        }
      </p>
      <p id="reason">${isSuccess ? '' : html`Reason: <code>${result.reason}</code>`}</p>
      <div class="actions"><button id="close" hidden>Close this window</button></div>
      <script src="/oauth/page.js" data-message="${JSON.stringify(message)}"></script>`,
  );
}

/** Shown for an address that has been used, has expired, or never was. */
export const deadEndPage: Html = page(
  'This link no longer works',
  html`<h1>This link no longer works</h1>
    <p>Each link to this page works once, and for an hour. Go back to the app and try again.</p>`,
);

/** Stands where MX would serve its own hosted widget. */
export const widgetPage: Html = page(
  'No hosted widget here',
  html`<h1>No hosted widget here</h1>
    <p>
      MX serves its own Connect widget at this address. The sandbox only hands out the address.
    </p>`,
);

function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/oauth/page.css" />
      </head>
      <body>
        <main>${content}</main>
        <footer>A sandbox. No real bank, and no real money.</footer>
      </body>
    </html>`;
}

function initial(name: string): string {
  return [...name][0] ?? '';
}

/** The message goes to any origin, as MX sends it: it names a member, and grants nothing. */
export const pageScript = `const { message } = document.currentScript.dataset;
if (window.opener) {
  window.opener.postMessage(JSON.parse(message), '*');
  const close = document.getElementById('close');
  close.hidden = false;
  close.addEventListener('click', () => window.close());
}
`;

export const pageStyles = `:root {
  --ink: light-dark(#172033, #e8ecf4);
  --soft: light-dark(#56617a, #a3aec4);
  --line: light-dark(#d5dbe6, #38435a);
  --card: light-dark(#fff, #1a2233);
  --ground: light-dark(#eef1f6, #0f1521);
  --accent: light-dark(#1f4fbf, #9dbcff);
  --on-accent: light-dark(#fff, #0c1a3a);
  color-scheme: light dark;
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-block-size: 100dvh;
  display: grid;
  grid-template-rows: 1fr auto;
  justify-items: center;
  align-items: center;
  gap: 1rem;
  padding: 1.5rem 1rem;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
}
main {
  inline-size: min(100%, 26rem);
  padding: clamp(1.25rem, 6vw, 2.25rem);
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 1rem;
  overflow-wrap: anywhere;
}
footer { color: var(--soft); font-size: 0.875rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; line-height: 1.25; }
.bank { display: flex; align-items: center; gap: 0.75rem; margin: 0 0 1.5rem; font-weight: 600; }
.bank span {
  flex: none;
  display: grid;
  place-items: center;
  inline-size: 2.5rem;
  block-size: 2.5rem;
  border-radius: 0.625rem;
  background: var(--accent);
  color: var(--on-accent);
}
ul { margin: 0 0 1.5rem; padding-inline-start: 1.25rem; color: var(--soft); }
fieldset { margin: 0 0 1.5rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; }
label { display: block; padding-block: 0.375rem; }
code { font-size: 0.8125rem; color: var(--soft); }
.actions { display: grid; gap: 0.75rem; }
button, select { font: inherit; border-radius: 0.5rem; min-block-size: 2.75rem; }
button {
  padding: 0.5rem 1rem;
  border: 1px solid var(--accent);
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  cursor: pointer;
}
button.quiet { background: transparent; color: var(--ink); border-color: var(--line); }
select {
  display: block;
  inline-size: 100%;
  margin-block-start: 0.25rem;
  padding-inline: 0.5rem;
  border: 1px solid var(--line);
  background: var(--card);
  color: var(--ink);
}
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
details { margin-block-start: 1.5rem; color: var(--soft); font-size: 0.875rem; }
summary { cursor: pointer; padding-block: 0.375rem; }
`;
