import { memberErrors as table, type MemberErrorName } from '../../domain/member-error.ts';

/** The catalog keys of the member errors. */
export type MemberErrorMessages = Readonly<
  Record<`error.${MemberErrorName}.${'title' | 'message'}`, string>
>;

/** The words of the member errors, which are kept in their table. */
export const memberErrors: MemberErrorMessages = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ Object.values(table).flatMap(({ name, title, message }) => [
    [`error.${name}.title`, title],
    [`error.${name}.message`, message],
  ]),
) as MemberErrorMessages;
