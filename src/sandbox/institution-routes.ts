import { Hono } from 'hono';
import type { Dialect } from './dialects/dialect.ts';
import { finderOf } from './finder.ts';
import { favoriteInstitutions, searchInstitutions, type Institution } from './institutions.ts';
import { paginate } from './pagination.ts';
import type { World } from './world.ts';

/** `/institutions`: search, favorites, read, and the form that each asks to be filled in. */
export function institutionRoutes(world: World, dialect: Dialect): Hono {
  const find = finderOf(world, dialect);
  const list = (institutions: readonly Institution[], url: string) => {
    const { searchParams } = new URL(url);
    const entries = institutions
      .filter(dialect.institutionFilter(searchParams))
      .map(dialect.institution);
    const query = Object.fromEntries(searchParams);
    return paginate('institutions', entries, query, dialect.mostPerPage.institutions);
  };

  const routes = new Hono().get('/institutions', (c) =>
    c.json(list(searchInstitutions(c.req.query('name') ?? ''), c.req.url)),
  );
  if (dialect.hasFavorites) {
    routes.get('/institutions/favorites', (c) => c.json(list(favoriteInstitutions, c.req.url)));
  }
  return routes
    .get('/institutions/:code', (c) =>
      c.json({ institution: dialect.institution(find.institution(c.req.param('code'))) }),
    )
    .get('/institutions/:code/credentials', (c) =>
      c.json(dialect.credentials(find.institution(c.req.param('code')).fields, c.req.query())),
    );
}
