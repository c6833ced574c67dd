import type { Browser } from 'playwright';
import type { Installer, Project } from './project.ts';

/** What all projects are tried with. */
export interface World {
  /** Where projects are put: no `node_modules` is above it. */
  readonly folder: string;
  readonly tarball: string;
  readonly browser: Browser;
}

/** A host's project, and what must hold in it. */
export interface Consumer {
  /** That of its folder in `projects`. */
  readonly name: string;
  readonly installer: Installer;
  /** @throws Error saying what does not hold. */
  readonly check: (project: Project, world: World) => Promise<void>;
}
