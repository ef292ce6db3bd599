import type { Shape } from "./shape.ts";
import { ASSIGNMENT_SHAPES } from "./shapes/assignments.ts";
import { CLOUD_TOKEN_SHAPES } from "./shapes/cloud-tokens.ts";
import { COMMAND_SHAPES } from "./shapes/commands.ts";
import { FILE_SHAPES } from "./shapes/files.ts";
import { HEADER_SHAPES } from "./shapes/headers.ts";
import { NUMBER_SHAPES } from "./shapes/numbers.ts";
import { PRIVATE_KEY_SHAPES } from "./shapes/private-keys.ts";
import { SERVICE_TOKEN_SHAPES } from "./shapes/service-tokens.ts";
import { URL_SHAPES } from "./shapes/urls.ts";

/** Every kind of secret that is recognised. Where two overlap, the earlier one says what it was. */
export const SHAPES: readonly Shape[] = [
  ...PRIVATE_KEY_SHAPES,
  ...CLOUD_TOKEN_SHAPES,
  ...SERVICE_TOKEN_SHAPES,
  ...URL_SHAPES,
  ...HEADER_SHAPES,
  ...COMMAND_SHAPES,
  ...FILE_SHAPES,
  ...ASSIGNMENT_SHAPES,
  ...NUMBER_SHAPES,
];
