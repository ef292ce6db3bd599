/** Text with everything but letters, digits, `_` and `-` written as `~` and four hex digits; a space is `+`. */
export function escapeField(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_-]/g, (unit) => (unit === " " ? "+" : `~${hex(unit)}`));
}

/** The text that was escaped; nonsense stays nonsense and does not throw. */
export function unescapeField(field: string): string {
  return field
    .replaceAll("+", " ")
    .replaceAll(/~([0-9a-f]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).padStart(4, "0");
}
