/** The floor: a search box of React, and nothing else. */
import { useState, type ReactElement } from 'react';
import { show } from './show.ts';

function Bare(): ReactElement {
  const [query, setQuery] = useState('');
  return (
    <label>
      Your bank
      <input type="search" value={query} onChange={({ target }) => setQuery(target.value)} />
    </label>
  );
}

show(() => <Bare />);
