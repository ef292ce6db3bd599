import { anything, flag, integer, list, matching, oneOf, shape, text } from "./check.ts";
import type { Check } from "./check.ts";
import { componentId } from "./button.ts";

/** {@link https://discord.com/developers/docs/components/reference} */
export const LAYOUT_LIMITS = { components: 40, text: 4000, sectionTexts: 3, gallery: 10, description: 1024 } as const;

const base = { type: anything, id: componentId };
const closed = true;

const mediaUrl = matching(
  /^(https?|attachment):\/\/\S+$/i,
  "URL_TYPE_INVALID_SCHEME",
  'Scheme must be one of ("http", "https", "attachment").',
);
const media = shape({ url: mediaUrl }, { required: ["url"] });
const description = text({ max: LAYOUT_LIMITS.description });

export const textDisplay = shape(
  { ...base, content: text({ min: 1, max: LAYOUT_LIMITS.text }) },
  { required: ["content"], closed },
);

export const thumbnail = shape({ ...base, media, description, spoiler: flag }, { required: ["media"], closed });

const galleryItem = shape({ media, description, spoiler: flag }, { required: ["media"], closed });

export const gallery = shape(
  { ...base, items: list(galleryItem, { min: 1, max: LAYOUT_LIMITS.gallery }) },
  { required: ["items"], closed },
);

const attached = matching(/^attachment:\/\/\S+$/i, "URL_TYPE_INVALID_SCHEME", 'Scheme must be one of ("attachment").');

export const file = shape(
  { ...base, file: shape({ url: attached }, { required: ["url"] }), spoiler: flag },
  { required: ["file"], closed },
);

export const separator = shape({ ...base, divider: flag, spacing: oneOf([1, 2]) }, { closed });

export function sectionOf(child: Check, accessory: Check): Check {
  const components = list(child, { min: 1, max: LAYOUT_LIMITS.sectionTexts });
  return shape({ ...base, components, accessory }, { required: ["components", "accessory"], closed });
}

export function containerOf(child: Check): Check {
  const members = {
    ...base,
    components: list(child, { min: 1, max: LAYOUT_LIMITS.components }),
    accent_color: integer({ min: 0, max: 0xff_ff_ff }),
    spoiler: flag,
  };
  return shape(members, { required: ["components"], closed });
}
