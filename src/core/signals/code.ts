/**
 * One result code in its one notation: 8 upper-case hex digits. `0x800FF351`, `800FF351`, `[800FF351]`, `800ff351h`,
 * `-2146438319` and `2148528977` are all `800FF351`; `0xA` is `0000000A`, and `-1018` of a database `FFFFFC06`. Undefined
 * where the text is no such code: small decimal numbers without a sign are left alone, because they may be anything.
 */
export function canonicalCode(written: string): string | undefined {
  const bare = written.trim().replace(WRAPPING, "$1");
  return fromPrefixed(bare) ?? fromHex(bare) ?? fromDecimal(bare);
}

const WRAPPING = /^[[({"'`<]{1,3}\s?([^\s\])}"'`>]{1,24})\s?[\])}"'`>]{1,3}$/;

function fromPrefixed(text: string): string | undefined {
  const digits = /^[0Oo][xX]([0-9A-Fa-fOoIlSs|]{1,16})(?:[hH]|[uU]?[lL]{0,2})$/.exec(text)?.[1];
  return digits === undefined ? fromBasic(text) : padded(unscanned(digits));
}

/** `&H80004005&` as Basic writes it; `x80004005`, of which a zero was lost. */
function fromBasic(text: string): string | undefined {
  const digits = /^(?:&[hH]([0-9A-Fa-f]{1,8})&?|\\?[xX]([0-9A-Fa-f]{8}))$/.exec(text);
  return (digits?.[1] ?? digits?.[2])?.toUpperCase().padStart(8, "0");
}

/** Scanners confuse these letters with digits; only a `0x` in front makes it safe to put them right. */
function unscanned(digits: string): string {
  return digits.replace(/[Oo]/g, "0").replace(/[Il|]/g, "1").replace(/[Ss]/g, "5").toUpperCase();
}

/** A 64-bit value counts where it is a 32-bit one with its sign or zeros in front. */
function padded(digits: string): string | undefined {
  const short = /^(?:F{8}(?=[89A-F])|0*(?=.{8}$))?(.{1,8})$/.exec(digits)?.[1] ?? /^0*(.{1,8})$/.exec(digits)?.[1];
  return short?.padStart(8, "0");
}

/** Without `0x`, eight digits or an `h` behind them are asked for; setup programs put a `c` in front. */
function fromHex(text: string): string | undefined {
  const digits = /^(?:[cC](?=[89A-Fa-f][0-9A-Fa-f]{7}$)|[fF]{8}(?=[89A-Fa-f]))?([0-9A-Fa-f]{8})[hH]?$/.exec(text)?.[1];
  const short = digits ?? /^([0-9][0-9A-Fa-f]{2,6})[hH]$/.exec(text)?.[1];
  return short?.toUpperCase().padStart(8, "0");
}

function fromDecimal(text: string): string | undefined {
  if (!/^(?:-\d{3,10}|\d{10})$/.test(text)) return undefined;
  const value = Number(text);
  const isCode = value < 0 ? value >= -0x80000000 && value <= -100 : value >= 0x80000000 && value <= 0xffffffff;
  return isCode ? codeOf(value) : undefined;
}

/** The code of a 32-bit value, with its sign or without. */
export function codeOf(value: number): string {
  return (value >>> 0).toString(16).toUpperCase().padStart(8, "0");
}
