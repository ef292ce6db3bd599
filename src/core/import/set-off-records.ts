/**
 * Sets event records and hex dumps in by four columns where a page left them flush with the prose, so that they are
 * read as one piece: from `Event Type:` (or another label of a record) to the next empty line.
 */
export function setOffRecords(lines: readonly string[]): readonly string[] {
  let inside = false;
  return lines.flatMap((line) => {
    const begins = !inside && RECORD_START.test(line);
    if (begins) inside = true;
    else if (line.trim() === "" || !(inside || DUMP.test(line))) inside = false;
    if (line.trim() === "") return [""];
    if (inside || DUMP.test(line)) return [...(begins ? [""] : []), `    ${line.trim()}`];
    return [line];
  });
}

const RECORD_START = /^\s?(?:Event (?:Type|ID|Source)|Log Name|Source|Type)\s*:\s*\S/i;

const DUMP = /^\s*[0-9a-f]{4,8}: (?:[0-9a-f]{2}[ -]){2}/i;
