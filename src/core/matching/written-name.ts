/** `Netbt.sys`, `VB5DB`, `SQL_C_NUMERIC`, `LIBCMT`, `tmAveCharWidth`: what people keep as it is written. */
export function isWrittenAsName(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end);
  const joined = (last === DOT || last === UNDERSCORE) && end + 1 < text.length && !isSpace(text.charCodeAt(end + 1));
  if (joined || text.charCodeAt(start - 1) === UNDERSCORE) return true;
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a)) return true;
  }
  return false;
}

const DOT = 0x2e;
const UNDERSCORE = 0x5f;

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
