import { Hono } from 'hono';
import { institutionByCode, searchInstitutions } from './institutions.ts';
import { paginate } from './pagination.ts';

/** `/institutions`: search, read, and the form that each asks to be filled in. */
export function institutionRoutes(): Hono {
  return new Hono()
    .get('/institutions', (c) =>
      c.json(paginate('institutions', searchInstitutions(c.req.query()), c.req.query())),
    )
    .get('/institutions/:code', (c) =>
      c.json({ institution: institutionByCode(c.req.param('code')).wire }),
    )
    .get('/institutions/:code/credentials', (c) =>
      c.json({ credentials: institutionByCode(c.req.param('code')).fields }),
    );
}
