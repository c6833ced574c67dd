/** A guid of MX's form for each number. */
export const userGuid = (number: number): string => `USR-${uuid(number)}`;
export const memberGuid = (number: number): string => `MBR-${uuid(number)}`;

const uuid = (number: number): string =>
  `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
