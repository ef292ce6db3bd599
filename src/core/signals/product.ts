/** Whether the number is the version of the product named right before it: "Windows 2000", "Office 97". */
export function isProductVersion(before: string, digits: string): boolean {
  return VERSION.test(digits) && PRODUCT_AT_END.test(before);
}

const VERSION = /^(?:\d|1[0-2]|9[578]|3[12]|19[89]\d|20[0-3]\d|365|64)$/;

const PRODUCT_AT_END =
  /\b(?:windows|win|nt|office|word|excel|access|outlook|exchange|powerpoint|project|publisher|works|money|sql(?: server)?|visual (?:basic|c\+\+|studio|foxpro)|vb|vc|ie|internet explorer|iis|server|small business server|sbs|foxpro|frontpage|dos|directx|acrobat|version|service pack|sp)\s?$/i;
