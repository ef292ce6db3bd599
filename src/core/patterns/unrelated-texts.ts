/** What stands in channels all day long, and errors that have nothing to do with each other. */
export const UNRELATED_TEXTS: readonly string[] = [
  "Can somebody have a look at the printer on floor 3, it is at 40 % again?",
  "Deployed version 2.14.1 to staging, the build took 12 minutes.",
  "ticket 48213 is closed, thanks to the team in Oslo",
  "2026-03-04 07:15:22 INFO request GET /index.html 200 in 31 ms from 10.0.4.17",
  "Mar  4 07:15:22 host7 sshd[4711]: Accepted publickey for root from 10.0.4.18 port 51514",
  "Error: connect ECONNREFUSED 127.0.0.1:5432",
  'java.lang.NullPointerException: Cannot invoke "String.length()" because "name" is null',
  "Traceback (most recent call last): KeyError: 'user_id'",
  "Event 7036 from Service Control Manager: The Print Spooler service entered the stopped state.",
  "The system cannot find the file specified. (0x80070002)",
  "WARNING: disk usage of /var is at 91 %",
  "fatal error: allocation failed, the heap is exhausted",
  "An error occurred while the update was installed. The server will be restarted.",
  "npm error code ERESOLVE unable to resolve dependency tree",
];
