/** Whether a text ends in words after which a number is a code: `GetLastError() returns`, `Stop`, `Error code`. */
export function saysCode(before: string): boolean {
  return SAYS_CODE.test(before);
}

const SAYS_CODE = /\b(?:error|code|stop|status|result|hresult|return(?:s|ed|ing)?|errno|bug ?check|err)\b[^.;]{0,20}$/i;
