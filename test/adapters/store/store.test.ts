import { casesContract } from "../../contract/store/cases.contract.ts";
import { inboxContract } from "../../contract/store/inbox.contract.ts";
import { incidentsContract } from "../../contract/store/incidents.contract.ts";
import { outboxContract } from "../../contract/store/outbox.contract.ts";
import { overridesContract } from "../../contract/store/overrides.contract.ts";
import { pagesContract } from "../../contract/store/pages.contract.ts";
import { engines } from "../../support/a-store.ts";

for (const engine of engines) {
  inboxContract(engine);
  casesContract(engine);
  outboxContract(engine);
  overridesContract(engine);
  incidentsContract(engine);
  pagesContract(engine);
}
