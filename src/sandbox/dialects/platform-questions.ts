import type { Challenge } from '../challenges.ts';
import type { CredentialField } from '../credential-shapes.ts';
import type { Wire } from './dialect.ts';

/** A field of a form. Its type is said twice, and each of its options has a guid. */
export function credential(field: CredentialField): Wire {
  return {
    display_order: field.displayOrder,
    field_name: field.fieldName,
    field_type: field.type,
    guid: field.guid,
    label: field.label,
    type: field.type,
    ...(field.options === undefined
      ? {}
      : { options: field.options.map(({ guid, label, value }) => ({ guid, label, value })) }),
  };
}

/** A question. Each of its options has a guid, which is an answer too. */
export function challenge({ type, label, guid, imageData, choices }: Challenge): Wire {
  const shared = { field_name: label, guid, label, type };
  switch (type) {
    case 'OPTIONS':
      return {
        ...shared,
        options: choices.map((each) => ({ guid: each.guid, label: each.label, value: each.value })),
      };
    case 'IMAGE_OPTIONS':
      return {
        ...shared,
        image_options: choices.map((each) => ({
          data_uri: each.dataUri,
          guid: each.guid,
          label: each.label,
          value: each.value,
        })),
      };
    case 'IMAGE_DATA':
      return { ...shared, image_data: imageData };
    default:
      return shared;
  }
}
