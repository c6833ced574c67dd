/** Hydrates the page that the spec has rendered on the server. */
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HostPage } from './forms.ts';

const { body } = document;
const submitted: unknown[] = [];
Object.assign(window, { submitted });

hydrateRoot(
  body,
  createElement(HostPage, {
    name: body.dataset['form'] ?? '',
    onSubmit: (answers) => submitted.push(answers),
  }),
);
// The first event that React receives hydrates everything that is not hydrated yet.
body.dataset['hydrated'] = 'yes';
