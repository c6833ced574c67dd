/**
 * Which member each widget of this tab is busy with, so that a reload carries on there.
 * A guid alone: the server gives its member to nobody but the person whose it is.
 */
const PLACES = ['dialog', 'page'] as const;

/** Where a widget is. */
export type WidgetPlace = (typeof PLACES)[number];

const keyOf = (place: WidgetPlace): string => `larder.member-in-progress.${place}`;

export const recallMember = (place: WidgetPlace): string | undefined =>
  sessionStorage.getItem(keyOf(place)) ?? undefined;

export const rememberMember = (place: WidgetPlace, guid: string): void =>
  sessionStorage.setItem(keyOf(place), guid);

export const forgetMember = (place: WidgetPlace): void => sessionStorage.removeItem(keyOf(place));

/** For whoever looks for another bank. */
export const forgetMembers = (): void => PLACES.forEach(forgetMember);

/** For a member that is no more. */
export function forgetGuid(guid: string): void {
  for (const place of PLACES) {
    if (recallMember(place) === guid) forgetMember(place);
  }
}
