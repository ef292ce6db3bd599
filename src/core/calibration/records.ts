import type { EventSignature } from "../kb/article.ts";
import type { Chance } from "./chance.ts";

type RecordForm = (event: EventSignature, chance: Chance) => string;

/** Event records as the usual tools write them, about another machine on another day. */
export const RECORD_FORMS: Readonly<Record<string, RecordForm>> = {
  classic: ({ id, source, category, text }, chance) =>
    `Event Type:\tError\nEvent Source:\t${source}\nEvent Category:\t${category ?? "None"}\nEvent ID:\t${id}\nDate:\t\t${day(chance)}\nTime:\t\t2:11:09 AM\nUser:\t\tN/A\nComputer:\tDC02\nDescription:\n${text ?? ""}`,
  modern: ({ id, source, category, text }, chance) =>
    `Log Name:      Application\nSource:        ${source}\nDate:          ${day(chance)} 8:15:44 AM\nEvent ID:      ${id}\nTask Category: ${category ?? "None"}\nLevel:         Error\nKeywords:      Classic\nUser:          N/A\nComputer:      mail01.example.org\nDescription:\n${text ?? ""}`,
  xml: ({ id, source, text }) =>
    `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="${escaped(source ?? "")}"/><EventID Qualifiers="49152">${id}</EventID><Level>2</Level><Channel>Application</Channel><Computer>MAIL01</Computer></System><EventData><Data>${escaped(text ?? "")}</Data></EventData></Event>`,
  line: ({ id, source, category, text }, chance) =>
    `"Error","${day(chance)} 6:59:00 AM","${source}","${id}","${category ?? "None"}","${(text ?? "").replace(/"/g, '""')}"`,
};

function day(chance: Chance): string {
  return `${1 + chance.below(12)}/${1 + chance.below(28)}/${2001 + chance.below(25)}`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
