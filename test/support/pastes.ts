/** Event 5085, as the event viewer copies it: article Q818952. */
export const SP4 = [
  "Event Type: Error",
  "Event Source: MSExchangeKMS",
  "Event Category: None",
  "Event ID: 5085",
  "Computer: EXCH02",
  "Description:",
  "KMS can not mount the key database. Either the database is missing or it is corrupted. The service started, but " +
    "Admin/User can not do any operation except restoring the database from a backup set. After restoring, please stop " +
    "and restart the service.",
].join("\n");

/** Events 5389 and 5015 together: article Q274321. */
export const UPGRADE = [
  "Event Source: MSExchangeKMS",
  "Event ID: 5389",
  "Description:",
  "Microsoft Exchange Key Management service is exiting with return code 0.",
  "",
  "Event Type: Error",
  "Event Source: MSExchangeKMS",
  "Event ID: 5015",
  "Description:",
  "Microsoft Exchange Key Management service failed logging on as a MAPI client.",
].join("\n");

/** The dialog of a service that does not start: article Q263718. */
export const DIALOG = "optimizer is stuck again on EXCH02, box says 800FF351";
